"""Draw the picture of the course that README shows: a lesson of the built book, in a browser of this machine.

    .venv/bin/python tools/picture.py

Needs a built book (`make course`, or `interop-course site`) and a browser that `tools/browser.py` finds.
"""

from pathlib import Path

import browser
from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
LESSON = ROOT / "_build" / "html" / "notebooks" / "step-4-match.html"
PICTURE = ROOT / "docs" / "course.png"
SIZE = {"width": 1366, "height": 820}


def main() -> None:
    """Open the lesson, walk two steps, and keep what is on the screen, in few colours so that the file stays small."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.find(), args=["--no-sandbox", "--disable-gpu"])
        page = chromium.new_page(viewport=SIZE, color_scheme="light")
        page.goto(LESSON.as_uri())
        stepper = page.locator(".ic-live").first
        stepper.get_by_role("button", name="Next").click()
        stepper.evaluate("element => scrollTo(0, element.getBoundingClientRect().top + scrollY - 60)")
        page.screenshot(path=PICTURE)
        chromium.close()
    Image.open(PICTURE).convert("RGB").quantize(64).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
