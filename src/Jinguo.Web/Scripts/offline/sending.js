// Sends what waits, one after the other, as soon as there is network. The server checks each as if it were typed now; what
// it does not take stays here with its words, to be set right by the person who wrote it.
import { dropEntry, listEntries, putEntry } from './waiting.js';

/** Sends all entries of the person signed in. */
export async function sendWaiting() {
  let done = 0;
  for (const entry of await listEntries()) {
    const outcome = await sendOne(entry);
    if (outcome === 'unreachable' || outcome === 'sign-in') return { done, unreachable: outcome === 'unreachable', signIn: outcome === 'sign-in' };
    if (outcome === 'done') done++;
  }
  return { done };
}

async function sendOne(entry) {
  try {
    const form = await pageAt(await fetch(entry.address, { cache: 'no-store' }));
    const mark = form.page.querySelector('main form input[name="__RequestVerificationToken"]')?.value;
    if (!mark) return form.path.startsWith('/ledgers/new/') ? await refuse(entry, '这种台账现在不能记了。') : 'sign-in';
    if (form.page.querySelector('main form input[name="account"]')?.value !== entry.account) return await refuse(entry, '这一笔是用另一个账号记的，请用那个账号登录后再送。');
    const data = new FormData();
    entry.fields.forEach(([field, value]) => data.append(field, value));
    data.append('__RequestVerificationToken', mark);
    const answer = await pageAt(await fetch(entry.address, { method: 'POST', body: data }));
    if (!answer.path.startsWith('/ledgers/new/') && answer.path.startsWith('/ledgers/')) {
      await dropEntry(entry.key);
      return 'done';
    }
    return await refuse(entry, wordsOf(answer.page));
  } catch {
    return 'unreachable';
  }
}

// A platform that is away for the moment (its proxy says so, or it itself) has not looked at the entry: it waits on.
async function pageAt(response) {
  if (response.status >= 502 && response.status <= 504) throw new Error(`status ${response.status}`);
  return { path: new URL(response.url).pathname, page: new DOMParser().parseFromString(await response.text(), 'text/html') };
}

async function refuse(entry, problem) {
  await putEntry({ ...entry, problem });
  return 'refused';
}

function wordsOf(page) {
  const said = page.querySelector('main .jg-message.is-bad, main .jg-message.is-warn')?.textContent.replace(/\s+/g, ' ').trim();
  return said || '没有存下，请打开核对后再存。';
}
