// The instructor's page, for the projector: one question, how many have answered, and what can be done next.
import { button } from "./button.js";
import { h } from "./dom.js";
import { shortcuts } from "./room-keys.js";
import { follow, send } from "./room-news.js";
import { outcomeTable } from "./room-outcome.js";
import { poster, situation } from "./room-poster.js";
import { count } from "./words.js";

const BANNER = "Synthetic data only. No real cases.";
const FEW = "Fewer than 5 answers: neighbours could guess who chose what. Show the votes only if the room agrees.";

/** Milliseconds in which a second press is taken for a slip: the button under it has become another one. */
const SLIP = 500;

/** What each step is called, its key, and what is said when it is done. */
const STEPS = {
  open: { name: ({ number }) => `Open question ${number}`, key: "o" },
  close: { name: () => "Close the vote", key: "c" },
  reopen: { name: () => "Reopen this vote", key: "r" },
  votes: { name: () => "Show the votes", key: "v" },
  again: { name: () => "Vote again", key: "g" },
  answer: { name: () => "Show the answer", key: "a" },
  next: { name: ({ phase, number }) => (phase === "shown" ? "Next question" : `Skip to question ${number + 1}`), key: "n" },
  back: { name: () => "Back", key: "b" },
};
const JOIN = "j";

/** From large type to small. */
const TYPE = [2, 3, 4, 5].map((n) => `room-type-${n}`);

/** Take over the page. */
export function start(document) {
  const main = document.querySelector("main");
  const lost = h("p", { class: "room-lost", role: "alert" });
  const live = h("p", { class: "ic-hidden", role: "status" });
  const title = h("h1", { tabindex: "-1" }, "The room");
  const lesson = h("p", { class: "ic-facts" });
  const counted = h("p", { class: "room-counted" });
  const place = h("div", { class: "room-place", role: "region", "aria-label": "The question", tabindex: "0" });
  const actions = h("div", { class: "ic-actions" });
  const note = h("p", { class: "room-few" });
  const keys = shortcuts((letter) => press(letter));
  const ending = drawEnding(() => take("end"));
  let news = null;
  let drawn = "";
  let isJoining = true;
  let slipUntil = 0;
  keys.watch(() => drawActions());
  window.addEventListener("resize", () => fit(place));
  main.replaceChildren(
    h("header", { class: "room-head" }, h("div", {}, title, lesson), counted),
    lost,
    live,
    place,
    h("div", { class: "room-foot" }, note, actions, h("div", { class: "room-small" }, keys.element, h("span", { class: "ic-banner" }, BANNER), ending)),
  );
  follow("/api/desk/news", { told, lost: (text) => (lost.textContent = text) });

  function told(next) {
    news = next;
    const { room, desk } = news;
    title.textContent = room.over ? "The session has ended" : `Question ${room.number} of ${room.total}${room.round > 1 ? ", second vote" : ""}`;
    lesson.textContent = room.over ? "" : room.lesson;
    counted.replaceChildren(...counts(room, desk));
    note.textContent = desk.few && !desk.uncovered && desk.steps.includes("votes") ? FEW : "";
    ending.hidden = !desk.steps.includes("end");
    const state = `${news.version.split(".")[0]} ${room.moves}`;
    if (state === drawn) return;
    const first = drawn === "";
    drawn = state;
    ending.open = false;
    isJoining = room.phase === "waiting" && !room.over;
    drawActions();
    drawPlace();
    if (!first) live.textContent = saidOf(room);
  }

  function drawPlace() {
    const { room, desk } = news;
    place.replaceChildren(...[isJoining ? joining(room, desk) : content(room)].flat(Infinity).filter(Boolean));
    place.scrollTop = 0;
    fit(place);
  }

  function drawActions() {
    if (!news) return;
    const { room, desk } = news;
    const hadFocus = actions.contains(document.activeElement);
    const steps = desk.steps.filter((step) => STEPS[step]);
    const join = withKey(button(isJoining ? "Hide how to join" : "How to join", toggleJoining), JOIN);
    actions.replaceChildren(
      ...steps.map((step, i) => withKey(button(STEPS[step].name(room), () => take(step), i === 0 && step !== "back"), STEPS[step].key)),
      ...(room.over || room.phase === "waiting" ? [] : [join]),
    );
    if (hadFocus) (actions.querySelector("button") ?? title).focus();
  }

  /** The key is shown on the button while keys work. */
  function withKey(element, key) {
    if (keys.areOn()) {
      element.setAttribute("aria-keyshortcuts", key);
      element.append(" ", h("kbd", { "aria-hidden": "true" }, key.toUpperCase()));
    }
    return element;
  }

  function press(letter) {
    if (!news) return;
    if (letter === JOIN && !news.room.over && news.room.phase !== "waiting") return toggleJoining();
    const step = news.desk.steps.find((each) => STEPS[each]?.key === letter);
    if (step) take(step);
  }

  function toggleJoining() {
    isJoining = !isJoining;
    drawActions();
    drawPlace();
  }

  async function take(step) {
    if (performance.now() < slipUntil) return;
    slipUntil = performance.now() + SLIP;
    try {
      told(await send("/api/desk/step", { step, moves: news.room.moves }));
    } catch (error) {
      lost.textContent = error.message;
    }
  }
}

