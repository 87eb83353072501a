"""`final` and `grade`: a final under supervision, from the sealed draw to the roster."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from secrets import randbelow
from typing import TYPE_CHECKING

from .commands import Commands

if TYPE_CHECKING:
    from ..assessment.roster import ItemAnalysis, Row
    from ..assessment.sealing import AnswerKey

MOST_FINALS = 100
CAUTION = (
    "The page holds no key. The questions and their reasons are public all the same, in the lessons and in this "
    "program: during the final, learners have this page open and nothing else."
)


def add(commands: Commands) -> None:
    """Add `final` and `grade`."""
    final = commands.add_parser(
        "final",
        help="the final: its terms, or sealed ones to hand out",
        description=(
            "Without options: the terms of the self-paced final. With --seal: draw a final for a supervised room. "
            "OUTDIR gets two folders. learners/ has a page, which needs no network and holds no key, and the draw; "
            "hand out the page. instructor/ has the answer key; keep it. One digest ties all three and every answer "
            "file."
        ),
        epilog=f"{CAUTION} Example: interop-course final --seal monday --seed 20100301",
    )
    final.add_argument("--seal", type=Path, metavar="OUTDIR", help="write a sealed final and its key to this folder")
    final.add_argument(
        "--seed",
        type=int,
        metavar="S",
        help="what the first is drawn from: the same seed, the same final (default: by chance)",
    )
    final.add_argument(
        "--count", type=int, default=1, metavar="N", help="how many different finals, of seeds S, S + 1 … (default 1)"
    )
    final.set_defaults(run=_final)

    grade = commands.add_parser(
        "grade",
        help="mark the answer files of a sealed final",
        description=(
            "Mark returned answer files with the key that was kept. Prints a line for each learner; --roster and "
            "--items write tables for a spreadsheet: results, and how each question did (difficulty, discrimination, "
            "how often each answer was chosen)."
        ),
        epilog=(
            "Exit status: 0 all marked, 1 some files could not be, 2 the key cannot be used. "
            "Example: interop-course grade monday/instructor/key-1a2b3c4d.json returned/ --roster roster.csv"
        ),
    )
    grade.add_argument("key", type=Path, metavar="KEY", help="the answer key, from the folder instructor/")
    grade.add_argument(
        "answers", type=Path, nargs="+", metavar="ANSWERS", help="answer files, or folders with answer files (*.json)"
    )
    grade.add_argument("--roster", type=Path, metavar="OUT", help="write the results, a line for each learner, as CSV")
    grade.add_argument("--items", type=Path, metavar="OUT", help="write the analysis of the questions as CSV")
    grade.set_defaults(run=_grade)


def _final(args: argparse.Namespace) -> int:
    if args.seal is None:
        from ..assessment.terms import terms

        print("\n".join(terms()))
        return 0
    if not 1 <= args.count <= MOST_FINALS:
        raise ValueError(f"--count is a number from 1 to {MOST_FINALS}, not {args.count}")
    first = randbelow(2**32 - MOST_FINALS) if args.seed is None else args.seed
    for seed in range(first, first + args.count):
        _seal(args.seal, seed)
    print(CAUTION)
    return 0


def _seal(folder: Path, seed: int) -> None:
    from ..assessment.sealing import seal
    from ..widgets.sealed_page import sealed_page
    from .files import write

    sealed, key = seal(seed)
    name = sealed.digest[:8]
    page = folder / "learners" / f"final-{name}.html"
    draw = folder / "learners" / f"draw-{name}.json"
    kept = folder / "instructor" / f"key-{name}.json"
    write(page, sealed_page(sealed).encode())
    write(draw, sealed.to_json().encode())
    write(kept, key.to_json().encode(), private=True)
    print(f"Final {sealed.digest}, {len(sealed.draw)} questions, seed {seed}")
    print(f"  hand out  {page}\n  keep      {kept}")


def _grade(args: argparse.Namespace) -> int:
    from ..assessment.roster import analyse, doubles
    from ..assessment.roster_table import items_csv, roster_csv
    from .files import key_in, write

    key = key_in(args.key)
    rows, problems = _marked(key, _files(args.answers))
    print(f"Final {key.digest}: {len(rows)} answer {'file' if len(rows) == 1 else 'files'} marked.")
    for row in rows:
        print(_line(row))
    for text in doubles(rows):
        print(f"Look at this: {text}.")
    analyses = analyse(key, rows)
    for text in _hard(analyses):
        print(text)
    if args.roster:
        # Excel takes a CSV for UTF-8 only if it begins with this sign.
        write(args.roster, roster_csv(rows).encode("utf-8-sig"))
        print(f"Written: {args.roster}")
    if args.items:
        write(args.items, items_csv(analyses).encode("utf-8-sig"))
        print(f"Written: {args.items}")
    for problem in problems:
        print(f"interop-course: {problem}", file=sys.stderr)
    return 1 if problems or not rows else 0


def _files(named: Iterable[Path]) -> Iterator[Path]:
    for path in named:
        if path.is_dir():
            yield from sorted(path.glob("*.json"))
        else:
            yield path


def _marked(key: AnswerKey, files: Iterable[Path]) -> tuple[list[Row], list[str]]:
    """Every answer file that can be marked, and for each other one a sentence that says why not."""
    from ..assessment import AssessmentError
    from ..assessment.roster import mark
    from .files import record_in

    rows, problems = [], []
    for file in files:
        try:
            rows.append(mark(key, record_in(file), file.name))
        except AssessmentError as error:
            problems.append(f"{file} is not marked. {error}")
    if not rows and not problems:
        problems.append("There is no answer file (*.json) in what you named.")
    return rows, problems


def _line(row: Row) -> str:
    missed = f"; had to be right: {', '.join(row.missed)}" if row.missed else ""
    remarks = f"; {'; '.join(row.remarks)}" if row.remarks else ""
    verdict = "passed" if row.passed else "not passed"
    return f"  {row.name or row.source}: {verdict}, {row.right} of {len(row.rights)}{missed}{remarks}"


def _hard(analyses: Iterable[ItemAnalysis]) -> Iterator[str]:
    """What an instructor should see without a spreadsheet: how many learners the figures rest on, and odd questions."""
    from ..assessment.roster import ENOUGH_LEARNERS

    analyses = tuple(analyses)
    if analyses and analyses[0].n < ENOUGH_LEARNERS:
        yield f"Only {analyses[0].n} marked: below {ENOUGH_LEARNERS}, figures on single questions are mostly chance."
    for each in analyses:
        if each.discrimination is not None and each.discrimination < 0:
            yield f"  {each.item.id}: those who know more were right less often; look at it."
