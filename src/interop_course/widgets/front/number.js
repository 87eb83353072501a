// A question for a number: a field to write it in, and its unit. Written so that nothing is guessed from a sign or comma.
import { h } from "./dom.js";
import { numberText } from "./grading.js";
import { verdictWord } from "./verdict.js";

const FORM = "digits, and a point before a part: 48 or 0.5";

/** Draw the field and the units. What is no number, or has no unit, is no answer yet. */
export function number(state, { say }) {
  const [alone] = state.units.length === 1 ? state.units : [];
  const input = h("input", {
    type: "text", name: "number", class: "ic-number", inputmode: "decimal", autocomplete: "off", maxlength: "16", size: "8",
    onchange: () => say(malformed() ? noNumber() : ""),
    oninput: () => input.removeAttribute("aria-invalid"),
  });
  const units = state.units.map(({ id, label }) => ({ id, label, radio: h("input", { type: "radio", name: "unit", value: id }) }));
  const word = h("span", { class: "ic-verdict" });
  const quantity = h(
    "div",
    { class: "ic-quantity" },
    h(
      "label",
      { class: "ic-number-label" },
      h("span", {}, "Number ", h("span", { class: "ic-facts" }, `(${FORM})`)),
      h("span", { class: "ic-number-line" }, input, alone ? ` ${alone.label}` : null),
    ),
    alone ? null : unitGroup(units),
    word,
  );
  return {
    hint: alone ? "Write the number." : "Write the number and choose its unit.",
    body: quantity,
    given: () => {
      const [text, unit] = [numberText(input.value), chosenUnit()];
      return text !== null && unit ? [text, unit] : [];
    },
    set: ([text = "", unit = ""]) => {
      input.value = text;
      input.removeAttribute("aria-invalid");
      for (const { id, radio } of units) radio.checked = id === unit;
    },
    missing: () => {
      if (malformed()) return noNumber();
      if (!input.value.trim()) return "Write a number first, then check it.";
      return chosenUnit() ? "" : "Choose the unit of your number first, then check it.";
    },
    mark: ([remark]) => verdictWord(quantity, word, remark?.right),
    focus: () => input.focus(),
  };

  function chosenUnit() {
    return alone ? alone.id : units.find(({ radio }) => radio.checked)?.id;
  }

  function malformed() {
    return input.value.trim() !== "" && numberText(input.value) === null;
  }

  function noNumber() {
    input.setAttribute("aria-invalid", "true");
    return `“${input.value.trim()}” is not read as a number. Use ${FORM}. No sign, no comma, at most two decimals and six digits in all.`;
  }
}

function unitGroup(units) {
  const rows = units.map(({ label, radio }) => h("label", { class: "ic-choice" }, radio, h("span", {}, label)));
  return h("fieldset", { class: "ic-units" }, h("legend", {}, "Unit"), rows);
}
