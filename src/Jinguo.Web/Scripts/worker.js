// The worker of this site: with network it only looks on; without, it opens the forms of 记一笔 that were opened before
// and keeps what is sent with them. Everything else leads to /offline, which says so.
import { entryOf, kept, putEntry, shelter } from './offline/waiting.js';

const isForm = url => url.pathname.startsWith('/ledgers/new/');
const isPart = url => url.pathname.startsWith('/built/') || url.pathname === '/icon.svg';

self.addEventListener('install', event => {
  self.skipWaiting();
  event.waitUntil(caches.open(kept).then(cache => cache.add(shelter)));
});
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === 'POST' && request.mode === 'navigate' && isForm(url)) event.respondWith(send(request, url));
  else if (request.method === 'GET' && request.mode === 'navigate') event.respondWith(show(request, url));
  else if (request.method === 'GET' && isPart(url)) event.respondWith(part(request));
});

/** A page: from the network; a form that was opened before from here; else the shelter. */
async function show(request, url) {
  try {
    const response = await fetch(request);
    if (response.ok && (isForm(url) || url.pathname === shelter)) await keep(request, response);
    return response;
  } catch {
    const form = isForm(url) && await find(request);
    return form ? await withNewKey(form) : await (await caches.open(kept)).match(shelter) ?? Response.error();
  }
}

/** Each entry of a form that is opened again and again has a key of its own. The page learns that it was kept. */
async function withNewKey(form) {
  const page = (await form.text())
    .replace(/(<input type="hidden" name="key" value=")[^"]*"/, `$1${newKey()}"`)
    .replace(' data-offline=', ' data-kept$&');
  return new Response(page, { headers: form.headers });
}

/** A UUID of version 7: milliseconds first, then chance. */
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let at = 5, time = Date.now(); at >= 0; at--, time = Math.floor(time / 256)) bytes[at] = time % 256;
  bytes[6] = bytes[6] & 0x0f | 0x70;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}

/** What the kept pages are drawn with. */
async function part(request) {
  try {
    const response = await fetch(request);
    if (response.ok) await keep(request, response);
    return response;
  } catch {
    return await find(request) ?? Response.error();
  }
}

/** A form that is sent: to the server; where that cannot be reached, among what waits. */
async function send(request, url) {
  const copy = request.clone();
  try {
    return await fetch(request);
  } catch {
    const entry = entryOf(url.pathname, [...await copy.formData()]);
    await putEntry(entry);
    return Response.redirect(`${shelter}?kept=${entry.key}`, 303);
  }
}

/** One copy of each address, whatever its query: the query of a part is its version. */
async function keep(request, response) {
  const cache = await caches.open(kept);
  await cache.delete(request, { ignoreSearch: true });
  await cache.put(request, response.clone());
}

async function find(request) {
  return (await caches.open(kept)).match(request, { ignoreSearch: true, ignoreVary: true });
}
