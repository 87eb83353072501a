"""Each route of the packet as one row: what travels, and what never does."""

from __future__ import annotations

import pytest

from interop_course.messages import ERRT, IAR, IDR, DhsSRE, IdentQuery, Kind
from interop_course.process import SCENARIOS, Event, Party, Signal, scenario

LEA, SIB, WIN, CJIS, IDENT, LESC, ICE = Party
K, E = Kind, Event

TO_CJIS = [(LEA, K.CAR, SIB), (SIB, K.CAR, CJIS)]
IAFIS = [(CJIS, E.IAFIS_DONE, CJIS), (CJIS, K.IAFIS_SRE, SIB), (SIB, K.IAFIS_SRE, LEA)]
FOUND = [(CJIS, K.IDENT_QUERY, IDENT), (IDENT, E.KEPT, IDENT), (IDENT, K.IDR, CJIS)]
NOTHING = [(CJIS, K.IDENT_QUERY, IDENT), (IDENT, E.NOT_KEPT, IDENT), (IDENT, K.IDR, CJIS)]
ASKED = [(CJIS, K.IAQ, LESC), (LESC, K.IAQ_RECEIPT, CJIS), (LESC, K.IAR, CJIS), (LESC, K.IAR, ICE)]
REVIEW = [(ICE, E.REVIEW, ICE)]
REPLY = [(CJIS, K.DHS_SRE, SIB), (SIB, K.DHS_SRE, LEA)]
NO_REPLY = [(CJIS, E.NOT_SENT, CJIS)]
MATCHED = TO_CJIS + IAFIS + FOUND + ASKED + REVIEW
UNMATCHED = TO_CJIS + IAFIS + NOTHING
REFUSED = [(CJIS, E.REJECTED, CJIS), (CJIS, K.ERRT, SIB), (SIB, K.ERRT, LEA)]
BY_CPI = [(LEA, K.CAR, SIB), (SIB, E.KNOWN_HERE, SIB), (SIB, K.CPI, CJIS), *FOUND, *ASKED, *REVIEW, *REPLY]
BY_WIN = [(CJIS, K.DHS_SRE, WIN), (WIN, K.DHS_SRE, SIB), (SIB, K.DHS_SRE, LEA)]

ROUTES: dict[str, list[tuple[Party, Signal, Party]]] = {
    "match": MATCHED + REPLY,
    "no-match": UNMATCHED + REPLY,
    "five-encounters": MATCHED + REPLY,
    "born-here-match": MATCHED + REPLY,
    "nff-first": MATCHED + REPLY,
    "nff-later": BY_CPI,
    "nff-later-old-arrest": BY_CPI,
    "ivf": UNMATCHED + REPLY + [(CJIS, K.IVF_NOTICE, LESC)],
    "ivf-ngi": UNMATCHED
    + REPLY
    + [(CJIS, K.IVF_NOTICE, LESC), (CJIS, K.IVF_NOTICE, SIB), (SIB, K.IVF_NOTICE, LEA)],
    "cannot-receive": MATCHED + NO_REPLY,
    "cannot-receive-no-match": UNMATCHED + NO_REPLY,
    "does-not-route": [*MATCHED, (CJIS, K.DHS_SRE, SIB), (SIB, E.NOT_ROUTED, SIB)],
    "win": MATCHED + BY_WIN,
    "old-arrest": TO_CJIS + IAFIS + REFUSED,
    "amputated": TO_CJIS + IAFIS + REFUSED,
    "civil": [(LEA, K.CIVIL, SIB), (SIB, K.CIVIL, CJIS), *IAFIS, (CJIS, E.NOT_SEARCHED, CJIS)],
    "civil-opm": [
        (LEA, K.CIVIL, CJIS), (CJIS, E.IAFIS_DONE, CJIS), (CJIS, E.UNDESCRIBED, CJIS), *FOUND,
        (CJIS, E.UNDESCRIBED, CJIS),
    ],
    "not-participating": TO_CJIS + IAFIS + [(CJIS, E.NOT_SEARCHED, CJIS)],
    "ngi-no-ndr": MATCHED + NO_REPLY,
    "ngi-ndr-9": MATCHED + REPLY,
    "foreign-birth-query": UNMATCHED + REPLY + [(LEA, K.NAME_QUERY, LESC)],
    "foreign-birth-no-query": UNMATCHED + REPLY,
    "blind-iaq-off": UNMATCHED + REPLY + [(LEA, E.IAQ_OFF, LEA)],
    "blind-iaq-kept": UNMATCHED + REPLY + [(LEA, K.IAQ, LESC), (LESC, E.UNDESCRIBED, LESC)],
    "slow-lesc": MATCHED + REPLY,
    "detainer": MATCHED + REPLY + [(ICE, E.DETAINER, LEA)],
    "interview": MATCHED + REPLY + [(ICE, E.INTERVIEW, LEA)],
}  # fmt: skip


