import pytest

from interop_course.packet import cite
from interop_course.rules import Outcome
from interop_course.rules.replies import (
    CAUSES,
    STATES,
    Contact,
    Question,
    Reply,
    silence_means_no_match,
    tell_apart,
    whom_to_ask,
)
from interop_course.wire import MissingRecord, Record, Transaction, record, transaction


def reply(tot: str, ori: str, *findings: str | None) -> Transaction:
    """A message with one Type-2 record for each finding; None leaves 2.059 out."""
    header = record(1, [(2, "0201"), (4, tot), (5, "20100301"), (7, "XA0010000"), (8, ori), (9, "T1")])
    rest = [
        record(2, [(2, "00"), (18, "SAMPLE,ALEX"), *([] if found is None else [(59, found)])]) for found in findings
    ]
    return transaction(header, *rest)


ROWS = [
    (reply("SRE", "USVISIT0Z", "I"), Reply.DHS_MATCH, "RE-finding", "shared-services@26"),
    (reply("SRE", "USVISIT0Z", "N"), Reply.DHS_NO_MATCH, "RE-finding", "shared-services@26"),
    (reply("SRE", "USVISIT0Z", None), Reply.UNCLEAR, "RE-finding", "shared-services@26"),
    (reply("SRE", "USVISIT0Z", "X"), Reply.UNCLEAR, "RE-finding", "shared-services@26"),
    (reply("SRE", "USVISIT0Z"), Reply.UNCLEAR, "RE-finding", "shared-services@26"),
    (reply("SRE", "USVISIT0Z", "I", "N"), Reply.UNCLEAR, "RE-finding", "shared-services@26"),
    (reply("SRE", "XAIAFIS0Z", "I"), Reply.IAFIS, "RE-same-type", "sample-match@27"),
    (reply("SRE", "XAIAFIS0Z", "N"), Reply.IAFIS, "RE-origin", "shared-services@26"),
    (reply("ERRT", "USVISIT0Z", None), Reply.ERROR, "RE-error", "sample-errors@31"),
    (reply("CAR", "XA0010000", None), Reply.UNCLEAR, "RE-same-type", "sample-no-match@30"),
]


@pytest.mark.parametrize(("message", "outcome", "rule", "source"), ROWS)
def test_a_reply_is_told_by_its_fields(message: Transaction, outcome: Reply, rule: str, source: str) -> None:
    decision = tell_apart(message)
    assert decision.outcome is outcome
    (found,) = (each for each in decision.rules if each.id == rule)
    assert cite(source) in found.cites


@pytest.mark.parametrize(("message", "_outcome", "_rule", "_source"), ROWS)
def test_every_answer_warns_that_a_state_may_change_a_reply(
    message: Transaction, _outcome: Reply, _rule: str, _source: str
) -> None:
    assert "RE-altered" in tell_apart(message).rule_ids


def test_a_message_without_a_header_is_refused() -> None:
    with pytest.raises(MissingRecord):
        tell_apart(Transaction((Record(2, b"2.001:10\x1c"),)))


def test_silence_shows_nothing_and_has_many_causes() -> None:
    decision = silence_means_no_match()
    assert decision.outcome is Outcome.NO
    assert decision.rule_ids[0] == "RE-silence"
    assert set(decision.rules[1:]) == set(CAUSES)
    assert {"C40", "C41"} <= set(decision.register)
    assert {cite("process-flow/step 3@19"), cite("faq@10"), cite("moa/IV.B@36")} <= set(decision.cites)


@pytest.mark.parametrize(
    ("question", "contact", "source"),
    [
        (Question.PHOTO_USE, Contact.AFIS, "idr-policy@58"),
        (Question.IDR, Contact.NOT_SAID, "faq@11"),
        (Question.IDR, Contact.NOT_SAID, "idr-overview@24"),
        (Question.IAFIS_REPLY, Contact.CJIS, "idr-overview@24"),
        (Question.VISA_RECORD, Contact.STATE_DEPARTMENT, "sample-match@27"),
        (Question.LEGAL_STATUS, Contact.DHS, "sample-match@28"),
    ],
)
def test_a_question_has_its_address(question: Question, contact: Contact, source: str) -> None:
    decision = whom_to_ask(question)
    assert decision.outcome is contact
    assert cite(source) in decision.cites
    assert decision.register == ("C80",)


@pytest.mark.parametrize("question", Question)
def test_every_question_is_answered(question: Question) -> None:
    assert whom_to_ask(question).rules


@pytest.mark.parametrize(
    ("state", "word"), [("North Carolina", "transaction number"), ("Florida", "identification number")]
)
def test_two_states_tie_replies_to_submissions_in_their_own_ways(state: str, word: str) -> None:
    assert word in STATES[state].text
    assert cite("nff@21") in STATES[state].cites
