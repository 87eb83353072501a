// The learning record as a value: read with suspicion, added to, merged. The same form as Python's, version 2.

export const VERSION = 2;

/** Digits that a Social Security number or an A-number has at least; no text in a record holds as many. */
const PERSONAL = 7;
const LONGEST_NAME = 60;
const LARGEST = 8_000_000;
const MOST_DRAWN = 500;
const MOST_PARTS = 12;
const LONGEST_PART = 40;
const ID = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/;
const PAGE = /^[a-z0-9][a-z0-9-]{0,79}$/;
const SITTING_ID = /^[0-9a-f]{8}$/;
const COURSE = /^[0-9A-Za-z.+-]{1,40}$/;
const CONTENT = /^[0-9a-f]{16}$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/;
const SURE = [null, "guess", "think", "sure"];

/** A record with nothing in it. */
export function empty() {
  return { version: VERSION, name: null, answers: [], sittings: [], read: [] };
}

/**
 * Read a stored or imported text: { record } when it is one, else { kind: "newer" | "corrupt", because }.
 *
 * Version 1 is read too: its answers had `chosen` and nothing else that is new.
 */
export function read(text) {
  let value;
  if (text.length > LARGEST) return corrupt("it is too large");
  try {
    value = JSON.parse(text);
  } catch {
    return corrupt("it is no JSON");
  }
  if (!isPlain(value) || !Number.isInteger(value.version)) return corrupt("it states no version");
  if (value.version > VERSION) {
    const because = `A later version of this course wrote it (form ${value.version}; this one reads up to ${VERSION}).`;
    return { kind: "newer", because };
  }
  if (value.version === 1) value = fromFirst(value);
  const fault = faultOf(value);
  return fault ? corrupt(fault) : { record: inOrder(value) };
}

/** Everything of two records, each thing once. The name of the first stays where it has one. */
export function merge(one, other) {
  return inOrder({
    version: VERSION,
    name: one.name ?? other.name ?? null,
    answers: [...one.answers, ...other.answers],
    sittings: [...one.sittings, ...other.sittings],
    read: [...one.read, ...other.read],
  });
}

/** The latest practice answer to each item, by the item's id. */
export function practised(record) {
  return Object.fromEntries(record.answers.filter((a) => a.sitting === null).map((a) => [a.item, a]));
}

/** The answers that count in a sitting, by item: the latest to each one, given before the sitting ended. */
export function counting(record, { id, ended }) {
  const own = record.answers.filter((a) => a.sitting === id && (ended === null || a.at <= ended));
  return Object.fromEntries(own.map((a) => [a.item, a]));
}

/** What to add to a record for an answer that a question card tells of. */
export function practice({ item, seed, given, right, confidence, seconds }) {
  return { ...empty(), answers: [{ item, seed, given, right, confidence, seconds, at: now(), sitting: null }] };
}

/** Why something may not go into a record, in a sentence for the learner, or "". */
export function refusal(part) {
  if (!faultOf(part)) return "";
  const personal = part.answers.some(({ given }) => given.some(isPersonal));
  return `This is not kept: ${personal ? "it has as many digits as a personal number" : "a record cannot hold it"}.`;
}

/** Whether there is anything in a record. */
export function hasAny({ name, answers, sittings, read: pages }) {
  return Boolean(name || answers.length || sittings.length || pages.length);
}

/** A page that the learner has marked as done, by its name without folder and ending. */
export function isDone(record, page) {
  return record.read.some((each) => each.page === page);
}

/** What to add to a record when a page is marked as done. */
export function done(page) {
  return { ...empty(), read: [{ page, at: now() }] };
}

/** Whether a text may hold a Social Security number or an A-number, however its digits are set apart. */
export function isPersonal(text) {
  return (text.match(/[\p{Nd}\p{No}]/gu) ?? []).length >= PERSONAL;
}

/** What is wrong with a display name, in a sentence for the learner, or "". */
export function faultOfName(name) {
  if (!name || [...name].length > LONGEST_NAME) return `A name has 1 to ${LONGEST_NAME} characters.`;
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name) || name !== name.trim()) return "A name is one line.";
  return isPersonal(name) ? `A name here holds fewer than ${PERSONAL} digits: no personal number is kept.` : "";
}

/** Now, in the form that a record keeps. */
export function now() {
  return new Date().toISOString();
}

function corrupt(why) {
  return { kind: "corrupt", because: `It is not a learning record of this course: ${why}.` };
}

/** The first version knew less; what is not as it was to be stays so, for the check to find. */
function fromFirst(value) {
  const rename = ({ chosen, ...rest }) => ({ ...rest, given: areTexts(chosen) ? [...new Set(chosen)].sort() : chosen });
  const answers = value.answers ?? [];
  if (!Array.isArray(answers)) return { ...value, version: VERSION };
  return { ...value, version: VERSION, answers: answers.map((a) => (isPlain(a) ? rename(a) : a)) };
}

const RECORD = {
  version: (v) => v === VERSION,
  name: (v) => v === null || (isText(v) && !faultOfName(v.trim())),
  answers: Array.isArray,
  sittings: Array.isArray,
  read: Array.isArray,
};
const ANSWER = {
  item: isItem,
  seed: isSeed,
  given: (v) => areTexts(v) && v.length <= MOST_PARTS && v.every((text) => text.length <= LONGEST_PART && !isPersonal(text)),
  right: (v) => v === null || typeof v === "boolean",
  confidence: (v) => SURE.includes(v),
  seconds: isSeed,
  at: isMoment,
  sitting: (v) => v === null || matches(SITTING_ID, v),
};
const SITTING = {
  id: (v) => matches(SITTING_ID, v),
  seed: isCount,
  course: (v) => matches(COURSE, v) && !isPersonal(v),
  content: (v) => matches(CONTENT, v),
  started: isMoment,
  ended: (v) => v === null || isMoment(v),
  draw: (v) => Array.isArray(v) && v.length > 0 && v.length <= MOST_DRAWN && v.every((each) => !faultIn(each, DRAWN, "")),
};
const DRAWN = { item: isItem, seed: isSeed };
const READ = { page: (v) => matches(PAGE, v) && !isPersonal(v), at: isMoment };