def test_every_scenario_has_a_row() -> None:
    assert set(ROUTES) == set(SCENARIOS)


@pytest.mark.parametrize("name", ROUTES)
def test_route(name: str) -> None:
    journal = scenario(name)
    assert sorted((e.sender, e.signal, e.receiver) for e in journal.entries) == sorted(ROUTES[name])
    assert [e.n for e in journal.entries] == list(range(1, len(journal.entries) + 1))
    assert [e.at for e in journal.entries] == sorted(e.at for e in journal.entries)


@pytest.mark.parametrize("name", ROUTES)
def test_causes_come_before_effects(name: str) -> None:
    """Each line was sent by somebody to whom something had arrived, at that very moment."""
    journal = scenario(name)
    arrivals = {(Party.LEA, journal.booking.booked)}
    for entry in journal.entries:
        assert (entry.sender, entry.sent) in arrivals
        assert entry.sent <= entry.at
        arrivals.add((entry.receiver, entry.at))


def test_the_lesc_answers_both_at_the_same_time() -> None:
    first, second = scenario("match").all(Kind.IAR)
    assert first.at == second.at
    assert first.data == second.data
    assert {first.receiver, second.receiver} == {Party.CJIS, Party.ICE}


def test_steps_three_and_four_exclude_each_other() -> None:
    for name in SCENARIOS:
        steps = {entry.step for entry in scenario(name).entries}
        assert not {3, 4} <= steps, name


@pytest.mark.parametrize("name", ["cannot-receive", "does-not-route", "ngi-no-ndr"])
def test_ice_has_its_copy_although_the_desk_hears_only_iafis(name: str) -> None:
    journal = scenario(name)
    assert [e.kind for e in journal.seen_by(Party.LEA)] == [Kind.IAFIS_SRE]
    assert [e.kind for e in journal.seen_by(Party.ICE)] == [Kind.IAR]


def test_a_cpi_is_searched_with_stored_prints_and_fillers() -> None:
    query = scenario("nff-later").find(Kind.IDENT_QUERY).message
    assert isinstance(query, IdentQuery)
    assert (query.nam, query.dob, query.sex, query.source) == ("CPI,CPI", None, "XX", "master-record")


def test_the_reply_repeats_the_submissions_number_and_name() -> None:
    journal = scenario("match")
    reply = journal.find(Kind.DHS_SRE).message
    assert isinstance(reply, DhsSRE)
    assert reply.tcr == journal.find(Kind.CAR).message.tcn  # type: ignore[union-attr]
    assert reply.nam == journal.booking.nam


def test_five_of_seven_encounters_come_back() -> None:
    reply = scenario("five-encounters").find(Kind.IDR).message
    assert isinstance(reply, IDR)
    assert len(reply.encounters) == 5
    assert len(scenario("five-encounters").booking.on_file.encounters) == 7


@pytest.mark.parametrize(("name", "code"), [("old-arrest", "L0013"), ("amputated", "S0002")])
def test_errors_say_which(name: str, code: str) -> None:
    error = scenario(name).find(Kind.ERRT, Party.LEA).message
    assert isinstance(error, ERRT)
    assert error.code == code


def test_the_answer_is_dated_by_its_query() -> None:
    answer = scenario("match").find(Kind.IAR).message
    assert isinstance(answer, IAR)
    assert answer.query.received == scenario("match").find(Kind.IAQ).sent


@pytest.mark.parametrize("name", ROUTES)
def test_every_message_reads_back_equal(name: str) -> None:
    for entry in scenario(name).entries:
        if entry.message is not None:
            assert type(entry.message).from_bytes(entry.data) == entry.message
