// Elements from plain values. Text goes in as text nodes: nothing here parses HTML.

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element: h("p", { class: "x", onclick: f, hidden: true }, "text", child). */
export function h(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The same for SVG. */
export function s(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

/** Tell the host that something happened: a bubbling event with details. */
export function tell(element, name, detail) {
  element.dispatchEvent(new CustomEvent(`ic:${name}`, { bubbles: true, detail }));
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== "" && child !== false));
  return element;
}

/** Whether long parts may stand open at first: on a phone they wait behind their summary. */
export function roomy() {
  return matchMedia("(min-width: 48rem)").matches;
}
