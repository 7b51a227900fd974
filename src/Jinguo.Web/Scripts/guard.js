// A second press of a submit button while the first is under way is ignored; coming back enables it again.
export function guardForms() {
  document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post') return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    // 正在核对…: says on long work that it is under way.
    if (event.submitter?.dataset.busy) sayBusy(event.submitter);
    // After the browser has read the form: a disabled button would not send its name.
    setTimeout(() => setButtons(form, true));
    if (form.dataset.download !== undefined || event.submitter?.dataset.download !== undefined) setTimeout(() => release(form), 4000);
  });
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(release));
}

function release(form) {
  delete form.dataset.sent;
  setButtons(form, false);
}

function sayBusy(button) {
  const words = button.textContent;
  button.textContent = button.dataset.busy;
  window.addEventListener('pageshow', () => { button.textContent = words; }, { once: true });
}

function setButtons(form, off) {
  for (const button of form.elements) {
    if (button.type === 'submit') button.toggleAttribute('disabled', off);
  }
}
