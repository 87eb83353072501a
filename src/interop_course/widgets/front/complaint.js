// A complaint drafted on an invented case: ticks make the letter grow, and the list says what it lacks.
import { boxes, radios } from "./choices.js";
import { h } from "./dom.js";
import { copy, print } from "./paper.js";
import { ruleList } from "./rules.js";
import { sources } from "./sources.js";

/** Draw the practice letter. What is ticked lives as long as the page and goes nowhere. */
export function complaint(root, state, { book }) {
  const told = { filer: state.filers[0].id, channel: "", language: state.languages[0].id, parts: new Set() };
  const status = h("p", { class: "ic-status", role: "status" });
  const remark = h("p", { class: "ic-said", role: "status" });
  const lacks = h("div", { class: "ic-lacks" });
  const sending = h("div", { class: "ic-sending" });
  const letter = h("div", { class: "ic-letter", role: "region", "aria-label": "The letter" });
  const parts = boxes({ legend: "What does the draft hold?", choices: state.parts }, (id, on) => {
    if (on) told.parts.add(id);
    else told.parts.delete(id);
    show();
  });
  const choose = (name, legend, choices) =>
    radios({ name, legend, choices, chosen: told[name] }, (id) => {
      told[name] = id;
      show();
    });
  root.append(
    h(
      "header",
      { class: "ic-head" },
      h("p", { class: "ic-title" }, state.title),
      h("p", { class: "ic-banner" }, "Practice: invented case, invented people"),
      h("p", {}, state.safety, " ", worksheet(state.worksheet, book)),
      h("p", {}, state.case),
    ),
    h(
      "div",
      { class: "ic-desk" },
      h(
        "form",
        { class: "ic-describe", onsubmit: (event) => event.preventDefault() },
        choose("filer", "Who files?", state.filers),
        choose("channel", "How is it sent?", state.channels),
        choose("language", "In which language?", state.languages),
        parts,
      ),
      h(
        "div",
        { class: "ic-outcome-side" },
        status,
        lacks,
        sending,
        letter,
        h(
          "div",
          { class: "ic-actions" },
          h("button", { type: "button", class: "ic-button", onclick: copied }, "Copy the letter"),
          h("button", { type: "button", class: "ic-button", onclick: () => print(lines(state, told)) }, "Print the letter"),
        ),
        remark,
      ),
    ),
    h("details", { class: "ic-more" }, h("summary", {}, "What is asked for, and where it stands"), ruleList(state.asked, book)),
    h("details", { class: "ic-more", open: true }, h("summary", {}, "What follows, and what is not promised"), ruleList(state.after, book)),
  );
  show();
  return {};

  async function copied() {
    remark.textContent = (await copy(lines(state, told).join("\n"), letter))
      ? "The letter was copied."
      : "The browser does not let this page copy. The letter is selected: copy it with the keyboard.";
  }

  function show() {
    for (const row of parts.querySelectorAll("[data-id]")) row.hidden = !offered(state, row.dataset.id, told);
    const found = look(state, told);
    status.textContent = `${state.words[found.outcome]} ${found.missing.length ? `Missing: ${found.missing.length} of ${found.needed.length}.` : ""}`;
    lacks.replaceChildren(...elementList(found));
    sending.replaceChildren(...channelRemark(state, told, book));
    letter.replaceChildren(...paragraphs(state, told));
    remark.textContent = "";
  }
}

/** How far a draft has come: what its filer needs, what is missing, and the outcome. */
export function look(state, told) {
  const held = new Set([told.channel, ...[...told.parts].filter((id) => offered(state, id, told))]);
  const needed = state.elements
    .filter((each) => each.filers.includes(told.filer))
    .map((each) => ({ ...each, there: each.by.some((id) => held.has(id)) }));
  const missing = needed.filter((each) => !each.there);
  const lacking = missing.length ? "lacks-recommended" : "complete";
  return { needed, missing, outcome: missing.some((each) => each.required) ? "lacks-required" : lacking };
}

function offered(state, id, told) {
  return told.filer in state.parts.find((part) => part.id === id).sentences;
}

function elementList({ needed }) {
  return [true, false].map((required) => {
    const own = needed.filter((each) => each.required === required);
    return h(
      "div",
      {},
      h("p", { class: "ic-why" }, required ? "Required" : "Recommended, and no condition for taking it"),
      h("ul", { class: "ic-elements" }, own.map(elementItem)),
    );
  });
}

function elementItem({ label, there }) {
  return h(
    "li",
    { "data-there": String(there) },
    h("span", { class: "ic-sign", "aria-hidden": "true" }, there ? "✓" : "○"),
    h("span", {}, label, " ", h("strong", {}, there ? "there" : "missing")),
  );
}

/** The letter, line by line. */
export function lines(state, told) {
  const filer = state.filers.find((each) => each.id === told.filer);
  const channel = state.channels.find((each) => each.id === told.channel);
  const sentences = state.parts.filter((part) => told.parts.has(part.id)).map((part) => part.sentences[told.filer] ?? "");
  return [state.mark, ...(channel?.head ?? []), filer.opening, ...sentences.filter(Boolean), filer.closing];
}

function channelRemark(state, told, book) {
  const channel = state.channels.find((each) => each.id === told.channel);
  if (!channel) return [];
  return [h("p", {}, channel.remark), sources(channel.sources, book), sources(channel.entries, book, "Register")].filter(Boolean);
}

function paragraphs(state, told) {
  const channel = state.channels.find((each) => each.id === told.channel);
  const head = channel?.head ?? [];
  const [mark, ...rest] = lines(state, told);
  return [
    h("p", { class: "ic-mark-line" }, mark),
    head.length ? h("p", {}, head.map((line) => h("span", { class: "ic-address" }, line))) : null,
    told.language === state.languages[0].id ? null : h("p", { class: "ic-facts" }, "Here the same text stands in another language."),
    ...rest.slice(head.length).map((line) => h("p", {}, line)),
  ].filter(Boolean);
}

function worksheet(link, book) {
  return book === null ? h("span", {}, `${link.label}: a page of the book.`) : h("a", { href: book + link.href }, link.label);
}
