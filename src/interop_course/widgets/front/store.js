// Where a page of the book keeps what it keeps: the browser's own storage.
//
// From a folder some browsers give each file a storage of its own (Firefox does), and what is kept on one page is unknown
// on the next. There one file, in a frame of every page, keeps it for all of them: publish/in_browser/course-store.js.
import { h } from "./dom.js";
import { reach } from "./reach.js";

const PROBE = "interop-course.probe";
/** After the frame has loaded, a page waits no longer than this for its first word. */
const PATIENCE = 2000;

/** Call `begin` with the storage of a document, or with null where the browser keeps nothing; at once where it can be. */
export function withStorage(document, begin) {
  const own = reach(() => window.localStorage);
  const place = document.querySelector('meta[name="course-store"]')?.content;
  if (location.protocol === "file:" && place && own) ask(document, place, own, begin);
  else begin(own);
}

/** Ask the one file what it keeps. Without an answer the page's own storage has to do. */
function ask(document, place, own, begin) {
  const probe = `${PROBE}-${Math.random()}`;
  const frame = h("iframe", { src: place, title: "What this browser keeps for the course", tabindex: "-1", hidden: true });
  const shared = reach(() => (own.setItem(probe, ""), true));
  window.addEventListener("message", hear);
  frame.addEventListener("load", () => setTimeout(() => settle(null), PATIENCE));
  document.body.append(frame);

  function hear({ source, data }) {
    if (source === frame.contentWindow && data?.kept !== undefined) settle(data.kept);
  }

  function settle(kept) {
    if (!begin) return;
    const next = begin;
    begin = null;
    window.removeEventListener("message", hear);
    reach(() => own.removeItem(probe));
    const isApart = shared && kept && kept[probe] === undefined;
    next(isApart ? framed(frame, kept) : own);
    if (!isApart) frame.remove();
  }
}

/** A storage whose texts lie with the frame; `kept` are those that it had when it was asked. */
function framed(frame, kept) {
  const texts = new Map(Object.entries(kept));
  let isFull = false;
  window.addEventListener("message", ({ source, data }) => {
    if (source !== frame.contentWindow) return;
    if (data?.refused) isFull = true;
    if (data?.changed) changed(data.changed);
  });
  return {
    get length() {
      return texts.size;
    },
    key: (n) => [...texts.keys()][n] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem(key, text) {
      if (isFull) throw new Error("The storage is full.");
      put(key, text);
      send(key, text);
    },
    removeItem(key) {
      put(key, null);
      send(key, null);
    },
  };

  function send(key, text) {
    frame.contentWindow.postMessage({ keep: { key, text } }, "*");
  }

  function put(key, text) {
    if (text === null) texts.delete(key);
    else texts.set(key, text);
  }

  /** Another tab changed something: told as a browser tells it. */
  function changed({ key, text }) {
    if (key === null) texts.clear();
    else put(key, text);
    window.dispatchEvent(new StorageEvent("storage", { key }));
  }
}
