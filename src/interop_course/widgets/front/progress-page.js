// What a page of the book without any widget runs: the reader's progress, and nothing else.
import { openRecord } from "./keeping.js";
import { showProgress } from "./progress.js";
import { withStorage } from "./store.js";

/** Show progress on the page. */
export function start(document) {
  withStorage(document, (storage) => showProgress(document, openRecord(storage, window), storage));
}
