// <a href="…" data-side> opens its page's #side beside the table. Without script, or when anything goes wrong,
// the link is an ordinary link. Escape and 关闭 close, and the focus returns to where it came from.
let opener = null;

export function openBeside() {
  const slot = document.getElementById('side-slot');
  if (!slot) return;
  document.addEventListener('click', event => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest('a[data-side]');
    const close = event.target.closest('#side-slot .jg-side-close');
    if (link) {
      event.preventDefault();
      open(slot, link);
    } else if (close) {
      event.preventDefault();
      shut(slot);
    }
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && slot.firstElementChild) shut(slot);
  });
}

async function open(slot, link) {
  try {
    const answer = await fetch(link.href, { headers: { 'X-Jg-Side': '1' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const side = page.getElementById('side');
    if (!side) throw new Error('no side panel in the answer');
    mark(link);
    slot.replaceChildren(side);
    const title = side.querySelector('h1');
    title.tabIndex = -1;
    title.focus();
  } catch {
    location.href = link.href;
  }
}

function mark(link) {
  if (opener) unmark();
  opener = link;
  link.closest('td')?.classList.add('is-open');
  link.closest('tr')?.classList.add('is-open');
}

function unmark() {
  opener.closest('td')?.classList.remove('is-open');
  opener.closest('tr')?.classList.remove('is-open');
}

function shut(slot) {
  slot.replaceChildren();
  if (!opener) return;
  unmark();
  opener.focus();
  opener = null;
}
