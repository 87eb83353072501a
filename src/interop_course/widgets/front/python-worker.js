// The worker that runs Python: one for all pages of a visit where the browser can share it.

// A shared worker that outlives a page by half a minute serves the next page too, ready as it is.
const SHARED = { type: "module", extendedLifetime: true };
const SCRIPT = /^(text|application)\/(x-)?(java|ecma)script\b/i;
/** Its script is small: who has not said a word for so many milliseconds does not run. */
const SILENCE = 30_000;
const NOT_RUN = "the browser did not run its worker. A newer browser may.";

/**
 * Start the worker at an address; a promise of the port to it, kept with its first word.
 *
 * `hear` gets every message of it, `lost` the reason when it stops later. A browser runs a script only if the server calls
 * it one. Some do not (Python on Windows believes the registry): then the worker is started from its text.
 */
export async function startWorker(address, hear, lost) {
  try {
    return await spoken(startAt(address), hear, lost);
  } catch (error) {
    const reply = await fetch(address).catch(() => null);
    const kind = reply?.headers.get("Content-Type") ?? "";
    if (reply && !reply.ok) throw new Error(`its worker is not there (${reply.status}).`);
    if (!reply || SCRIPT.test(kind)) throw error;
    const text = await reply.text();
    return spoken(startFrom(text, address), hear, lost).catch(() => {
      throw new Error(`the server sends .js files as "${kind}", and a browser runs them as text/javascript only.`);
    });
  }
}

function startAt(address) {
  if (typeof SharedWorker !== "function") return alone(address);
  const worker = new SharedWorker(address, SHARED);
  return { worker, port: worker.port };
}

/** It is told where it would lie: what it loads lies beside it. */
function startFrom(text, address) {
  const parts = [`self.courseWorker = ${JSON.stringify(address)};\n`, text];
  return alone(URL.createObjectURL(new Blob(parts, { type: "text/javascript" })));
}

function alone(address) {
  const worker = new Worker(address, { type: "module" });
  return { worker, port: worker };
}

function spoken({ worker, port }, hear, lost) {
  return new Promise((resolve, reject) => {
    let fail = reject;
    port.onmessage = (event) => {
      fail = ({ message }) => lost(message);
      hear(event);
      resolve(port);
    };
    worker.onerror = ({ message }) => fail(new Error(message || NOT_RUN));
    setTimeout(() => reject(new Error(NOT_RUN)), SILENCE);
  });
}
