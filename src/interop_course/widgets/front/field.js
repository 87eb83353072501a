// A question answered by a field of a message: the message lies open, and each of its fields is a native radio.
import { h } from "./dom.js";
import { visible } from "./glyphs.js";
import { verdictWord } from "./verdict.js";

/** Draw the message. Fields with the same tag are the same answer. */
export function field(state) {
  const { message } = state;
  const rows = [];
  const types = [...new Set(message.records.map(({ type }) => type))];
  const records = types.map((type) => drawType(message.records.filter((record) => record.type === type)));
  return {
    hint: "Choose the field of the message that answers the question.",
    body: h(
      "div",
      { class: "ic-message" },
      h("p", { class: "ic-banner" }, message.banner),
      h("p", { class: "ic-facts" }, `${message.title}. ${message.summary}`),
      records,
    ),
    given: () => rows.filter(({ input }) => input.checked).map(({ field }) => field.tag),
    set: ([tag]) => {
      const chosen = rows.find(({ field }) => field.tag === tag);
      for (const row of rows) row.input.checked = row === chosen;
    },
    missing: (given) => (given.length ? "" : "Choose a field first, then check it."),
    mark: ([remark], everything) => {
      for (const { field, input, element, word } of rows) {
        const key = everything && state.key.includes(field.tag) ? "missed" : undefined;
        verdictWord(element, word, remark && input.checked ? remark.right : key);
      }
    },
    focus: () => rows[0].input.focus(),
  };

  /** The first record of a type lies open, its like are folded away: their fields have the same tags. */
  function drawType([first, ...more]) {
    const many = `${more.length} more Type-${first.type} ${more.length === 1 ? "record" : "records"}`;
    return [drawRecord(first), more.length ? h("details", {}, h("summary", {}, many), more.map(drawRecord)) : null];
  }

  function drawRecord(record) {
    const own = record.fields.map(fieldRow);
    rows.push(...own);
    const name = `Type-${record.type} record: ${record.name}`;
    return h("fieldset", { class: "ic-record-fields" }, h("legend", {}, name), own.map(({ element }) => element));
  }
}

function fieldRow(field) {
  const input = h("input", { type: "radio", name: "field", value: field.tag });
  const word = h("span", { class: "ic-verdict" });
  const element = h(
    "label",
    { class: "ic-field-choice" },
    input,
    h("span", { class: "ic-field-name" }, h("span", { class: "ic-tag" }, field.tag), ` ${field.mnemonic} `, h("span", { class: "ic-name" }, field.name)),
    h("code", { class: "ic-value ic-lines" }, visible(field.value)),
    word,
  );
  return { field, input, element, word };
}
