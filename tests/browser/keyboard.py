"""A visitor with a keyboard alone: after every key the focus is on the page, in sight, and shown."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

# What a key can reach is marked by an outline on itself, on what stands for it (the label of a radio button, the line
# of a branch in a tree), or by a caret in a box to write in, which has a border as well.
LOST = """() => {
  const focus = document.activeElement;
  if (!focus || focus === document.body) return "the focus is nowhere";
  const name = `<${focus.localName}> ${(focus.innerText || focus.ariaLabel || focus.name || "").trim().slice(0, 40)}`;
  const outlined = (each) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  const shown = [focus, focus.closest("label"), ...focus.children].filter(Boolean).find(outlined);
  if (!shown) return `the focus is not shown: ${name}`;
  const box = shown.getBoundingClientRect();
  const seen = box.width > 1 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  if (!seen) return `the focus is out of sight: ${name}`;
  const across = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
  const down = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
  const top = document.elementFromPoint(across, down);
  const cover = top?.closest(".bd-header-article, .bd-sidebar-primary, dialog");
  return cover && !cover.contains(focus) ? `the focus is covered: ${name}` : "";
}"""
MARK = "() => { const was = window.walked; window.walked = document.activeElement; return was !== window.walked; }"

PATIENCE = 6


class Keys:
    """Keys pressed on a page, each followed by a look at where the focus went."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
            assert not (lost := self._lost()), f"after {key}: {lost}"

    def _lost(self) -> str:
        """Why the focus cannot be seen, or nothing. Scrolling may take a moment."""
        for _ in range(PATIENCE):
            lost = str(self.page.evaluate(LOST))
            if not lost:
                break
            self.page.wait_for_timeout(50)
        return lost

    def to(self, place: Locator, limit: int = 150, key: str = "Tab") -> int:
        """Walk with Tab until this has the focus; return how many keys that took. Each key has to lead on."""
        for pressed in range(1, limit + 1):
            self.page.evaluate(MARK)
            self.press(key)
            assert self.page.evaluate(MARK), f"the focus is trapped: {key} does not lead on"
            if place.evaluate("place => place === document.activeElement"):
                return pressed
        raise AssertionError(f"not reached with {limit} times {key}: {place}")

    def follow(self, link: Locator, page: str) -> None:
        """Walk to a link, press Enter, and be where it leads."""
        self.to(link)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(f"**/{page}")
        expect(self.page.locator("article h1")).to_be_visible()
