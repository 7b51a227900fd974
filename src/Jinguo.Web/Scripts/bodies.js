// <input data-bodies="/address"> offers the bodies that match what is typed, as chips below it. A chip puts in the code.
import { linkChips } from './chips.js';

const waits = 200;

export function offerBodies() {
  let timer;
  document.addEventListener('input', event => {
    const input = event.target;
    if (!input.dataset.bodies) return;
    clearTimeout(timer);
    // A chip was pressed: what it put in needs no search.
    if (!event.isTrusted) return;
    timer = setTimeout(() => offer(input), waits);
  });
}

async function offer(input) {
  const words = input.value.trim();
  const found = words ? await search(input.dataset.bodies, words) : [];
  if (input.value.trim() !== words) return;
  const chips = document.createElement('div');
  chips.className = 'jg-chips';
  chips.setAttribute('aria-live', 'polite');
  chips.append(...found.map(body => chip(body, input.id)));
  const field = input.closest('.jg-field');
  field.querySelector('.jg-chips')?.remove();
  field.append(chips);
  linkChips(chips);
}

async function search(address, words) {
  try {
    const answer = await fetch(`${address}&q=${encodeURIComponent(words)}`);
    return answer.ok ? await answer.json() : [];
  } catch {
    return [];
  }
}

function chip(body, id) {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'jg-chip', textContent: body.text });
  Object.assign(button.dataset, { fill: body.code, fills: id });
  return button;
}
