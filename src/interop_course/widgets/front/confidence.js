// How sure a learner is, asked before the check and never needed: sure and wrong comes back first in review.
import { h } from "./dom.js";

const LEVELS = [
  ["guess", "A guess"],
  ["think", "I think so"],
  ["sure", "I am sure"],
];

/** Three radios: { element, value(), clear() }; value() is null where nothing was said. */
export function confidence() {
  const radios = LEVELS.map(([value, label]) => ({ label, input: h("input", { type: "radio", name: "confidence", value }) }));
  const choices = radios.map(({ label, input }) => h("label", { class: "ic-choice" }, input, h("span", {}, label)));
  return {
    element: h("fieldset", { class: "ic-sure" }, h("legend", {}, "How sure are you? You may skip this."), choices),
    value: () => radios.find(({ input }) => input.checked)?.input.value ?? null,
    clear: () => radios.forEach(({ input }) => (input.checked = false)),
  };
}

/** Whole seconds a learner was at a card: from the first touch, or the last check, to this check; null if unknown. */
export function stopwatch(element, now = () => performance.now()) {
  let began = null;
  const begin = () => (began ??= now());
  element.addEventListener("focusin", begin);
  element.addEventListener("pointerdown", begin);
  return () => {
    const seconds = began === null ? null : Math.round((now() - began) / 1000);
    began = now();
    return seconds;
  };
}
