// A button, as all widgets have it.
import { h } from "./dom.js";

/** A button with a text and what a press does; the primary one is what most readers press next. */
export function button(text, onclick, isPrimary = false) {
  return h("button", { type: "button", class: isPrimary ? "ic-button ic-primary" : "ic-button", onclick }, text);
}
