// What a page remembers stays in this browser, which may refuse to keep anything: values by key, under
// the page's own place. In IndexedDB, since Chromium on a busy machine now and then gives a page from
// the disk an empty localStorage, and forgets what that page then writes.
"use strict";
const keeping = (place) => {
  const hall = (() => {
    try {
      return new BroadcastChannel(place);
    } catch {
      return null; // then other windows hear of a change when they are opened anew
    }
  })();
  const opened = new Promise((done, failed) => {
    const request = indexedDB.open("socialplan", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("kept");
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  opened.catch(() => {}); // told by whoever asks for it

  const finished = (transaction) =>
    new Promise((done, failed) => {
      transaction.oncomplete = done;
      transaction.onabort = () => failed(transaction.error);
    });

  async function read() {
    const transaction = (await opened).transaction("kept");
    const all = IDBKeyRange.bound([place], [place, []]);
    const keys = transaction.objectStore("kept").getAllKeys(all);
    const values = transaction.objectStore("kept").getAll(all);
    await finished(transaction);
    return Object.fromEntries(keys.result.map(([, key], at) => [key, values.result[at]]));
  }

  let changes = 0;
  let lost = false; // from then on only the page itself has everything
  return {
    // All values, with what this page has changed meanwhile; nothing where not all could be kept.
    async load() {
      try {
        for (;;) {
          const before = changes;
          const found = await read();
          if (lost) return null;
          if (changes === before) return found;
        }
      } catch {
        return null;
      }
    },
    // Put values, or take them away where they are undefined; say whether that worked.
    async keep(values) {
      changes += 1;
      try {
        const transaction = (await opened).transaction("kept", "readwrite");
        const store = transaction.objectStore("kept");
        for (const [key, value] of Object.entries(values)) {
          if (value === undefined) store.delete([place, key]);
          else store.put(value, [place, key]);
        }
        transaction.commit?.(); // now: the page may be closed in the next moment
        await finished(transaction);
        hall?.postMessage("");
      } catch {
        lost = true;
      }
      return !lost;
    },
    onChangeElsewhere(listener) {
      hall?.addEventListener("message", listener);
      // A page that the reader goes back to has heard of nothing while it was away.
      addEventListener("pageshow", ({ persisted }) => persisted && listener());
    },
  };
};
