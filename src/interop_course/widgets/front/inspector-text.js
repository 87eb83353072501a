// The message as text, its separators visible: what is selected elsewhere is marked here, and the other way round.
import { h } from "./dom.js";
import { visible } from "./glyphs.js";
import { glyphsOf } from "./message-bytes.js";
import { plural } from "./message-parts.js";
import { scrollTo } from "./inspector-tree.js";

/** Draw the text; `pick(part)` when a part is clicked. The handle's show(part) marks one. */
export function messageText(state, bytes, parts, pick, keys) {
  const places = new Map();
  const decode = state.records.length ? glyphsOf : (some) => new TextDecoder().decode(some);
  const element = h(
    "div",
    {
      class: "ic-glyphs",
      tabindex: "0",
      role: "group",
      "aria-label": "Message text. Arrow keys move from part to part.",
      onclick: click,
      onkeydown: keys,
    },
    inside(parts.filter((part) => !part.parent), 0, bytes.length),
  );
  let current = null;
  return { element, show };

  /** Parts with what stands between them. */
  function inside(some, start, end) {
    const made = [];
    let at = start;
    for (const part of some) {
      made.push(between(at, part.offset), whole(part));
      at = part.offset + part.length;
    }
    made.push(between(at, end));
    return made;
  }

  function between(start, end) {
    return start < end ? visible(decode(bytes.subarray(start, end))) : null;
  }

  function whole(part) {
    const { kind, state: own, offset, length } = part;
    const end = offset + length;
    const first = part.children[0]?.offset ?? end;
    let content;
    if (kind === "field" && own.tag.endsWith(".999") && own.size > 60) {
      content = [between(offset, end - own.size), h("i", {}, `(image, ${plural(own.size, "byte")})`)];
    } else content = part.children.length ? [between(offset, first), inside(part.children, first, end)] : between(offset, end);
    const faulty = kind !== "record" && part.faults.length > 0;
    const place = h("span", { class: `ic-part ic-part-${kind}${faulty ? " ic-faulty" : ""}`, "data-part": part.id }, content);
    places.set(part, place);
    return place;
  }

  function click(event) {
    const place = event.target.closest("[data-part]");
    if (place && getSelection().isCollapsed) pick(parts[Number(place.dataset.part)]);
  }

  function show(part) {
    if (current) places.get(current).classList.remove("ic-selected");
    places.get(part).classList.add("ic-selected");
    current = part;
    scrollTo(element, places.get(part));
  }
}
