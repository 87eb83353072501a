// The one definition of a right answer, for every kind of question. Python's `grade` says the same; a test compares.
//
// An answer is a list of texts whose meaning the kind decides: the ids of options; the ids of steps in the order
// given; "row=choice"; a number and its unit; the tag of a field. The empty list is no answer, and never right.

const NUMBER = /^(?:\d{1,4}(?:\.\d{1,2})?|\d{5,6})$/;
const DECIMALS = 4;
const NO_NUMBER = "That is not the number asked for.";
const NO_FIELD = "That is not the field asked for.";

/**
 * Grade an answer: { item, seed, right, given, remarks }, `given` in its normal form.
 *
 * A remark is { part, text, right, given, reason, sources }: `right` says of an option whether it belongs to the right
 * answer, of any other part whether it was answered right; `given` is what was given for the part, "" for nothing.
 * The text is that of the part; of a number and a field it is the key.
 */
export function grade(state, given) {
  const kind = KINDS[state.kind];
  const normal = kind.normal(given);
  const remarks = kind.remarks(state, normal);
  return { item: state.id, seed: state.seed ?? null, right: kind.right(remarks), given: normal, remarks };
}

/** Whether a state has its key taken out: it takes answers and cannot be graded. */
export function isSealed(state) {
  return KINDS[state.kind].sealed(state);
}

/** A number text in its normal form, or null where the text is no number of the course: no sign, no comma. */
export function numberText(text) {
  const trimmed = text.trim();
  return NUMBER.test(trimmed) ? trimmed : null;
}

const choice = {
  normal: (given) => [...new Set(given)].sort(),
  sealed: ({ options }) => options.every(({ right }) => right === null),
  remarks: ({ options }, given) =>
    options
      .filter(({ id, right }) => right || given.includes(id))
      .map((option) => remark(option, option.right, given.includes(option.id) ? option.id : "")),
  right: (remarks) => remarks.every(({ right, given }) => right && given !== ""),
};

const ordering = {
  normal: (given) => [...given],
  sealed: ({ steps }) => steps.every(({ place }) => place === null),
  remarks: ({ steps }, given) =>
    [...steps].sort((one, other) => one.place - other.place).map((step) => {
      const stands = given.indexOf(step.id) + 1;
      return remark(step, stands === step.place, stands ? String(stands) : "");
    }),
  right: everyPart,
};

const matching = {
  normal: (given) => [...given].sort(),
  sealed: ({ rows }) => rows.every(({ choice }) => choice === null),
  remarks: ({ rows }, given) => {
    const chosen = Object.fromEntries(given.map((pair) => pair.split("=")));
    return rows.map((row) => remark(row, chosen[row.id] === row.choice, chosen[row.id] ?? ""));
  },
  right: everyPart,
};

const numeric = {
  normal: (given) => given.map((text) => text.trim()),
  sealed: ({ key }) => !key?.number,
  remarks: ({ units, key, near, reason, sources }, given) => {
    const equal = ({ number, unit }) => given.length > 0 && sameQuantity(units, given, [number, unit]);
    const right = equal(key);
    const because = right ? { reason, sources } : (near.find(equal) ?? { reason: NO_NUMBER, sources: [] });
    return [remark({ id: "number", text: `${key.number} ${key.unit}`, ...because }, right, given.join(" "))];
  },
  right: everyPart,
};

const field = {
  normal: (given) => [...given],
  sealed: ({ key }) => !key?.length,
  remarks: ({ key, near, reason, sources }, [tag = ""]) => {
    const right = key.includes(tag);
    const because = right ? { reason, sources } : (near.find((each) => each.tag === tag) ?? { reason: NO_FIELD, sources: [] });
    return [remark({ id: "field", text: key[0], ...because }, right, tag)];
  },
  right: everyPart,
};

const KINDS = { single: choice, multiple: choice, decision: choice, ordering, matching, numeric, field };

/** Equal quantities are equal answers: 2 days are 48 hours. What has no factor equals its own unit only. */
function sameQuantity(units, one, other) {
  const [a, b] = [one, other].map(([number, unit]) => {
    const factor = units.find(({ id }) => id === unit).factor;
    return { amount: scaled(number) * BigInt(factor ?? 1), measure: factor === null ? unit : "time" };
  });
  return a.measure === b.measure && a.amount === b.amount;
}

/** A number text as a whole number of its smallest parts: exact, where binary fractions are not. */
function scaled(text) {
  const [whole, part = ""] = text.split(".");
  return BigInt(whole + part.padEnd(DECIMALS, "0"));
}

function everyPart(remarks) {
  return remarks.every(({ right }) => right);
}

function remark({ id, text, reason, sources }, right, given) {
  return { part: id, text, right, given, reason, sources };
}
