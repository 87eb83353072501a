// The tables of an inspector: the fields of a record, the lines of a text, with what is new, changed or wrong.
import { h } from "./dom.js";
import { visible } from "./glyphs.js";
import { nameOf, number, plural } from "./message-parts.js";
import { sources } from "./sources.js";
import { cell, rowHead, table } from "./tables.js";

const AGAINST_BEFORE = { new: "New", changed: "Changed", lead: "Before: " };
const AGAINST_EXPECTED = { new: "Not expected", changed: "Other value", lead: "Expected: " };
const AGAINST_ITSELF = { new: "Added", changed: "Changed", lead: "Before: " };

/** What a change is called: against the step before, the message that should have come, or itself before an edit. */
export function wordsOf(state) {
  return state.edited ? AGAINST_ITSELF : state.expected ? AGAINST_EXPECTED : AGAINST_BEFORE;
}

/** The fields of one record. */
export function fieldTable(record, caption, book, words) {
  const rows = record.fields.map((field) => [fieldRow(field, book, words), linesRow(field, words)]);
  return table(caption, ["Field", "Value", "What it means"], rows);
}

/** The lines of a text message. */
export function lineTable(lines, caption, words) {
  return table(caption, ["Line", "What it means"], lines.map((line) => lineRow(line, words)), "ic-line-table");
}

/** Every part with its place and its faults in one table, made when it is opened: the linked views for the ear. */
export function placesTable(parts) {
  const element = h("details", { class: "ic-places", ontoggle: fill }, h("summary", {}, "All parts and their bytes as a table"));
  return element;

  function fill() {
    if (element.open && !element.querySelector("table")) element.append(table("Parts and their bytes", ["Part", "Offset", "Length", "Content"], parts.map(row)));
  }

  function row(part) {
    const { kind, state: own, offset, length } = part;
    const content = kind === "record" ? plural(own.fields.length, "field") : kind === "line" ? own.text : own.value || own.name;
    return h(
      "tr",
      { role: "row" },
      rowHead(nameOf(part), part.faults.map((fault) => h("span", { class: "ic-name" }, `Fault: ${fault.sentence}`))),
      cell("Offset", number(offset)),
      cell("Length", number(length)),
      cell("Content", h("code", { class: "ic-value" }, visible(content))),
    );
  }
}

/** An image of the course with its label, or the sign that stands for one that is not shown. */
export function picture({ image, size }) {
  const shown = image
    ? h("img", { src: image.src, alt: image.alt })
    : h("div", { class: "ic-no-image", role: "img", "aria-label": "No image is shown" }, "?");
  const label = image?.label ?? `${plural(size, "byte")} that are none of the course's drawings: not shown.`;
  return h("figure", { class: "ic-image" }, shown, h("figcaption", {}, label));
}

/** Marks in words: a change, personal data. */
export function marks(part, words) {
  return [
    part.change ? h("span", { class: `ic-mark ic-mark-${part.change}` }, words[part.change]) : null,
    part.personal ? h("span", { class: "ic-mark ic-mark-personal" }, "Personal data") : null,
  ];
}

/** The value that stood there before, or should. */
export function before(field, words) {
  return field.before ? h("p", { class: "ic-before" }, words.lead, h("code", {}, visible(field.before))) : null;
}

function fieldRow(field, book, words) {
  return h(
    "tr",
    { role: "row", "data-change": field.change || "none" },
    rowHead(
      h("span", { class: "ic-tag" }, field.tag),
      " ",
      h("span", { class: "ic-mnemonic" }, field.mnemonic),
      h("span", { class: "ic-name" }, field.name),
      marks(field, words),
    ),
    cell("Value", fieldValue(field), before(field, words)),
    cell("What it means", h("p", {}, field.meaning), sources([field.source], book)),
  );
}

function lineRow(line, words) {
  return h(
    "tr",
    { role: "row", "data-change": line.change || "none" },
    rowHead(h("code", { class: "ic-value" }, line.text || " "), " ", marks(line, words)),
    h("td", { role: "cell" }, h("p", {}, line.meaning)),
  );
}

function fieldValue(field) {
  if (field.image || field.tag.endsWith(".999")) return picture(field);
  if (field.lines.length) return `Text of ${field.lines.length} lines, below`;
  return h("code", { class: "ic-value" }, visible(field.value || "(empty)"));
}

/** The text inside a field has a row of its own, as wide as the table. */
function linesRow(field, words) {
  if (!field.lines.length) return null;
  const text = h(
    "details",
    { class: "ic-lines" },
    h("summary", {}, `The text in ${field.tag}, explained line by line`),
    lineTable(field.lines, `Lines of ${field.tag}`, words),
  );
  return h("tr", { role: "row", "data-change": field.change || "none" }, h("td", { role: "cell", colspan: "3" }, text));
}
