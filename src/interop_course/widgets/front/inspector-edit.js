// Changing a message: classic faults at a press, fields set, added or left out. The live door says what is then wrong.
import { h } from "./dom.js";
import { visible } from "./glyphs.js";
import { counted } from "./inspector-faults.js";
import { bytesOf, glyphsOf, toBase64 } from "./message-bytes.js";
import { nameOf } from "./message-parts.js";
import { sources } from "./sources.js";
import { refusalText } from "./words.js";

const SIGNS = { FS: "␜", GS: "␝", RS: "␞", US: "␟" };
const TYPABLE = 20000;
let made = 0;

/**
 * The parts of an inspector that change its message. `drawn(state)` is called with each state to show. The
 * handle: `element` to open, `form` for the selected field, `select(part)` to offer one. A text message has neither.
 */
export function editor({ state, ask, book }, drawn) {
  if (!state.records.length) return { element: null, form: null, select() {} };
  made += 1;
  const original = { kind: state.kind };
  let edits = [];
  let turn = Promise.resolve();
  let shown = state;
  let field = null;
  let presets = [];
  const status = h("p", { class: "ic-status-line", role: "status" });
  const breaking = presetPart(book, (id) => add({ op: "break", preset: id }, `Broken: ${labelOf(id)}`));
  const value = h("textarea", { rows: "2", maxlength: TYPABLE, spellcheck: "false", id: `ic-value-${made}` });
  const preview = h("p", { class: "ic-facts" });
  value.addEventListener("input", look);
  const label = h("label", { for: value.id }, "Choose a field below");
  const setting = [button("Set this value", set), button("Leave this field out", remove)];
  const signs = Object.entries(SIGNS).map(([letters, sign]) => button(letters, () => insert(sign), "ic-small"));
  const adding = addingPart(state, (record, tag, text) => add({ op: "add", record, tag, value: text }, `Added: ${tag}`));
  const lengths = h("input", { type: "checkbox", checked: true, onchange: () => run((now) => now) });
  const back = [button("Undo", () => run((now) => now.slice(0, -1))), button("Reset", () => run(() => []))];
  const log = h("ol", { class: "ic-log" });
  const form = h(
    "fieldset",
    { class: "ic-change-part ic-form", hidden: true },
    h("legend", {}, "Change the selected field"),
    label,
    value,
    preview,
    h(
      "div",
      { class: "ic-actions" },
      setting,
      h("span", { class: "ic-signs", role: "group", "aria-label": "Type a separator" }, h("span", { class: "ic-facts" }, "Type a separator:"), signs),
    ),
  );
  const body = h(
    "div",
    { class: "ic-change-body", hidden: true },
    h("p", { class: "ic-facts" }, "Synthetic values only: type nothing about a real person. Nothing that you type is kept."),
    breaking.element,
    adding.element,
    h("label", { class: "ic-check" }, lengths, h("span", {}, "Compute LEN again in a record that I change")),
    h("div", { class: "ic-actions" }, back),
    log,
  );
  const element = h(
    "details",
    { class: "ic-change", ontoggle: opened },
    h("summary", {}, "Change or break this message"),
    status,
    body,
  );
  tidy();
  return { element, form, select };

  function opened() {
    form.hidden = !element.open || body.hidden;
    if (element.open && !presets.length) run((now) => now);
  }

  /** Make the next edits from those that there are, once every press before has been answered. */
  function run(make) {
    const go = () => put(make(edits));
    turn = turn.then(go, go);
  }

  /** Ask for the message with these edits; a refusal leaves everything as it is. */
  async function put(next) {
    original.data ??= toBase64(bytesOf(state));
    const plain = next.map(({ edit }) => edit);
    status.textContent = "One moment: Python reads the message.";
    const reply = await ask({ do: "edit", message: original, edits: plain, lengths: lengths.checked ? "computed" : "given" });
    if (!reply.ok) {
      status.textContent = refusalText(reply);
      return;
    }
    const first = body.hidden;
    body.hidden = false;
    form.hidden = !element.open;
    presets = reply.presets;
    breaking.offer(presets);
    const before = edits;
    edits = next;
    tidy();
    status.textContent = "";
    if (first && !next.length) return;
    shown = next.length ? reply.state : state;
    drawn(shown);
    status.textContent = said(before);
  }

  function said(before) {
    const what = edits.length > before.length ? `${edits.at(-1).says}.` : edits.length ? "Done." : "The message is as it was.";
    return `${what} ${sentence(shown.faults)}`;
  }

  function add(edit, says) {
    run((now) => [...now, { edit, says }]);
  }

  function tidy() {
    log.replaceChildren(...edits.map(({ says }) => h("li", {}, says)));
    for (const one of back) one.setAttribute("aria-disabled", String(!edits.length));
  }

  function labelOf(id) {
    return presets.find((preset) => preset.id === id).label;
  }

  function set() {
    if (field) add({ op: "set", ...placed(), value: value.value }, `${nameOf(field)} set to “${short(value.value)}”`);
  }

  function remove() {
    if (field) add({ op: "remove", ...placed() }, `${nameOf(field)} left out`);
  }

  function placed() {
    return { record: field.record.position, tag: field.state.tag };
  }

  function insert(sign) {
    value.setRangeText(sign, value.selectionStart, value.selectionEnd, "end");
    value.focus();
    look();
  }

  /** Few fonts have the signs of separators: where there are some, the value is shown with letters once more. */
  function look() {
    const signs = /[␜␝␞␟]/.test(value.value);
    preview.replaceChildren(...(signs ? ["With its separators: ", h("code", {}, visible(value.value))] : []));
  }

  function select(part) {
    const own = part.kind === "line" ? part.parent : part;
    field = own?.kind === "field" ? own : null;
    const image = field?.state.tag.endsWith(".999");
    label.textContent = field
      ? `${nameOf(field)}, ${field.state.name}, in record ${field.record.position + 1}${image ? ": the bytes of an image cannot be typed" : ""}`
      : "A record is selected. Choose one of its fields below.";
    value.value = field && !image ? valueOf(field) : "";
    look();
    value.disabled = !field || image;
    value.setAttribute("rows", field?.state.lines.length ? "8" : "2");
    setting[0].setAttribute("aria-disabled", String(!field || image));
    setting[1].setAttribute("aria-disabled", String(!field));
  }

  function valueOf({ state: own, offset, length }) {
    return own.value || glyphsOf(bytesOf(shown).subarray(offset + length - own.size, offset + length));
  }
}