/** A long question gets smaller type before it has to be scrolled. */
function fit(place) {
  place.classList.remove(...TYPE);
  for (const smaller of TYPE) {
    if (place.scrollHeight <= place.clientHeight) return;
    place.classList.remove(...TYPE);
    place.classList.add(smaller);
  }
}

/** Before a vote is closed nothing is told but how many have answered, so that nobody is led. */
function counts(room, desk) {
  const here = count(desk.present, "device");
  if (room.over || !room.round) return [h("strong", {}, here), " in the room"];
  return [h("strong", {}, String(desk.answered.at(-1))), ` of ${here} answered`];
}

function content(room) {
  if (room.over) return [h("p", { class: "room-stem" }, "Thank you. Each device shows its own summary, and nobody else’s."), h("p", {}, "Ctrl-C in the terminal stops the server; then everything is forgotten.")];
  if (room.outcome) return [situation(room.question), outcomeTable(room.outcome)];
  return poster(room.question);
}

function joining(room, { addresses, rehearsal }) {
  const [first, ...others] = addresses;
  return h(
    "div",
    { class: "room-join" },
    h("img", { src: "/desk/code.svg", alt: `Code to scan: it opens ${first}`, width: 320, height: 320 }),
    h(
      "div",
      {},
      h("h2", {}, "Join on your phone or PC"),
      h("p", {}, "Scan the code, or open this address:"),
      h("p", { class: "room-address" }, first),
      others.length ? h("p", { class: "ic-facts" }, "or ", others.join(", ")) : null,
      rehearsal ? h("p", { class: "room-rehearsal" }, "This is a rehearsal: only this machine reaches this address. A private window is another learner.") : null,
      h("p", {}, "No name is asked. Nobody sees what you chose; the room sees only how many chose it."),
    ),
  );
}

function saidOf(room) {
  if (room.over) return "The session has ended.";
  const name = `Question ${room.number}`;
  if (room.phase === "shown") return `The answer to question ${room.number} is shown.`;
  if (room.phase === "closed") return room.outcome ? "The votes are shown." : `${name}: the vote is closed.`;
  if (room.phase === "open") return `${name} is open${room.round > 1 ? " for a second vote" : ""}.`;
  return `${name} waits to be opened.`;
}

/** To end is a step of two, and has no key: nothing leads back from it. */
function drawEnding(end) {
  return h(
    "details",
    { class: "room-end" },
    h("summary", {}, "End"),
    h("div", { class: "room-end-box" }, h("p", {}, "Each device then shows its own summary. Nothing leads back."), button("End the session", end, true)),
  );
}
