// The parts of a message in one row, each with its place: records, their fields, the lines of their texts.

const NUMBERS = new Intl.NumberFormat("en-US");

/**
 * The parts of a state, in the order of a tree. Each has `id`, `kind` ("record", "field" or "line"), `offset` and
 * `length` in bytes, `level` from 1, `parent` (or null), the state it stands for in `state`, the faults in `faults`,
 * and for fields their record in `record`.
 */
export function partsOf(state) {
  const parts = [];
  function add(kind, stands, parent, more) {
    const part = { id: parts.length, kind, state: stands, parent, faults: [], children: [], ...more };
    part.level = parent ? parent.level + 1 : 1;
    part.offset = stands.offset;
    part.length = stands.length;
    parent?.children.push(part);
    parts.push(part);
    return part;
  }
  function lines(stands, parent) {
    stands.forEach((line, i) => line.offset >= 0 && add("line", line, parent, { number: i + 1, count: stands.length }));
  }
  state.records.forEach((record, position) => {
    const own = add("record", record, null, { position });
    record.fields.forEach((field, i) => {
      lines(field.lines, add("field", field, own, { record: own, number: i + 1 }));
    });
  });
  lines(state.lines, null);
  state.faults.forEach((fault) => placeOf(parts, fault)?.faults.push(fault));
  return parts;
}

/** The smallest part that holds a byte; a separator belongs to the record that it stands in. */
export function partAt(parts, offset) {
  let found = null;
  for (const part of parts) if (part.offset <= offset && offset < part.offset + part.length) found = part;
  return found;
}

/** The part that a fault is about: its line or field where it is there, else its record, else what stands there. */
export function placeOf(parts, fault) {
  const own = parts.find((part) => part.kind === "record" && part.position === fault.record);
  const there = own?.children.filter((part) => part.state.tag === fault.field) ?? [];
  const field = there.find((part) => holds(part, fault.offset)) ?? there[0];
  const line = field?.children.find((part) => holds(part, fault.offset));
  return line ?? field ?? own ?? partAt(parts, fault.offset) ?? parts[0];
}

/** The faults of a part and of all parts in it. */
export function faultsIn(part) {
  return [...part.faults, ...part.children.flatMap(faultsIn)];
}

function holds({ offset, length }, at) {
  return offset <= at && at <= offset + length;
}

/** What a part is called in a few words. */
export function nameOf(part) {
  const { kind, state } = part;
  if (kind === "record") return `Type-${state.type} record: ${state.name}`;
  if (kind === "field") return `${state.tag} ${state.mnemonic}`.trim();
  return `Line ${part.number}`;
}

/** Where a part stands, in words: "bytes 412 to 418". */
export function spanOf({ offset, length }) {
  if (!length) return `byte ${number(offset)}`;
  return length === 1 ? `byte ${number(offset)}` : `bytes ${number(offset)} to ${number(offset + length - 1)}`;
}

/** A count and its noun. */
export function plural(n, noun) {
  return `${number(n)} ${noun}${n === 1 ? "" : "s"}`;
}

/** A number with commas between thousands. */
export function number(n) {
  return NUMBERS.format(n);
}
