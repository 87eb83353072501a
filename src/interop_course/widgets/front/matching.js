// A question to match: each row has a native list to choose from. A choice may serve several rows, or none.
import { h } from "./dom.js";
import { verdictWord } from "./verdict.js";

/** Draw the rows, each with its list. */
export function matching(state) {
  const rows = state.rows.map((row) => matchRow(row, state.choices));
  return {
    hint: "Choose the match of each line. A match may serve several lines, or none.",
    body: h("ul", { class: "ic-matches" }, rows.map(({ element }) => element)),
    given: () => rows.filter(({ select }) => select.value).map(({ row, select }) => `${row.id}=${select.value}`),
    set: (given) => {
      const chosen = Object.fromEntries(given.map((pair) => pair.split("=")));
      const known = (id) => state.choices.some((choice) => choice.id === id);
      for (const { row, select } of rows) select.value = known(chosen[row.id]) ? chosen[row.id] : "";
    },
    missing: (given) => missing(rows.length - given.length),
    mark: (remarks) => {
      for (const { row, element, word } of rows) {
        verdictWord(element, word, remarks.find(({ part }) => part === row.id)?.right);
      }
    },
    focus: () => rows[0].select.focus(),
  };
}

function matchRow(row, choices) {
  const options = choices.map(({ id, text }) => h("option", { value: id }, text));
  const select = h("select", { class: "ic-select" }, h("option", { value: "" }, "Choose …"), options);
  const word = h("span", { class: "ic-verdict" });
  const element = h("li", { class: "ic-match" }, h("label", {}, h("span", {}, row.text), select), word);
  return { row, select, word, element };
}

function missing(left) {
  if (!left) return "";
  return `${left === 1 ? "1 line has" : `${left} lines have`} no match yet. Match every line first, then check.`;
}
