// Rules of the packet: what they say, their ids, where they stand, and the entries of the register about them.
import { h } from "./dom.js";
import { sources } from "./sources.js";

/** A list of rules. */
export function ruleList(rules, book) {
  return h("ul", { class: "ic-rules" }, rules.map((rule) => h("li", {}, ruleText(rule, book))));
}

/** One rule: its text and id, then its sources and its entries of the register. */
export function ruleText(rule, book) {
  return [
    h("p", {}, rule.text, rule.reading ? " (our reading)" : null, " ", h("span", { class: "ic-rule-id" }, rule.id)),
    sources(rule.sources, book),
    sources(rule.entries, book, "Register"),
  ];
}
