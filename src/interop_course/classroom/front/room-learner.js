// The page of a device in the room: it takes this learner's answers, and shows what the room is shown.
import { button } from "./button.js";
import { h } from "./dom.js";
import { question } from "./question.js";
import { follow, send } from "./room-news.js";
import { outcomeTable } from "./room-outcome.js";
import { situation } from "./room-poster.js";
import { count } from "./words.js";

const BANNER = "Synthetic data only: every person and message is invented. Tell no real case here.";
const PROMISE = "Nobody sees what you chose; the room sees only how many chose it. No name is asked.";
const SENT = "Your answer is in. You can change it until the vote is closed.";

/** Take over the page. */
export function start(document) {
  const main = document.querySelector("main");
  const lost = h("p", { class: "room-lost", role: "status" });
  const live = h("p", { class: "ic-hidden", role: "status" });
  const place = h("div", { class: "room-place" }, heading("Joining the session …"));
  let version = null;
  main.replaceChildren(h("p", { class: "ic-banner room-banner" }, BANNER), lost, live, place);
  follow("/api/news", { told, lost: (text) => (lost.textContent = text), join: "/api/join" });

  /** A page is drawn anew only when the session has moved on: an answer in the making stays as it is. */
  function told(news) {
    if (news.version === version) return;
    const first = version === null;
    version = news.version;
    const view = draw(news);
    const hadFocus = place.contains(document.activeElement);
    place.replaceChildren(...view.body.flat(Infinity).filter(Boolean));
    window.scrollTo(0, 0);
    if (hadFocus) place.querySelector("h1").focus();
    if (!first || view.said !== WAITS) live.textContent = view.said;
  }
}

const WAITS = "The next question comes soon.";

function draw({ room, own }) {
  if (room.over) return over(own);
  return PHASES[room.phase](room, own);
}

const PHASES = { waiting, open, closed, shown };

function waiting({ number }) {
  const said = number === 1 ? "You are in. The first question comes soon." : WAITS;
  return { said, body: [heading(said), h("p", {}, "Leave this page open. It goes on by itself."), h("p", {}, PROMISE)] };
}

function open(room, own) {
  const again = room.round > 1;
  const { question: state } = room;
  const asked = h("div", {});
  const card = question(asked, state, { mode: "exam" });
  const status = h("p", { class: "room-status", role: "status" });
  const go = button("Send my answer", deliver, true);
  let sent = own.given;
  if (!own.given.length && own.before.length) say("What you answered first is filled in. Keep it or change it, and send it.");
  card.set(own.given.length ? own.given : own.before);
  asked.addEventListener("ic:given", () => label());
  // Enter in a field sends, as the button does.
  asked.addEventListener("submit", deliver);
  label();
  const body = [
    heading(`${nameOf(room)}${again ? ", second vote" : ""}`),
    asked,
    h("div", { class: "ic-actions room-send" }, go),
    status,
    h("p", { class: "ic-facts" }, PROMISE),
  ];
  return { said: `Question ${room.number} is open${again ? " for a second vote" : ""}.`, body };

  function say(text) {
    status.textContent = text;
  }

  function label() {
    const isSent = sent.length > 0 && same(card.given(), sent);
    const changed = sent.length > 0 && !isSent;
    go.textContent = isSent ? "✓ Sent" : changed ? "Send the changed answer" : "Send my answer";
    go.setAttribute("aria-disabled", String(isSent));
    if (isSent) say(SENT);
    if (changed) say("Changed, and not sent yet. The answer that you sent before counts until then.");
  }

  async function deliver() {
    const given = card.given();
    if (sent.length && same(given, sent)) return say(SENT);
    const lacks = lacking(state, given);
    if (lacks) return say(lacks);
    try {
      await send("/api/answer", { question: room.number, round: room.round, given });
      sent = given;
      label();
    } catch (error) {
      say(error.message);
    }
  }
}

function closed(room, own) {
  const said = `The vote on question ${room.number} is closed.`;
  const asked = h("div", {});
  question(asked, room.question, { mode: "exam" }).reveal(own.given);
  const body = [
    heading(said),
    h("p", {}, own.given.length ? "This is what you sent." : "You sent no answer this time."),
    room.outcome ? [situation(room.question), outcomeTable(room.outcome, own.lines)] : asked,
    h("p", {}, "Look to the front, or talk with your neighbour: why did you choose what you chose?"),
  ];
  return { said: `${said}${room.outcome ? " The votes are shown." : ""}`, body };
}

function shown(room, own) {
  const verdict = { true: "✓ Right.", false: "✗ Not right." }[own.right] ?? "You sent no answer.";
  const tone = { true: "ic-right", false: "ic-wrong" }[own.right] ?? "";
  const body = [
    heading(nameOf(room)),
    h("p", { class: `room-verdict ${tone}` }, verdict),
    situation(room.question),
    outcomeTable(room.outcome, own.lines),
  ];
  return { said: `The answer to question ${room.number} is shown. ${verdict}`, body };
}

function over({ summary }) {
  const right = summary.filter((each) => each.right).length;
  const said = "The session has ended.";
  const again = [...new Set(summary.filter((each) => each.right === false).map(({ lesson }) => lesson))];
  const body = [
    heading(said),
    summary.length
      ? h("p", {}, `${right} of ${count(summary.length, "question")} right. Only this device shows this, and only as long as the page stays open.`)
      : h("p", {}, "No answer was shown, so there is nothing to sum up."),
    h("ol", { class: "room-mine-all" }, summary.map(ownLine)),
    again.length ? [h("p", {}, "To read again:"), h("ul", {}, again.map((title) => h("li", {}, title)))] : null,
  ];
  return { said, body };
}

function ownLine({ number, stem, lesson, right }) {
  const word = { true: "✓ right", false: "✗ not right" }[right] ?? "not answered";
  const tone = { true: "ic-right", false: "ic-wrong" }[right] ?? "";
  return h("li", { value: number, class: tone }, h("span", { class: "ic-verdict" }, word), h("p", {}, stem), h("p", { class: "ic-facts" }, lesson));
}

/** What an answer still lacks, or nothing. */
function lacking(state, given) {
  if (state.kind === "matching" && given.length < state.rows.length) {
    return `${count(state.rows.length - given.length, "line")} without a match. Match every line, then send.`;
  }
  return given.length ? "" : NOTHING[state.kind];
}

const NOTHING = {
  single: "Choose an answer first, then send it.",
  multiple: "Choose every answer that is right, then send.",
  decision: "Choose an answer first, then send it.",
  ordering: "Nothing is moved yet. Put the steps in order, then send.",
  numeric: "Write a number and choose its unit, then send.",
  field: "Choose a field first, then send it.",
};

function nameOf({ number, total }) {
  return `Question ${number} of ${total}`;
}

function heading(text) {
  return h("h1", { tabindex: "-1" }, text);
}

function same(one, other) {
  return one.length === other.length && one.every((text, i) => text === other[i]);
}
