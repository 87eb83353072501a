// What a page of the book without any widget runs: the reader's progress, and nothing else.
import { openRecord } from "./keeping.js";
import { showProgress } from "./progress.js";

/** Show progress on the page. */
export function start(document) {
  let storage = null;
  try {
    storage = window.localStorage;
  } catch {
    // Some browsers forbid it; the record says so where it matters.
  }
  showProgress(document, openRecord(storage, window), storage);
}
