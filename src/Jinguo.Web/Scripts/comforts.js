// "/" goes to the search box, where there is one; menus close on Escape or a press elsewhere; filters apply at once;
// the bulk bar counts what is ticked; [data-print] prints the page.
export function minorComforts() {
  document.addEventListener('keydown', event => {
    if (event.key === '/' && !event.target.closest('input, textarea, select, [contenteditable]')) {
      const search = document.querySelector('.jg-top > .jg-search input, .jg-page .jg-search input');
      if (!search) return;
      event.preventDefault();
      search.focus();
    }
    if (event.key === 'Escape') closeMenus(null);
  });
  document.addEventListener('click', event => {
    closeMenus(event.target);
    if (event.target.closest('[data-print]')) window.print();
  });
  document.addEventListener('change', event => {
    if (event.target.closest('.jg-filter .jg-pick')) event.target.form.requestSubmit();
    if (event.target.dataset.all !== undefined) tickAll(event.target);
  });
}

function closeMenus(except) {
  for (const menu of document.querySelectorAll('details.jg-menu[open]')) {
    if (except && menu.contains(except)) continue;
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) menu.querySelector('summary').focus();
  }
}

/** <input type="checkbox" data-all="name"> ticks every box of that name in its form. */
function tickAll(box) {
  for (const other of box.form.querySelectorAll(`input[type="checkbox"][name="${box.dataset.all}"]`)) other.checked = box.checked;
}
