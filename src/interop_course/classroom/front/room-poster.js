// A question to be read by a whole room: nothing on it can be chosen, which everybody does on their own device.
import { h } from "./dom.js";
import { question } from "./question.js";

const HOW = {
  single: "One answer.",
  multiple: "Every answer that is right.",
  decision: "Judge the case by the rules of the packet. One answer.",
  ordering: "Put these steps in order.",
  matching: "Find the match of each line. A match may serve several lines, or none.",
  numeric: "A number and its unit.",
  field: "Find the field of the message that answers the question.",
};

const BODY = { single: options, multiple: options, decision: options, ordering, matching, numeric, field };

/** The situation and the question. */
export function situation({ stem, facts = [] }) {
  const lines = facts.map(({ label, text }) => h("div", {}, h("dt", {}, label), h("dd", {}, text)));
  return [h("p", { class: "room-stem" }, stem), lines.length ? h("dl", { class: "ic-case" }, lines) : null];
}

/** The whole question. */
export function poster(state) {
  if (state.kind === "field") return field(state);
  return h("div", { class: "room-poster" }, situation(state), h("p", { class: "ic-facts" }, HOW[state.kind]), BODY[state.kind](state));
}

function options(state) {
  return list(state.options);
}

function ordering(state) {
  return list(state.steps);
}

function matching(state) {
  return h("div", { class: "room-columns" }, list(state.rows), list(state.choices));
}

function numeric(state) {
  return h("p", {}, "In ", state.units.map(({ label }) => label).join(" or "), ".");
}

/** The message lies open as on every device, and takes no answer here. */
function field(state) {
  const element = h("div", { class: "room-poster" });
  question(element, state, { mode: "exam" }).reveal([]);
  return element;
}

function list(parts) {
  return h("ul", { class: "room-list" }, parts.map(({ text }) => h("li", {}, text)));
}
