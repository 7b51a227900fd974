// <details data-columns="table id"> offers the columns of a table; what is chosen is remembered for that table.
// Columns are cells with data-column="code"; the server decides what is shown at first (hidden attribute).
export function chooseColumns(root) {
  for (const box of root.querySelectorAll('[data-columns]:not([data-ready])')) {
    box.dataset.ready = '';
    const table = document.getElementById(box.dataset.columns);
    const ticks = [...box.querySelectorAll('input[type="checkbox"]')];
    const key = `jg-columns:${location.pathname}:${box.dataset.columns}`;
    const remembered = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (remembered) ticks.forEach(tick => { tick.checked = remembered.includes(tick.value); });
    const show = () => {
      const chosen = new Set(ticks.filter(tick => tick.checked).map(tick => tick.value));
      table.querySelectorAll('[data-column]').forEach(cell => { cell.hidden = !chosen.has(cell.dataset.column); });
      const count = box.querySelector('[data-count]');
      if (count) count.textContent = `${chosen.size}/${ticks.length}`;
    };
    box.addEventListener('change', () => {
      localStorage.setItem(key, JSON.stringify(ticks.filter(tick => tick.checked).map(tick => tick.value)));
      show();
    });
    show();
  }
}
