// Whose record this is. On a shared computer somebody else may have left one: it can be saved, then cleared.
import { button } from "./button.js";
import { h } from "./dom.js";
import { save } from "./paper.js";
import { hasAny } from "./record.js";
import { count } from "./words.js";

const ADVICE =
  "Another person's record is theirs: save it as a file for them first. Then clear it, and begin with an empty one.";
const WARNING = "Everything in it goes: answers, finals, name. A file that you saved can be brought in again.";

/** A field for a display name. */
export function nameField(value) {
  return h("input", { type: "text", class: "ic-text", maxlength: "60", autocomplete: "off", value: value ?? "" });
}

/** The form around it: a label, and a button that submits. */
export function naming(label, field, action, onsubmit, isPrimary = false) {
  const submit = h("button", { type: "submit", class: isPrimary ? "ic-button ic-primary" : "ic-button" }, action);
  return h("form", { class: "ic-naming", onsubmit }, h("label", {}, label, field), submit);
}

/** Offer the record as a file. */
export function saveRecord(record) {
  save("learning-record.json", `${JSON.stringify(record, null, 2)}\n`);
}

/** A line that says whose record is kept, with a way to begin another one; null where nothing is kept yet. */
export function owner(context, cleared) {
  const record = context.record.now();
  if (!hasAny(record)) return null;
  const { name, answers } = record;
  const unnamed = `This record has no name; it holds ${count(answers.length, "answer")}.`;
  const whose = name ? `This record is kept for ${name}.` : unnamed;
  return h("details", { class: "ic-owner" }, h("summary", {}, `${whose} Not you?`), clearing(context, cleared));
}

/** Clear the record: a file of it is offered first, and a second button does it; `cleared` is called afterwards. */
export function clearing(context, cleared = () => {}) {
  const said = h("p", { class: "ic-remark", role: "status" });
  const ask = button("Clear this record …", () => turn(true));
  const yes = button("Yes, clear it", clear);
  const no = button("No, leave it", () => turn(false));
  const box = h(
    "div",
    { class: "ic-clearing" },
    h("p", {}, ADVICE),
    h("div", { class: "ic-actions" }, button("Save it as a file", () => saveRecord(context.record.now())), ask, yes, no),
    said,
  );
  yes.hidden = no.hidden = true;
  return box;

  function turn(asking) {
    ask.hidden = asking;
    yes.hidden = no.hidden = !asking;
    said.textContent = asking ? WARNING : "";
    (asking ? no : ask).focus();
  }

  async function clear() {
    const fault = await context.record.clear();
    turn(false);
    said.textContent = fault || "Cleared. A new, empty record begins.";
    if (!fault) cleared();
  }
}
