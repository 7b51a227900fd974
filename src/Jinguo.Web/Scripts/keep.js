// <form data-keep="address"> sends what is typed to the server every few seconds, where it is kept sealed: what stands in
// it must not stay in a browser that others use. The form itself works without.
const every = 4000;

export function keepTyped() {
  for (const form of document.querySelectorAll('form[data-keep]')) keep(form);
}

function keep(form) {
  const told = form.querySelector('[data-kept]');
  let sent = text(form);
  let busy = false;
  let over = false;
  form.addEventListener('submit', () => { over = true; });
  window.addEventListener('pageshow', () => { over = false; });
  setInterval(send, every);
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') send(); });

  async function send() {
    const now = text(form);
    if (busy || over || now === sent) return;
    busy = true;
    try {
      const answer = await fetch(form.dataset.keep, { method: 'POST', body: new URLSearchParams(new FormData(form)), keepalive: true, redirect: 'manual' });
      if (answer.ok) {
        sent = now;
        tellKnown(form, await answer.text());
        told.textContent = `已存 ${new Date().toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false })}`;
      } else {
        told.textContent = '没能自动存下，请尽快点“登记”。';
      }
    } catch {
      told.textContent = '网络断了，没能自动存下；连上后会再存。';
    }
    busy = false;
  }
}

// Who came before is told as soon as the telephone is typed; then it need not be asked again on sending.
function tellKnown(form, html) {
  form.querySelector('[data-known]').innerHTML = html;
  if (!html.trim() || form.elements.seen) return;
  const seen = document.createElement('input');
  [seen.type, seen.name, seen.value] = ['hidden', 'seen', 'true'];
  form.append(seen);
}

function text(form) {
  const data = new FormData(form);
  data.delete('seen');
  return new URLSearchParams(data).toString();
}
