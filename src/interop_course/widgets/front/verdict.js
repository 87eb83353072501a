// How an answer is judged in words, beside the answer and below it. A sign and a word carry it; colour only helps.
import { h } from "./dom.js";
import { sources } from "./sources.js";

/** Mark one part of a question: true, false, "missed", or undefined for no mark. */
export function verdictWord(element, word, right, [good, bad] = ["right", "not right"]) {
  element.classList.toggle("ic-right", right === true);
  element.classList.toggle("ic-wrong", right === false);
  element.classList.toggle("ic-belongs", right === "missed");
  word.textContent = { true: `✓ ${good}`, false: `✗ ${bad}`, missed: "→ belongs to the answer" }[right] ?? "";
}

/** The verdict on an answer and its reasons. `everything` tells the right answer too; else it can be tried again. */
export function verdict(state, mark, { book, everything = false }) {
  const told = mark.remarks.filter(({ given }) => given || (everything && !TEXTS[state.kind]));
  return [
    h("p", { class: mark.right ? "ic-right" : "ic-wrong" }, h("strong", {}, headline(state, mark, everything))),
    told.map((remark) => reason(state, remark, everything, book)),
    everything && !mark.right ? solution(state, book) : null,
  ].flat().filter(Boolean);
}

function headline(state, { right, given, remarks }, everything) {
  if (right) return "✓ Right.";
  if (!given.length) return "✗ Not answered.";
  const good = remarks.filter((remark) => remark.right && remark.given).length;
  const left = remarks.length - good;
  if (state.kind === "multiple" && remarks.every((remark) => remark.right)) {
    const more = `${left} more ${left === 1 ? "answer belongs" : "answers belong"} to it.`;
    return everything ? `✗ Not right: ${more}` : `Right so far, and not complete: ${more}`;
  }
  const still = everything ? "Not right" : "Not right yet";
  if (state.kind === "ordering") return `✗ ${still}: ${good} of ${remarks.length} steps in their place.`;
  if (state.kind === "matching") return `✗ ${still}: ${good} of ${remarks.length} lines matched.`;
  return `✗ ${still}.`;
}

function reason(state, remark, everything, book) {
  return h(
    "div",
    { class: "ic-reason" },
    h("p", {}, h("q", {}, (TEXTS[state.kind] ?? partText)(state, remark)), " — ", WORDS[state.kind](state, remark, everything), " ", remark.reason),
    sources(remark.sources, book),
  );
}

const chosen = (_, { right, given }) => (given ? (right ? "right." : "not right.") : "belongs to the answer.");

const WORDS = {
  single: chosen,
  multiple: chosen,
  decision: chosen,
  numeric: chosen,
  field: chosen,
  ordering: (state, { part, right }, everything) => {
    if (right) return "in its place.";
    return everything ? `belongs at place ${state.steps.find(({ id }) => id === part).place}.` : "not in its place.";
  },
  matching: (state, { part, right, given }, everything) => {
    const text = (choice) => state.choices.find(({ id }) => id === choice).text;
    const own = given ? `${text(given)}: ${right ? "right." : "not right."}` : "no match given.";
    return right || !everything ? own : `${own} Its match: ${text(state.rows.find(({ id }) => id === part).choice)}.`;
  },
};

const partText = (_, { text }) => text;

const TEXTS = {
  numeric: (_, { given }) => given,
  field: ({ message }, { given }) => fieldText(message, given),
};

/** The right answer of a kind whose remarks do not hold it. */
function solution(state, book) {
  if (!TEXTS[state.kind]) return null;
  const right = state.kind === "field" ? fieldText(state.message, state.key[0]) : `${state.key.number} ${state.key.unit}`;
  return h("div", { class: "ic-reason" }, h("p", {}, "The answer: ", h("q", {}, right), ". ", state.reason), sources(state.sources, book));
}

/** A field of a message in words: "2.059 SRF, Search results findings". */
function fieldText({ records }, tag) {
  const { mnemonic, name } = records.flatMap(({ fields }) => fields).find((each) => each.tag === tag);
  return [`${tag} ${mnemonic}`, name].filter(Boolean).join(", ");
}
