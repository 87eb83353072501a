"""An inspection on a terminal: the records and fields as a tree, then each fault with a caret under its bytes."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from ..messages import IAR, IDR, Told
from ..packet import PacketError, cite
from ..wire import PROFILES, Fault, Field, Severity, UnknownField, describe, glyphs
from ..wire.validation import Located, located
from .inspection import IMAGE, RECORDS, Inspection

ERROR, REMARK = "✗", "!"
TEXT = "2.075"
SHORT = 72
FEW = 12
FEW_NOTICES = 3
MOST_FAULTS = 100
MOST_FIELDS = 300
"""How much is shown unless all is asked for: characters of a value, lines, notices, faults, fields of a record."""


def show(inspection: Inspection, console: Console, *, full: bool) -> None:
    """Print tree, faults and a last line that sums up; `full` cuts no value and no list."""
    console.print(_tree(inspection, full))
    for fault in inspection.faults if full else inspection.faults[:MOST_FAULTS]:
        console.print()
        _fault(inspection, fault, console)
    if not full and len(inspection.faults) > MOST_FAULTS:
        console.print(f"\n… and {len(inspection.faults) - MOST_FAULTS:,} more; --full or --json shows them")
    console.print()
    console.print(_summary(inspection))
    console.print(Text("interop-course explain FIELD says what a field is, such as 2.059 or SRF.", "dim"))


def _tree(inspection: Inspection, full: bool) -> Tree:
    message = inspection.transaction
    profile = PROFILES.get((message.tot or "").strip())
    kind = f"{profile.tot}, {profile.name}" if profile else f"type {_plain(message.tot or 'not stated')}"
    size = f"{len(inspection.data):,} bytes, {_count(len(message.records), 'record')}"
    root = Tree(Text.assemble((inspection.name, "bold"), f": {kind}. {size}."))
    marks: dict[tuple[int | None, str | None], str] = {}
    for fault in inspection.faults:
        spot = (fault.record, fault.field)
        marks[spot] = ERROR if ERROR in (_mark(fault), marks.get(spot)) else REMARK
    for place in located(message):
        branch = root.add(_heading(place, marks.get((place.position, None), "")))
        if place.fields:
            branch.add(_fields(place, marks, full))
        if place.record.type == 2 and inspection.told:
            _add_told(branch, inspection.told, full)
    return root


def _heading(place: Located, mark: str) -> Text:
    record = place.record
    kind = RECORDS.get(record.type, "not met in this course")
    title = f"Type-{record.type}, {kind}" if record.type else kind
    idc = f", IDC {record.idc:02}" if record.idc is not None else ""
    return Text.assemble(
        (f"{mark} " if mark else "", _style(mark)),
        (title, "bold"),
        (f"{idc}: {_count(record.length, 'byte')} from byte {place.offset}", "dim"),
    )


def _fields(place: Located, marks: dict[tuple[int | None, str | None], str], full: bool) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0))
    for each in ("mark", "tag", "mnemonic"):
        table.add_column(each, no_wrap=True)
    table.add_column("value", overflow="fold")
    table.add_column("name", style="dim")
    for _, field in place.fields if full else place.fields[:MOST_FIELDS]:
        mark = marks.get((place.position, field.tag), "")
        mnemonic, name = _named(field)
        table.add_row(
            Text(mark, _style(mark)), Text(field.tag if field.number else "?"), mnemonic, _value(field, full), name
        )
    if not full and len(place.fields) > MOST_FIELDS:
        table.add_row("", "…", "", Text(f"{len(place.fields) - MOST_FIELDS:,} more fields; --full shows them"), "")
    return table


def _named(field: Field) -> tuple[Text, Text]:
    try:
        fact = describe(field.tag)
    except UnknownField:
        return Text("", "bold"), Text("not in the dictionary")
    return Text(fact.mnemonic, "bold"), Text(fact.name + (" (personal)" if fact.personal else ""))


def _value(field: Field, full: bool) -> Text:
    if field.number == IMAGE:
        return Text(f"(image, {_count(len(field.value), 'byte')})", "italic")
    if field.tag == TEXT and not full:
        lines = len(field.value.splitlines())
        return Text(f"(text, {_count(lines, 'line')}, {_count(len(field.value), 'byte')}: see below)", "italic")
    value = field.value.lstrip(b" ")
    shown = "␠" * (len(field.value) - len(value)) + glyphs(value).replace("\n", "␊\n" if full else "␊")
    if full or len(shown) <= SHORT:
        return Text(shown)
    return Text.assemble(shown[:SHORT], (f"… ({len(shown) - SHORT:,} more)", "dim"))


def _add_told(branch: Tree, told: Told, full: bool) -> None:
    node = branch.add(Text(f"{TEXT} tells", "bold"))
    if told.idr:
        _add_idr(node, told.idr)
    if told.iar:
        _add_iar(node, told.iar)
    elif told.query:
        node.add(Text(f"IAQ: a query to the LESC about {told.query.nam}; the answer to it cannot be read"))
    for problem in told.problems:
        node.add(Text(_plain(problem)))
    if told.notices:
        title = f"Above the verdict, {_count(len(told.notices), 'line')} of notices, kept as text"
        _add_lines(node, title, told.notices, len(told.notices) if full else FEW_NOTICES)
    if told.unread:
        title = f"Kept as text, {_count(len(told.unread), 'line')} that the course does not take apart"
        _add_lines(node, title, told.unread, len(told.unread) if full else FEW)


def _add_idr(node: Tree, idr: IDR) -> None:
    verdict = f"a match, {_count(len(idr.encounters), 'encounter')}, newest first" if idr.match else "no match"
    under = node.add(Text(f"IDR (IDENT Data Response): {verdict}"))
    for each in idr.encounters:
        photo = ", photo attached" if each.photo else ""
        under.add(Text(f"EID {each.eid}: {each.nam}, born {each.dob.isoformat()} in {each.pob}, sex {each.sex}{photo}"))


def _add_iar(node: Tree, iar: IAR) -> None:
    under = node.add(Text("IAR (Immigration Alien Response): the answer to a query, with the query above it"))
    under.add(Text(f"Query received {iar.query.received:%Y-%m-%d %H:%M:%S}, about {iar.query.nam}"))
    under.add(Text(f"Status reported: {iar.status.line}"))
    under.add(Text(f"The LESC's number for the query: {iar.query_id}"))
    under.add(Text(f"Record that appears to relate: {iar.nam}, born {iar.dob.isoformat()} in {_plain(iar.pob)}"))


def _add_lines(node: Tree, title: str, lines: Sequence[str], most: int) -> None:
    under = node.add(Text(title))
    for line in lines[:most]:
        under.add(Text(_plain(line), "dim"))
    if len(lines) > most:
        under.add(Text(f"… and {len(lines) - most:,} more; --full shows them", "dim italic"))


def _fault(inspection: Inspection, fault: Fault, console: Console) -> None:
    mark = _mark(fault)
    where = [f"byte {fault.offset}"]
    if fault.field:
        where.append(f"field {fault.field}")
    elif fault.record is not None:
        type = inspection.transaction.records[fault.record].type if inspection.transaction.records else 0
        where.append(f"Type-{type} record" if type else "no record")
    code = (f" ({fault.code})", "dim")
    console.print(Text.assemble((f"{mark} {fault.severity}", _style(mark)), f" at {', '.join(where)}", code))
    console.print(Text(f"  {_plain(fault.sentence)}"), soft_wrap=True)
    for shown in inspection.excerpt(fault):
        console.print(Text("    " + shown), soft_wrap=True)
    if fault.source:
        console.print(Text(f"  Rule: {_source(fault.source)}", "dim"), soft_wrap=True)


def _summary(inspection: Inspection) -> Text:
    counted = f"{_count(inspection.errors, 'error')} ({ERROR}), {_count(inspection.remarks, 'remark')} ({REMARK})."
    if not inspection.usable:
        said = " No record could be read: this is no message in traditional encoding."
    elif inspection.refused:
        said = " A strict reader refuses this message."
    elif inspection.errors:
        said = " It can be read, but it is not what its type must be."
    else:
        said = " A strict reader accepts this message."
    return Text.assemble((counted, "bold"), said)


def _source(text: str) -> str:
    try:
        return cite(text).label
    except PacketError:
        return text


def _mark(fault: Fault) -> str:
    return ERROR if fault.severity is Severity.ERROR else REMARK


def _style(mark: str) -> str:
    return {ERROR: "bold red", REMARK: "yellow"}.get(mark, "")


def _plain(text: str) -> str:
    """Text from a message, with what a terminal might act on made visible."""
    return glyphs(text.encode("utf-8", "backslashreplace")).replace("\n", "␊")


def _count(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
