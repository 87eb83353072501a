// A question to choose from: native radios for one answer, boxes for several; a case has its facts above them.
import { h } from "./dom.js";
import { verdictWord } from "./verdict.js";

const HINTS = {
  single: "Choose one answer.",
  multiple: "Choose every answer that is right.",
  decision: "Judge the case by the rules of the packet. Choose one answer.",
};

/** Draw the options. What all kinds of question hand back is said in question.js. */
export function choosing(state) {
  const type = state.kind === "multiple" ? "checkbox" : "radio";
  const rows = state.options.map((option) => optionRow(option, type));
  return {
    hint: HINTS[state.kind],
    body: [caseFacts(state.facts ?? []), rows.map(({ element }) => element)],
    given: () => rows.filter(({ input }) => input.checked).map(({ option }) => option.id),
    set: (given) => rows.forEach(({ input, option }) => (input.checked = given.includes(option.id))),
    missing: (given) => (given.length ? "" : "Choose an answer first, then check it."),
    mark: (remarks, everything) => rows.forEach((row) => row.mark(remarks, everything)),
    focus: () => rows[0].input.focus(),
  };
}

function optionRow(option, type) {
  const input = h("input", { type, name: "option", value: option.id });
  const word = h("span", { class: "ic-verdict" });
  const element = h("label", { class: "ic-option" }, input, h("span", {}, option.text, " ", word));
  return { option, input, element, mark };

  /** A right option that was missed is shown only where everything is shown. */
  function mark(remarks, everything) {
    const remark = remarks.find(({ part, given }) => part === option.id && (given || everything));
    verdictWord(element, word, remark && (remark.given ? remark.right : "missed"));
  }
}

function caseFacts(facts) {
  if (!facts.length) return null;
  return h("dl", { class: "ic-case" }, facts.map(({ label, text }) => h("div", {}, h("dt", {}, label), h("dd", {}, text))));
}
