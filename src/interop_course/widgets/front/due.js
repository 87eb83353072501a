// Spaced review: what was missed comes back a day, a week and a month later. Python's `assessment.review` describes
// and says the same; a test compares.

const DAY = 24 * 60 * 60 * 1000;
const WAITS = [1 * DAY, 7 * DAY, 30 * DAY];

/** Every item in review, due or not, in the order in which they are asked: [{ item, due, step, sure }], due in ms. */
export function inReview(record) {
  const reviews = new Map();
  for (const answer of record.answers) {
    if (answer.sitting !== null || answer.right === null) continue;
    const after = follow(reviews.get(answer.item), answer);
    if (after) reviews.set(answer.item, after);
    else reviews.delete(answer.item);
  }
  return [...reviews.values()].sort(
    (a, b) => Number(b.sure) - Number(a.sure) || a.due - b.due || (a.item < b.item ? -1 : 1),
  );
}

function follow(review, { item, right, confidence, at }) {
  const moment = Date.parse(at);
  if (!right) return { item, due: moment + WAITS[0], step: 0, sure: confidence === "sure" };
  if (!review || moment < review.due) return review;
  const step = review.step + 1;
  return step < WAITS.length ? { ...review, due: moment + WAITS[step], step } : null;
}
