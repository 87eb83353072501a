"""Acronyms are explained once a page, in running text and nowhere else."""

from docutils import nodes
from docutils.utils import new_document

from interop_course.publish.first_use import AMBIGUOUS, explain


def explained(*blocks: nodes.Node) -> list[nodes.reference]:
    document = new_document("page")
    document.extend(blocks)
    explain(document, "glossary.html")
    return [link for link in document.findall(nodes.reference) if "course-term" in link["classes"]]


def paragraph(text: str) -> nodes.paragraph:
    return nodes.paragraph("", "", nodes.Text(text))


def test_only_the_first_use_is_marked_and_the_words_stay() -> None:
    one, two = paragraph("The LESC answers CJIS."), paragraph("The LESC again, and ICE.")
    links = explained(one, two)
    assert [link.astext() for link in links] == ["LESC", "CJIS", "ICE"]
    assert (one.astext(), two.astext()) == ("The LESC answers CJIS.", "The LESC again, and ICE.")


def test_it_says_the_words_and_leads_to_the_glossary() -> None:
    (link,) = explained(paragraph("An IDR came."))
    assert link["refuri"] == "glossary.html#term-idr"
    (short,) = link.findall(nodes.abbreviation)
    assert short["explanation"] == "IDENT Data Response"


def test_titles_links_and_code_are_left_alone() -> None:
    link = nodes.reference("", "", nodes.Text("FAQ"), refuri="packet.html#faq")
    assert not explained(
        nodes.title("", "", nodes.Text("The IDR")),
        nodes.paragraph("", "", link, nodes.literal("", "IAQ")),
        nodes.literal_block("", "SRE"),
    )


def test_parts_of_words_and_ambiguous_letters_are_left_alone() -> None:
    assert not explained(paragraph("USVISIT0Z, WINTER, IDR/IARs, " + ", ".join(sorted(AMBIGUOUS))))
