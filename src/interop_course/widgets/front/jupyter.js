// The host for Jupyter: anywidget's render, with `ask` carried over widget messages.
import { h } from "./dom.js";
import { kernelRecord } from "./kernel-record.js";
import { mount } from "./mount.js";
import { practised } from "./record.js";
import { refusalText } from "./words.js";

/** What anywidget expects of a module. */
export const widget = { render };

function render({ model, el }) {
  // The attribute keeps JupyterLab's own shortcuts from taking the arrow keys.
  const root = h("div", { "data-lm-suppress-shortcuts": "true" });
  el.append(root);
  const ask = asking(model);
  const record = kernelRecord(ask);
  let handle = draw();

  function draw() {
    const drawn = mount(root, model.get("state"), ask, record);
    if (drawn.recall) record.open().then(() => drawn.recall(practised(record.now())));
    return drawn;
  }
  function redraw() {
    handle = draw();
  }
  function move() {
    handle.at?.(model.get("at"));
  }
  function set(name, value) {
    model.set(name, value);
    model.save_changes();
  }

  root.addEventListener("ic:at", ({ detail }) => set("at", detail.at));
  root.addEventListener("ic:given", ({ detail }) => set("given", { ...model.get("given"), [detail.item]: detail.given }));
  root.addEventListener("ic:answer", async ({ detail: { item, seed, given, confidence, seconds } }) => {
    const reply = await ask({ do: "grade", item, seed, given }, { confidence, seconds });
    handle.note(item, reply.ok ? reply.notice : refusalText(reply));
  });
  model.on("change:state", redraw);
  model.on("change:at", move);
  return () => {
    model.off("change:state", redraw);
    model.off("change:at", move);
    ask.close();
  };
}

/**
 * `ask` over widget messages: each request has a number, and its reply comes back with the same one. `beside` is told
 * to the widget in the kernel and not to the live door.
 */
function asking(model) {
  const waiting = new Map();
  let last = 0;
  function settle(message) {
    waiting.get(message.reply_to)?.(message.reply);
    waiting.delete(message.reply_to);
  }
  function ask(request, beside = {}) {
    last += 1;
    const number = last;
    model.send({ ask: number, request, ...beside });
    return new Promise((resolve) => waiting.set(number, resolve));
  }
  ask.close = () => model.off("msg:custom", settle);
  model.on("msg:custom", settle);
  return ask;
}
