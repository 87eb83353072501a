"""Every citation in lessons and pages resolves and is shown by its label, and every link to a page arrives there."""

import re
from pathlib import Path

import pytest

from interop_course.packet import DOCUMENTS, GLOSSARY, REGISTER, cite
from interop_course.publish.tables import TABLES
from tests.text import project_text
from tests.text.sections import sections

LINK = re.compile(r"(?<![\\!])\[([^\]]*)\]\((?!https?:)([^)\s]+)\)")
CALL = re.compile(r"^```\{course\} (\S+)$", re.MULTILINE)
TARGET = re.compile(r"^\(([^)\s]+)\)=$|\]\{#([a-z0-9-]+)\}", re.MULTILINE)
REGISTER_ID = re.compile(r"C\d\d")


def labels() -> dict[str, str]:
    """The document of every label that a citation can have."""
    places = [f"{document.id}@{page}" for document in DOCUMENTS for page in document.pages]
    places += [
        f"{document.id}/{section.name}@{page}"
        for document in DOCUMENTS
        for section in document.sections
        for page in range(section.first_page, section.last_page + 1)
    ]
    return {cite(place).label: cite(place).document.id for place in places}


def faults(text: str, anchors: dict[str, set[str]], known: dict[str, str]) -> list[str]:
    """What is wrong with the links of a text; `anchors` are those of every page by the name of its file."""
    found = []
    for label, target in LINK.findall(text):
        page, _, anchor = target.partition("#")
        name = page.rpartition("/")[2]
        if name and (name not in anchors or (anchor and anchor not in anchors[name])):
            found.append(f"[{label}]({target}) leads nowhere")
        elif name == "packet.md" and "(FOIA" in label and known.get(label) != anchor:
            found.append(f"[{label}]({target}) is no citation of that document")
        elif REGISTER_ID.fullmatch(label) and anchor != label.lower():
            found.append(f"[{label}]({target}) leads to another entry")
    return found


def anchors(root: Path) -> dict[str, set[str]]:
    found = {}
    for page in project_text.pages(root):
        text = project_text.markdown(page)
        shown = "\n".join([text, *(TABLES[name]() for name in CALL.findall(text))])
        slugs = {section.place.partition("#")[2] for section in sections(root, page)}
        found[page.name] = slugs | {first or second for first, second in TARGET.findall(shown)}
    return found


def test_every_link_of_lessons_and_pages_arrives_and_every_citation_is_one(root: Path) -> None:
    known, there = labels(), anchors(root)
    found = [
        f"{page.relative_to(root)}: {fault}"
        for page in project_text.pages(root)
        for fault in faults(project_text.markdown(page), there, known)
    ]
    assert not found, "\n".join(found)


def test_lessons_and_pages_do_cite(root: Path) -> None:
    cited = {page.stem for page in project_text.pages(root) if "(FOIA" in project_text.markdown(page)}
    assert {"step-4-match", "authority", "complaint", "background", "levels", "agreement"} <= cited


def test_the_anchors_are_those_of_headings_and_tables(root: Path) -> None:
    there = anchors(root)
    assert {document.id for document in DOCUMENTS} <= there["packet.md"]
    assert {entry.anchor for entry in REGISTER} <= there["disagreements.md"]
    assert {term.anchor for term in GLOSSARY} <= there["glossary.md"]
    assert {"f001", "f563"} <= there["facts.md"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[FAQ, p. 11 (FOIA 0117642)](../book/packet.md#faq)", None),
        ("[C24](disagreements.md#c24) [Step 4](../notebooks/step.ipynb) [out](https://example.org/x)", None),
        ("[FAQ, p. 11 (FOIA 0117643)](../book/packet.md#faq)", "is no citation"),
        ("[FAQ, p. 13 (FOIA 0117644)](packet.md#faq)", "is no citation"),
        ("[FAQ, p. 11 (FOIA 0117642)](packet.md#nff)", "is no citation"),
        ("[SOP 2.1.9, p. 47 (FOIA 0117678)](packet.md#sop-process)", "is no citation"),
        ("[C24](disagreements.md#c25)", "another entry"),
        ("[C24](disagreements.md#c99)", "leads nowhere"),
        ("[there](nowhere.md)", "leads nowhere"),
    ],
)
def test_a_planted_fault_is_found(text: str, fault: str | None) -> None:
    there = {
        "packet.md": {document.id for document in DOCUMENTS},
        "disagreements.md": {entry.anchor for entry in REGISTER},
        "step.ipynb": set[str](),
    }
    found = faults(text, there, labels())
    assert len(found) == bool(fault)
    assert not fault or fault in found[0]
