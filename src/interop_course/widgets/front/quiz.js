// The questions of a lesson, one card after the other, and how many of them are answered.
import { h } from "./dom.js";
import { question } from "./question.js";

/** Draw a list of question cards. The handle passes what it is told to each card. */
export function quiz(root, state, context) {
  const total = state.questions.length;
  const answered = new Set();
  const header = h("p", { class: "ic-facts ic-progress" });
  const cards = state.questions.map((item, i) => {
    const place = h("li", { class: "ic-question" });
    place.append(h("p", { class: "ic-facts" }, `Question ${i + 1} of ${total}, objective ${item.objective}`));
    return { place, card: question(place, item, context) };
  });
  const list = h("ol", { class: "ic-cards" }, cards.map(({ place }) => place));
  list.addEventListener("ic:answer", ({ detail: { item } }) => count([item]));
  root.append(header, list);
  count([]);
  return {
    recall: (answers) => {
      for (const { card } of cards) card.recall(answers);
      count(state.questions.map(({ id }) => id).filter((id) => id in answers));
    },
    note: (item, text) => cards.forEach(({ card }) => card.note(item, text)),
  };

  function count(items) {
    for (const item of items) answered.add(item);
    header.textContent = answered.size === total ? `All ${total} answered.` : `${answered.size} of ${total} answered.`;
  }
}
