// Tables. Explicit roles keep them tables for assistive technology when CSS stacks the cells.
import { h } from "./dom.js";

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
