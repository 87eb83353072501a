"""`explain` and `cite`: what a field means, and where a citation leads."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from ..packet import PacketError, cite
from ..wire import PROFILES, FieldFact, FieldRule, Profile, Use, lookup
from ..wire.facts import EBTS
from ..wire.validation import allowed_characters
from .commands import Commands

_USES = {
    Use.MANDATORY: "mandatory",
    Use.OPTIONAL: "optional",
    Use.LEFT_OUT: "mandatory; the course's own messages leave it out",
    Use.OPEN: "open",
}


def add(commands: Commands) -> None:
    """Add `explain` and `cite`."""
    explain = commands.add_parser(
        "explain",
        help="what a field of a message means",
        description="Say what a field is, how long it may be, and which messages must have it.",
        epilog="Examples: interop-course explain 2.059; interop-course explain NAM; interop-course explain 10.SRC",
    )
    explain.add_argument("field", metavar="FIELD", help="record and field, such as 2.059, or a mnemonic, such as SRF")
    explain.set_defaults(run=_explain)

    where = commands.add_parser(
        "cite", help="where a citation leads", epilog="Example: interop-course cite sop-process/2.1.4@47"
    )
    where.add_argument("citation", metavar="CITATION", help="document, section and page, for example faq@11")
    where.set_defaults(run=_cite)


def _explain(args: argparse.Namespace) -> int:
    fact = lookup(args.field)
    print(f"{fact.tag} {fact.mnemonic}: {fact.name}\n{fact.meaning}\n")
    for label, value in _rows(fact):
        print(f"  {label:<12}{value}")
    return 0


def _rows(fact: FieldFact) -> Iterator[tuple[str, str]]:
    binary = fact.tag.partition(".")[0] == "4"
    unit = "byte" if "B" in fact.characters else "character"
    yield "Size", _span(fact.least, fact.most, unit)
    yield "Values", _span(*fact.occurs, "value")
    characters = allowed_characters(fact)[1]
    if characters:
        yield "Holds", characters
    yield "Personal", "yes: it says something about a person" if fact.personal else "no"
    for profile in PROFILES.values():
        article, tot = profile.a_tot.split()
        yield f"In {article} {tot}", "in every Type-4 record" if binary and profile.record(4) else _use(fact, profile)
    yield "Source", _label(fact.source)
    if fact.source != EBTS:
        yield "", f"size, values and characters: {EBTS}"


def _use(fact: FieldFact, profile: Profile) -> str:
    type, _, number = fact.tag.partition(".")
    record = profile.record(int(type))
    if record is None:
        return f"no: it has no Type-{type} record"
    rule = record.field(int(number), int(type))
    if rule is None:
        return "not one of its fields" if record.complete else "may be there"
    return f"{_USES[rule.use]}{_details(rule)}"


def _details(rule: FieldRule) -> str:
    details = ""
    if rule.values:
        details += f"; {' or '.join(rule.values)}"
        if rule.values_source != rule.source:
            details += f" ({_label(rule.values_source)})"
    if (rule.fewest, rule.many) != rule.fact.occurs:
        details += f"; {_span(rule.fewest, rule.many, 'value')}"
    if rule.register:
        details += f"; the packet is at odds with itself here (register, {rule.register})"
    return details if rule.source == EBTS else f"{details} ({_label(rule.source)})"


def _span(least: int, most: int | None, unit: str) -> str:
    if most is None:
        return f"{least} {unit}{'' if least == 1 else 's'} or more"
    if least == most:
        return f"{least} {unit}{'' if least == 1 else 's'}"
    return f"{least} to {most:,} {unit}s"


def _label(source: str) -> str:
    try:
        return cite(source).label
    except PacketError:
        return source


def _cite(args: argparse.Namespace) -> int:
    found = cite(args.citation)
    print(f"{found.label}\n{found.document.title}")
    return 0
