// What was written without network waits in this browser: one entry for each form of 记一笔, under the client key that
// the form carries, so that sending it twice saves it once. Used by the pages and by the worker.
/** The pages and parts that open without network. */
export const kept = 'jinguo-offline-1';

/** The page that opens where no other does. */
export const shelter = '/offline';

const name = 'jinguo';
const entries = 'waiting';
const forms = 'forms';

/** An entry: { key, account, address, title, fields: [[name, text or file]], writtenAt, problem }. */
export const putEntry = entry => change(entries, store => store.put(entry));
export const dropEntry = key => change(entries, store => store.delete(key));
export const findEntry = key => read(entries, store => store.get(key));
export const listEntries = () => read(entries, store => store.getAll());

/** A form that opens without network: { address, title }. */
export const putForm = form => change(forms, store => store.put(form));
export const listForms = () => read(forms, store => store.getAll());
export const dropForms = () => change(forms, store => store.clear());

/** The entry that a form would send. */
export function entryOf(address, fields) {
  const value = field => fields.find(([one]) => one === field)?.[1] ?? '';
  return { key: value('key'), account: value('account'), title: value('title'), address, fields: fields.filter(([one]) => !one.startsWith('__')), writtenAt: Date.now(), problem: null };
}

async function change(store, act) {
  const transaction = (await open()).transaction(store, 'readwrite');
  act(transaction.objectStore(store));
  await new Promise((done, failed) => {
    transaction.oncomplete = done;
    transaction.onerror = transaction.onabort = () => failed(transaction.error);
  });
}

async function read(store, ask) {
  return settled(ask((await open()).transaction(store).objectStore(store)));
}

let opened;
function open() {
  return opened ??= (() => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(entries, { keyPath: 'key' });
      request.result.createObjectStore(forms, { keyPath: 'address' });
    };
    return settled(request);
  })();
}

function settled(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}
