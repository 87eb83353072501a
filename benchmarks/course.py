"""The course's own figures, each beside a floor measured in the same run, as ratios of medians.

    python benchmarks/course.py bookings     simulated bookings a second, and memory, against writing JSON lines
    python benchmarks/course.py build        building the book, against a stock book of one page
    python benchmarks/course.py lessons      nbval over the lessons, against running them without comparing
    python benchmarks/course.py              all three

Times are of the machine at hand: quote the ratios.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent


def timed(run: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def paired(name: str, subject: Callable[[], object], floor: Callable[[], object], runs: int, per: int = 1) -> None:
    """Run both in turn, so that a slow moment of the machine falls on both; print medians and their ratio."""
    pairs = [(timed(subject), timed(floor)) for _ in range(runs)]
    mine, other = median(a for a, _ in pairs), median(b for _, b in pairs)
    ratio = median(a / b for a, b in pairs)
    each = f", {per / mine:,.0f} a second" if per > 1 else ""
    print(f"{name}: {mine:.2f} s{each}; floor {other:.2f} s; ratio {ratio:.1f}")


def command(*parts: str | Path, cwd: Path = ROOT) -> None:
    """Run a program quietly; a failure stops the benchmark."""
    subprocess.run([str(part) for part in parts], cwd=cwd, check=True, capture_output=True)


def bookings() -> None:
    """Simulation against writing the same number of JSON lines."""
    from interop_course.process import simulate

    count = 2000
    lines = [{"n": e.n, "at": e.at.isoformat(), "what": e.signal} for j in simulate(5, 1) for e in j.entries] * (
        count // 5
    )
    paired(
        "bookings, journals only",
        lambda: [None for _ in simulate(count, 1)],
        lambda: list(map(json.dumps, lines)),
        5,
        count,
    )
    few = 300
    paired(
        "bookings, every byte written",
        lambda: [j.digest for j in simulate(few, 1)],
        lambda: list(map(json.dumps, lines[: len(lines) * few // count])),
        5,
        few,
    )
    small, large = (peak(n) for n in (1_000, 20_000))
    print(f"peak memory: {small:.0f} MB for 1,000 bookings, {large:.0f} MB for 20,000; ratio {large / small:.2f}")


def peak(count: int) -> float:
    """Peak memory in MB of a process that streams so many bookings."""
    code = f"from interop_course.process import simulate\nfor _ in simulate({count}, 1): pass\nimport resource\n"
    code += "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    return int(out) / (1024 * 1024 if sys.platform == "darwin" else 1024)


def build() -> None:
    """The book, cold and unchanged, against a stock book of one page."""
    with tempfile.TemporaryDirectory() as folder:
        out, stock = Path(folder, "out"), Path(folder, "stock")
        stock.mkdir()
        (stock / "index.md").write_text("# One page\n\nA page.\n")
        (stock / "_config.yml").write_text('title: "One page"\n')
        (stock / "_toc.yml").write_text("format: jb-book\nroot: index\n")
        book = BIN / "jupyter-book"

        def course() -> None:
            command(book, "build", ".", "--toc", "book/_toc.yml", "--path-output", out)

        def cold() -> None:
            shutil.rmtree(out, ignore_errors=True)
            course()

        def one_page() -> None:
            shutil.rmtree(stock / "_build", ignore_errors=True)
            command(book, "build", stock)

        paired("book, cold", cold, one_page, 3)
        paired("book, nothing changed", course, one_page, 3)


def lessons() -> None:
    """Validating the lessons against only running them."""
    notebooks = sorted((ROOT / "notebooks").glob("*.ipynb"))

    def run_only() -> None:
        command(BIN / "jupyter", "execute", *notebooks)

    def validate() -> None:
        command(BIN / "python", "-m", "pytest", "-q", "-p", "no:cacheprovider", "--nbval", "notebooks")

    paired(f"nbval over {len(notebooks)} lessons", validate, run_only, 3)


def main() -> None:
    """Run what was asked for, or everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", choices=["bookings", "build", "lessons", []], default=[])
    what = parser.parse_args().what or ["bookings", "build", "lessons"]
    for name in what:
        {"bookings": bookings, "build": build, "lessons": lessons}[name]()


if __name__ == "__main__":
    main()
