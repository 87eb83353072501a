// What a sitting came to, computed from the record and never kept. Python's result says the same; a test compares.
import { draw, shown } from "./drawing.js";
import { fits } from "./fitting.js";
import { grade } from "./grading.js";
import { counting } from "./record.js";

const MINUTE = 60_000;
const PAUSE = 30 * MINUTE;

/** The questions of a sitting, as they are shown: [{ n, id, seed, topic, question }], n from 1. */
export function drawn(course, sitting) {
  const items = new Map(course.items.map((item) => [item.question.id, item]));
  return sitting.draw.map((entry, place) => {
    const { topic, question } = items.get(entry.item);
    const asked = shown(question, entry, sitting.seed, place);
    return { n: place + 1, id: entry.item, seed: entry.seed, topic, question: asked };
  });
}

/** Whether a sitting was drawn from the questions of this page, and as its seed draws them. */
export function isOurs(course, sitting) {
  if (sitting.content !== course.content) return false;
  return JSON.stringify(draw(course, sitting.seed)) === JSON.stringify(sitting.draw);
}

/**
 * The result of a sitting: { passed, right, total, enough, missed, topics, objectives, minutes, questions }.
 *
 * `missed` are the questions that had to be right and are not; `enough` says whether the share of right ones is
 * reached. An unanswered question is not right. Each of `questions` has its `given` and its `mark`.
 */
export function resultOf(course, sitting, record) {
  const answers = counting(record, sitting);
  const questions = drawn(course, sitting).map((each) => {
    const kept = answers[each.id]?.given ?? [];
    const given = fits(each.question, kept) ? kept : [];
    return { ...each, given, mark: grade(each.question, given) };
  });
  const right = questions.filter(({ mark }) => mark.right).length;
  const missed = questions.filter(({ topic, mark }) => course.must.includes(topic) && !mark.right);
  const enough = right * 100 >= course.percent * questions.length;
  return {
    passed: sitting.ended !== null && enough && !missed.length,
    right,
    total: questions.length,
    enough,
    missed,
    topics: tally(questions, ({ topic }) => topic),
    objectives: tally(questions, ({ question }) => question.objective),
    minutes: minutesOfWork([sitting.started, sitting.ended, ...Object.values(answers).map(({ at }) => at)]),
    questions,
  };
}

/** Whole minutes from moment to moment, pauses left out: how `assessment.hours` counts work. */
function minutesOfWork(moments) {
  const times = moments.filter(Boolean).map((at) => Date.parse(at)).sort((a, b) => a - b);
  const gaps = times.slice(1).map((time, i) => time - times[i]);
  return Math.floor(gaps.filter((gap) => gap <= PAUSE).reduce((sum, gap) => sum + gap, 0) / MINUTE);
}

/** Right and total by what `part` says of each question, in the order in which the parts first come. */
function tally(questions, part) {
  const found = new Map();
  for (const question of questions) {
    const id = part(question);
    const { right, total } = found.get(id) ?? { right: 0, total: 0 };
    found.set(id, { right: right + question.mark.right, total: total + 1 });
  }
  return [...found].map(([id, counts]) => ({ id, ...counts }));
}
