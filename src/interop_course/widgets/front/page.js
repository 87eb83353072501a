// The host for pages of the book: bring every stored widget to life where it stands.
import { h } from "./dom.js";
import { KEY, SEALED_KEY, openRecord } from "./keeping.js";
import { mount } from "./mount.js";
import { showProgress } from "./progress.js";
import { openPython } from "./python.js";
import { practice, practised } from "./record.js";

// Known while the script is first run only.
const SCRIPT = document.currentScript?.src ?? null;

/** The widgets that use the learning record: what is to be said of it, they say. */
const KEEPING = ["final", "question", "quiz", "record", "review", "sealed"];

/** Mount every `.ic-widget` of the document. Its fallback stays in place for print. */
export function start(document) {
  const storage = reach(() => window.localStorage);
  const isSealed = document.querySelector('.ic-widget[data-widget="sealed"]') !== null;
  const record = openRecord(storage, window, isSealed ? SEALED_KEY : KEY);
  const python = openPython(SCRIPT, storage);
  document.querySelector(".bd-footer-content")?.append(python.preference());
  showProgress(document, record, storage);
  for (const place of document.querySelectorAll(".ic-widget[data-widget]")) {
    try {
      bringToLife(place, record, python);
    } catch (error) {
      console.error("the widget keeps its fallback:", error);
    }
  }
}

function bringToLife(place, record, python) {
  const state = JSON.parse(place.querySelector(':scope > script[type="application/json"]').textContent);
  const fallback = place.querySelector(":scope > .ic-fallback");
  borrowImages(state, fallback);
  const live = h("div");
  place.append(live);
  const handle = mount(live, state, python.near(live), record);
  place.classList.add("ic-alive");
  if (KEEPING.includes(state.widget) && record.notice()) {
    live.prepend(h("p", { class: "ic-remark", role: "note" }, record.notice()));
  }
  if (!handle.recall) return;
  handle.recall(practised(record.now()));
  live.addEventListener("ic:answer", async ({ detail }) => handle.note(detail.item, await record.add(practice(detail))));
}

/** The state in a page leaves out what the fallback shows already: the images, in order. */
function borrowImages(state, fallback) {
  const shown = [...fallback.querySelectorAll("img")];
  for (const record of state.records ?? []) {
    for (const field of record.fields) if (field.image) field.image.src = shown.shift().src;
  }
}

function reach(get) {
  try {
    return get();
  } catch {
    return null;
  }
}