function sentence(faults) {
  if (!faults.length) return "No fault found.";
  return `Now wrong: ${counted(faults)}. The first: ${faults[0].sentence}`;
}

function short(text) {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function button(name, onclick, extra = "") {
  const one = h("button", { type: "button", class: `ic-button ${extra}`, onclick: () => one.getAttribute("aria-disabled") !== "true" && onclick() }, name);
  return one;
}

/** The classic faults: a list, a button, and what to look for. */
function presetPart(book, pick) {
  const list = h("select", { class: "ic-select", onchange: describe });
  const about = h("div", { class: "ic-preset" });
  let known = [];
  const element = h(
    "fieldset",
    { class: "ic-change-part" },
    h("legend", {}, "Break it"),
    h("div", { class: "ic-actions" }, h("label", {}, h("span", { class: "ic-hidden" }, "Classic fault"), list), button("Break it", () => pick(list.value), "ic-primary")),
    about,
  );
  return { element, offer };

  function offer(presets) {
    if (known.length) return;
    known = presets;
    list.replaceChildren(...presets.map(({ id, label }) => h("option", { value: id }, label)));
    describe();
  }

  function describe() {
    const preset = known.find(({ id }) => id === list.value);
    about.replaceChildren(
      h("p", {}, h("strong", {}, "Look for: "), preset.look),
      h("p", {}, h("strong", {}, "In reality: "), preset.reality),
      sources(preset.sources, book),
    );
  }
}

/** A new field: in which record, with which tag, with which value. */
function addingPart(state, pick) {
  const record = h("select", { class: "ic-select" }, state.records.map(({ type, name }, i) => h("option", { value: i }, `${i + 1}: Type-${type}, ${name}`)));
  const tag = h("input", { type: "text", size: "8", maxlength: "12", placeholder: "2.067", spellcheck: "false", autocomplete: "off" });
  const value = h("input", { type: "text", maxlength: TYPABLE, spellcheck: "false", autocomplete: "off" });
  const element = h(
    "details",
    { class: "ic-change-part" },
    h("summary", {}, "Add a field"),
    h(
      "div",
      { class: "ic-add" },
      h("label", {}, h("span", {}, "Record"), record),
      h("label", {}, h("span", {}, "Tag"), tag),
      h("label", {}, h("span", {}, "Value"), value),
      button("Add this field", () => pick(Number(record.value), tag.value.trim(), value.value)),
    ),
  );
  return { element };
}
