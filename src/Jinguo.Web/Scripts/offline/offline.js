// 记一笔 without network: registers the worker, says on each page how many entries wait, sends them when there is network,
// and fills a form again with an entry that must be set right.
import { dropEntry, dropForms, findEntry, kept, listEntries, listForms, putForm, shelter } from './waiting.js';
import { sendWaiting } from './sending.js';

// The entry that was opened and sent again from its form, until a page says what became of it.
const opened = 'jg-opened';

export async function workOffline() {
  if (!('serviceWorker' in navigator) || !('indexedDB' in window)) return;
  navigator.serviceWorker.register('/built/worker.js', { scope: '/' }).catch(() => {
    // A browser that refuses works with network only.
  });
  forgetAtSignOut();
  // Listened to before anything is waited for: the network may come back meanwhile.
  window.addEventListener('online', sendAndTell);
  window.addEventListener('offline', tellWaiting);
  turn = prepare();
  await sendAndTell();
}

async function prepare() {
  await dropSaved();
  await rememberForm();
  if (isShelter()) await showShelter();
}

// The worker shows it at any address.
const isShelter = () => document.getElementById('waiting') !== null;

// Sendings go one after the other, whoever asks.
let turn = Promise.resolve();

function sendAndTell() {
  turn = turn.then(sendNow);
  return turn;
}

// What did not reach the server is tried again: the network may be there while the server is not.
const patience = 30_000;

async function sendNow() {
  const { done, signIn, unreachable } = navigator.onLine && await count() > 0 ? await sendWaiting() : { done: 0 };
  if (unreachable) setTimeout(sendAndTell, patience);
  await tellWaiting(done > 0 ? `${done}笔已送出存好。` : signIn ? '请先登录，等着的会自动送出。' : '');
  if (isShelter()) await showShelter();
}

async function count() {
  return (await listEntries()).length;
}

/** The dark strip above the page. */
async function tellWaiting(said) {
  const waiting = await count();
  const words = [typeof said === 'string' ? said : '', !navigator.onLine ? '现在没有网络，记一笔照样能记，有网时自动送出。' : '', waiting > 0 ? `有${waiting}笔等着送出。` : ''].join('');
  let strip = document.querySelector('.jg-strip[data-offline]');
  if (!words) {
    strip?.remove();
    return;
  }
  if (!strip) {
    strip = make('div', 'jg-strip');
    strip.dataset.offline = '';
    strip.setAttribute('role', 'status');
    document.querySelector('main').prepend(strip);
  }
  strip.replaceChildren(make('span', '', words));
  if (waiting > 0 && !isShelter()) strip.append(link(shelter, '看看'));
}

/** A form of 记一笔 that is open now opens without network from now on; ?waiting=… fills it with an entry. */
async function rememberForm() {
  const form = document.querySelector('form[data-offline]');
  if (!form) return;
  await putForm({ address: location.pathname, title: form.dataset.offline });
  // The first page of this site came before its worker did.
  if (!navigator.serviceWorker.controller) await keepPage();
  if (form.dataset.kept !== undefined) setToToday(form);
  const entry = await findEntry(new URLSearchParams(location.search).get('waiting') ?? '');
  if (!entry) return;
  // What the server answers must not be filled over.
  history.replaceState(null, '', location.pathname);
  form.addEventListener('submit', () => sessionStorage.setItem(opened, entry.key));
  const values = [...entry.fields];
  for (const element of form.elements) {
    if (!element.name || element.name.startsWith('__')) continue;
    if (element.type === 'checkbox' || element.type === 'radio') {
      element.checked = values.some(([name, value]) => name === element.name && value === element.value);
    } else if (element.type === 'file') {
      const chosen = new DataTransfer();
      values.filter(([name, value]) => name === element.name && value.size > 0).forEach(([, file]) => chosen.items.add(file));
      element.files = chosen.files;
    } else {
      const at = values.findIndex(([name]) => name === element.name);
      if (at >= 0) element.value = values.splice(at, 1)[0][1];
    }
  }
}

/** A form kept since another day proposes this one. */
function setToToday(form) {
  const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
  const shift = day => new Date(Date.parse(day) + Date.parse(today) - Date.parse(form.dataset.today)).toISOString().slice(0, 10);
  if (form.dataset.today === today) return;
  for (const chip of form.querySelectorAll('[data-fill]')) {
    if (!/^\d{4}-\d\d-\d\d$/.test(chip.dataset.fill)) continue;
    chip.dataset.fill = shift(chip.dataset.fill);
    chip.textContent = chip.textContent.replace(/\d+日/, `${Number(chip.dataset.fill.slice(8))}日`);
  }
  for (const input of form.querySelectorAll('input[type="date"]')) if (input.value === form.dataset.today) input.value = today;
  form.dispatchEvent(new Event('change'));
}

async function keepPage() {
  const parts = [...document.querySelectorAll('link[rel="stylesheet"], script[src]')].map(part => part.href ?? part.src);
  await (await caches.open(kept)).addAll([location.pathname, ...parts]);
}

/** An entry sent again from its form goes once the server has led on to the record. */
async function dropSaved() {
  const key = sessionStorage.getItem(opened);
  if (!key || !/^\/ledgers\/[0-9a-f-]{36}$/.test(location.pathname)) return;
  sessionStorage.removeItem(opened);
  await dropEntry(key);
}

/** Who signs out leaves no form behind on this phone; what waits stays until she comes back. */
function forgetAtSignOut() {
  document.addEventListener('submit', event => {
    if (new URL(event.target.action).pathname !== '/sign-out') return;
    dropForms();
    caches.open(kept).then(async cache => (await cache.keys()).filter(one => one.url.includes('/ledgers/new/')).forEach(one => cache.delete(one)));
  });
}

async function showShelter() {
  const [waiting, forms] = [await listEntries(), await listForms()];
  fill('waiting', waiting.map(entry => row(
    entry.title, `${new Date(entry.writtenAt).toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short' })}记`, entry.problem,
    [link(`${entry.address}?waiting=${entry.key}`, '打开'), dropButton(entry)])));
  fill('forms', forms.map(form => row(link(form.address, form.title), '')));
}

function fill(id, rows) {
  const list = document.getElementById(id);
  list.replaceChildren(...rows);
  document.getElementById(`${id}-none`).hidden = rows.length > 0;
}

function row(title, under, problem, acts = []) {
  const item = make('li');
  const head = make('b');
  head.append(title);
  const end = make('span');
  end.append(...acts.flatMap((act, at) => at > 0 ? [' ', act] : [act]));
  item.append(head, end, make('span', 'jg-grey', under));
  if (problem) item.append(make('span', 'jg-list-line jg-wrong', problem));
  return item;
}

function dropButton(entry) {
  const button = make('button', 'jg-link', '删掉');
  button.type = 'button';
  button.addEventListener('click', async () => {
    if (!confirm(`“${entry.title}”还没有送出，删掉就没有了。确定删掉吗？`)) return;
    await dropEntry(entry.key);
    await sendAndTell();
  });
  return button;
}

function link(href, words) {
  const made = make('a', '', words);
  made.href = href;
  return made;
}

function make(tag, style = '', words = '') {
  const made = document.createElement(tag);
  if (style) made.className = style;
  if (words) made.textContent = words;
  return made;
}
