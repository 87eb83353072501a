"""`verify` and `certificate`: what a learning record is worth, and the paper for it."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from .commands import Commands

if TYPE_CHECKING:
    from ..assessment.final import Result
    from ..assessment.verify import Verification


def add(commands: Commands) -> None:
    """Add `verify` and `certificate`."""
    check = commands.add_parser(
        "verify",
        help="check a learning record again",
        description=(
            "Mark every answer of a learning record again, draw every final again from its seed, and compare. Needs no "
            "network. This shows that a record is consistent; it cannot show who answered."
        ),
        epilog=(
            "Exit status: 0 all of it fits together, 1 something does not, 2 the file is no learning record. "
            "Example: interop-course verify learning-record.json"
        ),
    )
    _add_file(check)
    check.add_argument("--json", action="store_true", help="one JSON object on standard output")
    check.set_defaults(run=_verify)

    paper = commands.add_parser(
        "certificate",
        help="certificate of a passed final",
        description=(
            "Write the certificate of the latest passed final of a learning record. The final is drawn and marked "
            "again first. Without --pdf and --html the certificate is printed as text."
        ),
        epilog=(
            "Exit status: 0 written, 1 no final of the record was passed, 2 the file is no learning record. "
            "Example: interop-course certificate learning-record.json --pdf certificate.pdf"
        ),
    )
    _add_file(paper)
    paper.add_argument("--pdf", type=Path, metavar="OUT", help="write it as a PDF")
    paper.add_argument("--html", type=Path, metavar="OUT", help="write it as a page, which any browser prints")
    paper.set_defaults(run=_certificate)


def _add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        type=Path,
        nargs="?",
        metavar="FILE",
        help="a record saved from a page of the course (default: the record that Jupyter keeps for you)",
    )


def _verify(args: argparse.Namespace) -> int:
    from ..assessment.verify import verify
    from .files import record_in

    record = record_in(args.file)
    found = verify(record, now=datetime.now(UTC))
    print(_as_json(found, record.name) if args.json else "\n".join(_report(found, record.name)))
    return 1 if found.faults else 0


def _report(found: Verification, name: str | None) -> list[str]:
    from ..assessment.hours import in_words
    from ..assessment.verify import CANNOT_PROVE, PROVES

    whole = not found.faults
    return [
        f"Record of {name or 'nobody by name'}, checked with version {found.course} (content {found.content}).",
        f"{found.checked} of {found.answers} answers marked again. Work that it shows: {in_words(found.minutes)}.",
        *(_final(result) for result in found.results),
        *(f"Does not fit: {fault}" for fault in found.faults),
        *(f"Not checked: {text}" for text in found.unchecked),
        "",
        *(
            ["What this shows:", *(f"- {text};" for text in PROVES)]
            if whole
            else ["This record does not fit together."]
        ),
        "What it cannot show:",
        *(f"- {text};" for text in CANNOT_PROVE),
    ]


def _final(result: Result) -> str:
    from ..assessment.hours import in_words

    ended = result.sitting.ended
    on = f"{ended:%Y-%m-%d}" if ended else "open"
    missed = f" Not right, and had to be: {', '.join(result.missed)}." if result.missed else ""
    verdict = "passed" if result.passed else "not passed"
    score = f"{result.right} of {result.of} right, {result.percent} percent, in {in_words(result.minutes)}."
    return f"Final {result.sitting.id}, {on}: {verdict}. {score}{missed}"


def _as_json(found: Verification, name: str | None) -> str:
    from ..assessment.verify import CANNOT_PROVE, PROVES

    finals = [
        {
            "id": result.sitting.id,
            "seed": result.sitting.seed,
            "ended": result.sitting.ended.isoformat() if result.sitting.ended else None,
            "passed": result.passed,
            "right": result.right,
            "of": result.of,
            "percent": result.percent,
            "missed": result.missed,
            "minutes": result.minutes,
            "topics": {line.topic: [line.right, line.of] for line in result.topics},
            "again": {line.objective: line.lesson for line in result.again},
        }
        for result in found.results
    ]
    whole = {
        "name": name,
        "course": found.course,
        "content": found.content,
        "consistent": not found.faults,
        "passed": found.passed and not found.faults,
        "answers": found.answers,
        "checked": found.checked,
        "minutes": found.minutes,
        "finals": finals,
        "faults": found.faults,
        "unchecked": found.unchecked,
        "proves": [] if found.faults else PROVES,
        "cannot_prove": CANNOT_PROVE,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _certificate(args: argparse.Namespace) -> int:
    from ..assessment.certificate import certificate, lines
    from ..assessment.certificate_page import page
    from ..assessment.errors import NotCertifiable
    from .files import record_in, write

    record = record_in(args.file)
    try:
        made = certificate(record)
    except NotCertifiable as error:
        print(f"interop-course: {error}", file=sys.stderr)
        return 1
    if args.html:
        write(args.html, page(made).encode())
        print(f"Written: {args.html}")
    if args.pdf:
        from ..assessment.certificate_pdf import pdf

        write(args.pdf, pdf(made))
        print(f"Written: {args.pdf}")
    if not args.html and not args.pdf:
        said = lines(made)
        facts = (f"{label}: {value}" for label, value in (*said.topics, *said.facts))
        print("\n".join((said.heading, said.holder, said.title, said.score, *facts, said.statement)))
    return 0
