// Python in the page: a worker that opens the live door. Shared by all pages of a visit where the browser can do that.
//
// In: { id, request } with a request as JSON text. Out, to the page that asked: { id, reply }; to every page, whenever it
// changes: { state: "loading", loaded, total } in bytes, { state: "starting" }, { state: "ready" } or
// { state: "failed", why }.

// A page that had to start this from its text says where it lies.
const ADDRESS = new URL(self.courseWorker ?? self.location.href);
const HERE = new URL("./", ADDRESS);
const PACKS = ["core.zip", "door.zip", "course.zip"];
const WASM = "pyodide.asm.wasm";
const ENGINE = "pyodide.asm.mjs";
const FETCHED = [...PACKS, WASM];
const SCRIPT = /^(text|application)\/(x-)?(java|ecma)script\b/i;

const pages = new Set();
let told = { state: "loading", loaded: 0, total: 0 };
let door = null;
let contents = null;
let lost = null;
const loss = new Promise((_, reject) => (lost = reject));
loss.catch(() => {}); // told of by whoever waits for the door
const counts = []; // a promise for each file that is being counted

/** A file of this folder; its version keeps a browser from taking an older one out of its store. */
function file(name) {
  return new URL(`${name}?v=${contents.version}`, HERE).href;
}

function tell(news) {
  told = news;
  for (const page of pages) page.postMessage(news);
}

/** Count what arrives, file by file. The reply goes on as it is, so that the browser compiles while it loads. */
function countBytes() {
  const total = [...FETCHED, ENGINE].reduce((sum, name) => sum + contents.sizes[name], 0);
  let loaded = 0;
  let last = 0;
  const add = (bytes) => {
    loaded += bytes;
    const now = performance.now();
    if (now - last < 100 && loaded < total) return;
    last = now;
    tell({ state: "loading", loaded, total });
  };
  const plain = self.fetch.bind(self);
  self.fetch = async (address, options) => {
    const reply = await plain(address, options);
    const name = new URL(reply.url).pathname.split("/").pop();
    if (!reply.ok) lost(new Error(`${name} is not there (${reply.status}).`));
    else if (FETCHED.includes(name)) counts.push(count(name, reply.clone().body, add).catch(lost));
    return name === WASM ? asWasm(reply) : reply;
  };
  return add;
}

/** A browser compiles while it loads only what the server calls WebAssembly, and many servers do not know it. */
function asWasm(reply) {
  if (!reply.ok || reply.headers.get("Content-Type") === "application/wasm") return reply;
  return new Response(reply.body, { headers: { "Content-Type": "application/wasm" } });
}

/** Pyodide waits for ever for what could not be compiled. */
function tellWhenNotCompiled() {
  const compile = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...parts) => {
    try {
      return await compile(...parts);
    } catch (error) {
      counted(error).then(lost);
      throw error;
    }
  };
}

/** A module of this folder. Where the server does not call it a script, it is run from its text. */
async function load(name) {
  const address = new URL(name, HERE).href;
  try {
    return await import(address);
  } catch (error) {
    const reply = await fetch(address);
    const kind = reply.headers.get("Content-Type") ?? "";
    if (!reply.ok || SCRIPT.test(kind)) throw error;
    const text = new Blob([await reply.arrayBuffer()], { type: "text/javascript" });
    return import(URL.createObjectURL(text)).catch(() => {
      throw new Error(`the server sends ${name} as "${kind}", and a browser runs it as text/javascript only.`);
    });
  }
}

async function count(name, body, add) {
  const reader = body.getReader();
  let loaded = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    loaded += part.value.length;
    add(part.value.length);
  }
  const size = contents.sizes[name];
  if (loaded !== size) lost(new Error(`${name} is damaged: ${loaded} of ${size} bytes. Copy the course again.`));
}

/** A damaged file is a better reason than what followed from it. */
async function counted(error) {
  await Promise.allSettled(counts);
  return error;
}

function reason(error) {
  return String(error?.message ?? error).trim().split("\n").pop();
}

async function bytes(name) {
  const reply = await fetch(file(name));
  if (!reply.ok) throw new Error(`${name} is not there (${reply.status}).`);
  return new Uint8Array(await reply.arrayBuffer());
}

async function open() {
  const reply = await fetch(new URL(`contents.json${ADDRESS.search}`, HERE));
  contents = await reply.json();
  const add = countBytes();
  tellWhenNotCompiled();
  const packs = Promise.all(["door.zip", "course.zip"].map(bytes));
  packs.catch(() => {}); // told of when it is awaited
  const { loadPyodide } = await load("pyodide.mjs");
  const engine = load(ENGINE);
  engine.then(() => add(contents.sizes[ENGINE]), lost);
  const python = await loadPyodide({
    indexURL: HERE.href,
    stdLibURL: file("core.zip"),
    lockFileContents: { info: contents.info, packages: {} },
    env: { PYDANTIC_DISABLE_PLUGINS: "__all__" },
    checkAPIVersion: false,
    createPyodideModule: async (settings) => (await engine).default(settings),
  });
  const unpacked = await packs;
  tell({ state: "starting" });
  for (const pack of unpacked) python.unpackArchive(pack, "zip");
  const answer = python.runPython("from interop_course.live import answer_json\nanswer_json");
  return { python, answer };
}

let calendar = null;

/** Counting a deadline asks the calendar of federal holidays, which is large and comes with the first such question. */
async function answer(request) {
  const { python, answer } = await door;
  if (JSON.parse(request).do === "deadline") {
    calendar ??= bytes("calendar.zip").then((pack) => python.unpackArchive(pack, "zip"));
    await calendar;
  }
  return answer(request);
}

function serve(page) {
  pages.add(page);
  page.onmessage = async ({ data: { id, request } }) => {
    try {
      page.postMessage({ id, reply: await answer(request) });
    } catch (error) {
      page.postMessage({ id, failed: reason(error) });
    }
  };
  page.postMessage(told);
}

const opened = open().catch(async (error) => {
  throw await counted(error);
});
door = Promise.race([loss, opened]);
door.then(
  () => tell({ state: "ready" }),
  (error) => tell({ state: "failed", why: reason(error) }),
);
if ("SharedWorkerGlobalScope" in self) self.onconnect = ({ ports: [port] }) => serve(port);
else serve(self);
