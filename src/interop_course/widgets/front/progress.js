// Which lessons are done: a mark in the side bar, a button at the end of a lesson, and the way back to where one was.
import { button } from "./button.js";
import { h } from "./dom.js";
import { reach } from "./reach.js";
import { done, hasAny, isDone } from "./record.js";

/** The lesson looked at last. It is no part of the record: nobody else needs to know it. */
const PLACE = "interop-course.place";
/** They lie beside the lessons, and are never done. */
const NO_LESSONS = ["review", "final"];
const ALL_DONE = "final";
const DONE = "Marked as done, here and in the list of pages.";
const DONE_HERE = "Marked as done on this page only: this browser keeps nothing.";

/** Show progress on a page of the book, and follow the record. Nothing above the end of the text changes its place. */
export function showProgress(document, record, storage) {
  const links = [...document.querySelectorAll(".bd-docs-nav a.internal")];
  const lessons = links.map((link) => ({ link, name: nameOf(link.href) })).filter(({ name }) => isLesson(name));
  const here = nameOf(document.location.href);
  const finish = isLesson(here) ? finishing(record, here) : null;
  if (finish) {
    remember(storage, here);
    document.querySelector(".bd-article")?.append(finish.element);
  }
  const way = document.querySelector(".course-continue");
  let had = hasAny(record.now());
  const follow = () => {
    // Whoever clears the record on a shared computer leaves no place behind either.
    if (had && !hasAny(record.now())) forget(storage);
    had = hasAny(record.now());
    for (const { link, name } of lessons) mark(link, isDone(record.now(), name));
    finish?.follow();
    if (way) pointTo(way, links, lessons, record.now(), remembered(storage));
  };
  record.watch(follow);
  follow();
}

/** The name of a page in the folder of the lessons, or "". */
function nameOf(href) {
  return /\/notebooks\/([a-z0-9-]+)\.html$/.exec(new URL(href).pathname)?.[1] ?? "";
}

function isLesson(name) {
  return name !== "" && !NO_LESSONS.includes(name);
}

function mark(link, isMarked) {
  const found = link.querySelector(".course-done");
  if (isMarked && !found) {
    const said = h("span", { class: "course-unseen" }, " (done)");
    link.append(h("span", { class: "course-done" }, h("span", { "aria-hidden": "true" }, "✓"), said));
  } else if (!isMarked) found?.remove();
}

function finishing(record, name) {
  const press = button("", finish);
  const said = h("p", { class: "ic-remark", role: "status" });
  const element = h("div", { class: "ic ic-finish" }, h("div", { class: "ic-actions" }, press), said);
  return { element, follow };

  function follow() {
    const is = isDone(record.now(), name);
    press.textContent = is ? "✓ This lesson is done" : "Mark this lesson as done";
    press.setAttribute("aria-disabled", String(is));
  }

  async function finish() {
    if (isDone(record.now(), name)) return;
    said.textContent = (await record.add(done(name))) || (record.isKept() ? DONE : DONE_HERE);
  }
}

/**
 * Where to go on: the lesson looked at last, or the next one that is not done, or the final. A record brought in from
 * elsewhere does not say what was looked at last: then it is the lesson after those that are done.
 */
function pointTo(way, links, lessons, kept, last) {
  const looked = lessons.findIndex(({ name }) => name === last);
  const at = looked < 0 ? lessons.map(({ name }) => isDone(kept, name)).lastIndexOf(true) : looked;
  if (at < 0) return;
  const open = [...lessons.slice(at), ...lessons.slice(0, at)].find(({ name }) => !isDone(kept, name));
  const link = open?.link ?? links.find(({ href }) => nameOf(href) === ALL_DONE);
  if (!link) return;
  const lead = open ? (open.name === last ? "Continue where you left: " : "Go on with ") : "Every lesson is done. Now ";
  const text = link.firstChild.textContent.trim();
  way.replaceChildren(h("p", {}, lead, h("a", { href: link.href }, open ? text : "take the final"), "."));
}

/** Without a store the way back is the list of pages. */
function remember(storage, name) {
  reach(() => storage.setItem(PLACE, name));
}

function forget(storage) {
  reach(() => storage.removeItem(PLACE));
}

function remembered(storage) {
  return reach(() => storage.getItem(PLACE));
}
