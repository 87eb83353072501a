// The host for pages of the book: bring every stored widget to life where it stands.
import { button } from "./button.js";
import { h } from "./dom.js";
import { KEY, SEALED_KEY, openRecord } from "./keeping.js";
import { mount } from "./mount.js";
import { saveRecord } from "./owner.js";
import { showProgress } from "./progress.js";
import { openPython } from "./python.js";
import { practice, practised } from "./record.js";
import { withStorage } from "./store.js";

// Known while the script is first run only.
const SCRIPT = document.currentScript?.src ?? null;

/** The widgets that use the learning record: what is to be said of it, they say. */
const KEEPING = ["final", "question", "quiz", "record", "review", "sealed"];
/** Those of them that offer a file of it themselves. */
const SAVING = ["record", "sealed"];

/** Mount every `.ic-widget` of the document. Its fallback stays in place for print. */
export function start(document) {
  withStorage(document, (storage) => begin(document, storage));
}

function begin(document, storage) {
  const isSealed = document.querySelector('.ic-widget[data-widget="sealed"]') !== null;
  const record = openRecord(storage, window, isSealed ? SEALED_KEY : KEY);
  const python = openPython(SCRIPT, storage);
  const footer = document.querySelector(".bd-footer-content");
  if (footer) python.offer(footer);
  for (const link of document.querySelectorAll(".course-lab a")) python.guard(link);
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
  if (KEEPING.includes(state.widget)) live.prepend(notice(state, record));
  if (!handle.recall) return;
  handle.recall(practised(record.now()));
  live.addEventListener("ic:answer", async ({ detail }) => handle.note(detail.item, await record.add(practice(detail))));
}

/** What is to be said of the record, where there is something; what the browser does not keep can be saved beside it. */
function notice(state, record) {
  const element = h("div", { class: "ic-notice", role: "note" });
  const save = button("Save it as a file", () => saveRecord(record.now()));
  record.watch(follow);
  follow();
  return element;

  function follow() {
    const text = record.notice();
    const isLost = !record.isKept() && !SAVING.includes(state.widget);
    element.hidden = !text;
    element.replaceChildren(...(text ? [h("p", { class: "ic-remark" }, text)] : []), ...(isLost ? [save] : []));
  }
}

/** The state in a page leaves out what the fallback shows already: the images, in order. */
function borrowImages(state, fallback) {
  const shown = [...fallback.querySelectorAll("img")];
  for (const record of state.records ?? []) {
    for (const field of record.fields) if (field.image) field.image.src = shown.shift().src;
  }
}
