// Separators as visible signs. Few fonts have ␜ ␝ ␞ ␟, so the style sheet draws letters in their place.
import { h } from "./dom.js";

const LETTERS = { "␜": "FS", "␝": "GS", "␞": "RS", "␟": "US" };

/** Text with each separator sign in an element of its own. Copied text keeps the signs. */
export function visible(text) {
  return text
    .split(/([␜␝␞␟])/)
    .map((part) => (part in LETTERS ? h("span", { class: "ic-sep", "data-letters": LETTERS[part] }, part) : part));
}
