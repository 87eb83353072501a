// "May I …?": a use is described, and the decision grows with it. Decisions are looked up; the rules made them.
import { list, radios } from "./choices.js";
import { h } from "./dom.js";
import { ruleList } from "./rules.js";

const MANY = 6;
const SIGNS = { yes: "✓", no: "✗", condition: "!", "not-said": "?", "not-governed": "–" };

/** Draw "May I …?". It needs no answer from Python. */
export function mayI(root, state, { book }) {
  let answers = first(state);
  const status = h("p", { class: "ic-status", role: "status" });
  const panel = h("div", { class: "ic-answer" });
  const form = h("form", { class: "ic-describe", onsubmit: (event) => event.preventDefault() });
  root.append(
    h("header", { class: "ic-head" }, h("p", { class: "ic-title" }, state.title), h("p", { class: "ic-facts" }, state.intro)),
    h("div", { class: "ic-desk" }, form, h("div", { class: "ic-outcome-side" }, status, panel)),
  );
  let asks = drawAsks();
  show();
  return {};

  function drawAsks() {
    const drawn = new Map(state.asks.map((ask) => [ask.id, drawAsk(ask)]));
    const again = h("button", { type: "button", class: "ic-button", onclick: restart }, "Start again");
    form.replaceChildren(...drawn.values(), h("div", { class: "ic-actions" }, again));
    return drawn;
  }

  function drawAsk(ask) {
    const draw = ask.choices.length > MANY ? list : radios;
    return draw({ ...ask, name: ask.id, chosen: ask.first }, (answer) => {
      answers = { ...answers, [ask.id]: answer };
      show();
    });
  }

  function restart() {
    answers = first(state);
    asks = drawAsks();
    show();
    form.querySelector("input, select").focus();
  }

  function show() {
    const walks = state.branches.map((branch) => ({ branch, ...walk(state, branch, answers) }));
    const met = new Set(walks.flatMap((each) => each.met));
    for (const [id, element] of asks) element.hidden = !met.has(id);
    status.textContent = walks.map(inShort).filter(Boolean).join(" ");
    panel.replaceChildren(...walks.map((each) => verdict(each, state, book)).filter(Boolean));
  }

  /** The headline of a branch, and the question that it waits for. */
  function inShort({ branch, decision, waits }) {
    const next = waits ? `Still to be told: ${legend(waits)}` : "";
    if (!decision) return branch.id === state.branches[0].id ? next : "";
    return `${branch.title} ${decision.word}. ${next}`;
  }

  function legend(id) {
    return state.asks.find((ask) => ask.id === id).legend;
  }
}

/** Walk the diagram of a branch by the answers: the decision so far, the questions met, the one that waits. */
export function walk(state, branch, answers) {
  const met = [];
  let node = state.nodes[branch.start];
  while (node.ask) {
    met.push(node.ask);
    const next = node.then[answers[node.ask]];
    if (next === undefined) break;
    node = state.nodes[next];
  }
  const decision = node.decision === null ? null : state.decisions[node.decision];
  return { decision, met, waits: node.ask, told: met.map((ask) => [ask, answers[ask]]).filter(([, answer]) => answer) };
}

function first(state) {
  return Object.fromEntries(state.asks.filter((ask) => ask.first).map((ask) => [ask.id, ask.first]));
}

function verdict({ branch, decision, waits, told }, state, book) {
  if (!decision) return null;
  const rules = (places) => places.map((place) => state.rules[place]);
  const provisional = waits ? h("p", { class: "ic-facts" }, "With what has been told so far. There is a question left.") : null;
  return h(
    "section",
    { class: "ic-verdict-box", "data-outcome": decision.outcome, "aria-label": branch.title },
    h("p", { class: "ic-facts" }, branch.title),
    h("p", { class: "ic-word" }, h("span", { class: "ic-sign", "aria-hidden": "true" }, SIGNS[decision.outcome]), decision.word),
    provisional,
    h("p", { class: "ic-facts" }, `Described: ${told.map((each) => label(state, each)).join("; ")}.`),
    decision.change.length ? h("p", {}, h("strong", {}, lead(decision)), ` ${decision.change.join("; ")}.`) : null,
    h("p", { class: "ic-why" }, "Why"),
    ruleList(rules(decision.rules), book),
    decision.beside.length ? h("p", { class: "ic-why" }, "Keep in mind beside it") : null,
    decision.beside.length ? ruleList(rules(decision.beside), book) : null,
  );
}

function lead({ outcome }) {
  return outcome === "condition" ? "It depends on:" : "What would change it:";
}

function label(state, [ask, answer]) {
  const found = state.asks.find((each) => each.id === ask);
  const chosen = found.choices.find((choice) => choice.id === answer).label;
  return PLAIN.has(ask) ? chosen : `${found.legend} ${chosen}`;
}

const PLAIN = new Set(["agency", "material", "purpose"]);
