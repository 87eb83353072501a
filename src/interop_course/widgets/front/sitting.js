// A final being taken: one question at a time, a list of all of them, and a last step before it is finished.
import { button } from "./button.js";
import { h, roomy } from "./dom.js";
import { question } from "./question.js";
import { counting, empty, now } from "./record.js";
import { count, moment } from "./words.js";

/** Milliseconds after the last change before an answer goes into the record; going on keeps it at once. */
const SETTLED = 400;
/** When the page is left. Where a frame keeps the record, the second one is too late for it; phones know the second only. */
const LEAVING = ["beforeunload", "pagehide"];

/** How far an open sitting is: "24 November 2026 at 10:05, 3 of 30 questions answered". */
export function farText(sitting, kept) {
  const answered = Object.values(counting(kept, sitting)).filter(({ given }) => given.length).length;
  return `${moment(sitting.started)}, ${answered} of ${count(sitting.draw.length, "question")} answered`;
}

/**
 * Take a sitting up where it was left. `questions` are as `drawn` gives them; `finish()` is called once.
 *
 * Returns { element, focus(), leave() }.
 */
export function takeSitting({ sitting, questions, context, finish, away }) {
  const answers = new Map();
  const seconds = new Map();
  const heading = h("h3", { class: "ic-title", tabindex: "-1" });
  const counted = h("p", { class: "ic-facts" });
  const place = h("div", { class: "ic-place" });
  const remark = h("p", { class: "ic-remark", role: "status" });
  const list = numberList(questions, go);
  const back = button("Previous", () => at && go(at - 1));
  const on = button("", () => go(at + 1), true);
  const stop = button("To the last step", () => go(questions.length));
  const leaving = button("Leave it for now", away);
  const element = h(
    "div",
    { class: "ic-sitting" },
    heading,
    counted,
    place,
    h("div", { class: "ic-actions" }, back, on, stop, leaving),
    remark,
    list.element,
  );
  let changed = null;
  let timer = null;
  let shownAt = 0;
  let at = 0;
  let over = false;
  place.addEventListener("ic:given", heard);
  for (const event of LEAVING) window.addEventListener(event, keep);
  const unwatch = context.record.watch(follow);
  recall();
  const open = questions.findIndex(({ id }) => !answers.get(id).length);
  show(open < 0 ? questions.length : open);
  return { element, focus: () => heading.focus(), leave };

  /** What the record has of this sitting, also from another tab; a change that is not kept yet stands before it. */
  function recall() {
    const kept = counting(context.record.now(), sitting);
    for (const { id } of questions) {
      if (changed?.item === id) continue;
      answers.set(id, kept[id]?.given ?? []);
      seconds.set(id, kept[id]?.seconds ?? 0);
    }
  }

  function follow() {
    recall();
    recount();
  }

  function go(to) {
    keep();
    show(to);
    heading.focus();
  }

  function show(to) {
    at = Math.min(Math.max(to, 0), questions.length);
    shownAt = performance.now();
    const last = at === questions.length;
    heading.textContent = last ? "The last step" : `Question ${at + 1} of ${questions.length}`;
    place.replaceChildren();
    if (last) place.append(...lastStep());
    else drawQuestion(questions[at]);
    back.setAttribute("aria-disabled", String(at === 0));
    on.hidden = last;
    on.textContent = at === questions.length - 1 ? "To the last step" : "Next";
    stop.hidden = at >= questions.length - 1;
    recount();
  }

  function drawQuestion({ id, question: state }) {
    const card = question(place, state, { ...context, mode: "exam" });
    if (answers.get(id).length) card.set(answers.get(id));
  }

  function lastStep() {
    const open = questions.filter(({ id }) => !answers.get(id).length);
    const many = open.length === 1 ? "1 question is" : `${open.length} questions are`;
    const jump = ({ n }) => h("li", {}, button(`Question ${n}`, () => go(n - 1)));
    return [
      open.length
        ? h("p", {}, `${many} not answered. An unanswered question counts as not right.`)
        : h("p", {}, `All ${questions.length} questions are answered.`),
      open.length ? h("ul", { class: "ic-numbers", "aria-label": "Not answered" }, open.map(jump)) : null,
      h("p", {}, "Once you finish, the answers of this final stand."),
      h("div", { class: "ic-actions" }, button("Finish", end, true)),
    ].filter(Boolean);
  }

  function heard(event) {
    event.stopPropagation();
    const { item, seed, given } = event.detail;
    answers.set(item, given);
    changed = { item, seed, given };
    clearTimeout(timer);
    timer = setTimeout(keep, SETTLED);
    recount();
  }

  /** Put the last change into the record, unless it was cleared. A question's seconds add up over its visits. */
  async function keep() {
    clearTimeout(timer);
    if (!changed) return;
    const { item, seed, given } = changed;
    changed = null;
    if (!context.record.now().sittings.some(({ id }) => id === sitting.id)) return;
    seconds.set(item, seconds.get(item) + Math.round((performance.now() - shownAt) / 1000));
    shownAt = performance.now();
    const answer = { item, seed, given, right: null, confidence: null, seconds: seconds.get(item), at: now() };
    const fault = await context.record.add({ ...empty(), answers: [{ ...answer, sitting: sitting.id }] });
    remark.textContent = fault;
    if (fault) follow();
  }

  function recount() {
    const done = questions.filter(({ id }) => answers.get(id).length).length;
    counted.textContent = `${done} of ${questions.length} answered. Nothing is marked before you finish.`;
    list.recount(at, (id) => answers.get(id).length > 0);
  }

  async function end() {
    if (over) return;
    over = true;
    await keep();
    finish();
  }

  function leave() {
    keep();
    unwatch();
    for (const event of LEAVING) window.removeEventListener(event, keep);
  }
}

/** The numbers of all questions, each saying in text whether it is answered. */
function numberList(questions, go) {
  const rows = questions.map(({ id, n }) => {
    const word = h("span", { class: "ic-number-word" });
    const to = button(h("span", {}, `${n} `), () => go(n - 1));
    to.append(word);
    return { id, to, word };
  });
  const summary = h("summary", {}, "All questions");
  const numbers = h("ol", { class: "ic-numbers" }, rows.map(({ to }) => h("li", {}, to)));
  const list = h("details", { open: roomy() }, summary, numbers);
  const element = h("nav", { class: "ic-all", "aria-label": "All questions" }, list);
  return { element, recount };

  function recount(at, isAnswered) {
    rows.forEach(({ id, to, word }, i) => {
      word.textContent = isAnswered(id) ? "✓ answered" : "open";
      to.classList.toggle("ic-answered", isAnswered(id));
      if (i === at) to.setAttribute("aria-current", "step");
      else to.removeAttribute("aria-current");
    });
  }
}
