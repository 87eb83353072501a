// A branching scene: decide, see what comes of it, go back. The state holds the whole graph, so no Python is needed.
import { h } from "./dom.js";
import { openPoints, sources } from "./sources.js";

const VERDICTS = { right: "✓ Right.", wrong: "✗ Not right.", "ask-first": "? Ask first." };
const TRIED = { right: "tried: right", wrong: "tried: not right", "ask-first": "tried: ask first" };

/** Draw a scene. Nothing is decided by moving: only the Decide button, or Enter, decides. */
export function scene(root, state, { book }) {
  const decisions = new Map(state.decisions.map((decision) => [decision.id, decision]));
  const endings = new Map(state.endings.map((ending) => [ending.id, ending]));
  const tried = new Set();
  const seen = new Set();
  let path = [];

  const walked = h("ol", { class: "ic-path", "aria-label": "Your way so far" });
  const status = h("p", { class: "ic-scene-status", role: "status" });
  const here = h("div", {});
  root.append(
    h("p", { class: "ic-title" }, state.title),
    h("p", { class: "ic-facts" }, state.note),
    h("p", {}, h("strong", {}, state.role), " ", state.setting),
    walked,
    status,
    here,
  );
  draw();
  return {};

  function place() {
    return path.length ? path.at(-1).choice.to : state.decisions[0].id;
  }

  function draw() {
    walked.replaceChildren(...path.map((step, i) => stepItem(step, i, i === path.length - 1, book, () => back(i))));
    walked.hidden = !path.length;
    const ending = endings.get(place());
    if (ending) seen.add(ending.id);
    here.replaceChildren(ending ? endingPanel(ending) : decisionForm(decisions.get(place())));
  }

  function decisionForm(decision) {
    const heading = h("legend", { tabindex: "-1" }, h("strong", {}, `Decision ${path.length + 1}.`), " ", decision.text);
    const options = decision.choices.map((choice) =>
      optionRow(choice, tried.has(mark(decision, choice)) ? TRIED[choice.verdict] : ""),
    );
    return h(
      "form",
      { class: "ic-card", onsubmit: (event) => decide(event, decision), onchange: () => say("") },
      h("fieldset", {}, heading, decision.fact ? factBox(decision.fact) : null, options),
      h("div", { class: "ic-actions" }, h("button", { type: "submit", class: "ic-button ic-primary" }, "Decide"), again()),
    );
  }

  function endingPanel(ending) {
    return h(
      "section",
      { class: "ic-ending", "aria-label": `The end: ${ending.title}` },
      h("p", { class: "ic-title" }, `The end: ${ending.title}`),
      h("p", {}, h("strong", {}, "On the other side of the desk: "), ending.person),
      h("p", {}, h("strong", {}, "On your side: "), ending.desk),
      h("p", {}, h("strong", {}, "Take away: "), ending.takeaway),
      sources(ending.sources, book),
      openPoints(state.open, book),
      h("p", {}, `${tally(path)} Endings seen: ${seen.size} of ${endings.size}.`),
      h("div", { class: "ic-actions" }, again()),
    );
  }

  function again() {
    return path.length ? h("button", { type: "button", class: "ic-button", onclick: () => back(0) }, "Start again") : null;
  }

  function decide(event, decision) {
    event.preventDefault();
    const id = event.target.querySelector("input:checked")?.value;
    if (!id) return say("Choose first, then decide.");
    const choice = decision.choices.find((one) => one.id === id);
    tried.add(mark(decision, choice));
    path = [...path, { decision, choice }];
    draw();
    walked.lastElementChild.querySelector(".ic-consequence").focus();
    const ending = endings.get(choice.to);
    say(`${VERDICTS[choice.verdict]} ${ending ? "The scene ends here." : `Decision ${path.length + 1} is below.`}`);
  }

  function back(i) {
    path = path.slice(0, i);
    draw();
    here.querySelector("legend").focus();
    say(`Back at decision ${i + 1}.`);
  }

  function say(text) {
    status.textContent = text;
  }
}

function mark(decision, choice) {
  return `${decision.id} ${choice.id}`;
}

function optionRow(choice, remark) {
  const input = h("input", { type: "radio", name: "choice", value: choice.id });
  return h("label", { class: "ic-option" }, input, h("span", {}, choice.text, remark ? h("span", { class: "ic-tried" }, ` (${remark})`) : null));
}

function factBox(fact) {
  return h(
    "div",
    { class: "ic-scene-fact" },
    fact.banner ? h("p", { class: "ic-banner" }, fact.banner) : null,
    h("p", { class: "ic-facts" }, fact.title),
    h("ul", {}, fact.lines.map((line) => h("li", {}, h("code", {}, line)))),
  );
}

/** A decision taken, with what came of it. The reason of the last one is open. */
function stepItem({ decision, choice }, i, last, book, goBack) {
  return h(
    "li",
    { class: `ic-${choice.verdict}` },
    h("p", { class: "ic-story" }, decision.text),
    h("p", {}, "You: ", h("strong", {}, choice.text)),
    h("p", { class: "ic-consequence", tabindex: "-1" }, h("strong", { class: "ic-verdict" }, VERDICTS[choice.verdict]), " ", choice.consequence),
    h("details", { open: last }, h("summary", {}, "Why"), h("p", {}, choice.reason), sources(choice.sources, book)),
    h("button", { type: "button", class: "ic-button", onclick: goBack }, `Go back to decision ${i + 1}`),
  );
}

function tally(path) {
  const count = (verdict) => path.filter((step) => step.choice.verdict === verdict).length;
  return `On this way: ${count("right")} right, ${count("wrong")} not right, ${count("ask-first")} to ask first.`;
}
