"""What the wire package checks, as a page: every kind of fault, and every rule of every profile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from interop_course.packet import EBTS, cite, disagreement
from interop_course.publish.myst_text import cite_link, plain
from interop_course.wire import PROFILES, Code, FieldRule, Profile, RecordRule, Use
from interop_course.wire.sentences import SENTENCES

_USES = {Use.MANDATORY: "M", Use.OPTIONAL: "O", Use.LEFT_OUT: "M, left out here", Use.OPEN: "open"}


def fault_codes() -> str:
    """Every fault code with its severity and its sentence: those of reading, then those of validation."""
    parts = []
    for title, of_reading in (("Found by reading", True), ("Found by validation", False)):
        codes = [code for code in Code if code.is_of_reading is of_reading]
        parts.append(f"### {title}\n\n| code | severity | what it says |\n| --- | --- | --- |")
        parts += [f"| `{code}` | {code.severity} | {plain(SENTENCES[code])} |" for code in codes]
        parts.append("")
    return "\n".join(parts)


def profiles() -> str:
    """Every profile: how many records of which type, then the fields of each record."""
    return "\n".join(line for profile in PROFILES.values() for line in _profile(profile))


def _profile(profile: Profile) -> Iterator[str]:
    yield f"(profile-{profile.tot.lower()})=\n### {profile.tot}: {plain(profile.name)}\n"
    yield "| records | how many | fields besides those below | source |\n| --- | --- | --- | --- |"
    for rule in profile.records:
        others = "a remark" if rule.complete else "let pass"
        yield f"| {_types(rule)} | {_span(rule.least, rule.most)} | {others} | {_source(rule.source)} |"
    yield ""
    yield "| field | name | use | characters | values | allowed | source |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for rule in profile.records:
        yield from map(_field, rule.fields)
    yield ""


def _types(rule: RecordRule) -> str:
    return " or ".join(f"Type-{type}" for type in rule.types)


def _field(rule: FieldRule) -> str:
    fact = rule.fact
    allowed = ["a day, as 20100301"] if rule.date else []
    allowed += [", ".join(f"`{value}`" for value in rule.values)] if rule.values else []
    sources = dict.fromkeys([rule.source, *([rule.values_source] if rule.values else [])])
    cells = (
        f"{fact.tag} {fact.mnemonic}",
        plain(fact.name),
        _use(rule),
        _span(rule.least, rule.most),
        _span(rule.fewest, rule.many),
        "; ".join(allowed),
        "; ".join(map(_source, sources)),
    )
    return _row(cells)


def _use(rule: FieldRule) -> str:
    entry = f" ([{rule.register}](disagreements.md#{disagreement(rule.register).anchor}))" if rule.register else ""
    return f"{_USES[rule.use]}{entry}"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _span(least: int, most: int | None) -> str:
    """Bounds in words: "3 to 30", "1 or more", "8"."""
    if most is None:
        return f"{least:,} or more"
    return f"{least:,}" if least == most else f"{least:,} to {most:,}"


def _source(source: str) -> str:
    """A citation as a link; the specification by its short name, since the page gives the full one once."""
    return "EBTS" if source == EBTS else cite_link(cite(source))
