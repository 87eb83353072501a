// Single letters as shortcuts. They can be switched off, since a letter may come from speech or from a slip.
import { h } from "./dom.js";
import { reach } from "./reach.js";

const KEPT = "interop-course room keys";

/** A switch for the shortcuts, on at first: { element, areOn(), watch(changed) }. `press(letter)` hears a letter. */
export function shortcuts(press) {
  const box = h("input", { type: "checkbox", checked: kept() !== "off", onchange: changed });
  let told = () => {};
  document.addEventListener("keydown", hear);
  return {
    element: h("label", { class: "room-keys" }, box, " Letters on the buttons work as keys"),
    areOn: () => box.checked,
    watch: (listener) => (told = listener),
  };

  function changed() {
    reach(() => sessionStorage.setItem(KEPT, box.checked ? "on" : "off"));
    told();
  }

  function hear(event) {
    const { key, target, repeat, ctrlKey, altKey, metaKey } = event;
    const writes = target.closest?.('input:not([type="checkbox"], [type="radio"]), select, textarea');
    if (!box.checked || repeat || ctrlKey || altKey || metaKey || writes || key.length !== 1) return;
    press(key.toLowerCase());
  }
}

function kept() {
  return reach(() => sessionStorage.getItem(KEPT));
}
