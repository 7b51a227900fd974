// <button data-fill="value" data-fills="id of the input"> puts its value into the input.
export function linkChips(root) {
  for (const chip of root.querySelectorAll('[data-fill]:not([data-ready])')) {
    chip.dataset.ready = '';
    const input = document.getElementById(chip.dataset.fills);
    const show = () => chip.setAttribute('aria-pressed', String(input.value === chip.dataset.fill));
    chip.addEventListener('click', () => {
      input.value = chip.dataset.fill;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    input.addEventListener('input', show);
    input.form?.addEventListener('change', show);
    show();
  }
}
