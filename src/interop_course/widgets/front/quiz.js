// The questions of a lesson, one card after the other, a handful at a time, and how many of them are answered.
import { button } from "./button.js";
import { h } from "./dom.js";
import { question } from "./question.js";
import { count } from "./words.js";

/** So many cards are shown at first, and so many more each time the learner asks for more. */
const HANDFUL = 6;

/** Draw a list of question cards. The handle passes what it is told to each card. */
export function quiz(root, state, context) {
  const total = state.questions.length;
  const answered = new Set();
  let open = Math.min(HANDFUL, total);
  const header = h("p", { class: "ic-facts ic-progress" });
  const cards = state.questions.map((item, i) => {
    const place = h("li", { class: "ic-question", hidden: i >= open, tabindex: "-1" });
    place.append(h("p", { class: "ic-facts" }, `Question ${i + 1} of ${total}, objective ${item.objective}`));
    return { place, card: question(place, item, context) };
  });
  const list = h("ol", { class: "ic-cards" }, cards.map(({ place }) => place));
  const more = button("", showMore);
  list.addEventListener("ic:answer", ({ detail: { item } }) => tally([item]));
  root.append(header, list, h("div", { class: "ic-actions" }, more));
  offerMore();
  tally([]);
  return {
    recall: (answers) => {
      for (const { card } of cards) card.recall(answers);
      tally(state.questions.map(({ id }) => id).filter((id) => id in answers));
    },
    note: (item, text) => cards.forEach(({ card }) => card.note(item, text)),
  };

  function tally(items) {
    for (const item of items) answered.add(item);
    header.textContent = answered.size === total ? `All ${total} answered.` : `${answered.size} of ${total} answered.`;
  }

  function showMore() {
    const first = open;
    open = Math.min(open + HANDFUL, total);
    for (const { place } of cards.slice(first, open)) place.hidden = false;
    offerMore();
    cards[first].place.focus();
  }

  function offerMore() {
    const left = total - open;
    more.hidden = !left;
    more.textContent = left > HANDFUL ? `Show ${HANDFUL} more of ${count(left, "further question")}` : `Show ${count(left, "more question")}`;
  }
}
