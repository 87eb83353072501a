"""The readability figure counts what it should: words and sentences of prose."""

from pathlib import Path

import pytest

from tests.text.reading import grade, lines, prose


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0.0),
        ("...", 0.0),
        # 6 words, 18 letters, 2 sentences.
        ("The cat sat. The dog ran!", 4.71 * 3 + 0.5 * 3 - 21.43),
        # 4 words, 52 letters, 1 sentence.
        ("Administrative interoperability improves identification.", 4.71 * 52 / 4 + 0.5 * 4 - 21.43),
        # Points of a list are sentences of their own.
        ("- one two\n- six ten\n", 4.71 * 3 + 0.5 * 2 - 21.43),
    ],
)
def test_the_figure_is_the_formulas(text: str, expected: float) -> None:
    assert grade(text) == pytest.approx(expected)


def test_a_longer_sentence_is_harder() -> None:
    assert grade("The cat sat and the dog ran.") > grade("The cat sat. And the dog ran.")


def test_tables_code_headings_and_citations_are_no_prose() -> None:
    text = (
        "# Title\n\nIt stays. ([FAQ, p. 11 (FOIA 0117642)](packet.md#faq); [C24](disagreements.md#c24))\n\n"
        "| a | b |\n| --- | --- |\n\n```{course} facts\n```\n\nSee [the page](x.md)."
    )
    assert prose(text).split() == ["It", "stays.", "See", "the", "page."]


def test_every_lesson_has_its_line(root: Path) -> None:
    found = dict(line.split()[::-1] for line in lines(root))
    assert {"step-1-submission", "complaint", "levels"} <= set(found)
    assert all(float(value) > 0 for name, value in found.items() if name != "facts")
