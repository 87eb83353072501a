// The tree of a message: records, fields, lines. Arrow keys walk it, typed digits jump to a tag.
import { h } from "./dom.js";
import { visible } from "./glyphs.js";
import { faultsIn, nameOf, plural } from "./message-parts.js";

const SHORT = 44;
const PAUSE = 1000;

/** Draw the tree; `pick(part)` is called when a part is chosen. The handle's show(part) marks one without focus. */
export function tree(parts, words, pick) {
  const items = new Map();
  const top = parts.filter((part) => !part.parent);
  let current = null;
  let typed = { text: "", at: 0 };
  const element = h(
    "ul",
    { class: "ic-tree", role: "tree", "aria-label": "Records and fields", onkeydown: key, onclick: click },
    top.map((part) => item(part, part.kind === "line")),
  );
  mark(top[0]);
  return { element, show };

  function item(part) {
    const folds = part.children.length > 0;
    const open = part.kind === "record";
    const made = h(
      "li",
      { role: "treeitem", tabindex: "-1", "aria-selected": "false", "aria-expanded": folds ? String(open) : null },
      h("div", { class: `ic-leaf ic-leaf-${part.kind}`, "data-part": part.id }, leaf(part, words)),
    );
    items.set(part, made);
    if (folds && open) unfold(part);
    return made;
  }

  function unfold(part) {
    const made = items.get(part);
    if (!made.querySelector(":scope > ul")) made.append(h("ul", { role: "group" }, part.children.map(item)));
    made.setAttribute("aria-expanded", "true");
  }

  function fold(part) {
    items.get(part).setAttribute("aria-expanded", "false");
  }

  function isOpen(part) {
    return items.get(part).getAttribute("aria-expanded") === "true";
  }

  /** Select an item, with or without focus. The old one leaves the tab order last: while it has focus that is slow. */
  function mark(part, focus = false) {
    for (let above = part.parent; above; above = above.parent) reveal(above);
    const [old, made] = [current && items.get(current), items.get(part)];
    old?.setAttribute("aria-selected", "false");
    made.setAttribute("aria-selected", "true");
    made.setAttribute("tabindex", "0");
    if (focus) made.focus({ preventScroll: true });
    if (old && old !== made) old.setAttribute("tabindex", "-1");
    current = part;
  }

  function reveal(part) {
    if (part.parent) reveal(part.parent);
    unfold(part);
  }

  function show(part) {
    mark(part);
    scrollTo(element, items.get(part).firstElementChild);
  }

  function go(part) {
    if (!part || part === current) return;
    mark(part, true);
    scrollTo(element, items.get(part).firstElementChild);
    items.get(part).firstElementChild.scrollIntoView({ block: "nearest" });
    pick(part);
  }

  function click(event) {
    const place = event.target.closest("[data-part]");
    if (!place) return;
    const part = parts[Number(place.dataset.part)];
    if (part.children.length && (event.target.closest(".ic-fold") || part === current)) toggle(part);
    go(part);
    items.get(part).focus({ preventScroll: true });
  }

  function toggle(part) {
    if (isOpen(part)) fold(part);
    else unfold(part);
  }

  function seen() {
    return parts.filter((part) => {
      for (let above = part.parent; above; above = above.parent) if (!items.has(above) || !isOpen(above)) return false;
      return true;
    });
  }

  function key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const row = seen();
    const at = row.indexOf(current);
    const folds = current.children.length > 0;
    const moves = {
      ArrowDown: () => go(row[at + 1]),
      ArrowUp: () => go(row[at - 1]),
      Home: () => go(row[0]),
      End: () => go(row.at(-1)),
      ArrowRight: () => folds && (isOpen(current) ? go(current.children[0]) : unfold(current)),
      ArrowLeft: () => (folds && isOpen(current) ? fold(current) : go(current.parent)),
      Enter: () => folds && toggle(current),
      " ": () => folds && toggle(current),
    };
    if (moves[event.key]) moves[event.key]();
    else if (event.key.length === 1) find(event.key, event.timeStamp);
    else return;
    event.preventDefault();
  }

  /** What is typed in one go is looked for among the tags and short names. */
  function find(sign, at) {
    typed = { text: (at - typed.at < PAUSE ? typed.text : "") + sign.toLowerCase(), at };
    const { text } = typed;
    go(parts.find(({ kind, state }) => kind === "field" && (state.tag.startsWith(text) || state.mnemonic.toLowerCase().startsWith(text))));
  }
}

/** Move a box so that an element inside it is seen; the page stays where it is. */
export function scrollTo(box, element) {
  const outer = box.getBoundingClientRect();
  const inner = element.getBoundingClientRect();
  if (inner.top < outer.top) box.scrollTop += inner.top - outer.top - 4;
  else if (inner.bottom > outer.bottom) box.scrollTop += Math.min(inner.top - outer.top - 4, inner.bottom - outer.bottom + 4);
}

function leaf(part, words) {
  const { kind, state } = part;
  const faults = faultsIn(part).length;
  return [
    part.children.length ? h("span", { class: "ic-fold", "aria-hidden": "true" }) : null,
    kind === "line" ? null : h("span", { class: kind === "field" ? "ic-tag" : "ic-record-name" }, nameOf(part)),
    kind === "field" ? h("code", { class: "ic-short" }, visible(shortly(state))) : null,
    kind === "line" ? h("code", { class: "ic-short" }, state.text) : null,
    state.change ? h("span", { class: `ic-mark ic-mark-${state.change}` }, words[state.change]) : null,
    faults ? h("span", { class: "ic-mark ic-mark-fault" }, plural(faults, "fault")) : null,
  ];
}

function shortly(field) {
  if (field.lines.length) return `text of ${plural(field.lines.length, "line")}`;
  if (field.image) return field.image.label;
  if (!field.value) return "(empty)";
  return field.value.length > SHORT ? `${field.value.slice(0, SHORT)}…` : field.value;
}
