// One front end for every host: mount(el, state, ask) draws a saved state at once.
import { clock } from "./clock.js";
import { complaint } from "./complaint.js";
import { inspector } from "./inspector.js";
import { mayI } from "./may-i.js";
import { question } from "./question.js";
import { quiz } from "./quiz.js";
import { scene } from "./scene.js";
import { stepper } from "./stepper.js";

const DRAW = { clock, complaint, inspector, "may-i": mayI, question, quiz, scene, stepper };

/**
 * Draw `state` into `el`, replacing what was there, and return a handle to the drawn widget.
 *
 * `ask(request)` returns a promise of the live door's reply. What a learner does is told by bubbling events on
 * `el`: "ic:at" { at } when another entry is selected, "ic:chosen" { item, chosen } when options are chosen,
 * "ic:answer" { item, chosen, right } when an answer is checked. The handle has what the widget can be told:
 * at(n) of a stepper; recall(answers) and note(item, text) of questions.
 */
export function mount(el, state, ask) {
  const draw = DRAW[state.widget];
  if (!draw) throw new Error(`no front end for ${state.widget}`);
  const book = el.closest("[data-book]")?.dataset.book ?? null;
  el.className = `ic ic-live ic-${state.widget}`;
  el.replaceChildren();
  return draw(el, state, { ask, book });
}
