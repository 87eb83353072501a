// The panel of the learning record: what is kept, whose it is, a file of it, another one brought in, and clearing.
import { button } from "./button.js";
import { h } from "./dom.js";
import { clearing, nameField, naming, saveRecord } from "./owner.js";
import { save } from "./paper.js";
import { faultOfName, merge, read } from "./record.js";
import { sources } from "./sources.js";
import { count, moment } from "./words.js";

/** Draw the panel. It follows the record as it changes. */
export function recordPanel(root, state, context) {
  const { record } = context;
  const kept = h("div", { class: "ic-kept" });
  const said = h("p", { class: "ic-said", role: "status" });
  const name = nameField("");
  const file = h("input", { type: "file", accept: ".json,application/json", class: "ic-file", onchange: bringIn });
  const choice = h("div", {});
  root.append(
    h("h3", { class: "ic-title" }, "Your learning record"),
    kept,
    naming("Name (optional) ", name, "Keep the name", rename),
    h("div", { class: "ic-actions" }, button("Save it as a file", () => saveRecord(record.now()))),
    h("label", { class: "ic-bring" }, "Bring in a record from a file: it is merged into this one. ", file),
    said,
    choice,
    h("details", { class: "ic-owner" }, h("summary", {}, "Not you, or begin again?"), clearing(context)),
  );
  record.open().then((fault) => {
    said.textContent = fault || "";
    follow();
  });
  record.watch(follow);
  return {};

  function follow() {
    kept.replaceChildren(...contents(state, context));
    name.value = record.now().name ?? "";
  }

  async function rename(event) {
    event.preventDefault();
    const text = name.value.trim() || null;
    const fault = text && faultOfName(text);
    const done = text ? `Kept for ${text}.` : "The record has no name now.";
    said.textContent = fault || (await record.rename(text)) || done;
  }

  async function bringIn() {
    const [chosen] = file.files;
    if (!chosen) return;
    const found = read(await chosen.text());
    file.value = "";
    choice.replaceChildren();
    if (!found.record) {
      said.textContent = `${found.because} Nothing was changed.`;
      return;
    }
    const [mine, theirs] = [record.now().name, found.record.name];
    if (mine && theirs && mine !== theirs) return askWhose(found.record, mine, theirs);
    take(found.record);
  }

  /** Two names may be two people: nothing is merged before the learner says that they are one. */
  function askWhose(other, mine, theirs) {
    said.textContent = `The file is the record of ${theirs}; this one is kept for ${mine}. Are they the same person?`;
    const no = button("No, leave both as they are", () => close("Nothing was changed."));
    const one = (name) => button(`Yes, call them ${name}`, () => close("", () => take({ ...other, name }, name)));
    choice.replaceChildren(h("div", { class: "ic-actions" }, one(mine), one(theirs), no));
    no.focus();
  }

  function close(text, then = () => {}) {
    choice.replaceChildren();
    said.textContent = text;
    file.focus();
    then();
  }

  async function take(other, called = null) {
    const before = record.now();
    const after = merge(before, other);
    const fault = (await record.add(other)) || (called && called !== before.name ? await record.rename(called) : "");
    said.textContent = fault || merged(before, other, after);
  }
}

/** "Brought in: 3 answers, 1 final. 12 were here already." */
function merged(before, other, after) {
  const grew = (part) => after[part].length - before[part].length;
  const news = [
    [grew("answers"), "answer"],
    [grew("sittings"), "final"],
    [grew("read"), "lesson marked as done", "lessons marked as done"],
  ].filter(([n]) => n > 0);
  const all = other.answers.length + other.sittings.length + other.read.length;
  const here = all - news.reduce((sum, [n]) => sum + n, 0);
  const lead = news.length ? `Brought in: ${news.map((parts) => count(...parts)).join(", ")}.` : "Nothing in it was new.";
  return here ? `${lead} ${here} of its entries ${here === 1 ? "was" : "were"} here already.` : lead;
}

function contents(state, { record, book }) {
  const { name, answers, sittings, read: pages } = record.now();
  const practised = answers.filter(({ sitting }) => sitting === null);
  const right = new Set(practised.filter((answer) => answer.right).map(({ item }) => item)).size;
  const finished = sittings.filter(({ ended }) => ended).length;
  const fact = (term, text) => h("div", {}, h("dt", {}, term), h("dd", {}, text));
  const answered = `${count(practised.length, "answer")}; ${count(right, "question")} answered rightly at least once`;
  const begun = `${count(sittings.length, "final")} begun, ${finished} finished`;
  const marked = pages.map(({ page }) => state.pages[page] ?? { label: page, href: "" });
  const asides = record.asides();
  return [
    h("p", {}, name ? `Kept for ${name}.` : "Kept without a name."),
    h(
      "dl",
      { class: "ic-case" },
      fact("Practice", practised.length ? answered : "no answers yet"),
      fact("Finals", sittings.length ? begun : "none yet"),
      fact("Lessons done", marked.length ? sources(marked, book, "Marked as done") : "none marked yet"),
      answers.length ? fact("Last answer", moment(answers.at(-1).at)) : null,
    ),
    asides.length ? setAside(asides) : null,
  ].filter(Boolean);
}

/** Texts that could not be read as a record: the learner can have them as files, for somebody who can. */
function setAside(asides) {
  const saving = ({ key, text }) => button(`Save ${key} as a file`, () => save(`${key}.txt`, text, "text/plain"));
  const list = h("ul", { class: "ic-taken" }, asides.map((each) => h("li", {}, saving(each))));
  return h("div", {}, h("p", {}, "Set aside, because it could not be read:"), list);
}
