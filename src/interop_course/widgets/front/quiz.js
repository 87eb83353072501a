// The questions of a lesson, one card after the other.
import { h } from "./dom.js";
import { question } from "./question.js";

/** Draw a list of question cards. The handle passes what it is told to each card. */
export function quiz(root, state, context) {
  const cards = state.questions.map((item, i) => {
    const place = h("li", { class: "ic-question" });
    const card = question(place, item, context);
    place.prepend(h("p", { class: "ic-facts" }, `Question ${i + 1} of ${state.questions.length}, objective ${item.objective}`));
    return { place, card };
  });
  root.append(h("ol", { class: "ic-cards" }, cards.map(({ place }) => place)));
  return {
    recall: (answers) => cards.forEach(({ card }) => card.recall(answers)),
    note: (item, text) => cards.forEach(({ card }) => card.note(item, text)),
  };
}
