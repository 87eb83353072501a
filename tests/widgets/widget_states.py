"""States made by hand, small and complete: what the front end must be able to draw, whatever the course's data say."""

from __future__ import annotations

from interop_course.live.inspector_states import (
    FaultState,
    FieldState,
    Image,
    InspectorState,
    LineState,
    Measure,
    RecordState,
    UseState,
)
from interop_course.live.states import ClockState, EntryState, PartyState, Source, StepperState

FAQ = Source(label="FAQ, p. 11 (FOIA 0117642)", href="packet.html#faq")
SPEC = Source(label="EBTS 9.1 (IAFIS-DOC-01078-9.1)")
REGISTER = Source(label="C38: Where does the four-hour clock start and end?", href="disagreements.html#c38")
PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
HOSTILE = "</script><img src=x onerror=alert(1)> & \"quotes\" 'single' \u2028 <!-- ]]>"


def _placed(records: tuple[RecordState, ...]) -> tuple[RecordState, ...]:
    """The same records with every offset and length as their tags, sizes and separators have them."""
    at, placed = 0, []
    for record in records:
        start, fields = at, []
        for field in record.fields:
            value, lines = at + len(field.tag) + 1, []
            for line in field.lines:
                lines.append(line.model_copy(update={"offset": value, "length": len(line.text)}))
                value += len(line.text) + 1
            length = len(field.tag) + 1 + field.size
            fields.append(field.model_copy(update={"offset": at, "length": length, "lines": tuple(lines)}))
            at += length + 1
        placed.append(record.model_copy(update={"offset": start, "length": at - start, "fields": tuple(fields)}))
    return tuple(placed)


_RECORDS = _placed(
    (
        RecordState(
            type=1,
            name="Header",
            length=0,
            fields=(
                FieldState(
                    tag="1.04",
                    mnemonic="TOT",
                    name="Type of transaction",
                    value="SRE",
                    size=3,
                    source=FAQ,
                    meaning="Says what kind of message this is.",
                ),
                FieldState(
                    tag="1.08",
                    mnemonic="ORI",
                    name="Originating agency",
                    value="USVISIT0Z",
                    size=9,
                    source=FAQ,
                    meaning="Who speaks.",
                    change="changed",
                    before="XAFBI0000",
                ),
            ),
        ),
        RecordState(
            type=2,
            name="Descriptive text",
            length=0,
            fields=(
                FieldState(
                    tag="2.018",
                    mnemonic="NAM",
                    name="Name",
                    value="SAMPLE,ALEX",
                    size=11,
                    source=SPEC,
                    personal=True,
                    meaning="The name given at the booking.",
                ),
                FieldState(
                    tag="2.059",
                    mnemonic="SRF",
                    name="Search results findings",
                    value="I",
                    size=1,
                    source=SPEC,
                    meaning="I: IDENT found a match. N: it found none.",
                    change="new",
                ),
                FieldState(
                    tag="2.073",
                    mnemonic="CRI",
                    name="Controlling agency",
                    value="XA0010000␞XA0000000",
                    size=19,
                    source=SPEC,
                    meaning="Who may receive the answer.",
                    change="new",
                ),
                FieldState(
                    tag="2.075",
                    mnemonic="ERS",
                    name="Electronic rap sheet",
                    value="",
                    size=36,
                    source=FAQ,
                    meaning="Holds the IDR and the IAR as text.",
                    personal=True,
                    change="changed",
                    lines=(
                        LineState(text="------ MATCH ------", meaning="IDENT holds these prints."),
                        LineState(
                            text="EID = 9900000090",
                            personal=True,
                            change="new",
                            meaning="EID: the number of one encounter in IDENT.",
                        ),
                    ),
                ),
                FieldState(
                    tag="10.999",
                    mnemonic="DAT",
                    name="Image data",
                    value="(image, 42 bytes)",
                    size=42,
                    source=SPEC,
                    meaning="The photograph.",
                    personal=True,
                    image=Image(src=PIXEL, alt="Drawn face with the word SYNTHETIC", label="Synthetic photo"),
                ),
            ),
        ),
    )
)

