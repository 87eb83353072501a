// A question card: the frame around every kind of question. What a kind draws is in a file of its own.
import { choosing } from "./choosing.js";
import { confidence, stopwatch } from "./confidence.js";
import { h, tell } from "./dom.js";
import { field } from "./field.js";
import { grade, isSealed } from "./grading.js";
import { matching } from "./matching.js";
import { number } from "./number.js";
import { ordering } from "./ordering.js";
import { verdict } from "./verdict.js";

/**
 * Each draws a state, told `changed()` and `say(text)`, and hands back { hint, body, given(), set(given),
 * missing(given), mark(remarks, everything), focus() }: `missing` says what an answer still lacks, "" if nothing.
 */
const DRAW = { single: choosing, multiple: choosing, decision: choosing, ordering, matching, numeric: number, field };

/**
 * Draw one question, and return its handle:
 * { given(), set(given), focus(), recall(answers), note(item, text), reveal(given) }.
 *
 * context.mode is "practice" (the default: Check gives the reasons at once, and it can be tried again) or "exam" (no
 * check and no reasons; what is given is told as it changes). A sealed state is always an exam. Nothing is submitted
 * by moving: only the Check button, or Enter, checks.
 */
export function question(root, state, { book = null, mode = "practice" } = {}) {
  const versions = state.instances?.length ? state.instances : [state];
  const exam = mode === "exam" || isSealed(versions[0]);
  const status = h("div", { class: "ic-feedback", role: "status" });
  const remark = h("p", { class: "ic-remark" });
  const place = h("fieldset", { class: "ic-asked" });
  const sure = confidence();
  const actions = drawActions();
  const form = h("form", { class: "ic-card", onsubmit: check, oninput: changedBy });
  form.append(place, ...(exam ? [] : [sure.element, actions.element]), status, remark);
  const elapsed = stopwatch(form);
  let now = null;
  let kind = null;
  let judged = false;
  draw(versions[0]);
  root.append(form);
  return { given: () => kind.given(), set, focus: () => place.firstElementChild.focus(), recall, note, reveal };

  function draw(version) {
    now = version;
    kind = DRAW[now.kind](now, { changed, say });
    place.replaceChildren(
      h("legend", { tabindex: "-1" }, now.stem),
      h("p", { class: "ic-facts" }, kind.hint),
      ...[kind.body].flat(Infinity).filter(Boolean),
    );
  }

  function drawActions() {
    const again = h("button", { type: "button", class: "ic-button", hidden: true, onclick: clear }, "Try again");
    const others = h("button", { type: "button", class: "ic-button", hidden: versions.length < 2, onclick: next }, "Other numbers");
    const first = h("button", { type: "submit", class: "ic-button ic-primary" }, "Check");
    return { again, element: h("div", { class: "ic-actions" }, first, again, others) };
  }

  function say(text) {
    status.replaceChildren(...(text ? [h("p", {}, text)] : []));
  }

  /** How sure one is, is no part of the answer. */
  function changedBy({ target }) {
    if (target.name !== "confidence") changed();
  }

  function changed() {
    if (judged) sure.clear();
    unmark();
    tellGiven();
  }

  function tellGiven() {
    tell(root, "given", { item: now.id, seed: now.seed ?? null, given: kind.given() });
  }

  function check(event) {
    event.preventDefault();
    if (exam) return;
    const lacks = kind.missing(kind.given());
    if (lacks) return say(lacks);
    const mark = grade(now, kind.given());
    unmark();
    show(mark, false);
    const { item, seed, given, right } = mark;
    tell(root, "answer", { item, seed, given, right, confidence: sure.value(), seconds: elapsed() });
  }

  function show(mark, everything) {
    judged = true;
    kind.mark(mark.remarks, everything);
    status.replaceChildren(...verdict(now, mark, { book, everything }));
    actions.again.hidden = everything;
  }

  function unmark() {
    judged = false;
    kind.mark([], false);
    say("");
    actions.again.hidden = true;
    remark.textContent = "";
  }

  function set(given) {
    kind.set(given);
    unmark();
  }

  function clear() {
    set([]);
    sure.clear();
    kind.focus();
    tellGiven();
  }

  function next() {
    const at = (versions.indexOf(now) + 1) % versions.length;
    draw(versions[at]);
    sure.clear();
    unmark();
    say(`Other numbers: set ${at + 1} of ${versions.length}.`);
    place.firstElementChild.focus();
    tellGiven();
  }

  /**
   * Show an answer kept from before, of { item: { given, seed, right } }. It is not announced as news, and it comes too
   * late for a learner who has begun to answer.
   */
  function recall(answers) {
    const kept = kind.given().length ? null : answers[state.id];
    const version = kept && versions.find(({ seed = null }) => seed === (kept.seed ?? null));
    if (!version) return;
    if (version !== now) draw(version);
    set(kept.given);
    remark.textContent = BEFORE.get(kept.right) ?? BEFORE.get(null);
  }

  /** A calm remark of the host on an answer, for instance that it could not be kept. */
  function note(item, text) {
    if (item === state.id) remark.textContent = text;
  }

  /** Show an answer with its marks, every reason and the right answer, to be read and not changed. */
  function reveal(given) {
    set(given);
    place.disabled = true;
    sure.element.remove();
    actions.element.remove();
    if (!isSealed(now)) show(grade(now, given), true);
  }
}

const BEFORE = new Map([
  [true, "You answered this before, rightly."],
  [false, "You answered this before, not rightly."],
  [null, "You answered this before."],
]);
