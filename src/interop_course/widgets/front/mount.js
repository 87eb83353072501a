// One front end for every host: mount(el, state, ask, record) draws a saved state at once.
import { clock } from "./clock.js";
import { complaint } from "./complaint.js";
import { final } from "./final.js";
import { inspector } from "./inspector.js";
import { mayI } from "./may-i.js";
import { question } from "./question.js";
import { quiz } from "./quiz.js";
import { recordPanel } from "./record-panel.js";
import { review } from "./review.js";
import { scene } from "./scene.js";
import { sealedFinal } from "./sealed.js";
import { stepper } from "./stepper.js";

const DRAW = { clock, complaint, final, inspector, "may-i": mayI, question, quiz, record: recordPanel, review, scene, sealed: sealedFinal, stepper };

/**
 * Draw `state` into `el`, replacing what was there, and return a handle to the drawn widget.
 *
 * `ask(request)` returns a promise of the live door's reply; `record` keeps the learning record, the same way in every
 * host (see keeping.js). What a learner does is told by bubbling events on `el`:
 * "ic:at" { at } when another entry is selected; "ic:given" { item, seed, given } when what is given to a question
 * changes; "ic:answer" { item, seed, given, right, confidence, seconds } when an answer is checked, where `confidence`
 * is "guess", "think", "sure" or null, and `seconds` a whole number or null. The handle has what the widget can be
 * told: at(n) of a stepper; recall(answers) and note(item, text) of questions.
 */
export function mount(el, state, ask, record = null) {
  const draw = DRAW[state.widget];
  if (!draw) throw new Error(`no front end for ${state.widget}`);
  const book = el.closest("[data-book]")?.dataset.book ?? null;
  el.className = `ic ic-live ic-${state.widget}`;
  el.replaceChildren();
  return draw(el, state, { ask, book, record });
}
