// Python in the page: one worker behind every widget, started by the first question that needs it.
import { h } from "./dom.js";
import { progress } from "./python-progress.js";
import { startWorker } from "./python-worker.js";

const UNASKED = "interop-course.python-when-idle";
const IS_FOLDER = location.protocol === "file:";

/**
 * The way to Python for the pages of a book: `near(place)` gives the `ask` of a widget, which shows beside the widget
 * how far the start is; `offer(place)` adds a control with which a reader lets Python start without being asked;
 * `guard(link)` makes a link to a notebook say what it needs, where it would lead to an empty page.
 *
 * `script` is the address of the script that runs here: the folder `python/` lies beside the script's folder.
 */
export function openPython(script, storage) {
  const folder = script && new URL("../python/", script);
  const watchers = new Set();
  const waiting = new Map();
  let told = null;
  let worker = null;
  let last = 0;

  function start() {
    worker ??= connect();
    return worker;
  }

  async function connect() {
    if (IS_FOLDER) throw new Stopped(FROM_A_FOLDER);
    const reply = folder && (await fetch(new URL("contents.json", folder), { cache: "no-cache" }).catch(() => null));
    if (!reply?.ok) throw new Stopped(NOT_HERE);
    const { version } = await reply.json();
    return startWorker(new URL(`worker.js?v=${version}`, folder).href, hear, fail);
  }

  function hear({ data }) {
    if (data.state) return tell(data);
    const settle = waiting.get(data.id);
    waiting.delete(data.id);
    settle?.(data.reply ? JSON.parse(data.reply) : refusal(data.failed));
  }

  function tell(news) {
    told = news;
    for (const watch of watchers) watch(news);
  }

  function fail(why) {
    tell({ state: "failed", why });
    for (const settle of waiting.values()) settle(refusal(why));
    waiting.clear();
  }

  async function send(request) {
    let port;
    try {
      port = await start();
    } catch (error) {
      return refusal(error.message);
    }
    if (told?.state === "failed") return refusal(told.why);
    last += 1;
    const id = last;
    const reply = new Promise((resolve) => waiting.set(id, resolve));
    port.postMessage({ id, request: JSON.stringify(request) });
    return reply;
  }

  function near(place) {
    return async (request) => {
      const shown = progress(told);
      if (told?.state !== "ready") partOf(place).append(shown.element);
      watchers.add(shown.show);
      try {
        return await send(request);
      } finally {
        watchers.delete(shown.show);
        shown.element.remove();
      }
    };
  }

  /** A page from a folder cannot start it, asked or not. */
  function offer(place) {
    if (!IS_FOLDER) place.append(preference());
  }

  function guard(link) {
    if (!IS_FOLDER) return;
    const said = h("div", { role: "status" });
    link.parentElement.after(said);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      said.replaceChildren(h("p", {}, `A notebook needs Python in the page. ${FROM_A_FOLDER}`));
    });
  }

  function preference() {
    const box = h("input", { type: "checkbox", checked: wantsIt(storage), onchange: choose });
    function choose() {
      remember(storage, box.checked);
      if (box.checked) start().catch(ignore);
    }
    return h("label", { class: "ic-preference" }, box, " Start Python when a page is idle (about 8 MB, once)");
  }

  if (wantsIt(storage)) whenIdle(() => start().catch(ignore));
  return { near, offer, guard };
}

/** The part of a place that the reader is in: a widget can be higher than a screen. */
function partOf(place) {
  const part = document.activeElement?.closest("details, fieldset, form");
  return place.contains(part) ? part : place;
}

class Stopped extends Error {}

const FROM_A_FOLDER =
  "A page opened from a folder cannot start it. In the folder that holds START.html " +
  "run: python -m http.server --bind 127.0.0.1 and open 127.0.0.1:8000 in this browser.";
const NOT_HERE = "This copy of the course was built without it. Everything that needs no Python works.";

function refusal(why) {
  const hint = why === FROM_A_FOLDER || why === NOT_HERE ? why : `It could not start: ${why} Everything else on the page still works.`;
  return { ok: false, error: "This needs Python in the page.", hint };
}

function whenIdle(run) {
  if (typeof requestIdleCallback === "function") requestIdleCallback(run, { timeout: 5000 });
  else setTimeout(run, 2000);
}

function wantsIt(storage) {
  try {
    return storage?.getItem(UNASKED) === "yes";
  } catch {
    return false;
  }
}

function remember(storage, wanted) {
  try {
    if (wanted) storage?.setItem(UNASKED, "yes");
    else storage?.removeItem(UNASKED);
  } catch {
    // Without a store the choice holds for this page.
  }
}

function ignore() {}
