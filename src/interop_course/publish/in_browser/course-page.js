// What stands around the text of a page: light and dark, the two side bars, the search field, where the reader is.
(() => {
  "use strict";
  const WIDE = { primary: "(min-width: 992px)", secondary: "(min-width: 1200px)" };
  const TALL = 220;
  const page = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");

  function setMode(mode) {
    page.dataset.mode = mode;
    page.dataset.theme = mode === "auto" ? (dark.matches ? "dark" : "light") : mode;
    for (const button of document.querySelectorAll(".theme-switch-button")) {
      button.setAttribute("aria-label", `Colours: ${mode === "auto" ? "as the system has them" : mode}`);
    }
    try {
      localStorage.setItem("mode", mode);
    } catch {
      // Without a store the choice holds for this page.
    }
  }

  /** The first press always changes what is seen. */
  function nextMode() {
    const order = dark.matches ? ["auto", "light", "dark"] : ["auto", "dark", "light"];
    setMode(order[(order.indexOf(page.dataset.mode) + 1) % order.length]);
  }

  function themes() {
    setMode(page.dataset.mode ?? "auto");
    dark.addEventListener("change", () => page.dataset.mode === "auto" && setMode("auto"));
    for (const button of document.querySelectorAll(".theme-switch-button")) button.addEventListener("click", nextMode);
  }

  /** On a narrow screen a side bar opens in a dialog; on a wide one the first of them can be put away. */
  function sideBar(which) {
    const bar = document.getElementById(`pst-${which}-sidebar`);
    const dialog = document.getElementById(`pst-${which}-sidebar-modal`);
    const buttons = document.querySelectorAll(`.${which}-toggle`);
    if (!bar || !dialog?.showModal) {
      for (const button of buttons) button.hidden = true;
      return;
    }
    dialog.setAttribute("aria-label", which === "primary" ? "Pages of the course" : "On this page");
    const move = (from, to) => {
      to.append(...from.childNodes);
      to.classList.add(...from.classList);
      from.className = "";
    };
    const close = ({ target }) => (target === dialog || target.closest("a")) && dialog.close();
    dialog.addEventListener("click", close);
    dialog.addEventListener("close", () => move(dialog, bar));
    for (const button of buttons) {
      button.setAttribute("aria-label", which === "primary" ? "Pages of the course" : "On this page");
      button.addEventListener("click", () => {
        if (which === "primary" && matchMedia(WIDE.primary).matches) {
          const away = bar.classList.toggle("pst-sidebar-hidden");
          button.setAttribute("aria-expanded", String(!away));
        } else {
          move(bar, dialog);
          dialog.showModal();
        }
      });
    }
    matchMedia(WIDE[which]).addEventListener("change", () => dialog.open && dialog.close());
  }

  function search() {
    const dialog = document.getElementById("pst-search-dialog");
    if (!dialog?.showModal) return;
    dialog.setAttribute("aria-label", "Search");
    const open = () => {
      if (!dialog.open) dialog.showModal();
      dialog.querySelector("input")?.focus();
    };
    for (const button of document.querySelectorAll(".search-button__button")) button.addEventListener("click", open);
    dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
    addEventListener("keydown", (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      if (dialog.open) dialog.close();
      else open();
    });
    const field = document.querySelector("article form.bd-search input");
    if (!field) return;
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    field.focus();
  }

  /** What scrolls by itself can be reached with the keyboard. */
  function scrolling() {
    const update = () => {
      for (const area of document.querySelectorAll("pre, .cell_output > .output, .pst-scrollable-table-container")) {
        const scrolls = area.scrollWidth > area.clientWidth + 1;
        if (scrolls) area.tabIndex = 0;
        else area.removeAttribute("tabindex");
      }
    };
    update();
    addEventListener("resize", update);
  }

  /** On a phone a table without the room shows its rows as cards, each cell beside the name of its column. */
  function stacking() {
    const narrow = matchMedia("(max-width: 48rem)");
    const tables = [...document.querySelectorAll("table.table")].filter(({ tHead }) => tHead?.querySelector("th"));
    for (const table of tables) {
      const names = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
      const name = (cell, i) => {
        if (i && names[i]) cell.setAttribute("data-column", names[i]);
        cell.classList.toggle("course-blank", !cell.textContent.trim());
      };
      for (const body of table.tBodies) for (const row of body.rows) [...row.cells].forEach(name);
      give(table, "table", "rowgroup", "row", "columnheader", "cell");
    }
    const update = () => {
      for (const table of tables) table.classList.remove("course-stacked");
      const cramped = narrow.matches ? tables.filter(isCramped) : [];
      for (const table of cramped) table.classList.add("course-stacked");
    };
    update();
    addEventListener("resize", update);
  }

  /** It would have to scroll sideways, or its columns are so narrow that a row becomes a tower. */
  function isCramped({ parentElement: frame, rows }) {
    return frame.scrollWidth > frame.clientWidth + 1 || [...rows].some(({ offsetHeight }) => offsetHeight > TALL);
  }

  /** Explicit roles keep a table one for assistive technology when its cells are stacked. */
  function give(table, own, group, line, head, cell) {
    table.setAttribute("role", own);
    for (const each of table.querySelectorAll("thead, tbody")) each.setAttribute("role", group);
    for (const each of table.querySelectorAll("tr")) each.setAttribute("role", line);
    for (const each of table.querySelectorAll("thead th")) each.setAttribute("role", head);
    for (const each of table.querySelectorAll("td")) each.setAttribute("role", cell);
  }

  /** Mark, in the contents of the page, the part that is being read. */
  function reading() {
    const links = new Map();
    for (const link of document.querySelectorAll(".bd-toc-nav a[href^='#']")) {
      const part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (part) links.set(part, link);
    }
    if (!links.size) return;
    const seen = new Set();
    const watch = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) seen[isIntersecting ? "add" : "delete"](target);
        const current = [...links.keys()].filter((part) => seen.has(part)).pop();
        for (const [part, link] of links) {
          link.classList.toggle("active", part === current);
          if (part === current) link.setAttribute("aria-current", "true");
          else link.removeAttribute("aria-current");
        }
      },
      { rootMargin: "-10% 0px -70% 0px" },
    );
    for (const part of links.keys()) watch.observe(part);
  }

  /** The pages can be long: the side bar shows the one that is open. */
  function place() {
    const bar = document.getElementById("pst-primary-sidebar");
    const here = bar?.querySelector(".current > a.current");
    if (here && here.offsetTop > bar.clientHeight * 0.8) bar.scrollTop = here.offsetTop - bar.clientHeight / 3;
  }

  themes();
  sideBar("primary");
  sideBar("secondary");
  search();
  stacking();
  scrolling();
  reading();
  place();
})();
