// The detainer clock: a moment, two wordings side by side, and the hours as they were counted.
import { list, radios } from "./choices.js";
import { h } from "./dom.js";
import { ruleList, ruleText } from "./rules.js";
import { cell, rowHead, table } from "./tables.js";
import { refusalText } from "./words.js";

/** Draw the clock. Worked moments are looked up; any other moment is asked of Python. */
export function clock(root, state, { ask, book }) {
  let moment = state.moments[state.at];
  let kind = state.kinds[0].id;
  const status = h("p", { class: "ic-status", role: "status" });
  const panel = h("div", { class: "ic-answer" });
  const refused = h("p", { class: "ic-said", role: "alert" });
  const own = ownMoment(moment, count);
  const worked = list({ name: "moment", legend: "A worked moment", choices: workedChoices(state), chosen: String(state.at) }, pick);
  const kinds = radios({ name: "kind", legend: "What happens at this moment?", choices: state.kinds, chosen: kind }, (id) => {
    kind = id;
    show();
  });
  root.append(
    h("header", { class: "ic-head" }, h("p", { class: "ic-title" }, state.title), h("p", { class: "ic-facts" }, state.intro)),
    h("div", { class: "ic-desk" }, h("form", { class: "ic-describe", onsubmit: (event) => event.preventDefault() }, kinds, worked), own),
    refused,
    status,
    panel,
    h("p", { class: "ic-why" }, "Keep in mind"),
    ruleList(state.notes, book),
  );
  show();
  return {};

  function pick(index) {
    if (index === "") return;
    refused.textContent = "";
    moment = state.moments[Number(index)];
    setOwn(own, moment);
    show();
  }

  async function count(start) {
    refused.textContent = "";
    const reply = await ask({ do: "deadline", start });
    if (!reply.ok) {
      refused.textContent = `This moment was not counted. ${refusalText(reply)}`;
      return;
    }
    moment = reply.moment;
    worked.querySelector("select").value = "";
    show();
  }

  function show() {
    const happens = state.kinds.find((each) => each.id === kind).label;
    status.textContent = `${moment.start}: ${happens}. ${state.wordings.map((each) => inShort(each, moment, kind)).join(" ")}`;
    panel.replaceChildren(
      h("div", { class: "ic-wordings" }, state.wordings.map((wording) => sentence(wording, moment, kind, book))),
      counted(moment),
    );
  }
}

function setOwn(own, moment) {
  [own.elements.date.value, own.elements.time.value] = moment.at.split("T");
}

function workedChoices(state) {
  return state.moments.map((each, i) => ({ id: String(i), label: `${each.label}: ${each.start}`, group: "" }));
}

/** Date and time in native controls. */
function ownMoment(moment, count) {
  const [day, time] = moment.at.split("T");
  const date = h("input", { type: "date", name: "date", value: day, min: "2000-01-01", max: "2099-12-31", required: true });
  const clockTime = h("input", { type: "time", name: "time", value: time, required: true });
  return h(
    "form",
    {
      class: "ic-own",
      onsubmit: (event) => {
        event.preventDefault();
        count(`${date.value}T${clockTime.value}`);
      },
    },
    h(
      "fieldset",
      { class: "ic-ask" },
      h("legend", {}, "Another moment"),
      h(
        "p",
        { class: "ic-facts" },
        "Python counts from any date and time. Where it cannot start, the worked moments are there.",
      ),
      h(
        "div",
        { class: "ic-actions" },
        h("label", {}, "Date ", date),
        h("label", {}, "Time ", clockTime),
        h("button", { type: "submit", class: "ic-button" }, "Count"),
      ),
    ),
  );
}

/** Whether a sentence counts from this kind of moment: "yes", "no", or "unsaid" where it names no moment at all. */
function counts(wording, kind) {
  if (!wording.counts_from) return "unsaid";
  return wording.counts_from === kind ? "yes" : "no";
}

function inShort(wording, moment, kind) {
  return {
    yes: `${wording.where}: the 48 counted hours end ${moment.ends[wording.id]}.`,
    no: `${wording.where}: not counted from this moment.`,
    unsaid: `${wording.where}: no starting moment is named.`,
  }[counts(wording, kind)];
}

function sentence(wording, moment, kind, book) {
  const end = h("strong", {}, moment.ends[wording.id]);
  const result = {
    yes: ["The 48 counted hours end ", end, "."],
    no: [`This sentence does not count from such a moment. It counts from ${wording.starts}.`],
    unsaid: ["The packet does not say when these hours begin. If they began at this moment, they would end ", end, "."],
  }[counts(wording, kind)];
  return h(
    "section",
    { class: "ic-verdict-box", "data-outcome": { yes: "yes", no: "not-said", unsaid: "not-said" }[counts(wording, kind)], "aria-label": wording.where },
    h("p", { class: "ic-word" }, `${wording.where}: ${wording.about}`),
    h("p", {}, h("strong", {}, "Counts from: "), `${wording.starts}.`),
    h("p", { class: "ic-result" }, result),
    ruleText(wording.rule, book),
  );
}

function counted(moment) {
  const rows = moment.days.map((day) =>
    h("tr", { role: "row" }, rowHead(day.day), cell("Counted", day.hours || `not counted: ${day.why}`)),
  );
  const caption = `48 hours from ${moment.start}`;
  return h("div", {}, h("p", { class: "ic-why" }, caption), table(caption, ["Day", "Counted"], rows));
}
