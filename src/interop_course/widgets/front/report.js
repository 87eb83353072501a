// What came of a final: the result in words, what to read again, and every question with its reasons.
import { button } from "./button.js";
import { h } from "./dom.js";
import { question } from "./question.js";
import { linked } from "./sources.js";
import { listed } from "./words.js";

const PRACTISE = { label: "Practise the questions that you missed", href: "../notebooks/review.html" };

/** Draw the report of a finished sitting. Questions are drawn when they are opened: thirty at once are slow. */
export function report({ state: course, result, context, again, toCertificate, toStart }) {
  const heading = h("h3", { class: "ic-title", tabindex: "-1" }, result.passed ? "✓ Passed" : "✗ Not passed yet");
  const element = h(
    "div",
    { class: "ic-report" },
    heading,
    h("p", {}, score(course, result)),
    musts(course, result),
    h(
      "div",
      { class: "ic-actions" },
      result.passed ? button("Show the certificate", toCertificate, true) : button("Try a new final", again, true),
      result.passed ? button("Try a new final", again) : null,
      button("Back to the start", toStart),
    ),
    result.passed || context.book === null ? null : h("p", {}, linked(PRACTISE, context.book), "."),
    h("h4", {}, "By objective"),
    objectives(course, result, context.book),
    h("h4", {}, "Every question, with its reasons"),
    h("p", {}, "Those that were not right stand first."),
    inOrder(result.questions).map((each) => answered(each, context)),
  );
  return { element, focus: () => heading.focus(), leave() {} };
}

/** "24 of 30 right, 80 percent." */
export function score(course, { right, total, enough }) {
  const share = Math.floor((right * 100) / total);
  const needed = `${enough ? "At least" : "Less than"} ${course.percent} percent, which is what a pass needs.`;
  return `${right} of ${total} right, ${share} percent. ${needed}`;
}

/** The questions that had to be right, in words: a pass can fail on one of them alone. */
function musts(course, { missed, questions }) {
  const of = questions.filter(({ topic }) => course.must.includes(topic)).length;
  if (!of) return null;
  const names = course.must.map((topic) => course.labels[topic].toLowerCase());
  const lead = `Every question on ${listed(names)} has to be right.`;
  if (!missed.length) return h("p", {}, `${lead} All ${of} of this final are.`);
  const numbersOf = (topic) => missed.filter((each) => each.topic === topic).map(({ n }) => n);
  const lines = course.must.map((topic) => ({ topic, numbers: numbersOf(topic) }));
  const many = (numbers) => (numbers.length > 1 ? "questions" : "question");
  const line = ({ topic, numbers }) => h("li", {}, `${course.labels[topic]}: ${many(numbers)} ${listed(numbers)}`);
  return h(
    "div",
    { class: "ic-must" },
    h("p", { class: "ic-wrong" }, h("strong", {}, `${lead} These are not:`)),
    h("ul", { class: "ic-terms" }, lines.filter(({ numbers }) => numbers.length).map(line)),
  );
}

function objectives(course, result, book) {
  const rows = result.objectives.map(({ id, right, total }) => {
    const { text, lesson } = course.objectives.find((objective) => objective.id === id);
    const all = right === total;
    return { all, row: h(
      "tr",
      {},
      h("th", { scope: "row", "data-column": "Objective" }, text),
      h("td", { "data-column": "Right" }, `${all ? "✓" : "✗"} ${right} of ${total}`),
      h("td", { "data-column": "Read again" }, all ? "—" : linked(lesson, book)),
    ) };
  });
  const sorted = [...rows.filter(({ all }) => !all), ...rows.filter(({ all }) => all)];
  return h(
    "table",
    { class: "ic-table ic-by-objective" },
    h("caption", { class: "ic-hidden" }, "Right answers by objective, and where to read again"),
    h("thead", {}, h("tr", {}, ["Objective", "Right", "Read again"].map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, sorted.map(({ row }) => row)),
  );
}

function inOrder(questions) {
  return [...questions.filter(({ mark }) => !mark.right), ...questions.filter(({ mark }) => mark.right)];
}

function answered({ n, question: state, given, mark }, context) {
  const word = mark.right ? "✓ right" : given.length ? "✗ not right" : "✗ not answered";
  const place = h("div", {});
  const summary = h("summary", {}, `Question ${n}: ${word}. `, h("span", { class: "ic-facts" }, state.stem));
  const details = h("details", { class: "ic-answered-one" }, summary, place);
  details.addEventListener("toggle", () => {
    if (!details.open || place.firstChild) return;
    question(place, state, { ...context, mode: "exam" }).reveal(given);
  });
  return details;
}
