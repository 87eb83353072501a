// The reader's choice of light or dark, before anything is drawn. A private window may refuse the store.
(() => {
  const page = document.documentElement;
  let mode = "auto";
  try {
    mode = localStorage.getItem("mode") ?? "auto";
  } catch {
    // The system's choice holds.
  }
  page.classList.add("js");
  page.dataset.mode = mode;
  page.dataset.theme = mode === "auto" ? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light") : mode;
})();
