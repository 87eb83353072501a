// Three views of one message that move together: tree, text, hex; and the details of what is selected.
import { h } from "./dom.js";
import { details, inWords } from "./inspector-detail.js";
import { hex } from "./inspector-hex.js";
import { messageText } from "./inspector-text.js";
import { tree } from "./inspector-tree.js";
import { partAt, placeOf } from "./message-parts.js";

const KEYS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1, Home: -Infinity, End: Infinity };

/**
 * Draw the linked views of a state. `context` has `state`, `bytes`, `parts`, `book`, `words`, `link`, and `form`, which
 * stands under the details or is null; `told(part)` is called at each selection. The handle: `select(part)`,
 * `fault(fault)` to show the place of one, `focus()`.
 */
export function linked(context, told) {
  const { state, bytes, parts } = context;
  const status = h("p", { class: "ic-hidden", role: "status" });
  const about = h("div", { class: "ic-detail", tabindex: "0", role: "group", "aria-label": "The selected part" });
  const views = {
    tree: tree(parts, context.words, (part) => select(part, "tree")),
    text: messageText(state, bytes, parts, (part) => select(part, "text"), walk),
    hex: hex(bytes, state.faults, (offset) => pickByte(offset), walk),
  };
  const fields = state.records.length > 0;
  let current = null;
  const element = h(
    "div",
    { class: "ic-linked" },
    view("Tree", fields ? "arrow keys walk, a typed tag jumps" : "arrow keys walk", "ic-view-tree", views.tree.element),
    view("Details", "", "ic-view-detail", about, status),
    context.form,
    view("Text", fields ? "separators as signs" : "", "ic-view-text", views.text.element),
    view("Hex", "offset, bytes, ASCII", "ic-view-hex", views.hex.element),
  );
  select(parts.find(({ kind }) => kind !== "record") ?? parts[0], "start");
  return { element, select, fault, focus };

  function select(part, from = "") {
    if (!part) return;
    current = part;
    if (from !== "tree") views.tree.show(part);
    views.text.show(part);
    views.hex.show(part);
    about.replaceChildren(...details(part, context));
    if (from !== "tree" && from !== "start") status.textContent = inWords(part);
    told(part);
  }

  function fault(wrong) {
    select(placeOf(parts, wrong));
    views.hex.show(wrong.length ? wrong : { offset: Math.min(wrong.offset, bytes.length - 1), length: 1 });
  }

  function focus() {
    const item = views.tree.element.querySelector('[tabindex="0"]');
    item.focus({ preventScroll: true });
    item.firstElementChild.scrollIntoView({ block: "nearest" });
  }

  function pickByte(offset) {
    select(partAt(parts, Math.min(offset, bytes.length - 1)), "hex");
  }

  function walk(event) {
    const by = KEYS[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const next = parts[Math.min(parts.length - 1, Math.max(0, current.id + by))];
    if (next !== current) select(next, "keys");
  }
}

function view(title, hint, name, ...content) {
  const heading = h("p", { class: "ic-view-title" }, title, hint ? h("span", {}, `: ${hint}`) : null);
  return h("div", { class: `ic-view ${name}`, role: "group", "aria-label": title }, heading, content);
}
