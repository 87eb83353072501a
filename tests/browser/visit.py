"""A visit to a page, and all that went wrong on it."""

from typing import Literal

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

Until = Literal["load", "networkidle"]


class Visit:
    """One tab of a browser. `troubles` lists every error and every attempt to reach another origin."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.origin = origin
        self.troubles: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("request", self._request)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._response)
        self.page.on("console", self._console)
        self.page.on("popup", lambda other: self.troubles.append(f"opens another window: {other.url}"))
        self.page.on("pageerror", lambda error: self.troubles.append(f"error on the page: {error}"))

    def open(self, path: str, until: Until = "networkidle") -> Page:
        """Open a page of the origin and wait until it has all it asked for, or only what it names itself ("load")."""
        self.page.goto(self.origin + path, wait_until=until)
        return self.page

    def overflow(self, width: int) -> int:
        """How many pixels the page sticks out sideways in a window of this width."""
        self.page.set_viewport_size({"width": width, "height": 900})
        script = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        return int(self.page.evaluate(script))

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.troubles.append(f"asks another origin: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure == "net::ERR_ABORTED":  # the visitor went on before it came
            return
        self.troubles.append(f"failed: {request.url} ({request.failure})")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.troubles.append(f"{response.status}: {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(f"console {message.type}: {message.text}")
