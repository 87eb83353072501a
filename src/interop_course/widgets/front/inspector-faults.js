// What is wrong with a message, what is missing from it, and its lengths as stated and as counted.
import { h } from "./dom.js";
import { visible } from "./glyphs.js";
import { plural, spanOf } from "./message-parts.js";
import { sources } from "./sources.js";
import { cell, rowHead, table } from "./tables.js";

/** The faults of a message as a list; `go(fault)` shows the place of one. Null without any. */
export function faultList(faults, book, go) {
  if (!faults.length) return null;
  return h(
    "div",
    { class: "ic-faults", role: "group", "aria-label": "What is wrong with this message" },
    h("p", { class: "ic-faults-head" }, `What is wrong: ${counted(faults)}`),
    h("ol", {}, faults.map((fault) => h("li", { "data-code": fault.code }, item(fault, book, go)))),
  );
}

/** "2 errors and 1 remark". */
export function counted(faults) {
  const remarks = faults.filter(({ severity }) => severity === "remark").length;
  const parts = [[faults.length - remarks, "error"], [remarks, "remark"]].filter(([n]) => n);
  return parts.length ? parts.map(([n, noun]) => plural(n, noun)).join(" and ") : "no fault found";
}

/** The fields that should have come and are not there. */
export function missingTable({ missing, edited }) {
  if (!missing.length) return null;
  const rows = missing.map((each) =>
    h(
      "tr",
      { role: "row" },
      rowHead(
        each.tag ? [h("span", { class: "ic-tag" }, each.tag), ` ${each.mnemonic}`] : null,
        h("span", { class: "ic-name" }, each.name),
      ),
      cell(edited ? "Value before" : "Expected", h("code", { class: "ic-value" }, visible(each.value))),
    ),
  );
  return h(
    "section",
    { class: "ic-missing" },
    h("p", { class: "ic-faults-head" }, edited ? "Left out" : `Not there: ${plural(missing.length, "part")} that should have come`),
    table("What is not there", ["Field", edited ? "Value before" : "Expected"], rows),
  );
}

/** Lengths and contents, as the message states them and as they are counted. */
export function measureTable(measures) {
  if (!measures.length) return null;
  const wrong = measures.filter(({ stated, computed }) => stated !== computed);
  const rows = measures.map(({ tag, record, stated, computed }) =>
    h(
      "tr",
      { role: "row", class: stated === computed ? "" : "ic-differs" },
      rowHead(h("span", { class: "ic-tag" }, tag), h("span", { class: "ic-name" }, `record ${record + 1}`)),
      cell("Stated", h("code", { class: "ic-value" }, visible(stated))),
      cell("Counted", h("code", { class: "ic-value" }, visible(computed))),
      cell("Agree", stated === computed ? "✓ yes" : "✗ no"),
    ),
  );
  const summary = wrong.length
    ? visible(wrong.map(({ tag, stated, computed }) => `${tag} states ${stated}, counted ${computed}`).join("; "))
    : `all ${measures.length} agree`;
  return h(
    "details",
    { class: "ic-measures" },
    h("summary", {}, "Lengths and contents: ", wrong.length ? h("strong", {}, "✗ ", summary) : `✓ ${summary}`),
    table("Stated and counted lengths", ["Field", "Stated", "Counted", "Agree"], rows),
  );
}

function item(fault, book, go) {
  const place = `${spanOf(fault)}${fault.field ? `, ${fault.field}` : ""}`;
  return [
    h(
      "p",
      {},
      h("span", { class: `ic-mark ic-mark-${fault.severity}` }, fault.severity === "error" ? "Error" : "Remark"),
      " ",
      h("button", { type: "button", class: "ic-link ic-spot", onclick: () => go(fault) }, place),
      ` ${fault.sentence}`,
    ),
    h("p", { class: "ic-facts" }, "Found: ", h("code", {}, visible(fault.found)), ". Expected: ", h("code", {}, visible(fault.expected)), "."),
    sources(fault.sources, book),
  ];
}
