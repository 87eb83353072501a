// News of a session: asked for again and again, and answered each time when there is some. Lost, it tries by itself.

/** Milliseconds after which a request is given up: the server answers sooner, with news or without. */
const PATIENCE = 45_000;

/** Milliseconds before the next try, after one failure, two … */
const PAUSES = [400, 1_000, 2_000, 4_000];

/** A phone that slept may hold a connection that is long dead, and would wait on it: it asks anew. */
const WOKEN = new Error("the device woke up");

const UNREACHABLE = "The session’s server does not answer. This page tries again by itself; nothing needs to be loaded anew.";

/** A request that was answered with a refusal; the message is the server's sentence. */
class Refusal extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
  }
}

/** Send something; the promise is of the reply, or fails with a sentence to show. */
export async function send(path, value) {
  try {
    return await ask(path, posted(value));
  } catch (error) {
    throw error instanceof Refusal ? error : new Error("It did not get through: the session’s server does not answer. Try again.");
  }
}

/**
 * Follow a session: `told(news)` for what there is, `lost(text)` while it cannot be had, with "" when it can again.
 * Where `join` is given, the device joins by it first, and again where another session has begun.
 */
export async function follow(path, { told, lost, join = null }) {
  let version = "";
  let isIn = !join;
  let asking = null;
  document.addEventListener("visibilitychange", () => document.hidden || asking?.abort(WOKEN));
  for (let failures = 0; ; ) {
    try {
      if (!isIn) await ask(join, posted({}));
      isIn = true;
      // After a failure any answer is news: that there is one.
      asking = new AbortController();
      const news = await ask(`${path}?after=${failures ? "" : encodeURIComponent(version)}`, {}, asking);
      failures = 0;
      version = news.version;
      lost("");
      told(news);
    } catch (error) {
      if (error === WOKEN) continue;
      if (error.status === 401) isIn = !join;
      lost(error instanceof Refusal ? error.message : UNREACHABLE);
      await pause(PAUSES[Math.min(failures, PAUSES.length - 1)]);
      failures += 1;
    }
  }
}

const posted = (value) => ({ method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(value) });

async function ask(path, options = {}, controller = new AbortController()) {
  const timer = setTimeout(() => controller.abort(), PATIENCE);
  try {
    const reply = await fetch(path, { ...options, cache: "no-store", signal: controller.signal });
    if (reply.ok) return await reply.json();
    const { fault } = await reply.json();
    throw new Refusal(reply.status, fault);
  } finally {
    clearTimeout(timer);
  }
}

/** A pause that ends early when the device wakes up or is in a network again. */
function pause(milliseconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(over, milliseconds);
    window.addEventListener("online", over);
    document.addEventListener("visibilitychange", over);
    function over() {
      clearTimeout(timer);
      window.removeEventListener("online", over);
      document.removeEventListener("visibilitychange", over);
      resolve();
    }
  });
}
