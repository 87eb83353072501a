// The host for pages of the book: bring every stored widget to life where it stands.
import { openAnswers } from "./answers.js";
import { h } from "./dom.js";
import { mount } from "./mount.js";

const NO_PYTHON = { ok: false, error: "no-python", hint: "This page runs no Python. Open the lesson in JupyterLab." };

/** Mount every `.ic-widget` of the document. Its fallback stays in place for print. */
export function start(document) {
  const answers = openAnswers(reach(() => window.localStorage));
  for (const place of document.querySelectorAll(".ic-widget[data-widget]")) {
    try {
      bringToLife(place, answers);
    } catch (error) {
      console.error("the widget keeps its fallback:", error);
    }
  }
}

function bringToLife(place, answers) {
  const state = JSON.parse(place.querySelector(':scope > script[type="application/json"]').textContent);
  const fallback = place.querySelector(":scope > .ic-fallback");
  borrowImages(state, fallback);
  const live = h("div");
  place.append(live);
  const handle = mount(live, state, async () => NO_PYTHON);
  place.classList.add("ic-alive");
  if (!handle.recall) return;
  handle.recall(answers.all());
  if (answers.notice) live.prepend(h("p", { class: "ic-remark", role: "note" }, answers.notice));
  live.addEventListener("ic:answer", ({ detail: { item, chosen, right } }) => {
    handle.note(item, answers.keep(item, { chosen, right }));
  });
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
