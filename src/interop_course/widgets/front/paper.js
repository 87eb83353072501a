// A text leaves the page on the reader's wish alone: into the clipboard, into a file, or to a printer.
import { h } from "./dom.js";

/** Copy a text. Where the browser forbids it, `shown` is selected for copying by hand, and the answer is false. */
export async function copy(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(shown);
    return false;
  }
}

/** Print these lines alone, from a frame that is gone afterwards. */
export function print(lines) {
  const frame = h("iframe", { title: "The letter for the printer", "aria-hidden": "true", tabindex: "-1" });
  frame.style.cssText = "position: fixed; width: 0; height: 0; border: 0";
  document.body.append(frame);
  const page = frame.contentDocument;
  page.title = lines[0];
  page.body.append(...lines.map((line) => page.importNode(h("p", {}, line), true)));
  page.body.style.font = "12pt/1.5 serif";
  frame.contentWindow.addEventListener("afterprint", () => frame.remove());
  frame.contentWindow.print();
}

/** Offer a text as a file to save. */
export function save(name, text, type = "application/json") {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = h("a", { href: url, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
