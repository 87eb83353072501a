"""Where a long job is: one line that renews itself on a terminal, a line for each phase elsewhere."""

from __future__ import annotations

import shutil
import sys


class Progress:
    """Tells on standard output how far a job is. `job` stands before every line."""

    def __init__(self, job: str) -> None:
        self._job = job
        self._phase = ""
        self._live = sys.stdout.isatty()

    def at(self, where: str, *, phase: str = "") -> None:
        """Show `where`; off a terminal show only that a new `phase` began."""
        if self._live:
            width = shutil.get_terminal_size().columns - 1
            print(f"\r\x1b[K{self._job}: {where}"[: width + 4], end="", flush=True)
        elif phase != self._phase:
            print(f"{self._job}: {phase}", flush=True)
        self._phase = phase

    def clear(self) -> None:
        """Take the renewing line away, before something else is printed."""
        if self._live:
            print("\r\x1b[K", end="", flush=True)

    def done(self, result: str) -> None:
        """Close the job with a line that stays."""
        self.clear()
        print(f"{self._job}: {result}", flush=True)
