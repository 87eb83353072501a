// Use a widget as a learner might who tries everything: the control used least comes next, until each was used.
//
// `times` is how often each is used, `most` the number of uses after which it ends, `patience` the milliseconds a press
// may take to show. With `combine` a button is another one whenever other things are chosen beside it.
// Gives { pressed, deaf, faults }: the names of the buttons pressed, those of which no press changed anything, and what
// the widget showed that it should not.
async (widget, { times, most, patience, combine }) => {
  const CLICKED = "button, summary, input, .ic-row, [data-part], .ic-hex-bytes";
  const FILLED = "[type=text], [type=date], [type=time]";
  const CONTROLS = `${CLICKED}, select, textarea, [tabindex='0']`;
  const CLOSED = ":disabled, [aria-disabled=true], [readonly], [type=file]";
  const CHOSEN = "select, input:checked:not([name=confidence])";
  const FIRST = "[type=submit], .ic-primary";
  // Of hundreds that are alike, one of each look is used.
  const ALIKE = ".ic-row, [data-part], .ic-hex-bytes, [role=treeitem], [name=field]";
  const VALUES = { date: "2010-11-10", time: "09:30" };
  const KEYS = ["ArrowDown", "ArrowRight", "End", "Home"];
  const STARTED = 60_000; // the milliseconds within which Python answers
  const WRONG = /(?<![\w-])(undefined|NaN|null)(?![\w-])|\[object |="(https?:)?\/\/[^"]*/g;
  const live = widget.querySelector(":scope > .ic-live");
  const known = new WeakMap();
  const uses = new Map();
  const pressed = new Map();
  const faults = new Set();
  let changes = 0;

  const watch = new MutationObserver((records) => {
    changes += records.length;
    for (const { type, target, attributeName, addedNodes } of records) {
      if (!live.contains(target)) continue;
      if (type === "attributes" && target.hasAttribute(attributeName)) look(`${attributeName}="${target.getAttribute(attributeName)}"`);
      else if (type === "characterData") look(target.data);
      else for (const node of addedNodes) look(node.outerHTML ?? node.data);
    }
  });
  watch.observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true });
  look(live.outerHTML);
  let control = null;
  for (let n = 0; n < most; n += 1) {
    control = next(control);
    if (!control) break;
    const [name, before] = [nameOf(control), changes];
    use(control);
    await (n % 10 ? null : drawn());
    if (!control.matches("button")) continue;
    await until(() => changes > before && !isAsking());
    if (isAsking()) faults.add(`“${name}” waits for Python`);
    pressed.set(name, pressed.get(name) || changes > before);
  }
  watch.disconnect();
  return {
    pressed: [...pressed.keys()],
    deaf: [...pressed].filter(([, isHeard]) => !isHeard).map(([name]) => name),
    faults: [...faults],
  };

  /** What no reader should meet: a value that is none, and the address of another site. */
  function look(html) {
    for (const { 0: found, index } of html.matchAll(WRONG)) {
      if (found.startsWith(`="${location.origin}/`)) continue;
      faults.add(`shows ${found} in: ${html.slice(Math.max(0, index - 80), index + 80)}`);
    }
  }

  /** The next control: one of the form that was used last, as long as it has one. */
  function next(last) {
    const form = last?.isConnected && formOf(last);
    return (form && leastUsed(form)) || leastUsed(live);
  }

  /** The control used least, and of several the one that a reader presses first; null when all are used. */
  function leastUsed(place) {
    let best = null;
    let least = times;
    for (const control of place.querySelectorAll(CONTROLS)) {
      const rate = (uses.get(keyOf(control)) ?? 0) / facts(control).room;
      const isBetter = rate < least || (rate === least && best && control.matches(FIRST) && !best.matches(FIRST));
      if (isBetter && control.checkVisibility() && !control.matches(CLOSED)) [best, least] = [control, rate];
    }
    return best;
  }

  /** A control that is drawn again has the key of the one before. */
  function keyOf(control) {
    const { key, isButton } = facts(control);
    if (!combine || !isButton) return key;
    const place = formOf(control) ?? control.parentElement;
    return key + [...place.querySelectorAll(CHOSEN)].map(({ value }) => value);
  }

  /** What stays true of a control; asked of hundreds before each use. `room` is how many uses are one of its own. */
  function facts(control) {
    if (!known.has(control)) {
      const about = control.closest("form, fieldset, details")?.querySelector("legend, summary")?.textContent;
      const key = [control.localName, control.type, control.name, nameOf(control), about].join("|");
      const room = control.options?.length ?? 1;
      known.set(control, { key, room, isButton: control.matches("button") });
    }
    return known.get(control);
  }

  function formOf(control) {
    return control.form ?? control.closest("fieldset");
  }

  function nameOf(control) {
    if (control.matches(ALIKE)) return control.getAttribute("class");
    const text = control.getAttribute("aria-label") ?? (control.closest("label") ?? control).textContent;
    return text.trim();
  }

  function use(control) {
    uses.set(keyOf(control), (uses.get(keyOf(control)) ?? 0) + 1);
    control.focus?.({ preventScroll: true });
    if (control.matches(CLICKED) && !control.matches(FILLED)) {
      tell(control, "click", MouseEvent, control.matches(".ic-hex-bytes") ? middleOf(control) : {});
    } else if (control.matches("[tabindex]")) {
      for (const key of KEYS) tell(control, "keydown", KeyboardEvent, { key });
    } else {
      if (control.matches("select")) control.selectedIndex = (control.selectedIndex + 1) % control.options.length;
      else control.value = control.placeholder || VALUES[control.type] || "12";
      for (const name of ["input", "change"]) tell(control, name);
    }
  }

  function tell(control, name, Kind = Event, about = {}) {
    control.dispatchEvent(new Kind(name, { ...about, bubbles: true, cancelable: true }));
  }

  function middleOf(control) {
    const { left, top, width, height } = control.getBoundingClientRect();
    return { clientX: left + width / 2, clientY: top + height / 2 };
  }

  /** Now and then the browser draws: what follows the size of things comes then. */
  function drawn() {
    return new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
  }

  function isAsking() {
    return live.querySelector(".ic-python") !== null || live.textContent.includes("One moment: Python reads");
  }

  async function until(isSo) {
    const began = performance.now();
    while (!isSo() && performance.now() - began < (isAsking() ? STARTED : patience)) {
      await new Promise((go) => setTimeout(go, 2));
    }
  }
}
