// A journal to walk through: buttons and keys, the sequence diagram, the entry in words, the list, the clocks.
import { diagram } from "./diagram.js";
import { h, tell } from "./dom.js";
import { openPoints, sources } from "./sources.js";
import { cell, rowHead, table } from "./tables.js";

const KEYS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1, Home: -Infinity, End: Infinity };

/** Draw a stepper. The handle's at(n) selects an entry from outside, without telling the host. */
export function stepper(root, state, { book }) {
  const last = state.entries.length;
  let at = state.at;
  const labels = new Map(state.parties.map((party) => [party.id, party.label]));
  const status = h("p", { class: "ic-status", role: "status" });
  const panel = h("div", { class: "ic-panel" });
  const buttons = [
    button("First", -Infinity),
    button("Previous", -1),
    button("Next", 1, "ic-primary"),
    button("Last", Infinity),
  ];
  const picture = h("div", { class: "ic-picture" });
  const walk = h(
    "div",
    { class: "ic-walk", tabindex: "0", role: "group", "aria-label": "Sequence diagram. Arrow keys walk, Home and End jump." },
    picture,
    h("p", { class: "ic-facts" }, "→ a message, ⇢ a contact without a message, ◆ a decision or an event. Step at the left."),
  );
  const twin = h("ol", { class: "ic-twin" }, state.entries.map((entry) => twinItem(entry, labels, pick)));

  root.append(
    h("header", { class: "ic-head" }, h("p", { class: "ic-title" }, state.title), h("p", { class: "ic-facts" }, state.summary)),
    h(
      "div",
      { class: "ic-stage", onkeydown: key },
      h(
        "div",
        { class: "ic-now" },
        h("div", { class: "ic-actions", role: "group", "aria-label": "Walk through the journal" }, buttons),
        status,
        panel,
      ),
      walk,
    ),
    h("details", { class: "ic-words" }, h("summary", {}, `The journal in words: ${last} entries`), twin),
    state.clocks.length ? clockTable(state.clocks, book) : null,
  );
  const watch = new ResizeObserver(draw);
  watch.observe(picture);
  show();
  return { at: (n) => n !== at && n >= 1 && n <= last && ((at = n), show()) };

  function button(name, by, extra = "") {
    return h("button", { type: "button", class: `ic-button ${extra}`, onclick: () => pick(at + by) }, name);
  }

  function key(event) {
    const by = KEYS[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    pick(at + by);
  }

  function pick(n) {
    const next = Math.min(last, Math.max(1, n));
    if (next === at) return;
    at = next;
    show();
    tell(root, "at", { at });
  }

  function show() {
    const entry = state.entries[at - 1];
    status.textContent = `Entry ${at} of ${last}. ${inWords(entry, labels)}`;
    panel.replaceChildren(...details(entry, book));
    buttons.forEach((element, i) => element.setAttribute("aria-disabled", String(i < 2 ? at === 1 : at === last)));
    [...twin.children].forEach((item, i) => {
      if (i === at - 1) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    });
    draw();
  }

  function draw() {
    const width = Math.floor(picture.clientWidth);
    if (width) picture.replaceChildren(diagram(state, width, at, pick));
  }
}

function inWords(entry, labels) {
  const from = labels.get(entry.sender);
  const way = entry.sender === entry.receiver ? `At ${from}` : `${from} to ${labels.get(entry.receiver)}`;
  return `Step ${entry.step}, ${entry.at}. ${way}: ${entry.title}.`;
}

function details(entry, book) {
  return [
    h("p", { class: "ic-facts" }, `${entry.after}. ${entry.form}`),
    h("p", {}, h("strong", {}, "Why: "), entry.why),
    entry.alternative ? h("p", {}, h("strong", {}, "Alternative: "), entry.alternative) : null,
    entry.note ? h("p", {}, h("strong", {}, "Note: "), entry.note) : null,
    sources(entry.sources, book),
    openPoints(entry.open, book),
  ].filter(Boolean);
}

function twinItem(entry, labels, pick) {
  return h(
    "li",
    {},
    h("button", { type: "button", class: "ic-link", onclick: () => pick(entry.n) }, inWords(entry, labels)),
    " ",
    entry.alternative ? h("span", { class: "ic-mark" }, "Alternative") : null,
  );
}

function clockTable(clocks, book) {
  const rows = clocks.map((clock) =>
    h(
      "tr",
      { role: "row" },
      rowHead(clock.label, h("span", { class: "ic-name" }, `From: ${clock.start}. To: ${clock.end}.`)),
      cell("Limit", clock.limit),
      cell("Elapsed", clock.elapsed),
      cell("Outcome", h("span", { class: `ic-outcome ic-${clock.outcome.replace(" ", "-")}` }, clock.outcome)),
      cell("Source", sources(clock.sources, book), openPoints(clock.open, book)),
    ),
  );
  const outcomes = ["met", "missed", "not reached"].map((name) => [name, clocks.filter((clock) => clock.outcome === name).length]);
  const counts = outcomes.filter(([, count]) => count).map(([name, count]) => `${count} ${name}`);
  return h(
    "details",
    { class: "ic-clocks" },
    h("summary", {}, `Clocks: ${counts.join(", ")}`),
    table("Time limits of the packet, measured on this journal", ["Clock", "Limit", "Elapsed", "Outcome", "Source"], rows),
  );
}
