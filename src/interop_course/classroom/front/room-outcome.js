// How the room decided, beside each answer with its reason and source.
import { h } from "./dom.js";
import { sources } from "./sources.js";
import { verdictWord } from "./verdict.js";
import { count } from "./words.js";

const ROUNDS = ["First vote", "Second vote"];

/** Draw an outcome; `mine` has the lines in which the reader's own answer stands, as "group/line". */
export function outcomeTable(outcome, mine = []) {
  const { groups, answered } = outcome;
  const lines = groups.flatMap((group) => group.lines);
  const rounds = groups.find(({ more }) => more.length)?.more.length ?? lines[0]?.counts.length ?? 0;
  const inParts = groups.length > 1;
  const hasWhy = [...lines, ...groups].some(({ reason }) => reason);
  const columns = [inParts ? "Part" : "Answer", ...(inParts && !rounds ? ["Answer"] : names(rounds)), ...(hasWhy ? ["Why"] : [])];
  const context = { answered, columns, rounds, hasWhy, mine };
  const rows = inParts ? groups.map((group) => partRow(group, context)) : groups.flatMap((group) => lineRows(group, context));
  return [
    h("p", { class: "room-summary" }, summary(outcome, rounds).map((text, i) => [i ? " " : null, h("span", {}, text)])),
    // The roles are written out because a style that stacks cells would take them away.
    h(
      "table",
      { class: `room-outcome ${hasWhy ? "room-with-why" : ""} ${inParts ? "room-in-parts" : ""}`, role: "table" },
      h("caption", { class: "ic-hidden" }, rounds ? "How the room decided" : "The answers and their reasons"),
      h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, columns.map((name) => h("th", { scope: "col", role: "columnheader" }, name)))),
      h("tbody", { role: "rowgroup" }, rows.length ? rows : noRow(columns)),
    ),
  ];
}

/** One vote needs no number. */
function names(rounds) {
  return rounds === 1 ? ["Votes"] : ROUNDS.slice(0, rounds);
}

function summary({ answered, right }, rounds) {
  if (!rounds) return ["How many chose what is not shown."];
  return answered.map((n, i) => {
    const share = right ? `, ${right[i]} right${n ? ` (${percent(right[i], n)})` : ""}` : "";
    return `${rounds > 1 ? `${ROUNDS[i]}: ` : ""}${count(n, "answer")}${share}.`;
  });
}

/** A question of one part: a row for each answer, with a bar for each vote. */
function lineRows(group, { answered, rounds, hasWhy, mine }) {
  const cells = (counts) => counts.map((n, i) => voteCell(n, answered[i], names(rounds)[i]));
  const rows = group.lines.map((line) => {
    const word = h("span", { class: "ic-verdict" });
    const name = h("th", { scope: "row", role: "rowheader" }, line.text, " ", word, own(group, line, mine));
    const row = h("tr", { role: "row", class: "room-line" }, name, cells(line.counts), hasWhy ? whyCell(line) : null);
    verdictWord(row, word, line.right ?? undefined);
    return row;
  });
  if (!group.more.length) return rows;
  const name = h("th", { scope: "row", role: "rowheader" }, "other answers");
  return [...rows, h("tr", { role: "row", class: "room-line" }, name, cells(group.more), hasWhy ? h("td", { role: "cell" }) : null)];
}

/** A question of several parts: a row for each, with the answers to it and how many gave them. */
function partRow(group, { answered, rounds, hasWhy, mine }) {
  const votes = rounds ? names(rounds).map((name, i) => givenCell(group, name, (line) => line.counts[i], group.more[i], answered[i], mine)) : [givenCell(group, "Answer", () => null, 0, 0, mine)];
  return h("tr", { role: "row", class: "room-line" }, h("th", { scope: "row", role: "rowheader" }, group.text), votes, hasWhy ? whyCell(group) : null);
}

function givenCell(group, column, countOf, more, of, mine) {
  const lines = group.lines.map((line) => {
    const sign = line.right === null ? null : [h("span", { class: "ic-verdict" }, line.right ? "✓ right:" : "✗"), " "];
    const tone = { true: "ic-right", false: "ic-wrong" }[line.right] ?? "";
    return h("li", { class: tone }, sign, line.text, share(countOf(line), of), own(group, line, mine));
  });
  if (more) lines.push(h("li", {}, "others", share(more, of)));
  const list = lines.length ? h("ul", {}, lines) : "No answers.";
  return h("td", { role: "cell", class: "room-given" }, h("span", { class: "room-column", "aria-hidden": "true" }, column), list);
}

function share(n, of) {
  return n === null ? null : [": ", h("strong", {}, String(n)), of ? ` (${percent(n, of)})` : null];
}

function own(group, line, mine) {
  return mine.includes(`${group.id}/${line.id}`) ? [" ", h("span", { class: "room-mine" }, "your answer")] : null;
}

function noRow(columns) {
  return h("tr", { role: "row" }, h("td", { role: "cell", colspan: columns.length }, "No answers."));
}

function voteCell(n, of, column) {
  const bar = h("span", { class: "room-bar" });
  bar.style.setProperty("--share", of ? n / of : 0);
  return h(
    "td",
    { role: "cell", class: "room-votes" },
    h("span", { class: "room-column", "aria-hidden": "true" }, column),
    h("span", { class: "room-count" }, h("strong", {}, String(n)), of ? ` (${percent(n, of)})` : null),
    h("span", { class: "room-track", "aria-hidden": "true" }, bar),
  );
}

function whyCell({ reason, sources: from }) {
  return h("td", { role: "cell", class: "room-why" }, h("p", {}, reason), sources(from, null));
}

function percent(n, of) {
  return `${Math.round((100 * n) / of)} %`;
}
