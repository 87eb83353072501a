// The bytes of a message in hexadecimal, with an ASCII column. Only the rows that are in sight are drawn.
import { h } from "./dom.js";
import { hexOf } from "./message-bytes.js";

const WIDTHS = [16, 8, 4];
const SPARE = 4;
const PLAIN = { first: 0x20, last: 0x7e };
const SEPARATORS = [0x1c, 0x1f];

/** Draw the bytes; `pick(offset)` when one is clicked. The handle's show({ offset, length }) marks a run of them. */
export function hex(bytes, faults, pick, keys) {
  const rows = h("div", { class: "ic-hex-rows" });
  const element = h(
    "div",
    {
      class: "ic-hex",
      tabindex: "0",
      role: "group",
      "aria-label": "Bytes in hexadecimal. Arrow keys move from part to part.",
      onscroll: draw,
      onclick: click,
      onkeydown: keys,
    },
    rows,
  );
  const broken = faults.map(({ offset, length }) => {
    const start = Math.min(offset, bytes.length - 1);
    return [start, start + Math.max(1, length)];
  });
  const digits = Math.max(4, String(bytes.length).length);
  let wide = WIDTHS[0];
  let high = 0;
  let marked = { offset: 0, length: 0 };
  let drawn = "";
  new ResizeObserver(measure).observe(element);
  return { element, show };

  /** How many bytes fit into a row, and how high a row is: known once the rows are seen. */
  function measure() {
    if (!element.clientWidth) return;
    const one = row(0);
    rows.replaceChildren(one);
    const sign = one.querySelector(".ic-hex-offset").getBoundingClientRect().width / digits;
    high = one.getBoundingClientRect().height;
    const room = element.clientWidth / sign - digits - 6;
    wide = WIDTHS.find((count) => count * 4 <= room) ?? WIDTHS.at(-1);
    drawn = "";
    rows.style.height = `${Math.ceil(bytes.length / wide) * high}px`;
    reach();
    draw();
  }

  function draw() {
    if (!high) return;
    const first = Math.max(0, Math.floor(element.scrollTop / high) - SPARE);
    const last = Math.min(Math.ceil(bytes.length / wide), first + Math.ceil(element.clientHeight / high) + 2 * SPARE);
    const now = [first, last, wide, marked.offset, marked.length].join();
    if (now === drawn) return;
    drawn = now;
    const made = [];
    for (let n = first; n < last; n += 1) {
      const one = row(n);
      one.style.top = `${n * high}px`;
      made.push(one);
    }
    rows.replaceChildren(...made);
  }

  function row(n) {
    const start = n * wide;
    const end = Math.min(bytes.length, start + wide);
    const runs = split(start, end);
    const faulty = runs.some((run) => run.faulty);
    return h(
      "div",
      { class: "ic-hex-row", "data-start": start },
      h("span", { class: "ic-hex-gutter", "aria-hidden": "true" }, faulty ? "!" : " "),
      h("span", { class: "ic-hex-offset" }, String(start).padStart(digits, "0")),
      h("span", { class: "ic-hex-bytes" }, runs.map((run, i) => [i ? " " : "", piece(run, hexOf(bytes.subarray(run.start, run.end)))])),
      h("span", { class: "ic-hex-ascii" }, runs.map((run) => piece(run, ascii(bytes.subarray(run.start, run.end))))),
    );
  }

  /** A row in runs of bytes that are marked alike. */
  function split(start, end) {
    const runs = [];
    for (let at = start; at < end; at += 1) {
      const kind = {
        chosen: at >= marked.offset && at < marked.offset + marked.length,
        faulty: broken.some(([from, to]) => at >= from && at < to),
        sign: bytes[at] >= SEPARATORS[0] && bytes[at] <= SEPARATORS[1],
      };
      const last = runs.at(-1);
      if (last && last.chosen === kind.chosen && last.faulty === kind.faulty && last.sign === kind.sign) last.end = at + 1;
      else runs.push({ start: at, end: at + 1, ...kind });
    }
    return runs;
  }

  function piece({ chosen, faulty, sign }, text) {
    const names = [chosen && "ic-selected", faulty && "ic-faulty", sign && "ic-hex-sep"].filter(Boolean);
    return names.length ? h("span", { class: names.join(" ") }, text) : text;
  }

  function click(event) {
    const one = event.target.closest(".ic-hex-row");
    const column = event.target.closest(".ic-hex-bytes, .ic-hex-ascii");
    if (!one || !column || !getSelection().isCollapsed) return;
    const box = column.getBoundingClientRect();
    const signs = column.textContent.length;
    const sign = Math.floor(((event.clientX - box.left) / box.width) * signs);
    const place = column.className === "ic-hex-bytes" ? Math.floor(sign / 3) : sign;
    pick(Number(one.dataset.start) + place);
  }

  function show(part) {
    marked = { offset: part.offset, length: part.length };
    reach();
    draw();
  }

  /** Scroll so that the marked run is seen from its first byte on. */
  function reach() {
    if (!high) return;
    const top = Math.floor(marked.offset / wide) * high;
    const end = Math.ceil((marked.offset + Math.max(1, marked.length)) / wide) * high;
    const { scrollTop, clientHeight } = element;
    if (top >= scrollTop && (end <= scrollTop + clientHeight || top < scrollTop + clientHeight / 2)) return;
    element.scrollTop = Math.max(0, top - high);
  }
}

function ascii(bytes) {
  return Array.from(bytes, (byte) => (byte >= PLAIN.first && byte <= PLAIN.last ? String.fromCharCode(byte) : "·")).join("");
}
