// Questions as groups of native controls: radios in a fieldset, a list to choose from, boxes to tick.
import { h } from "./dom.js";

/** A fieldset of radios; `pick(id)` is called when one is chosen. `name` groups them within their form. */
export function radios({ name, legend, hint, choices, chosen }, pick) {
  const rows = choices.map(({ id, label }) => {
    const input = h("input", { type: "radio", name, value: id, checked: id === chosen, onchange: () => pick(id) });
    return h("label", { class: "ic-choice" }, input, h("span", {}, label));
  });
  return h("fieldset", { class: "ic-ask" }, h("legend", {}, legend), note(hint), rows);
}

/** One list to choose from, its choices in groups; the first line chooses nothing. */
export function list({ name, legend, hint, choices, chosen }, pick) {
  const groups = [...new Set(choices.map(({ group }) => group))];
  const options = groups.map((group) => {
    const own = choices.filter((choice) => choice.group === group).map((choice) => option(choice, chosen));
    return group ? h("optgroup", { label: group }, own) : own;
  });
  const select = h(
    "select",
    { class: "ic-select", name, onchange: (event) => pick(event.target.value) },
    h("option", { value: "" }, "Choose …"),
    options,
  );
  return h("div", { class: "ic-ask" }, h("label", {}, h("span", { class: "ic-legend" }, legend), select), note(hint));
}

/** A fieldset of boxes; `tick(id, on)` is called when one changes. Boxes come with the ids that they stand for. */
export function boxes({ legend, hint, choices }, tick) {
  const rows = choices.map(({ id, label }) => {
    const input = h("input", { type: "checkbox", value: id, onchange: (event) => tick(id, event.target.checked) });
    return h("label", { class: "ic-choice", "data-id": id }, input, h("span", {}, label));
  });
  return h("fieldset", { class: "ic-ask" }, h("legend", {}, legend), note(hint), rows);
}

function option({ id, label }, chosen) {
  return h("option", { value: id, selected: id === chosen }, label);
}

function note(hint) {
  return hint ? h("p", { class: "ic-facts" }, hint) : null;
}
