// A question card: native radios or checkboxes, a Check button, and the reasons at once.
import { h, tell } from "./dom.js";
import { sources } from "./sources.js";

const HINT = { single: "Choose one answer.", multiple: "Choose every answer that is right." };

/** Draw one question. Nothing is submitted by moving: only the Check button, or Enter, checks. */
export function question(root, state, { book }) {
  const feedback = h("div", { class: "ic-feedback", role: "status" });
  const remark = h("p", { class: "ic-remark" });
  const again = h("button", { type: "button", class: "ic-button", hidden: true, onclick: clear }, "Try again");
  const rows = state.options.map((option) => optionRow(option, state.kind));
  const form = h(
    "form",
    { class: "ic-card", onsubmit: check, onchange: changed },
    h(
      "fieldset",
      {},
      h("legend", {}, state.stem),
      h("p", { class: "ic-facts" }, HINT[state.kind]),
      rows.map((row) => row.element),
    ),
    h("div", { class: "ic-actions" }, h("button", { type: "submit", class: "ic-button ic-primary" }, "Check"), again),
    feedback,
    remark,
  );
  root.append(form);
  return { recall, note };

  function chosen() {
    return rows.filter((row) => row.input.checked).map((row) => row.option.id);
  }

  function changed() {
    show(null);
    tell(root, "chosen", { item: state.id, chosen: chosen() });
  }

  function check(event) {
    event.preventDefault();
    const ids = chosen();
    if (!ids.length) return feedback.replaceChildren(h("p", {}, "Choose an answer first, then check it."));
    const result = grade(state, ids);
    show(result);
    tell(root, "answer", { item: state.id, chosen: ids, right: result.right });
  }

  function clear() {
    for (const row of rows) row.input.checked = false;
    show(null);
    rows[0].input.focus();
    tell(root, "chosen", { item: state.id, chosen: [] });
  }

  function show(result) {
    for (const row of rows) row.mark(result);
    feedback.replaceChildren(...(result ? verdict(result, book) : []));
    again.hidden = !result;
    remark.textContent = "";
  }

  /** Show an answer kept from before: { item: { chosen, right } }. It is not announced as news. */
  function recall(answers) {
    const kept = answers[state.id];
    if (!kept) return;
    for (const row of rows) row.input.checked = kept.chosen.includes(row.option.id);
    remark.textContent = kept.right ? "You answered this before, rightly." : "You answered this before, not rightly.";
  }

  /** A calm remark of the host on an answer, for instance that it could not be kept. */
  function note(item, text) {
    if (item === state.id) remark.textContent = text;
  }
}

/** Grade a choice: right when exactly the right options are chosen. The door's grading has the same rule. */
export function grade(state, ids) {
  const chosen = state.options.filter((option) => ids.includes(option.id));
  const missed = state.options.filter((option) => option.right && !ids.includes(option.id));
  return { right: !missed.length && chosen.every((option) => option.right), chosen, missed: missed.length };
}

function optionRow(option, kind) {
  const type = kind === "single" ? "radio" : "checkbox";
  const input = h("input", { type, name: "option", value: option.id });
  const word = h("span", { class: "ic-verdict" });
  const element = h("label", { class: "ic-option" }, input, h("span", {}, option.text, " ", word));
  return { option, input, element, mark };

  function mark(result) {
    const here = result?.chosen.includes(option);
    element.classList.toggle("ic-right", Boolean(here && option.right));
    element.classList.toggle("ic-wrong", Boolean(here && !option.right));
    word.textContent = here ? (option.right ? "✓ right" : "✗ not right") : "";
  }
}

function verdict(result, book) {
  return [
    h("p", { class: result.right ? "ic-right" : "ic-wrong" }, h("strong", {}, headline(result))),
    ...result.chosen.map((option) =>
      h(
        "div",
        { class: "ic-reason" },
        h("p", {}, h("q", {}, option.text), " — ", option.right ? "right. " : "not right. ", option.reason),
        sources(option.sources, book),
      ),
    ),
  ];
}

function headline({ right, chosen, missed }) {
  if (right) return "✓ Right.";
  if (missed && chosen.every((option) => option.right)) {
    return `Right so far, and not complete: ${missed} more ${missed === 1 ? "answer belongs" : "answers belong"} to it.`;
  }
  return "✗ Not right yet.";
}
