// The sequence diagram of a journal: a lifeline for each party, an arrow for each message, a mark for each decision.
import { s } from "./dom.js";

const HEAD = 34;
const ROW = 34;
const MARGIN = 44;
const LETTER = 7;

/**
 * Draw the journal `width` pixels wide with entry `at` selected; `pick(n)` is called when a row is clicked.
 * The picture is hidden from assistive technology: its ordered list says the same in words.
 */
export function diagram(state, width, at, pick) {
  const height = HEAD + state.entries.length * ROW + 8;
  const gap = (width - MARGIN) / state.parties.length;
  const columns = new Map(state.parties.map((party, i) => [party.id, MARGIN + gap * (i + 0.5)]));
  const runs = stepRuns(state.entries);
  return s(
    "svg",
    { class: "ic-diagram", width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", focusable: "false" },
    runs.map((run, i) => band(run, i, width)),
    [...columns].map(([id, x]) => lifeline(id, x, height)),
    state.entries.map((entry, i) => {
      const [current, shaded] = [entry.n === at, bandOf(runs, i) % 2 === 0];
      return row(entry, i, { columns, width, current, shaded, pick });
    }),
    runs.map(stepNumber),
  );
}

/** Entries of one step that follow each other share a band, with the number of the step at its side. */
function stepRuns(entries) {
  const runs = [];
  entries.forEach((entry, i) => {
    const run = runs.at(-1);
    if (run?.step === entry.step) run.rows += 1;
    else runs.push({ step: entry.step, first: i, rows: 1 });
  });
  return runs;
}

function bandOf(runs, i) {
  return runs.findIndex(({ first, rows }) => i < first + rows);
}

function band({ first, rows }, i, width) {
  const name = i % 2 ? "ic-band" : "ic-band ic-band-odd";
  return s("rect", { class: name, x: 0, y: HEAD + first * ROW, width, height: rows * ROW });
}

function stepNumber({ step, first }) {
  return s("text", { class: "ic-step", x: 6, y: HEAD + first * ROW + ROW / 2 + 4 }, `${step}.`);
}

function lifeline(id, x, height) {
  return [
    s("line", { class: "ic-lifeline", x1: x, x2: x, y1: HEAD - 8, y2: height }),
    s("text", { class: "ic-party", x, y: 20, "text-anchor": "middle" }, id),
  ];
}

/** A row knows its ground, so that its label can stand out from the lifelines behind it. */
function row(entry, i, { columns, width, current, shaded, pick }) {
  const ground = current ? "ic-current" : shaded ? "ic-row-odd" : "";
  const top = HEAD + i * ROW;
  const y = top + ROW / 2 + 2;
  const from = columns.get(entry.sender);
  const to = columns.get(entry.receiver);
  return s(
    "g",
    { class: `ic-row ${ground}`, onclick: () => pick(entry.n) },
    s("rect", { class: "ic-hit", x: 3, y: top + 1, width: width - 6, height: ROW - 2, rx: 4 }),
    current ? s("path", { class: "ic-pointer", d: `M 24 ${y - 6} l 10 6 l -10 6 z` }) : null,
    from === to ? decision(from, y) : arrow(entry, from, to, y, width),
    s("text", { class: "ic-number", x: from, y: y + 4, "text-anchor": "middle" }, String(entry.n)),
  );
}

function decision(x, y) {
  return s("path", { class: "ic-decision", d: `M ${x} ${y - 14} l 14 14 l -14 14 l -14 -14 z` });
}

function arrow(entry, from, to, y, width) {
  const way = Math.sign(to - from);
  const tip = to - way * 2;
  return [
    label(entry.message, from, to, y, width),
    s("line", { class: entry.message ? "ic-arrow" : "ic-arrow ic-visit", x1: from, x2: tip - way * 6, y1: y, y2: y }),
    s("path", { class: "ic-tip", d: `M ${tip} ${y} l ${-way * 9} -5 l 0 10 z` }),
    s("circle", { class: "ic-start", cx: from, cy: y, r: 11 }),
  ];
}

/** The name goes over its arrow when it fits, beside it when there is room, and else into the list alone. */
function label(name, from, to, y, width) {
  const needed = name.length * LETTER;
  const right = Math.max(from, to);
  if (needed <= Math.abs(to - from) - 26) {
    const middle = (from + to) / 2 + Math.sign(to - from) * 4;
    return s("text", { class: "ic-label", x: middle, y: y - 5, "text-anchor": "middle" }, name);
  }
  if (right + 16 + needed > width) return null;
  return s("text", { class: "ic-label", x: right + 16, y: y + 4 }, name);
}
