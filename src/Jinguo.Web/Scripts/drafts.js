// <form data-draft="key"> keeps what is typed in this browser until the server has taken it: after an expired
// session, a closed window or the back button it stands in the form again, with a way to throw it away.
// Whether the server has taken it shows on the next page of this tab: it says so (is-saved), or it is a page
// without that form. Sign-in and error pages (is-keeping-drafts) have taken nothing.
const prefix = 'jg-draft:';
const sentKey = 'jg-sent';
const never = new Set(['password', 'file', 'hidden', 'submit', 'button']);

export function keepDrafts() {
  const forms = [...document.querySelectorAll('form[data-draft]')];
  dropTaken(forms);
  for (const form of forms) {
    restore(form);
    const key = prefix + form.dataset.draft;
    form.addEventListener('input', () => save(key, form));
    form.addEventListener('change', () => save(key, form));
    form.addEventListener('submit', () => {
      save(key, form);
      sessionStorage.setItem(sentKey, key);
    });
  }
}

function dropTaken(forms) {
  const sent = sessionStorage.getItem(sentKey);
  sessionStorage.removeItem(sentKey);
  const page = document.body.classList;
  // Without network the worker has kept it: then it waits under its own name.
  const waits = new URLSearchParams(location.search).has('kept');
  if (!sent || (page.contains('is-keeping-drafts') && !waits)) return;
  const again = forms.some(form => prefix + form.dataset.draft === sent);
  if (page.contains('is-saved') || !again) localStorage.removeItem(sent);
}

function save(key, form) {
  try {
    localStorage.setItem(key, JSON.stringify(read(form)));
  } catch {
    // A full or forbidden store only costs the draft; the form itself still works.
  }
}

function kept(form) {
  return [...form.elements].filter(element => element.name && !element.name.startsWith('__') && !never.has(element.type));
}

function read(form) {
  return kept(form).map(element => [element.name, element.type, element.value,
    element.type === 'checkbox' || element.type === 'radio' ? element.checked
      : element.type === 'select-multiple' ? [...element.selectedOptions].map(option => option.value) : true]);
}

function restore(form) {
  const text = localStorage.getItem(prefix + form.dataset.draft);
  // A form that the server sends back with errors already holds what was typed.
  if (!text || form.querySelector('.is-wrong')) return;
  const before = JSON.stringify(read(form));
  const values = JSON.parse(text);
  if (JSON.stringify(values) === before) return;
  write(form, values);
  if (JSON.stringify(read(form)) !== before) form.prepend(offerDiscard(form));
}

function write(form, values) {
  const waiting = [...values];
  for (const element of kept(form)) {
    const choice = element.type === 'checkbox' || element.type === 'radio';
    const at = waiting.findIndex(([name, type, value]) => name === element.name && type === element.type && (!choice || value === element.value));
    if (at < 0) continue;
    const [, , value, state] = waiting.splice(at, 1)[0];
    if (choice) element.checked = state;
    else if (element.type === 'select-multiple') [...element.options].forEach(option => { option.selected = state.includes(option.value); });
    else element.value = value;
  }
}

function offerDiscard(form) {
  const message = document.createElement('div');
  message.className = 'jg-message is-info';
  message.setAttribute('role', 'status');
  message.innerHTML = '<div class="jg-message-text">上次没存下的内容已填回来。<button type="button" class="jg-link">不要了，重新填</button></div>';
  message.querySelector('button').addEventListener('click', () => {
    form.reset();
    message.remove();
    form.dispatchEvent(new Event('change'));
    localStorage.removeItem(prefix + form.dataset.draft);
  });
  return message;
}
