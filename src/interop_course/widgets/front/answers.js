// Answers kept in the reader's own browser. Whatever lies there is read with suspicion and never thrown away.

const KEY = "interop-course.answers";
const VERSION = 1;
const CLOSED = "This browser keeps nothing for this page: answers last until you leave it.";
const FULL = "Your answer could not be kept: this browser's storage is full or closed.";

/**
 * Open the kept answers: { all(), keep(item, answer), notice }.
 *
 * `notice` is a sentence for the reader, or "": the storage is closed, or what lay there could not be read and
 * was set aside under another key. `keep` reads again before it writes, so that two tabs do not undo each other;
 * it returns "" or a sentence that says why the answer is not kept. Without storage answers live as long as the page.
 */
export function openAnswers(storage) {
  const opened = load(storage);
  let answers = opened.answers;
  return { all: () => answers, keep, notice: opened.notice };

  function keep(item, answer) {
    const now = load(storage);
    answers = { ...answers, ...now.answers, [item]: answer };
    if (now.notice) return now.notice;
    try {
      storage.setItem(KEY, JSON.stringify({ version: VERSION, answers }));
      return "";
    } catch {
      return FULL;
    }
  }
}

function load(storage) {
  try {
    const text = storage.getItem(KEY);
    if (text === null) return { answers: {}, notice: "" };
    const answers = read(text);
    return answers ? { answers, notice: "" } : { answers: {}, notice: setAside(storage, text) };
  } catch {
    return { answers: {}, notice: CLOSED };
  }
}

/** The answers in a stored text, or null when it is not what this page writes. */
function read(text) {
  try {
    const kept = JSON.parse(text);
    const sound = kept.version === VERSION && isPlain(kept.answers) && Object.values(kept.answers).every(isAnswer);
    return sound ? kept.answers : null;
  } catch {
    return null;
  }
}

function isAnswer(value) {
  return (
    isPlain(value) &&
    typeof value.right === "boolean" &&
    Array.isArray(value.chosen) &&
    value.chosen.every((id) => typeof id === "string")
  );
}

function isPlain(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function setAside(storage, text) {
  let n = 1;
  while (storage.getItem(`${KEY}.set-aside-${n}`) !== null) n += 1;
  const key = `${KEY}.set-aside-${n}`;
  storage.setItem(key, text);
  storage.removeItem(KEY);
  return `Answers kept here before could not be read. Nothing is lost: they were set aside as "${key}".`;
}
