// A final under supervision: this page holds no key. It takes answers, and hands them over as a file.
import { button } from "./button.js";
import { anyId } from "./chance.js";
import { h } from "./dom.js";
import { shown } from "./drawing.js";
import { clearing, nameField, naming } from "./owner.js";
import { save } from "./paper.js";
import { empty, faultOfName, now } from "./record.js";
import { farText, takeSitting } from "./sitting.js";
import { count } from "./words.js";

/** Draw a sealed final: its terms, the sitting, and the answer file at its end. */
export function sealedFinal(root, state, context) {
  const { record } = context;
  const said = h("p", { class: "ic-remark", role: "alert" });
  const place = h("div", {});
  let view = null;
  root.append(said, place);
  record.open().then(() => toNext(false));
  return {};

  /** The sitting of this final in the record: the page can be left and opened again. */
  function ours() {
    return record.now().sittings.find(({ seed, content, draw }) => {
      const same = JSON.stringify(draw) === JSON.stringify(entries());
      return seed === state.seed && content === state.content && same;
    });
  }

  function entries() {
    return state.questions.map(({ id, seed }) => ({ item: id, seed: seed ?? null }));
  }

  function toNext(focus = true) {
    const sitting = ours();
    const next = sitting?.ended ? handOver : start;
    show(next(state, sitting, context, { begin, goOn, toNext }), focus);
  }

  function show(next, focus = true) {
    view?.leave();
    view = next;
    place.replaceChildren(view.element);
    if (focus) view.focus();
  }

  async function begin() {
    const { seed, course, content } = state;
    const sitting = { id: anyId(), seed, course, content, started: now(), ended: null, draw: entries() };
    said.textContent = await record.add({ ...empty(), sittings: [sitting] });
    goOn(sitting);
  }

  function goOn(sitting) {
    const questions = state.questions.map((question, at) => {
      const entry = sitting.draw[at];
      return { n: at + 1, id: entry.item, seed: entry.seed, question: shown(question, entry, sitting.seed, at) };
    });
    show(takeSitting({ sitting, questions, context, finish: () => end(sitting), away: () => toNext() }));
  }

  async function end(sitting) {
    said.textContent = await record.add({ ...empty(), sittings: [{ ...sitting, ended: now() }] });
    toNext();
  }
}

function start(state, sitting, context, { begin, goOn, toNext }) {
  const heading = h("h3", { class: "ic-title", tabindex: "-1" }, "The final, under supervision");
  const go = sitting ? () => goOn(sitting) : begin;
  const element = h(
    "div",
    { class: "ic-start" },
    heading,
    h("ul", { class: "ic-terms" }, state.terms.map((term) => h("li", {}, term))),
    h("p", { class: "ic-facts" }, `Check digest: ${state.digest}. Your instructor's key has the same.`),
    sitting ? h("p", { class: "ic-open" }, `Begun on ${farText(sitting, context.record.now())}.`) : null,
    h("div", { class: "ic-actions" }, button(sitting ? "Go on with it" : "Begin", go, true)),
    sitting ? another(context, toNext) : null,
  );
  return { element, focus: () => heading.focus(), leave() {} };
}

/** After the end: the answers as a file, with the name that the learner puts on it. No result is shown. */
function handOver(state, sitting, context, { toNext }) {
  const { record } = context;
  const heading = h("h3", { class: "ic-title", tabindex: "-1" }, "Finished: save your answer file");
  const said = h("p", { class: "ic-remark", role: "status" });
  const name = nameField(record.now().name);
  const form = naming("Your name, as your instructor knows you ", name, "Save the answer file", hand, true);
  const element = h(
    "div",
    { class: "ic-report" },
    heading,
    h("p", {}, "Hand the file to your instructor, who marks it. Nothing is marked here: this page holds no key."),
    h("p", { class: "ic-facts" }, `Check digest: ${state.digest}. Sitting: ${sitting.id}.`),
    form,
    said,
    another(context, toNext),
  );
  return { element, focus: () => heading.focus(), leave() {} };

  function hand(event) {
    event.preventDefault();
    const text = name.value.trim() || null;
    const fault = text && faultOfName(text);
    if (fault) return (said.textContent = fault);
    const file = `answers-${sitting.id}.json`;
    const answers = record.now().answers.filter((answer) => answer.sitting === sitting.id);
    save(file, `${JSON.stringify({ ...empty(), name: text, answers, sittings: [sitting] }, null, 2)}\n`);
    said.textContent = `Saved as ${file}, with ${count(answers.length, "entry", "entries")}. You can save it again.`;
  }
}

/** On a computer that several learners use one after the other. */
function another(context, toNext) {
  const summary = h("summary", {}, "Not you? Let another learner begin");
  return h("details", { class: "ic-owner" }, summary, clearing(context, () => toNext()));
}
