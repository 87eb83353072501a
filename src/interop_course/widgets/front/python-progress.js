// How far the start of Python is: a bar with its bytes, and the same in words.
import { h } from "./dom.js";

/** An element that shows the news of the worker as they come, and the function that takes them. */
export function progress(first) {
  const words = h("span", { role: "status" });
  const amount = h("span", { "aria-hidden": "true" });
  const bar = h("progress", { "aria-label": "Start of Python", max: "1" });
  const element = h("p", { class: "ic-python" }, bar, " ", words, " ", amount);

  function show({ state, loaded, total }) {
    const known = state === "loading" && total > 0;
    if (known) bar.value = loaded / total;
    else bar.removeAttribute("value");
    amount.textContent = known ? `${megabytes(loaded)} of ${megabytes(total)}` : "";
    // Words change with the phase only: a screen reader is not told of every megabyte.
    if (words.textContent !== WORDS[state]) words.textContent = WORDS[state];
  }

  show(first ?? { state: "loading" });
  return { element, show };
}

const WORDS = {
  loading: "Python is loading.",
  starting: "Python starts.",
  ready: "Python runs.",
  failed: "Python could not start.",
};

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
