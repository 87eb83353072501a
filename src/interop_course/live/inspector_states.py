"""The state of an inspector: a message taken apart, every part with its place in the bytes."""

from __future__ import annotations

from typing import Literal

from .states import AnyState, Change, Source, State

Need = Literal["", "mandatory", "optional"]


class Image(State):
    """A synthetic image inside a message.

    Attributes:
        src: the image as a data URI.
        alt: what it shows, for those who do not see it.
        label: what stands beside it.
    """

    src: str
    alt: str
    label: str


class LineState(State):
    """One line of a text, as it stands, and what its labels or its fixed words mean.

    Attributes:
        text: the line.
        meaning: what it means, in plain words; empty where the course knows none.
        personal: whether it says something about a person.
        change: against the message compared with: "new" for a label, "changed" for a value.
        offset: bytes from the start of the message; -1 where the text is not the message's own bytes.
        length: how many bytes the line has.
    """

    text: str
    meaning: str = ""
    personal: bool = False
    change: Change = ""
    offset: int = -1
    length: int = 0


class FieldState(State):
    """One field of a record.

    Attributes:
        tag: record type and field number, such as "2.018".
        mnemonic: its short name; empty where the dictionary has none.
        name: its full name.
        meaning: what it tells, in plain words.
        value: the value, its separators as visible signs; empty where ``lines`` or ``image`` show it.
        size: how many bytes the value has.
        source: where name and meaning come from.
        offset: bytes from the start of the message to the tag.
        length: bytes of tag and value, without the separator after them.
        rule: how long the value may be, in words; empty where nothing is known.
        need: whether a message of this kind must have the field; empty where nothing is known.
        personal: whether it says something about a person.
        change: against the message compared with.
        before: the value in the message compared with, where it differs.
        image: the image in it, or null.
        lines: the lines of a text message that travels inside the field (2.075).
    """

    tag: str
    mnemonic: str
    name: str
    meaning: str
    value: str
    size: int
    source: Source
    offset: int = 0
    length: int = 0
    rule: str = ""
    need: Need = ""
    personal: bool = False
    change: Change = ""
    before: str = ""
    image: Image | None = None
    lines: tuple[LineState, ...] = ()


class RecordState(State):
    """One logical record.

    Attributes:
        type: its type; 0 for bytes that belong to no record.
        name: what it holds, in words.
        length: its bytes, the last separator counted.
        fields: its fields in their order.
        offset: bytes from the start of the message.
    """

    type: int
    name: str
    length: int
    fields: tuple[FieldState, ...]
    offset: int = 0


class Measure(State):
    """A value that a message states and that can be computed: a LEN, or the contents in 1.03.

    Attributes:
        tag: the field that states it.
        record: the position of its record; the first is 0.
        stated: what the message says, separators as visible signs.
        computed: what it should say.
    """

    tag: str
    record: int
    stated: str
    computed: str


class FaultState(State):
    """One thing wrong with a message, and its place.

    Attributes:
        code: the kind of fault.
        severity: an error makes a strict reader refuse or breaks a rule; a remark does not.
        record: the position of the record, the first is 0; null where the whole message is meant.
        field: the tag of the field, which may be the one that is missing; empty where no field is meant.
        offset: bytes from the start of the message.
        length: how many bytes the fault covers; 0 where something is missing.
        found: what stands there.
        expected: what should stand there.
        sentence: what is wrong, in plain words.
        sources: where the rule comes from, and the entry of the register that speaks of it.
    """

    code: str
    severity: Literal["error", "remark"]
    record: int | None
    field: str
    offset: int
    length: int
    found: str
    expected: str
    sentence: str
    sources: tuple[Source, ...] = ()


class MissingState(State):
    """A record, field or line that should have come and did not.

    Attributes:
        name: what is missing, in words.
        value: what was expected.
        tag: of a field its tag; empty otherwise.
        mnemonic: of a field its short name; empty otherwise.
    """

    name: str
    value: str
    tag: str = ""
    mnemonic: str = ""


class UseState(State):
    """What information may be used for and what not, in a few words.

    Attributes:
        of: the information.
        tags: the fields that it holds for; none for the whole message.
        may: what it may be used for.
        not_for: what it may not be used for.
        sources: the pages of the packet that say so.
    """

    of: str
    tags: tuple[str, ...]
    may: str
    not_for: str
    sources: tuple[Source, ...]


class InspectorState(AnyState):
    """A message, taken apart: records and fields for an EBTS message, lines for a text message, neither for an event.

    Attributes:
        widget: says that an inspector draws it.
        kind: which message it is.
        title: its name.
        summary: what it says, in a sentence.
        form: whose form the bytes have, in words.
        banner: says that all of it is synthetic.
        since: the message that changes are counted from; empty where there is none.
        expected: the message that should have come; empty where there is none, and never given with ``since``.
        edited: whether the message was changed on purpose; it is then compared with itself as it was.
        records: its records, for an EBTS message.
        lines: its lines, for a text message.
        text: the whole message with visible separators, images left out.
        size: how many bytes the message has.
        data: the whole message in base64; empty where text and images tell the bytes already.
        measures: what it states and what can be computed.
        faults: what is wrong with it, in the order of their place.
        missing: what should have come and did not.
        uses: what the information in it may be used for.
    """

    widget: Literal["inspector"] = "inspector"
    kind: str
    title: str
    summary: str
    form: str
    banner: str
    since: str = ""
    expected: str = ""
    edited: bool = False
    records: tuple[RecordState, ...] = ()
    lines: tuple[LineState, ...] = ()
    text: str = ""
    size: int = 0
    data: str = ""
    measures: tuple[Measure, ...] = ()
    faults: tuple[FaultState, ...] = ()
    missing: tuple[MissingState, ...] = ()
    uses: tuple[UseState, ...] = ()
