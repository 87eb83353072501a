// A message for the clipboard: as text with signs, as hex, as JSON, as Python bytes.
import { h } from "./dom.js";
import { hexOf } from "./message-bytes.js";
import { plural } from "./message-parts.js";

const FORMATS = {
  text: { label: "Text with visible separators", write: (state) => state.text },
  hex: { label: "Hexadecimal", write: (_, bytes) => hexOf(bytes) },
  json: { label: "JSON", write: json },
  python: { label: "Python bytes", write: (_, bytes) => python(bytes) },
};

/** A list of formats and a button. Where the browser forbids the clipboard, the text is selected for copying by hand. */
export function copying(now) {
  const list = h("select", { class: "ic-select" }, Object.entries(FORMATS).map(([id, { label }]) => h("option", { value: id }, label)));
  const said = h("p", { class: "ic-remark", role: "status" });
  const area = h("textarea", { class: "ic-by-hand", readonly: true, rows: "4", hidden: true, "aria-label": "The text to copy" });
  return h(
    "div",
    { class: "ic-copy" },
    h("label", {}, h("span", {}, "Copy as "), list),
    h("button", { type: "button", class: "ic-button", onclick: copy }, "Copy"),
    said,
    area,
  );

  async function copy() {
    const { state, bytes } = now();
    const { label, write } = FORMATS[list.value];
    const text = write(state, bytes);
    try {
      await navigator.clipboard.writeText(text);
      area.hidden = true;
      said.textContent = `Copied: ${label}, ${plural(text.length, "character")}.`;
    } catch {
      area.hidden = false;
      area.value = text;
      area.focus();
      area.select();
      said.textContent = "This page may not use the clipboard. The text is selected: copy it with the keyboard.";
    }
  }
}

function json(state, bytes) {
  const records = state.records.map(({ type, offset, length, fields }) => ({
    type,
    offset,
    length,
    fields: fields.map((field) => ({
      tag: field.tag,
      mnemonic: field.mnemonic,
      offset: field.offset,
      length: field.length,
      value: field.tag.endsWith(".999") ? null : valueOf(field, bytes),
    })),
  }));
  const whole = { synthetic: true, kind: state.kind, bytes: state.size };
  return JSON.stringify(records.length ? { ...whole, records } : { ...whole, text: state.text }, null, 2);
}

function valueOf({ offset, length, size }, bytes) {
  return new TextDecoder().decode(bytes.subarray(offset + length - size, offset + length));
}

function python(bytes) {
  const signs = Array.from(bytes, (byte) => {
    if (byte === 0x5c || byte === 0x22) return `\\${String.fromCharCode(byte)}`;
    if (byte === 0x0a) return "\\n";
    return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`;
  });
  return `b"${signs.join("")}"`;
}
