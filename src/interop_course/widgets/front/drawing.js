// The draw of a final. Python's `assessment.final` describes and says the same; a test compares.
import { chance } from "./chance.js";

const INSTANCES = 8;
const STRIDE = 0x9e3779b9;
const SHUFFLED = ["single", "multiple"];

/** Draw a final from a seed: [{ item, seed }], in the order in which they are asked. */
export function draw({ strata, items }, seed) {
  const luck = chance(seed);
  const entries = strata.flatMap(({ topics, count }) => {
    const pool = items.filter(({ topic }) => topics.includes(topic));
    const kept = luck.shuffled(pool).slice(0, count);
    return kept.map(({ question }) => ({ item: question.id, seed: isDrawn(question) ? 1 + luck.below(INSTANCES) : null }));
  });
  return luck.shuffled(entries);
}

/** A question as the place of a draw (from 0) shows it: with the numbers of its seed, its options shuffled. */
export function shown(question, entry, seed, place) {
  const asked = isDrawn(question) ? question.instances[entry.seed - 1] : question;
  if (!SHUFFLED.includes(asked.kind)) return asked;
  const own = chance((seed + Math.imul(STRIDE, place + 1)) >>> 0);
  return { ...asked, options: own.shuffled(asked.options) };
}

function isDrawn({ instances }) {
  return Boolean(instances?.length);
}
