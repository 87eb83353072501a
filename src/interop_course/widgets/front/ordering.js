// A question to put in order: each step has buttons that move it up and down, so nothing needs to be dragged.
import { h } from "./dom.js";
import { verdictWord } from "./verdict.js";

/** Draw the steps in the order shown. Before the first move nothing is answered yet. */
export function ordering(state, { changed, say }) {
  const rows = new Map(state.steps.map((step) => [step.id, stepRow(step)]));
  const list = h("ol", { class: "ic-steps" });
  let order = [];
  arrange([]);
  return {
    hint: "Put the steps in order, the first one on top.",
    body: list,
    given: () => order,
    set: arrange,
    missing: (given) => (given.length ? "" : "Nothing is moved yet. Put the steps in order first, then check."),
    mark: (remarks) => {
      for (const [id, { element, word }] of rows) {
        verdictWord(element, word, remarks.find(({ part }) => part === id)?.right, ["in its place", "not in its place"]);
      }
    },
    focus: () => list.querySelector('button:not([aria-disabled="true"])').focus(),
  };

  function shown() {
    return order.length ? order : state.steps.map(({ id }) => id);
  }

  /** An order of other steps than these, kept from an older course, is none. */
  function arrange(given) {
    order = given.length === rows.size && given.every((id) => rows.has(id)) ? [...given] : [];
    list.replaceChildren(...shown().map((id) => rows.get(id).element));
    atTheEnds();
  }

  /** The neighbour is moved around the step, so that the focus stays where it is. */
  function move(id, by) {
    const now = [...shown()];
    const from = now.indexOf(id);
    const to = from + by;
    if (to < 0 || to >= now.length) return say(`This step is ${by < 0 ? "first" : "last"} already.`);
    const neighbour = now[to];
    [now[from], now[to]] = [neighbour, id];
    order = now;
    const [here, other] = [rows.get(id).element, rows.get(neighbour).element];
    if (by < 0) here.after(other);
    else here.before(other);
    atTheEnds();
    changed();
    say(`Now at place ${to + 1} of ${now.length}: ${state.steps.find((step) => step.id === id).text}`);
  }

  function atTheEnds() {
    const now = shown();
    for (const [id, { up, down }] of rows) {
      up.setAttribute("aria-disabled", String(id === now[0]));
      down.setAttribute("aria-disabled", String(id === now.at(-1)));
    }
  }

  function stepRow({ id, text }) {
    const up = moveButton("↑", "Move up", text, () => move(id, -1));
    const down = moveButton("↓", "Move down", text, () => move(id, 1));
    const word = h("span", { class: "ic-verdict" });
    const element = h(
      "li",
      { class: "ic-step" },
      h("span", { class: "ic-step-text" }, text, " ", word),
      h("span", { class: "ic-moves" }, up, down),
    );
    return { element, word, up, down };
  }
}

function moveButton(sign, name, text, onclick) {
  const attributes = { type: "button", class: "ic-button ic-move", "aria-label": `${name}: ${text}`, onclick };
  return h("button", attributes, h("span", { "aria-hidden": "true" }, sign), ` ${name}`);
}
