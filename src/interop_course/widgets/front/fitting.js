// Whether an answer from a record is one that the question can have. What no card gives may come from another hand.
import { numberText } from "./grading.js";

/** Python raises for what does not fit; here it counts as no answer. Neither is right. */
export function fits(question, given) {
  return FITS[question.kind](question, given);
}

function choice({ options }, given) {
  return areKnown(options, given);
}

const FITS = {
  single: choice,
  multiple: choice,
  decision: choice,
  ordering: ({ steps }, given) => areKnown(steps, given) && isOnce(given),
  matching: ({ rows, choices }, given) => {
    const pairs = given.map((text) => [text.slice(0, text.indexOf("=")), text.slice(text.indexOf("=") + 1)]);
    const [of, matched] = [pairs.map(([row]) => row), pairs.map(([, to]) => to)];
    return given.every((text) => text.includes("=")) && isOnce(of) && areKnown(rows, of) && areKnown(choices, matched);
  },
  numeric: ({ units }, given) =>
    !given.length || (given.length === 2 && numberText(given[0]) !== null && areKnown(units, given.slice(1))),
  field: ({ message }, given) => given.length < 2 && given.every((tag) => tagsOf(message).includes(tag)),
};

function areKnown(parts, ids) {
  return ids.every((id) => parts.some((part) => part.id === id));
}

function isOnce(ids) {
  return new Set(ids).size === ids.length;
}

function tagsOf({ records }) {
  return records.flatMap(({ fields }) => fields.map(({ tag }) => tag));
}
