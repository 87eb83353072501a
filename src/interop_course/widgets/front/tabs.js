// Panels of which one is seen: a row of tabs, walked with the arrow keys.
import { h } from "./dom.js";

const KEYS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
let made = 0;

/** Tabs over panels, from [{ label, panel }]; `opened(i)` is called when one is shown. The handle has show(i). */
export function tabs(list, label, opened = () => {}) {
  made += 1;
  const buttons = list.map((tab, i) => {
    tab.panel.id = `ic-panel-${made}-${i}`;
    const id = `ic-tab-${made}-${i}`;
    for (const [name, value] of [["role", "tabpanel"], ["aria-labelledby", id]]) tab.panel.setAttribute(name, value);
    return h("button", { type: "button", role: "tab", id, class: "ic-tab", "aria-controls": tab.panel.id, onclick: () => show(i) }, tab.label);
  });
  const element = h("div", { class: "ic-tabs", role: "tablist", "aria-label": label, onkeydown: key }, buttons);
  show(0);
  return { element, show };

  function show(at) {
    list.forEach(({ panel }, i) => {
      panel.hidden = i !== at;
      buttons[i].setAttribute("aria-selected", String(i === at));
      buttons[i].setAttribute("tabindex", i === at ? "0" : "-1");
    });
    opened(at);
  }

  function key(event) {
    const by = KEYS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const at = buttons.indexOf(event.target);
    const next = Math.min(buttons.length - 1, Math.max(0, at + by));
    show(next);
    buttons[next].focus();
  }
}
