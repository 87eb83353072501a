// A message taken apart: its fields in tables first, and behind a tab its bytes in three linked views.
import { h, roomy } from "./dom.js";
import { copying } from "./inspector-copy.js";
import { editor } from "./inspector-edit.js";
import { faultList, measureTable, missingTable } from "./inspector-faults.js";
import { linked } from "./inspector-linked.js";
import { anchorOf, fieldAt, named } from "./inspector-links.js";
import { fieldTable, lineTable, placesTable, wordsOf } from "./inspector-table.js";
import { bytesOf } from "./message-bytes.js";
import { partsOf, plural } from "./message-parts.js";
import { tabs } from "./tabs.js";

const BYTES = 1;

/** Draw an inspector. Only changing a message asks Python. */
export function inspector(root, state, { ask, book }) {
  if (!state.text) {
    root.append(head(state));
    return {};
  }
  const name = named(root, state.kind);
  const boxes = { head: h("div"), compared: h("div"), faults: h("div"), fields: h("div", { class: "ic-body" }), bytes: h("div") };
  let now = { state, bytes: null, parts: null, views: null };
  const change = editor({ state, ask, book }, draw);
  const panel = h("div", {}, change.element ?? "", boxes.bytes, copying(measured));
  const both = tabs(
    [
      { label: state.records.length ? "Fields" : "Lines", panel: boxes.fields },
      { label: "Look at the bytes", panel },
    ],
    "Views of the message",
    (i) => i === BYTES && boxes.bytes.isConnected && views(),
  );
  root.append(boxes.head, boxes.compared, boxes.faults, both.element, boxes.fields, panel);
  draw(state);
  if (book !== null) follow(open);
  return {};

  /** Draw a state in place of the one before: the message as it came, or as it was changed. */
  function draw(next) {
    const words = wordsOf(next);
    const old = now.views && now.chosen;
    const focused = document.activeElement;
    now = { state: next, bytes: null, parts: null, views: null };
    boxes.head.replaceChildren(head(next));
    boxes.compared.replaceChildren(...[comparison(next, boxes.fields)].filter(Boolean));
    boxes.faults.replaceChildren(...[faultList(next.faults, book, go), missingTable(next)].filter(Boolean));
    boxes.fields.replaceChildren(...tables(next, book, words));
    boxes.fields.classList.remove("ic-only-changes");
    boxes.bytes.replaceChildren();
    if (!panel.hidden) views(old);
    if (change.form?.contains(focused)) focused.focus({ preventScroll: true });
  }

  function measured() {
    if (!now.bytes) {
      now.bytes = bytesOf(now.state);
      now.parts = partsOf(now.state);
    }
    return now;
  }

  /** The linked views are made when they are first looked at. */
  function views(old = null) {
    if (now.views) return now.views;
    const { state: shown, bytes, parts } = measured();
    const link = book === null || shown.edited ? null : (part) => `#${anchorOf(name, part, parts)}`;
    const context = { state: shown, bytes, parts, book, words: wordsOf(shown), link, form: change.form };
    now.views = linked(context, (part) => {
      now.chosen = part;
      change.select(part);
    });
    boxes.bytes.append(...[measureTable(shown.measures), now.views.element, placesTable(parts)].filter(Boolean));
    if (shown.edited && shown.faults.length) now.views.fault(shown.faults[0]);
    else if (old) now.views.select(same(parts, old));
    return now.views;
  }

  function go(fault) {
    both.show(BYTES);
    views().fault(fault);
    now.views.focus();
  }

  /** Show the field that an address names, if it is one of this message. */
  function open(hash) {
    const part = hash.startsWith(`#${name}-`) && fieldAt(name, hash.slice(1), measured().parts);
    if (!part) return;
    both.show(BYTES);
    views().select(part);
    now.views.focus();
    requestAnimationFrame(() => now.views.element.scrollIntoView({ block: "center" }));
  }
}

function follow(open) {
  open(location.hash);
  addEventListener("hashchange", () => open(location.hash));
}

/** The part that stands where another one stood before a change. */
function same(parts, old) {
  const record = old.kind === "record" ? old.position : old.record?.position;
  return parts.find((part) => part.kind === old.kind && part.state.tag === old.state.tag && (part.record?.position ?? part.position) === record);
}

function head(state) {
  return h(
    "div",
    { class: "ic-head" },
    h("p", { class: "ic-banner" }, state.banner),
    h("p", { class: "ic-title" }, state.title),
    h("p", { class: "ic-facts" }, state.summary),
    h("p", { class: "ic-facts" }, state.form),
    state.edited ? h("p", {}, h("strong", {}, "Changed: this is no longer the message as it came.")) : null,
  );
}

function comparison(state, body) {
  const other = state.expected || state.since;
  if (!other && !state.edited) return null;
  const marks = [...state.records.flatMap((record) => record.fields), ...state.lines];
  const count = (change) => marks.filter((mark) => mark.change === change).length;
  const words = wordsOf(state);
  if (state.edited && !state.missing.length && !marks.some((mark) => mark.change)) return null;
  const only = h("input", {
    type: "checkbox",
    onchange: (event) => body.classList.toggle("ic-only-changes", event.target.checked),
  });
  const lead = state.edited
    ? "Compared with the message as it was"
    : state.expected
      ? `Compared with the message that should have come, ${other}`
      : `Compared with ${other}`;
  const found = [[count("new"), words.new], [count("changed"), words.changed], [state.missing.length, "missing"]];
  const told = found.filter(([n], i) => n || i < 2).map(([n, word]) => `${n} ${word.toLowerCase()}`);
  return h(
    "div",
    { class: "ic-compare" },
    h("p", {}, `${lead}: ${told.join(", ")}.`),
    h("label", {}, only, " Show only what differs"),
  );
}

function tables(state, book, words) {
  const records = state.records.map((record, i) => {
    const first = state.records.findIndex((other) => other.type === record.type) === i;
    return recordPart(record, book, words, first && roomy() && !waits(record));
  });
  return state.lines.length ? [...records, lineTable(state.lines, state.title, words)] : records;
}

/** The numbers around an image wait until they are asked for, unless something there is new. */
function waits({ fields }) {
  return fields.some(({ image }) => image) && !fields.some(({ change }) => change);
}

/** The first record of a type is open; the further prints of a submission wait, too. */
function recordPart(record, book, words, open) {
  const facts = `${plural(record.fields.length, "field")}, ${plural(record.length, "byte")}`;
  const title = `Type-${record.type} record: ${record.name}`;
  return h(
    "details",
    { class: "ic-record", open },
    h("summary", {}, thumbnail(record), h("span", { class: "ic-record-name" }, title), " ", h("span", { class: "ic-facts" }, facts)),
    fieldTable(record, title, book, words),
  );
}

/** What a folded record holds, at a glance; its name says the same. */
function thumbnail({ fields }) {
  const image = fields.find((field) => field.image)?.image;
  return image ? h("img", { src: image.src, alt: "" }) : null;
}
