"""Every fact of the packet has a place there and a place in the course, and the course says it where it claims to."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pydantic import ValidationError

from interop_course.packet import DOCUMENTS, Fact, all_facts
from interop_course.publish.fact_table import facts as fact_table
from tests.text.sections import Section, all_sections, of_markdown

MOST_WORDS = 30
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
PAGE_NUMBERS = re.compile(r", p\. \d+ \(FOIA \d+\)")
CITED = re.compile(r"\(FOIA (\d+)\)\]\([^)]*packet\.md#([a-z0-9-]+)\)")
WHOLE = all_facts()[0].model_dump()


def faults(fact: Fact, course: dict[str, Section]) -> list[str]:
    """What is wrong with the places that a fact claims: they are not there, cite another page, lack a number."""
    gone = [place for place in fact.taught if place not in course]
    texts = [course[place].text for place in fact.taught if place in course]
    found = [f"{fact.id}: there is no {place}" for place in gone]
    if not texts:
        return found
    pages = {(citation.bates, citation.document.id) for citation in fact.citations}
    if not pages.intersection(cited for text in texts for cited in CITED.findall(text)):
        found.append(f"{fact.id}: none of its places cites {', '.join(fact.cites)}")
    lacking = numbers(fact.statement) - {number for text in texts for number in numbers(text)}
    if lacking:
        found.append(f"{fact.id}: none of its places says {', '.join(sorted(lacking))}")
    return found


def numbers(text: str) -> set[str]:
    """The numbers of a text that have two digits or more, those of page references left out."""
    return {number for number in NUMBER.findall(PAGE_NUMBERS.sub("", text)) if len(number) > 1}


def test_all_563_facts_are_here_in_order_and_no_two_say_the_same() -> None:
    assert [fact.id for fact in all_facts()] == [f"F{number:03d}" for number in range(1, 564)]
    assert len({fact.statement for fact in all_facts()}) == 563


def test_a_fact_is_a_short_sentence() -> None:
    assert [fact.id for fact in all_facts() if len(fact.statement.split()) > MOST_WORDS] == []
    assert [fact.id for fact in all_facts() if not fact.statement.endswith((".", ".)"))] == []


def test_no_fact_names_a_place_twice() -> None:
    for fact in all_facts():
        assert [str(citation) for citation in fact.citations] == list(dict.fromkeys(fact.cites)), fact.id
        assert len(set(fact.taught)) == len(fact.taught), fact.id


def test_the_course_says_every_fact_where_it_claims_to(root: Path) -> None:
    course = all_sections(root)
    assert [fault for fact in all_facts() for fault in faults(fact, course)] == []


def test_facts_come_from_every_document() -> None:
    assert {fact.citations[0].document.id for fact in all_facts()} == {document.id for document in DOCUMENTS}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"cites": ()}, "cites"),
        ({"cites": ("sc-fact-sheet@3",)}, "not on page 3"),
        ({"cites": ("moa/IV.Z@36",)}, "no section"),
        ({"taught": ()}, "taught somewhere, or left out"),
        ({"left_out": "not needed"}, "not both"),
        ({"taught": (), "left_out": " "}, "taught somewhere, or left out"),
        ({"taught": ("book/background",)}, "taught"),
        ({"taught": ("book/background.md#two-systems",)}, "taught"),
        ({"statement": ""}, "statement"),
        ({"id": "F1"}, "id"),
        ({"source": "elsewhere"}, "source"),
    ],
)
def test_a_fact_without_a_place_or_a_disposition_is_refused(change: dict[str, object], fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        Fact.model_validate(WHOLE | change)


def test_a_fact_may_be_left_out_for_a_reason() -> None:
    left = Fact.model_validate(WHOLE | {"taught": (), "left_out": "It is on no desk's way."})
    assert faults(left, {}) == []


@pytest.mark.parametrize(
    ("place", "statement", "fault"),
    [
        ("book/there#here", "Congress gave 1.4 billion.", None),
        ("book/there#gone", "Congress gave 1.4 billion.", "there is no book/there#gone"),
        ("book/nowhere#here", "Congress gave 1.4 billion.", "there is no book/nowhere#here"),
        ("book/there#elsewhere", "Congress gave money.", "none of its places cites sc-fact-sheet@1"),
        ("book/there#below", "Congress gave money.", "none of its places cites sc-fact-sheet@1"),
        ("book/there#here", "Congress gave 1.5 billion.", "none of its places says 1.5"),
        ("book/there#here", "It was in 32 places.", "none of its places says 32"),
    ],
)
def test_each_fault_of_a_place_is_found(place: str, statement: str, fault: str | None) -> None:
    text = (
        "# There\n\n## Here\n\nIt gave 1.4 billion. ([SC fact sheet, p. 1 (FOIA 0117632)](packet.md#sc-fact-sheet))\n"
        "### Below\n\nMoney. ([SC fact sheet, p. 2 (FOIA 0117633)](packet.md#sc-fact-sheet))\n"
        "## Elsewhere\n\nMoney. ([FAQ, p. 14 (FOIA 0117645)](packet.md#faq))\n"
    )
    found = faults(
        Fact.model_validate(WHOLE | {"taught": (place,), "statement": statement}),
        {section.place: section for section in of_markdown("book/there", text)},
    )
    assert found == ([f"F001: {fault}"] if fault else [])


def test_a_section_reaches_to_the_next_heading_of_its_level() -> None:
    text = "# A b\n\none\n\n## C?\n\ntwo\n\n### D\n\nthree\n\n```\n# no heading\n```\n\n## C?\n\nfour\n"
    found = {section.place: section.text for section in of_markdown("book/x", text)}
    assert list(found) == ["book/x#a-b", "book/x#c", "book/x#d", "book/x#c-1"]
    assert "four" in found["book/x#a-b"]
    assert "three" in found["book/x#c"]
    assert "four" not in found["book/x#c"]
    assert "two" not in found["book/x#d"]


def test_the_page_shows_every_fact_with_its_places_under_its_document() -> None:
    text = fact_table()
    under = ""
    shown = {}
    for line in text.splitlines():
        under = line.partition("packet.md#")[2].rstrip(").") if line.startswith("*Cited as:*") else under
        if match := re.match(r"- \[(F\d{3})\]\{#f\d{3}\} ", line):
            shown[match[1]] = under
    assert shown == {fact.id: fact.citations[0].document.id for fact in all_facts()}
    assert text.count("*Taught in:* ") + text.count("*Left out:* ") == len(all_facts())


def test_the_page_says_how_many_facts_there_are(root: Path) -> None:
    assert f"in {len(all_facts())} short facts" in (root / "book" / "facts.md").read_text(encoding="utf-8")


class Anchors(HTMLParser):
    """The ids of a built page, and the places that its links lead to."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.ids.add(named.get("id") or "")
        if tag == "a" and "internal" in (named.get("class") or "").split():
            self.links.add(named.get("href") or "")


def test_in_the_built_book_every_link_of_the_page_arrives(root: Path) -> None:
    built = root / "_build" / "html" / "book" / "facts.html"
    if not built.exists():
        pytest.skip("the book is not built, or was built before there was a page of facts")
    page = Anchors(built)
    assert {fact.anchor for fact in all_facts()} <= page.ids
    links = [link.partition("#") for link in page.links if not link.startswith("#")]
    homes = {name: Anchors(built.parent / name).ids for name in {name for name, _, _ in links}}
    assert [link for link in links if link[2] and link[2] not in homes[link[0]]] == []
    assert len([link for link in links if link[2]]) > len({place for fact in all_facts() for place in fact.taught})
