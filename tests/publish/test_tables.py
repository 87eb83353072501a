"""The tables are MyST that says what the data says, with every anchor in place and every link leading somewhere."""

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from interop_course.packet import DOCUMENTS, GLOSSARY, REGISTER, SINCE_2010, Importance, cite
from interop_course.process import FORMS
from interop_course.publish.tables import HIGH_BY_TOPIC, TABLES, plain
from interop_course.wire.facts import all_facts

BOOK = Path(__file__).parents[2] / "book"
TARGET = re.compile(r"^\(([^)\s]+)\)=$", re.MULTILINE)
INLINE_TARGET = re.compile(r"^\[.+\]\{#([a-z0-9-]+)\}$", re.MULTILINE)
LINK = re.compile(r"(?<!\\)\[((?:\\.|[^\]\\])+)\]\(([^)]*)\)")
CALL = re.compile(r"^```\{course\} (\S+)$", re.MULTILINE)


def anchors(name: str) -> list[str]:
    text = TABLES[name]()
    return TARGET.findall(text) + INLINE_TARGET.findall(text)


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_table_says_the_same_each_time_and_ends_with_a_line(name: str) -> None:
    assert TABLES[name]() == TABLES[name]()
    assert TABLES[name]().endswith("\n")


def test_anchors_are_the_ones_that_lessons_link_to() -> None:
    assert anchors("documents") == [document.id for document in DOCUMENTS]
    assert sorted(anchors("disagreements")) == [entry.anchor for entry in REGISTER]
    assert {entry.anchor for entry in GLOSSARY} < set(anchors("glossary"))


def test_no_anchor_is_given_twice_in_the_book() -> None:
    every = [anchor for name in TABLES for anchor in anchors(name)]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_link_leads_to_an_anchor_of_another_table(name: str) -> None:
    here = [anchor for each in TABLES for anchor in anchors(each)]
    homes = {"packet.md": anchors("documents"), "disagreements.md": anchors("disagreements"), "": here}
    for label, target in LINK.findall(TABLES[name]()):
        page, _, anchor = target.partition("#")
        assert anchor in homes[page], (label, target)


def test_a_citation_is_shown_by_its_label() -> None:
    shown = {label for _, label in _citation_links()}
    assert plain(cite("sop-ice-actions/3.2.4@51").label) in shown
    labels = {(citation.document.id, plain(citation.label)) for entry in REGISTER for citation in entry.citations}
    assert labels == set(_citation_links())


def _citation_links() -> list[tuple[str, str]]:
    links = LINK.findall(TABLES["disagreements"]())
    return [(target.partition("#")[2], label) for label, target in links if target.startswith("packet.md")]


def test_every_entry_of_high_importance_is_shown_in_full_under_one_topic() -> None:
    by_topic = [id for ids in HIGH_BY_TOPIC.values() for id in ids]
    high = [entry.id for entry in REGISTER if entry.importance is Importance.HIGH]
    assert sorted(by_topic) == high


@pytest.mark.parametrize("entry", REGISTER, ids=lambda entry: entry.id)
def test_an_entry_shows_what_its_place_on_the_page_promises(entry) -> None:  # type: ignore[no-untyped-def]
    text = _entry_text(entry.anchor)
    in_full = entry.importance is Importance.HIGH or entry.in_samples
    assert (plain(entry.reading_1) in text) is in_full
    assert (plain(entry.reading_2) in text) is in_full
    for part in (entry.title, entry.settled, entry.open, entry.teach, entry.kind.label):
        assert plain(part) in text


def _entry_text(anchor: str) -> str:
    after = TABLES["disagreements"]().partition(f"({anchor})=\n")[2]
    return re.split(r"^\(c\d\d\)=$", after, maxsplit=1, flags=re.MULTILINE)[0]


def test_a_term_spelled_out_in_several_ways_shows_them_all() -> None:
    text = TABLES["glossary"]()
    assert (
        "three ways: **Criminal Print Identification**, **Criminal Print Ident** and **Criminal Print IDENT**" in text
    )
    for term in GLOSSARY:
        assert all(f"**{plain(expansion.text)}**" in text for expansion in term.expansions)


def test_the_glossary_has_every_mnemonic_of_the_field_dictionary() -> None:
    terms = {f"term-{fact.mnemonic.lower()}" for fact in all_facts().values()}
    assert terms - set(anchors("glossary")) == set()


def test_every_change_since_2010_is_shown_with_date_source_and_certainty() -> None:
    text = TABLES["since-2010"]()
    for change in SINCE_2010:
        after = text.partition(f"{plain(change.when)}\n: {plain(change.what)}\n")[2]
        line = after.lstrip().partition("\n")[0]
        assert plain(change.source) in line
        assert change.known.label in line
        assert plain(change.note) in line


def test_every_message_of_the_process_is_in_the_table_of_forms() -> None:
    lines = TABLES["messages"]().splitlines()
    rows = [line for line in lines if line.startswith("| ") and not line.startswith(("| when", "| ---"))]
    assert len(rows) == len(FORMS)
    assert all(row.count("|") == 5 for row in rows)


def test_plain_text_survives_markdown() -> None:
    texts = [text for entry in REGISTER for text in (entry.title, entry.reading_1, entry.reading_2, entry.teach)]
    for text in [*texts, r"1<US>02 *a* _b_ `c` [d](e) {f}`g` # h | i ~j~ k\l m@n $o$", "**** LINE ****"]:
        tokens = MarkdownIt("commonmark").parse(plain(text))[1].children or []
        assert {token.type for token in tokens} <= {"text", "text_special"}
        assert "".join(token.content for token in tokens) == text


def test_the_pages_of_the_book_call_tables_that_exist_and_each_table_has_a_page() -> None:
    calls = [name for page in BOOK.glob("*.md") for name in CALL.findall(page.read_text(encoding="utf-8"))]
    assert sorted(calls) == sorted(TABLES)


def test_numbers_in_the_prose_are_those_of_the_data() -> None:
    packet = (BOOK / "packet.md").read_text(encoding="utf-8")
    assert f"It holds {len(DOCUMENTS)}\ndocuments" in packet or f"It holds {len(DOCUMENTS)} documents" in packet
    assert f"## The {len(DOCUMENTS)} documents" in packet
    assert cite("sop-process/2.1.4@47").label in packet
    disagreements = (BOOK / "disagreements.md").read_text(encoding="utf-8")
    assert f"For each of {len(REGISTER)} places" in disagreements
