"""What the package knows, as pages of the book: each table is a function that returns MyST Markdown.

The Sphinx extension puts a table into a page where the page says ``{course} NAME``. Anchors are stable, since
lessons link to them: a document's id (``sop-process``), an entry of the register (``c24``), a term
(``term-lesc``).
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from interop_course.messages import Form
from interop_course.packet import (
    DOCUMENTS,
    EBTS,
    GLOSSARY,
    REGISTER,
    SINCE_2010,
    Change,
    Citation,
    Disagreement,
    Document,
    Expansion,
    Importance,
    Section,
    Term,
    bates,
    disagreement,
)
from interop_course.process import FORMS, Shown
from interop_course.publish import door_tables
from interop_course.publish.fact_table import facts
from interop_course.publish.myst_text import cite_link, plain
from interop_course.publish.wire_tables import fault_codes, profiles
from interop_course.wire.facts import FieldFact, all_facts

HIGH_BY_TOPIC: dict[str, tuple[str, ...]] = {
    "Using, keeping and sharing": ("C01", "C02", "C03", "C04", "C05", "C08", "C10", "C12", "C13", "C87"),
    "What a match says, and who may act": ("C14", "C15", "C16", "C23", "C28", "C29"),
    "Detainers": ("C24", "C25", "C26", "C94"),
    "Queries and replies": ("C21", "C22", "C37", "C38", "C40", "C41", "C47", "C74", "C80"),
    "Offense levels": ("C56", "C58"),
    "Complaints": ("C30", "C32", "C82"),
}
"""The entries of high importance, in the order of the page."""

_FORM_LABELS = {
    Form.PACKET: "the packet's",
    Form.EBTS: "EBTS's",
    Form.COURSE: "the course's own",
    Form.NONE: "none",
}
_NUMBER_WORDS = {2: "two", 3: "three", 4: "four"}


def documents() -> str:
    """The documents of the packet, each under its id."""
    return "\n".join(map(_document, DOCUMENTS))


def glossary() -> str:
    """The terms, and the mnemonics of the field dictionary, as lists of definitions under first letters."""
    terms = sorted((*GLOSSARY, *_field_terms()), key=lambda term: term.acronym.lower())
    parts = []
    for letter, terms_of_letter in groupby(terms, key=_first_letter):
        parts.append(f"## {letter}\n")
        parts.extend(map(_term, terms_of_letter))
    return "\n".join(parts)


def disagreements() -> str:
    """The register: what matters most and the printed samples in full, the rest in short."""
    parts = []
    for topic, ids in HIGH_BY_TOPIC.items():
        parts.append(f"## {topic}\n")
        parts.extend(_in_full(disagreement(id)) for id in ids)
    parts.append("## The printed sample messages\n")
    parts.extend(_in_full(entry) for entry in REGISTER if _of_samples(entry))
    parts.append("## All the others, in short\n")
    parts.extend(_in_short(entry) for entry in REGISTER if not _is_high(entry) and not _of_samples(entry))
    return "\n".join(parts)


def since_2010() -> str:
    """What changed after the packet, topic by topic."""
    parts = []
    for topic, changes in groupby(SINCE_2010, key=lambda change: change.topic):
        parts.append(f"## {plain(topic)}\n")
        parts.extend(map(_change, changes))
    return "\n".join(parts)


def messages() -> str:
    """Every message and event that the course shows, step by step, with whose form it has."""
    parts = []
    for step, rows in groupby(FORMS, key=lambda shown: shown.step):
        parts.append(f"## Step {step}\n")
        parts.append("| when | from, to | what | form |\n| --- | --- | --- | --- |")
        parts.extend(map(_shown, rows))
        parts.append("")
    return "\n".join(parts)


TABLES: dict[str, Callable[[], str]] = {
    "documents": documents,
    "glossary": glossary,
    "disagreements": disagreements,
    "since-2010": since_2010,
    "messages": messages,
    "facts": facts,
    "door-requests": door_tables.requests,
    "door-replies": door_tables.replies,
    "door-shapes": door_tables.shapes,
    "fault-codes": fault_codes,
    "profiles": profiles,
}
"""Every table by the name that a page calls it by."""


def _document(document: Document) -> str:
    first, last = document.first_page, document.last_page
    numbers = f"FOIA {bates(first)}" if first == last else f"FOIA {bates(first)} to {bates(last)}"
    lines = [
        f"({document.id})=",
        f"### {plain(document.title)}\n",
        f"{plain(document.about)}\n",
        f"- Cited as: **{plain(document.short)}**",
        f"- Where: {_pages(first, last)} ({numbers})",
        f"- How the page numbers are known: {document.known}",
    ]
    if document.sections:
        lines.append(f"- Its numbered parts: {_sections(document.sections)}")
    return "\n".join(lines) + "\n"


def _sections(sections: tuple[Section, ...]) -> str:
    groups = groupby(sections, key=lambda section: (section.first_page, section.last_page))
    return "; ".join(
        f"{', '.join(plain(section.name) for section in group)} ({_pages(first, last, 'p.', 'pp.')})"
        for (first, last), group in groups
    )


def _pages(first: int, last: int, one: str = "page", many: str = "pages") -> str:
    return f"{one} {first}" if first == last else f"{many} {first} to {last}"


def _field_terms() -> Iterator[Term]:
    """A term for each mnemonic that the field dictionary explains and the packet's glossary does not have."""
    of_the_packet = {term.acronym for term in GLOSSARY}
    facts = sorted(all_facts().values(), key=lambda fact: fact.mnemonic)
    for mnemonic, group in groupby(facts, key=lambda fact: fact.mnemonic):
        if mnemonic in of_the_packet:
            continue
        fields = list(group)
        source = fields[0].source
        yield Term(
            acronym=mnemonic,
            expansions=(
                Expansion(text=fields[0].name, outside=source)
                if source == EBTS
                else Expansion(text=fields[0].name, cites=(source,)),
            ),
            plain=" ".join(_meanings(fields)),
        )


