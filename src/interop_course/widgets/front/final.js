// The final: its terms, the sitting, the report and the certificate, one after the other in the same place.
import { button } from "./button.js";
import { certificate } from "./certificate.js";
import { anyId, anySeed } from "./chance.js";
import { h } from "./dom.js";
import { draw } from "./drawing.js";
import { owner } from "./owner.js";
import { empty, now } from "./record.js";
import { report } from "./report.js";
import { drawn, isOurs, resultOf } from "./result.js";
import { farText, takeSitting } from "./sitting.js";
import { moment } from "./words.js";

const GONE = "This final is no longer in the record: it was cleared.";

/** Draw the final. What is begun, answered and finished goes into `context.record` at once. */
export function final(root, state, context) {
  const { record } = context;
  const said = h("p", { class: "ic-remark", role: "alert" });
  const place = h("div", {});
  let view = null;
  root.append(said, place);
  record.open().then(toStart);
  record.watch(followed);
  return {};

  function show(next, focus = true) {
    view?.leave();
    view = next;
    place.replaceChildren(view.element);
    if (focus) view.focus();
  }

  function toStart(fault = "") {
    const first = !view;
    said.textContent = fault;
    show(startView(), !first);
  }

  function startView() {
    return { ...start({ state, context, begin, goOn, toReport, cleared }), isStart: true };
  }

  function cleared() {
    toStart("The record is cleared. A new, empty one begins.");
  }

  async function begin() {
    const seed = anySeed();
    const { course, content } = state;
    const sitting = { id: anyId(), seed, course, content, started: now(), ended: null, draw: draw(state, seed) };
    said.textContent = await record.add({ ...empty(), sittings: [sitting] });
    goOn(sitting);
  }

  /** Another tab may have ended it, or cleared the record, since its button was drawn. */
  function goOn(sitting) {
    const kept = record.now().sittings.find(({ id }) => id === sitting.id);
    if (kept?.ended) return toReport(kept);
    if (!kept) return toStart(GONE);
    const questions = drawn(state, sitting);
    const [finish, away] = [() => end(sitting), () => toStart()];
    show({ ...takeSitting({ sitting, questions, context, finish, away }), sitting });
  }

  async function end(sitting) {
    const ended = { ...sitting, ended: now() };
    view = { ...view, sitting: null };
    said.textContent = await record.add({ ...empty(), sittings: [ended] });
    toReport(ended);
  }

  function toReport(sitting) {
    const result = resultOf(state, sitting, record.now());
    const toCertificate = () => show(certificate({ state, sitting, result, context, back: () => toReport(sitting) }));
    show(report({ state, result, context, again: begin, toCertificate, toStart: () => toStart() }));
  }

  /** The record changed, here or in another tab: what is gone or ended elsewhere cannot be gone on with. */
  function followed(kept) {
    if (view?.isStart && !place.contains(document.activeElement)) show(startView(), false);
    if (!view?.sitting) return;
    const same = kept.sittings.find(({ id }) => id === view.sitting.id);
    if (!same) toStart(GONE);
    else if (same.ended) toReport(same);
  }
}

/** The terms, the final that is open, and those before. */
function start({ state, context, begin, goOn, toReport, cleared }) {
  const kept = context.record.now();
  const ours = kept.sittings.filter((sitting) => isOurs(state, sitting));
  const open = ours.filter(({ ended }) => ended === null).at(-1);
  const ended = kept.sittings.filter((sitting) => sitting.ended !== null || !isOurs(state, sitting));
  const lines = ended.map((sitting) => taken(state, sitting, kept, toReport));
  const heading = h("h3", { class: "ic-title", tabindex: "-1" }, "The final");
  const element = h(
    "div",
    { class: "ic-start" },
    heading,
    h("ul", { class: "ic-terms" }, state.terms.map((term) => h("li", {}, term))),
    open ? h("p", { class: "ic-open" }, openText(open, kept)) : null,
    h(
      "div",
      { class: "ic-actions" },
      open ? button("Go on with it", () => goOn(open), true) : button("Begin", begin, true),
      open ? button("Begin another one instead", begin) : null,
    ),
    ended.length ? h("h4", {}, "Finals in your record") : null,
    ended.length ? h("ul", { class: "ic-taken" }, lines.reverse()) : null,
    owner(context, cleared),
  );
  return { element, focus: () => heading.focus(), leave() {} };
}

function openText(sitting, kept) {
  return `A final is open: begun on ${farText(sitting, kept)}. Its questions and your answers are as you left them.`;
}

function taken(state, sitting, kept, toReport) {
  const when = moment(sitting.ended ?? sitting.started);
  if (!isOurs(state, sitting)) {
    return h("li", {}, `${when}: of another version of the questions (course ${sitting.course}), and to be read there.`);
  }
  const { passed, right, total } = resultOf(state, sitting, kept);
  const show = button("Show its report", () => toReport(sitting));
  show.append(h("span", { class: "ic-hidden" }, ` of ${when}`));
  return h("li", {}, `${when}: ${right} of ${total} right, ${passed ? "passed" : "not passed"}. `, show);
}
