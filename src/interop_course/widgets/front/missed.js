// What the last final missed: to be practised now, beside what is due for review.
import { fits } from "./fitting.js";
import { grade } from "./grading.js";
import { counting } from "./record.js";

/**
 * The questions of the last finished final that were not right, and were not answered rightly in practice since, as
 * they were asked: [question], in the order of the final. `known` has the questions by id.
 */
export function missedLast(record, known) {
  const ended = record.sittings.filter((sitting) => sitting.ended !== null);
  const last = ended.reduce((one, other) => (one && one.ended >= other.ended ? one : other), null);
  if (!last) return [];
  const answers = counting(record, last);
  const later = record.answers.filter((a) => a.sitting === null && a.right && a.at > last.ended);
  const since = new Set(later.map(({ item }) => item));
  return last.draw
    .filter(({ item }) => !since.has(item))
    .map(({ item, seed }) => ({ question: instance(known.get(item), seed), given: answers[item]?.given ?? [] }))
    .filter(({ question, given }) => question && !(fits(question, given) && grade(question, given).right))
    .map(({ question }) => question);
}

/** A question with the numbers of its seed; undefined where the course no longer has it. */
function instance(question, seed) {
  return question?.instances ? question.instances[seed - 1] : question;
}
