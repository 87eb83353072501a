"""axe-core on a page of a test: what a machine can find of what would keep people out.

    from tests.accessibility import violations

    assert violations(page) == []                       # the whole page
    assert violations(page, within=".ic-live") == []    # one part of it, where the rest is not the test's own

Every rule of axe runs, its best practices too; a page of a test then needs what any page has: a language, a title, one
`main`, one heading of the first level. A part that is not shown is not looked at: open it first. What axe cannot
decide ("incomplete") is no violation; a contrast that it could not measure is one, because text on an unset ground is
what goes wrong in dark themes.
"""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SCRIPT: str = Axe().axe_script
"""axe-core, to be run in a page."""

_SIGNS_ONLY = {"nonBmp", "shortTextContent"}
"""Why axe does not measure the contrast of an arrow or a single letter; the text beside it is measured."""


def violations(page: Page, within: str | None = None) -> list[str]:
    """Each violation as "rule: what is wrong: where", in the order in which axe reports them."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(SCRIPT)
    found: dict[str, Any] = page.evaluate(
        "within => axe.run(within ?? document, { resultTypes: ['violations', 'incomplete'], preload: false })", within
    )
    unmeasured = [rule for rule in found["incomplete"] if rule["id"] == "color-contrast"]
    return [
        f"{rule['id']}: {node['failureSummary'].splitlines()[-1].strip()}: {' '.join(map(str, node['target']))}"
        for rule in found["violations"] + unmeasured
        for node in rule["nodes"]
        if not _of_signs_only(node)
    ]


def _of_signs_only(node: dict[str, Any]) -> bool:
    checks = [check["data"] for check in node["any"] if isinstance(check["data"], dict)]
    return any(data.get("messageKey") in _SIGNS_ONLY for data in checks)
