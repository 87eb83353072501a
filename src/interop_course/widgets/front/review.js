// The review: questions that were missed in practice, when they are due. Sure and wrong comes first.
import { button } from "./button.js";
import { h } from "./dom.js";
import { inReview } from "./due.js";
import { missedLast } from "./missed.js";
import { question } from "./question.js";
import { practice } from "./record.js";
import { sources } from "./sources.js";
import { count, moment } from "./words.js";

/** How many cards stand there at once; the next ones come when these are done. */
const AT_ONCE = 10;
const SURE = "You were sure of this one, and it was not right.";
const ONCE = "Answer each of these rightly once, and it leaves this list.";
const MISSED = "You missed this one.";

/** Draw what is due today, and say when what follows is. `clock` tells the time in milliseconds. */
export function review(root, state, context, clock = Date.now) {
  const { record } = context;
  const known = new Map(state.questions.map((each) => [each.id, each]));
  const heading = h("h3", { class: "ic-title", tabindex: "-1" }, "Review");
  const head = h("p", {});
  const list = h("ol", { class: "ic-cards" });
  const further = button("Show what is due now", again);
  const next = h("p", { class: "ic-facts" });
  const missedHeading = h("h4", {}, "Missed in your last final");
  const missedList = h("ol", { class: "ic-cards" });
  const missed = h("div", { class: "ic-missed-last" }, missedHeading, h("p", {}, ONCE), missedList);
  const cards = new Map();
  root.append(heading, head, list, h("div", { class: "ic-actions" }, further), next, missed);
  for (const each of [list, missedList]) {
    each.addEventListener("ic:given", (event) => event.stopPropagation());
    each.addEventListener("ic:answer", answered);
  }
  record.open().then(draw);
  record.watch(followed);
  return {};

  function inOrder() {
    return inReview(record.now()).filter(({ item }) => known.has(item));
  }

  function draw() {
    const due = inOrder().filter((each) => each.due <= clock());
    cards.clear();
    const first = due.slice(0, AT_ONCE).map(({ item, sure }) => drawCard(known.get(item), sure ? SURE : MISSED));
    list.replaceChildren(...first);
    const left = missedLast(record.now(), known).filter(({ id }) => !cards.has(id));
    missedList.replaceChildren(...left.map((asked) => drawCard(asked, "")));
    missed.hidden = !left.length;
    say();
  }

  function drawCard(asked, lead) {
    const place = h("li", { class: "ic-question" });
    const { lesson } = state.objectives.find(({ id }) => id === asked.objective);
    if (lead) place.append(h("p", { class: "ic-facts" }, lead));
    cards.set(asked.id, question(place, asked, { ...context, mode: "practice" }));
    place.append(sources([lesson], context.book, "Read again"));
    return place;
  }

  async function answered(event) {
    event.stopPropagation();
    const { item, right } = event.detail;
    const wasThere = inOrder().some((each) => each.item === item);
    const fault = await record.add(practice(event.detail));
    cards.get(item)?.note(item, fault || comesBack(item, right, wasThere));
  }

  function comesBack(item, right, wasThere) {
    const left = inOrder().find((each) => each.item === item);
    if (!left && !wasThere) return "It leaves this list.";
    if (!left) return "Right each time, over more than a month: it leaves the review.";
    return `${right || !wasThere ? "It comes back" : "It starts over, and comes back"} on ${moment(left.due)}.`;
  }

  function again() {
    draw();
    heading.focus();
  }

  function followed() {
    if (cards.size) say();
    else draw();
  }

  /** What stands here stays while one works on it; only the words around it follow the record. */
  function say() {
    const all = inOrder();
    const due = all.filter((each) => each.due <= clock());
    const later = all.filter((each) => each.due > clock());
    const sure = due.filter((each) => each.sure).length;
    head.textContent = dueText(all.length, due.length, sure);
    further.hidden = !due.some(({ item }) => !cards.has(item));
    next.textContent = nextText(later);
  }
}

function dueText(all, due, sure) {
  if (!all) return "Nothing is in review. What you answer wrongly in a lesson's questions comes here a day later.";
  if (!due) return "Nothing is due now.";
  const first = sure ? ` First ${sure === 1 ? "the one" : `the ${sure}`} that you were sure of and got wrong.` : "";
  return `${count(due, "question is", "questions are")} due today.${first}`;
}

function nextText(later) {
  if (!later.length) return "";
  const first = Math.min(...later.map(({ due }) => due));
  return `${count(later.length, "question comes", "questions come")} later, the next on ${moment(first)}.`;
}
