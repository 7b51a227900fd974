// 余 多 近 约 beside a number: the reading (约数，记作 50余人次) follows, and a second press takes the hedge away.
const fullWidth = '０';

export function readHedges(root) {
  for (const field of root.querySelectorAll('[data-hedged]:not([data-ready])')) {
    field.dataset.ready = '';
    const input = field.querySelector('input.jg-input');
    const reading = field.querySelector('output');
    const radios = [...field.querySelectorAll('input[type="radio"]')];
    const chosen = () => radios.find(radio => radio.checked);
    let before = chosen();
    const show = () => { reading.value = words(input.value, chosen()?.value ?? '', field.dataset.hedged); };
    field.addEventListener('click', event => {
      if (event.target.type !== 'radio') return;
      if (event.target === before) {
        radios.find(radio => radio.value === '').checked = true;
        event.target.dispatchEvent(new Event('change', { bubbles: true }));
      }
      before = chosen();
      show();
    });
    field.addEventListener('input', show);
    input.form?.addEventListener('change', () => { before = chosen(); show(); });
    show();
  }
}

function words(typed, hedge, unit) {
  const number = [...typed.trim()]
    .map(sign => sign >= fullWidth && sign <= '９' ? String(sign.codePointAt(0) - fullWidth.codePointAt(0)) : sign).join('');
  if (hedge === '' || !/^\d[\d,]*(\.\d+)?$/.test(number)) return '';
  return '约数，记作 ' + (hedge === '余' || hedge === '多' ? number + hedge : hedge + number) + unit;
}
