// In a frame of every page that is opened from a folder: what the browser keeps for all of them. Some browsers give each
// file a storage of its own, so this file keeps it. From a server nobody is answered: pages keep for themselves there.
(() => {
  "use strict";
  if (location.protocol !== "file:" || parent === window) return;
  const tell = (news) => parent.postMessage(news, "*");

  addEventListener("message", ({ source, data }) => {
    if (source !== parent || !data?.keep) return;
    const { key, text } = data.keep;
    try {
      if (text === null) localStorage.removeItem(key);
      else localStorage.setItem(key, text);
    } catch {
      tell({ refused: key });
    }
  });
  addEventListener("storage", ({ key, newValue }) => tell({ changed: { key, text: newValue } }));

  try {
    tell({ kept: { ...localStorage } });
  } catch {
    tell({ kept: null });
  }
})();
