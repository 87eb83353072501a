// The tables of a message. Explicit roles keep them tables for assistive technology when CSS stacks the cells.
import { h } from "./dom.js";
import { visible } from "./glyphs.js";
import { sources } from "./sources.js";

/** The fields of one record. */
export function fieldTable(record, caption, book) {
  return table(caption, ["Field", "Value", "What it means"], record.fields.map((field) => [fieldRow(field, book), linesRow(field)]));
}

/** The lines of a text message. */
export function lineTable(lines, caption) {
  return table(caption, ["Line", "What it means"], lines.map(lineRow), "ic-line-table");
}

/** A table from a caption, column headings and rows. */
export function table(caption, columns, rows, extra = "") {
  const headings = columns.map((name) => h("th", { scope: "col", role: "columnheader" }, name));
  return h(
    "table",
    { class: `ic-table ${extra}`, role: "table" },
    h("caption", { class: "ic-hidden" }, caption),
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, headings)),
    h("tbody", { role: "rowgroup" }, rows),
  );
}

/** A data cell; `column` heads it where cells are stacked. */
export function cell(column, ...children) {
  return h("td", { role: "cell", "data-column": column }, children);
}

/** The cell that heads its row. */
export function rowHead(...children) {
  return h("th", { scope: "row", role: "rowheader" }, children);
}

function fieldRow(field, book) {
  return h(
    "tr",
    { role: "row", "data-change": field.change || "none" },
    rowHead(
      h("span", { class: "ic-tag" }, field.tag),
      " ",
      h("span", { class: "ic-mnemonic" }, field.mnemonic),
      h("span", { class: "ic-name" }, field.name),
      marks(field),
    ),
    cell("Value", fieldValue(field), before(field)),
    cell("What it means", h("p", {}, field.meaning), sources([field.source], book)),
  );
}

function lineRow(line) {
  return h(
    "tr",
    { role: "row", "data-change": line.change || "none" },
    rowHead(h("code", { class: "ic-value" }, line.text || " "), marks(line)),
    h("td", { role: "cell" }, h("p", {}, line.meaning)),
  );
}

function fieldValue(field) {
  if (field.image) {
    return h(
      "figure",
      { class: "ic-image" },
      h("img", { src: field.image.src, alt: field.image.alt }),
      h("figcaption", {}, field.image.label),
    );
  }
  if (field.lines.length) return `Text of ${field.lines.length} lines, below`;
  return h("code", { class: "ic-value" }, visible(field.value || "(empty)"));
}

/** The text inside a field has a row of its own, as wide as the table. */
function linesRow(field) {
  if (!field.lines.length) return null;
  const text = h(
    "details",
    { class: "ic-lines" },
    h("summary", {}, `The text in ${field.tag}, explained line by line`),
    lineTable(field.lines, `Lines of ${field.tag}`),
  );
  return h("tr", { role: "row", "data-change": field.change || "none" }, h("td", { role: "cell", colspan: "3" }, text));
}

function before(field) {
  return field.before ? h("p", { class: "ic-before" }, "Before: ", h("code", {}, visible(field.before))) : null;
}

function marks(part) {
  return [
    part.change ? h("span", { class: `ic-mark ic-mark-${part.change}` }, part.change === "new" ? "New" : "Changed") : null,
    part.personal ? h("span", { class: "ic-mark ic-mark-personal" }, "Personal data") : null,
  ];
}
