// Python in the page: a worker that opens the live door. Shared by all pages of a visit where the browser can do that.
//
// In: { id, request } with a request as JSON text. Out, to the page that asked: { id, reply }; to every page, whenever it
// changes: { state: "loading", loaded, total } in bytes, { state: "starting" }, { state: "ready" } or
// { state: "failed", why }.

const HERE = new URL("./", self.location.href);
const PACKS = ["core.zip", "door.zip", "course.zip"];
const COUNTED = [...PACKS, "pyodide.asm.wasm", "pyodide.asm.mjs"];

const pages = new Set();
let told = { state: "loading", loaded: 0, total: 0 };
let door = null;
let contents = null;
let lost = null;
const loss = new Promise((_, reject) => (lost = reject));
loss.catch(() => {}); // told of by whoever waits for the door

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
  const total = COUNTED.reduce((sum, name) => sum + contents.sizes[name], 0);
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
    else if (COUNTED.includes(name)) count(reply.clone().body, add);
    return reply;
  };
  return add;
}

async function count(body, add) {
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) add(part.value.length);
}

async function bytes(name) {
  const reply = await fetch(file(name));
  if (!reply.ok) throw new Error(`${name} is not there (${reply.status}).`);
  return new Uint8Array(await reply.arrayBuffer());
}

async function open() {
  const reply = await fetch(new URL(`contents.json${self.location.search}`, HERE));
  contents = await reply.json();
  const add = countBytes();
  const packs = Promise.all(["door.zip", "course.zip"].map(bytes));
  packs.catch(() => {}); // told of when it is awaited
  const { loadPyodide } = await import(new URL("pyodide.mjs", HERE).href);
  import(new URL("pyodide.asm.mjs", HERE).href).then(() => add(contents.sizes["pyodide.asm.mjs"]), () => {});
  const python = await loadPyodide({
    indexURL: HERE.href,
    stdLibURL: file("core.zip"),
    lockFileContents: { info: contents.info, packages: {} },
    env: { PYDANTIC_DISABLE_PLUGINS: "__all__" },
    checkAPIVersion: false,
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
      page.postMessage({ id, failed: String(error?.message ?? error) });
    }
  };
  page.postMessage(told);
}

door = Promise.race([open(), loss]);
door.then(
  () => tell({ state: "ready" }),
  (error) => tell({ state: "failed", why: String(error?.message ?? error).trim().split("\n").pop() }),
);
if ("SharedWorkerGlobalScope" in self) self.onconnect = ({ ports: [port] }) => serve(port);
else serve(self);