INSPECTOR = InspectorState(
    kind="dhs-sre",
    title="Combined response (DHS SRE)",
    summary="2 records, 412 bytes",
    form="Form: as in the packet's printed sample.",
    banner="Synthetic message — invented person",
    since="the IAFIS response (SRE)",
    records=_RECORDS,
    text="1.04:SRE␝1.08:USVISIT0Z␜2.018:SAMPLE,ALEX␝2.059:I␝2.073:XA0010000␞XA0000000"
    "␝2.075:------ MATCH ------\nEID = 9900000090␝10.999:(image, 42 bytes)␜",
    size=169,
    measures=(Measure(tag="1.01", record=0, stated="160", computed="28"),),
    faults=(
        FaultState(
            code="len-wrong", severity="error", record=1, field="2.059", offset=48, length=1, found="I", expected="J",
            sentence="A fault made by hand, at one byte.", sources=(FAQ,),
        ),
    ),
    uses=(UseState(of="IDR information", tags=("2.075",), may="Some uses.", not_for="Others.", sources=(FAQ,)),),
)  # fmt: skip

TEXT_MESSAGE = InspectorState(
    kind="idr",
    title="IDENT Data Response (IDR)",
    summary="2 lines, 37 bytes",
    form="Form: as in the packet's printed sample.",
    banner="Synthetic message — invented person",
    lines=(
        LineState(text="------ MATCH ------", meaning="IDENT holds these prints.", offset=0, length=19),
        LineState(
            text="EID = 9900000090", personal=True, change="new", meaning="EID: the number of one encounter in IDENT.",
            offset=20, length=16,
        ),
    ),
    text="------ MATCH ------\nEID = 9900000090",
    size=36,
)  # fmt: skip

_WHO = ("LEA", "SIB", "CJIS", "IDENT", "LESC", "ICE")
_LABELS = ("Local agency", "State bureau", "FBI CJIS", "DHS IDENT", "ICE support center", "Local ICE office")
_WAYS = (
    (1, "LEA", "SIB", "CAR", "Prints sent to the bureau"),
    (1, "SIB", "CJIS", "CAR", "Prints sent to IAFIS"),
    (2, "CJIS", "IDENT", "IDENT query", "Prints copied to IDENT"),
    (4, "IDENT", "IDENT", "", "The submission is kept"),
    (4, "IDENT", "CJIS", "IDR", "Match response"),
    (4, "CJIS", "LESC", "IAQ", "Query about the match"),
    (5, "LESC", "CJIS", "IAR", "Answer to CJIS"),
    (5, "LESC", "ICE", "IAR", "The same answer to the local ICE office"),
    (6, "CJIS", "SIB", "DHS SRE", "One combined response"),
    (6, "SIB", "LEA", "DHS SRE", "Passed on to the desk"),
    (7, "ICE", "LEA", "", "ICE asks for an interview"),
)

STEPPER = StepperState(
    title="Journal: match",
    summary="11 entries. The local agency sees 2 messages.",
    parties=tuple(PartyState(id=id, label=f"{label} ({id})") for id, label in zip(_WHO, _LABELS, strict=True)),
    entries=tuple(
        EntryState(
            n=n, step=step, at=f"1 March 2010, 21:{10 + n}", after=f"{n} min after the booking", sender=sender,
            receiver=receiver, message=message, title=title, form="Form: the course's own notation.",
            why="A rule of the process.", sources=(FAQ,), open=(REGISTER,) if n == 6 else (),
            note="Not a detainer." if n == 7 else "", alternative="Step 3 happens instead." if step == 4 else "",
        )
        for n, (step, sender, receiver, message, title) in enumerate(_WAYS, 1)
    ),
    clocks=(
        ClockState(
            label="Match reply", start="CJIS has the prints", end="CJIS sends the reply", limit="4 h",
            elapsed="2 h 5 min", outcome="met", sources=(FAQ,), open=(REGISTER,),
        ),
        ClockState(
            label="LESC answer", start="prints sent", end="CJIS has the answer", limit="4 h",
            elapsed="6 h", outcome="missed", sources=(FAQ,),
        ),
    ),
)  # fmt: skip
