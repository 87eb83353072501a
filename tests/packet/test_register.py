"""The register is complete, cites the packet, and keeps what is settled apart from what is open."""

import pytest
from pydantic import ValidationError

from interop_course.packet import (
    REGISTER,
    Disagreement,
    DisagreementKind,
    Importance,
    UnknownDisagreement,
    disagreement,
)

WHOLE = disagreement("C24").model_dump()


def test_all_94_entries_are_here_in_order() -> None:
    assert [entry.id for entry in REGISTER] == [f"C{number:02d}" for number in range(1, 95)]
    assert len({entry.title for entry in REGISTER}) == 94


def test_every_citation_resolves_and_none_is_given_twice() -> None:
    for entry in REGISTER:
        assert [str(citation) for citation in entry.citations] == list(entry.cites), entry.id
        assert len(set(entry.cites)) == len(entry.cites), entry.id


def test_a_disagreement_between_texts_leaves_something_open() -> None:
    unsure = {DisagreementKind.CONTRADICTION, DisagreementKind.AMBIGUITY}
    assert not [entry.id for entry in REGISTER if entry.kind in unsure and not entry.open]


def test_every_entry_of_high_importance_is_whole() -> None:
    high = [entry for entry in REGISTER if entry.importance is Importance.HIGH]
    assert len(high) == 34
    assert all(entry.settled and entry.open and entry.teach for entry in high)


def test_what_is_settled_is_not_also_open() -> None:
    assert not [entry.id for entry in REGISTER if entry.settled == entry.open]


@pytest.mark.parametrize("text", ["reading_1", "reading_2", "settled", "teach", "title"])
def test_an_entry_without_its_texts_is_refused(text: str) -> None:
    with pytest.raises(ValidationError, match=text):
        Disagreement.model_validate(WHOLE | {text: ""})


@pytest.mark.parametrize("cites", [(), ("faq@99",), ("sop-process/2.2.1@49",)])
def test_an_entry_without_good_citations_is_refused(cites: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError, match="cites"):
        Disagreement.model_validate(WHOLE | {"cites": cites})


def test_texts_are_for_readers_and_not_for_course_makers() -> None:
    for entry in REGISTER:
        for text in (entry.reading_1, entry.reading_2, entry.settled, entry.open, entry.teach):
            assert not text.startswith("Teach"), entry.id
            assert not text or text.endswith((".", "?", ")", "…")), (entry.id, text)


def test_the_samples_are_told_apart() -> None:
    assert disagreement("C66").in_samples
    assert not disagreement("C06").in_samples


def test_an_unknown_entry_names_the_nearest() -> None:
    with pytest.raises(UnknownDisagreement, match=r"no entry 'c24'.*C24") as caught:
        disagreement("c24")
    assert caught.value.nearest[0] == "C24"
