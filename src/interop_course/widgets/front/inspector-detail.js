// All that is known of the selected part of a message, in words.
import { h } from "./dom.js";
import { visible } from "./glyphs.js";
import { before, marks, picture } from "./inspector-table.js";
import { faultsIn, nameOf, number, plural, spanOf } from "./message-parts.js";
import { sources } from "./sources.js";

const LONG = 400;

/** The details of a part. `context` has `state`, `parts`, `book`, `words` and `link`, the way to a field or null. */
export function details(part, context) {
  const { kind, state: own } = part;
  return [
    h("p", { class: "ic-title" }, nameOf(part), kind === "field" ? h("span", { class: "ic-name" }, own.name) : null),
    h("p", { class: "ic-badges" }, kind === "record" ? null : sensitivity(own), marks({ ...own, personal: false }, context.words)),
    faultsIn(part).map((fault) => h("p", { class: "ic-fault-line" }, h("strong", {}, "Fault: "), fault.sentence)),
    h("dl", { class: "ic-facts-list" }, facts(part, context).map(([name, ...value]) => [h("dt", {}, name), h("dd", {}, value)])),
    kind === "field" ? sources([own.source], context.book) : null,
    uses(part, context),
    kind === "field" && context.link ? h("p", {}, h("a", { href: context.link(part) }, "Link to this field")) : null,
  ].flat().filter(Boolean);
}

/** The same in one sentence, to be spoken. */
export function inWords(part) {
  const { kind, state: own } = part;
  const value = kind === "field" ? `Value: ${valueInWords(own)}.` : kind === "line" ? own.text : "";
  const wrong = faultsIn(part).length;
  const faults = wrong ? `${plural(wrong, "fault")}.` : "";
  return [`${nameOf(part)}${kind === "field" ? `, ${own.name}` : ""}, ${spanOf(part)}.`, value, faults].join(" ").trim();
}

function valueInWords(own) {
  if (own.image) return own.image.label;
  if (own.lines.length) return `text of ${plural(own.lines.length, "line")}`;
  return own.value ? own.value.slice(0, 80) : "empty";
}

function sensitivity(own) {
  return own.personal
    ? h("span", { class: "ic-mark ic-mark-personal" }, "Personal data")
    : h("span", { class: "ic-mark ic-mark-plain" }, "Not personal");
}

function facts(part, { state, words }) {
  const { kind, state: own, offset, length } = part;
  const place = `${spanOf(part)} (offset ${number(offset)}, length ${number(length)})`;
  if (kind === "record") {
    return [
      ["Place", `record ${part.position + 1} of ${state.records.length}`],
      ["Bytes", place],
      ["Fields", String(own.fields.length)],
    ];
  }
  if (kind === "line") {
    return [
      ["Line", `${part.number} of ${part.count}${part.parent ? ` in ${part.parent.state.tag}` : ""}`],
      ["Bytes", place],
      ["Text", h("code", { class: "ic-value" }, own.text)],
      ["Means", own.meaning || "The course does not explain this line."],
    ];
  }
  const owner = part.record;
  return [
    ["Value", value(own), before(own, words)],
    ["Means", own.meaning],
    ["Place", `record ${owner.position + 1} of ${state.records.length} (Type-${owner.state.type}), field ${part.number} of ${owner.state.fields.length}`],
    ["Bytes", `${place}, of which the value has ${number(own.size)}`],
    own.rule ? ["Size", own.rule] : null,
    own.need ? ["Here", own.need === "mandatory" ? "must be there" : "may be left out"] : null,
  ].filter(Boolean);
}

function value(own) {
  if (own.image || own.tag.endsWith(".999")) return picture(own);
  if (own.lines.length) return `text of ${plural(own.lines.length, "line")}: open it in the tree`;
  const shown = own.value.length > LONG ? `${own.value.slice(0, LONG)}…` : own.value || "(empty)";
  return h("code", { class: "ic-value" }, visible(shown));
}

/** What the information in a part may be used for, and what not. */
function uses(part, { state, book }) {
  const tag = (part.kind === "line" ? part.parent : part)?.state.tag ?? "";
  return state.uses
    .filter(({ tags }) => (tags.length ? tags.includes(tag) : part.kind !== "record"))
    .map((use) =>
      h(
        "div",
        { class: "ic-uses" },
        h("p", {}, h("strong", {}, `${use.of}. May be used for: `), use.may),
        h("p", {}, h("strong", {}, "Not for: "), use.not_for),
        sources(use.sources, book),
      ),
    );
}
