// Numbers and times in words, for the reader's own clock.

const TIME = { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" };

/** "1 question", "2 questions"; the plural is named where it is not made with s. */
export function count(n, one, many = `${one}s`) {
  return `${n} ${n === 1 ? one : many}`;
}

/** "24 November 2026 at 10:05", in the reader's own time; `at` is what a Date takes. */
export function moment(at) {
  return new Date(at).toLocaleString("en-GB", TIME);
}

/** "a, b and c" */
export function listed(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** What the live door refuses and what to do about it, as two sentences. */
export function refusalText({ error, hint }) {
  return `${error}${/[.!?]$/.test(error) ? "" : "."} ${hint}`;
}