/** What may be left out stands for this. */
const DEFAULTS = new Map([
  [RECORD, { name: null, answers: [], sittings: [], read: [] }],
  [ANSWER, { seed: null, confidence: null, seconds: null, sitting: null }],
  [SITTING, { ended: null }],
  [DRAWN, { seed: null }],
  [READ, {}],
]);

/** A value with what it may leave out; what is no object stays as it is. */
function filled(value, form) {
  return isPlain(value) ? { ...DEFAULTS.get(form), ...value } : value;
}

function faultIn(value, form, place) {
  if (!isPlain(value)) return `${place} is no object`;
  const whole = filled(value, form);
  if (Object.keys(whole).some((key) => !Object.hasOwn(form, key))) return `${place} has something unknown in it`;
  const wrong = Object.keys(form).find((key) => !Object.hasOwn(whole, key) || !form[key](whole[key]));
  return wrong ? `${place}: "${wrong}" is not as it has to be` : "";
}

/** The first place that is not as it has to be, or "". */
function faultOf(value) {
  const all = (parts, form, name) => parts.map((each, n) => faultIn(each, form, `${name} ${n + 1}`)).find(Boolean);
  const whole = filled(value, RECORD);
  return (
    faultIn(value, RECORD, "the whole") ||
    all(whole.answers, ANSWER, "answer") ||
    all(whole.sittings, SITTING, "sitting") ||
    all(whole.read, READ, "page") ||
    ""
  );
}

function isPlain(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value) {
  return typeof value === "string";
}

function areTexts(value) {
  return Array.isArray(value) && value.every(isText);
}

function matches(pattern, value) {
  return isText(value) && pattern.test(value);
}

function isItem(value) {
  return matches(ID, value) && value.length <= 100 && !isPersonal(value);
}

function isSeed(value) {
  return value === null || isCount(value);
}

function isCount(value) {
  return Number.isInteger(value) && value >= 0 && value < 2 ** 32;
}

function isMoment(value) {
  return matches(MOMENT, value) && !Number.isNaN(Date.parse(toMillisecond(value)));
}

/** A time to the millisecond, as `toISOString` writes it, so that one moment is one text. */
function toMillisecond(at) {
  const [whole, part = ""] = at.slice(0, -1).split(".");
  return `${whole}.${part.padEnd(3, "0").slice(0, 3)}Z`;
}

/** The same order as Python's: answers oldest first, each once; one sitting an id; each page once. */
function inOrder(value) {
  const { name, answers, sittings, read: pages } = filled(value, RECORD);
  const marks = pages.map(({ page, at }) => ({ page, at: toMillisecond(at) }));
  return {
    version: VERSION,
    name: name === null ? null : name.trim(),
    answers: once(sorted(answers.map(tidyAnswer), answerOrder), (a) => JSON.stringify(answerOrder(a))),
    sittings: sorted(once(sorted(sittings.map(tidySitting), precedence), ({ id }) => id), (s) => [s.started, s.id]),
    read: once(sorted(marks, (each) => [each.at, each.page]), ({ page }) => page),
  };
}

function tidyAnswer(answer) {
  const { item, seed, given, right, confidence, seconds, at, sitting } = filled(answer, ANSWER);
  return { item, seed, given, right, confidence, seconds, at: toMillisecond(at), sitting };
}

function tidySitting(value) {
  const { id, seed, course, content, started, ended, draw } = filled(value, SITTING);
  const end = ended === null ? null : toMillisecond(ended);
  const drawn = draw.map((each) => ({ item: each.item, seed: each.seed ?? null }));
  return { id, seed, course, content, started: toMillisecond(started), ended: end, draw: drawn };
}

function answerOrder({ at, item, seed, given, right, confidence, seconds, sitting }) {
  const sign = right === null ? -1 : Number(right);
  return [at, item, seed ?? -1, given, sign, confidence ?? "", seconds ?? -1, sitting ?? ""];
}

/** Which of two copies of a sitting counts: an ended one, and of two ended ones that which ended first. */
function precedence({ ended, started, seed, course, content, draw }) {
  const drawn = draw.map((each) => [each.item, each.seed ?? -1]);
  return [Number(ended === null), ended ?? started, started, seed, course, content, drawn];
}

function sorted(values, order) {
  return values.map((value) => [order(value), value]).sort(([a], [b]) => compare(a, b)).map(([, value]) => value);
}

/** Compare as Python compares tuples: part by part, and a shorter one before a longer one that begins like it. */
function compare(a, b) {
  if (!Array.isArray(a)) return a < b ? -1 : Number(a > b);
  const n = a.findIndex((part, i) => i < b.length && compare(part, b[i]) !== 0);
  return n < 0 ? a.length - b.length : compare(a[n], b[n]);
}

/** Each value once, by its key: the first one stays. */
function once(values, key) {
  const seen = new Set();
  return values.filter((value) => !seen.has(key(value)) && seen.add(key(value)));
}
