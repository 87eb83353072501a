// Where a page keeps the learning record: the browser's own storage. What lies there is never thrown away unread.
import { empty, merge, now, read, refusal } from "./record.js";

export const KEY = "interop-course.record";
/** A final under supervision has a record of its own: it mixes with nobody's practice. */
export const SEALED_KEY = "interop-course.sealed";
const OLD_KEY = "interop-course.answers";
const CLOSED =
  "This browser keeps nothing for this page: what you do here is forgotten when you leave it. Save it as a file first.";
const FULL = "This could not be kept: this browser's storage is full or closed. Save your record as a file.";

/**
 * Open the record in a storage, or in none (null): what every widget is given as `context.record`.
 *
 * open(): a promise, kept once the record is there. now(): the record as this page knows it. notice(): a sentence for
 * the learner, or "". isKept(): whether the storage has what this page has. add(part): merge something in;
 * rename(name); clear(): each a promise of "" or of a sentence that says why it is not kept. watch(f): call f after
 * every change, also one made in another tab. asides(): texts that could not be read, by the key they lie under. `own`
 * is the key that the record lies under. Every change reads the storage again first, so that two tabs do not undo each
 * other.
 */
export function openRecord(storage, window, own = KEY) {
  const watchers = new Set();
  let unsaved = empty();
  let { record, notice, closed = false } = load(storage, own);
  let unkept = "";
  window?.addEventListener("storage", ({ key }) => {
    if (key !== null && key !== own) return;
    look();
    tellAll();
  });
  return {
    open: async () => {},
    now: () => record,
    notice: () => notice || unkept,
    isKept: () => !closed && !unkept,
    add: async (part) => refusal(part) || change((kept) => merge(kept, part)),
    rename: (name) => change((kept) => ({ ...kept, name })),
    clear: () => change(empty),
    watch,
    asides: () => setAsideIn(storage, own),
  };

  function look() {
    const found = load(storage, own);
    notice = found.notice || notice;
    record = found.closed ? record : merge(found.record, unsaved);
  }

  async function change(make) {
    look();
    record = make(record);
    unkept = write(storage, own, record);
    unsaved = unkept ? record : empty();
    tellAll();
    return unkept;
  }

  function watch(f) {
    watchers.add(f);
    return () => watchers.delete(f);
  }

  function tellAll() {
    for (const f of watchers) f(record);
  }
}

function load(storage, own) {
  try {
    const text = storage.getItem(own);
    const old = own === KEY ? storage.getItem(OLD_KEY) : null;
    const found = text === null ? { record: empty() } : read(text);
    const notices = [];
    if (!found.record) notices.push(setAside(storage, own, text, found.because));
    const record = found.record ?? empty();
    if (old === null) return { record, notice: notices.join(" ") };
    const answers = readOld(old);
    if (!answers) notices.push(setAside(storage, OLD_KEY, old, "Answers kept by an earlier version could not be read."));
    const moved = answers ? merge(record, { ...empty(), answers }) : record;
    if (answers && !write(storage, own, moved)) storage.removeItem(OLD_KEY);
    return { record: moved, notice: notices.join(" ") };
  } catch {
    return { record: empty(), notice: CLOSED, closed: true };
  }
}

function write(storage, own, record) {
  if (!storage) return "";
  try {
    storage.setItem(own, JSON.stringify(record));
    return "";
  } catch {
    return FULL;
  }
}

/** The answers of the form before: by item, without times. They get the time at which they are moved. */
function readOld(text) {
  try {
    const { version, answers } = JSON.parse(text);
    const at = now();
    const rest = { seed: null, confidence: null, seconds: null, sitting: null, at };
    const moved = Object.entries(answers).map(([item, { chosen, right }]) => ({ ...rest, item, given: chosen, right }));
    const found = read(JSON.stringify({ ...empty(), answers: moved }));
    return version === 1 && !Array.isArray(answers) ? (found.record?.answers ?? null) : null;
  } catch {
    return null;
  }
}

function setAside(storage, from, text, because) {
  let n = 1;
  while (storage.getItem(`${from}.set-aside-${n}`) !== null) n += 1;
  const key = `${from}.set-aside-${n}`;
  storage.setItem(key, text);
  storage.removeItem(from);
  const where = `it was set aside in this browser as "${key}"`;
  return `${because} Nothing is lost: ${where}. The course goes on with what is left.`;
}

function setAsideIn(storage, own) {
  try {
    return Array.from(storage, (_, n) => storage.key(n))
      .filter((key) => [own, OLD_KEY].some((from) => key.startsWith(`${from}.set-aside-`)))
      .sort()
      .map((key) => ({ key, text: storage.getItem(key) }));
  } catch {
    return [];
  }
}
