// A message taken apart: records and fields, or lines; what is new or changed; the bytes as text.
import { h, roomy } from "./dom.js";
import { visible } from "./glyphs.js";
import { fieldTable, lineTable } from "./tables.js";

/** Draw an inspector. It needs no answer from Python, so the context's `ask` is not used. */
export function inspector(root, state, { book }) {
  root.append(head(state));
  const body = h("div", { class: "ic-body" });
  if (state.since) root.append(comparison(state, body));
  state.records.forEach((record, i) => {
    const first = state.records.findIndex((other) => other.type === record.type) === i;
    body.append(recordPart(record, book, first && roomy()));
  });
  if (state.lines.length) body.append(lineTable(state.lines, state.title));
  root.append(body);
  if (state.text) root.append(bytesPart(state));
  return {};
}

function head(state) {
  return h(
    "header",
    { class: "ic-head" },
    h("p", { class: "ic-banner" }, state.banner),
    h("p", { class: "ic-title" }, state.title),
    h("p", { class: "ic-facts" }, state.summary),
    h("p", { class: "ic-facts" }, state.form),
  );
}

function comparison(state, body) {
  const marks = [...state.records.flatMap((record) => record.fields), ...state.lines];
  const count = (change) => marks.filter((mark) => mark.change === change).length;
  const only = h("input", {
    type: "checkbox",
    onchange: (event) => body.classList.toggle("ic-only-changes", event.target.checked),
  });
  return h(
    "div",
    { class: "ic-compare" },
    h("p", {}, `Compared with ${state.since}: ${count("new")} new, ${count("changed")} changed.`),
    h("label", {}, only, " Show only what is new or changed"),
  );
}

/** The first record of a type is open; the nine further prints of a submission wait until they are asked for. */
function recordPart(record, book, open) {
  const facts = `${plural(record.fields.length, "field")}, ${plural(record.length, "byte")}`;
  const title = `Type-${record.type} record: ${record.name}`;
  return h(
    "details",
    { class: "ic-record", open },
    h("summary", {}, h("span", { class: "ic-record-name" }, title), " ", h("span", { class: "ic-facts" }, facts)),
    fieldTable(record, title, book),
  );
}

function bytesPart(state) {
  const key = state.records.length
    ? visible("␜ ends a record, ␝ parts fields, ␞ parts repeated values, ␟ parts the items of a value.")
    : "A text message has no separators: its lines are its parts.";
  return h(
    "details",
    { class: "ic-bytes" },
    h("summary", {}, "The message as text, separators visible"),
    h("p", { class: "ic-facts" }, key),
    h("pre", { class: "ic-glyphs", tabindex: "0", role: "region", "aria-label": "Message text" }, visible(state.text)),
  );
}

function plural(n, noun) {
  return `${n.toLocaleString("en-US")} ${noun}${n === 1 ? "" : "s"}`;
}