def _meanings(fields: list[FieldFact]) -> Iterator[str]:
    for meaning, group in groupby(fields, key=lambda field: field.meaning):
        tags = [field.tag for field in group]
        yield f"{'Field' if len(tags) == 1 else 'Fields'} {_join(tags)}. {meaning}"


def _first_letter(term: Term) -> str:
    letter = term.acronym[0].upper()
    return letter if letter.isalpha() else "0 to 9"


def _term(term: Term) -> str:
    sentences = [_spelled_out(term.expansions), plain(term.plain)]
    if term.disagreements:
        sentences.append(f"See {_join(_entry_link(id) for id in term.disagreements)}.")
    definition = " ".join(sentence for sentence in sentences if sentence)
    return f"[{plain(term.acronym)}]{{#{term.anchor}}}\n: {definition}\n\n  *Where:* {_where(term)}.\n"


def _spelled_out(expansions: tuple[Expansion, ...]) -> str:
    ways = [f"**{plain(expansion.text)}**" for expansion in expansions]
    if len(ways) < 2:
        return "".join(f"{way}." for way in ways)
    return f"The packet spells it out in {_NUMBER_WORDS[len(ways)]} ways: {_join(ways)}."


def _where(term: Term) -> str:
    meaning = _sources(term.citations, term.outside)
    spelled = [(expansion.text, _sources(expansion.citations, expansion.outside)) for expansion in term.expansions]
    if len(spelled) < 2:
        return "; ".join(dict.fromkeys([source for _, sources in spelled for source in sources] + meaning))
    groups = [*spelled, ("The meaning", meaning)]
    return ". ".join(f"{plain(text)}: {'; '.join(sources)}" for text, sources in groups if sources)


def _sources(citations: Iterable[Citation], outside: str | None) -> list[str]:
    links = [cite_link(citation) for citation in citations]
    return [*links, f"outside the packet, {plain(outside)}"] if outside else links


def _is_high(entry: Disagreement) -> bool:
    return entry.importance is Importance.HIGH


def _of_samples(entry: Disagreement) -> bool:
    return entry.in_samples and not _is_high(entry)


def _in_full(entry: Disagreement) -> str:
    lines = [
        f"({entry.anchor})=",
        f"### {entry.id}. {plain(entry.title)}\n",
        f"*Kind:* {entry.kind.label}. *Where:* {_where_entry(entry)}.\n",
        f"- **One reading.** {plain(entry.reading_1)}",
        f"- **Another reading.** {plain(entry.reading_2)}",
        f"- **Settled.** {plain(entry.settled)}",
        f"- **Open.** {plain(entry.open) or 'Nothing.'}",
        f"- **What the course teaches.** {plain(entry.teach)}",
    ]
    return "\n".join(lines) + "\n"


def _in_short(entry: Disagreement) -> str:
    still_open = f" *Open:* {plain(entry.open)}" if entry.open else ""
    return (
        f"({entry.anchor})=\n**{entry.id}. {plain(entry.title)}** ({entry.kind.label})\\\n"
        f"*Settled:* {plain(entry.settled)}{still_open} *What the course teaches:* {plain(entry.teach)}\\\n"
        f"*Where:* {_where_entry(entry)}.\n"
    )


def _where_entry(entry: Disagreement) -> str:
    return "; ".join(map(cite_link, entry.citations))


def _change(change: Change) -> str:
    known = f"{change.known.label}. {change.note}" if change.note else f"{change.known.label}."
    return (
        f"{plain(change.when)}\n: {plain(change.what)}\n\n"
        f"  *Source:* {plain(change.source)}. *How it is known:* {plain(known)}\n"
    )


def _shown(shown: Shown) -> str:
    way = shown.sender if shown.sender is shown.receiver else f"{shown.sender} to {shown.receiver}"
    return f"| {plain(shown.branch)} | {way} | {plain(shown.title)} | {_FORM_LABELS[shown.form]} |"


def _entry_link(id: str) -> str:
    return f"[{id}](disagreements.md#{disagreement(id).anchor})"


def _join(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
