// Where a statement comes from: citations and entries of the register.
import { h } from "./dom.js";

/** "Source: a; b", linked where the host has the book's pages (`book` is the way to them). */
export function sources(list, book, lead = "Source") {
  if (!list.length) return null;
  const named = list.map((source, i) => [i ? "; " : "", linked(source, book)]);
  return h("p", { class: "ic-sources" }, `${lead}: `, named);
}

/** What the packet leaves open at this point, by entry of the register. */
export function openPoints(list, book) {
  return sources(list, book, "Open in the packet");
}

/** One source, linked where it has a page. */
export function linked(source, book) {
  if (!source.href || book === null) return h("span", {}, source.label);
  return h("a", { href: book + source.href }, source.label);
}
