"""The live door: one typed request in, one typed reply out, no state. Every host of the course opens this door."""

from __future__ import annotations

from functools import singledispatch

from pydantic import ValidationError

from ..assessment import BANK, grade, instance
from ..messages import Message, parse
from ..process import run
from ..wire import describe
from .editing import edit
from .errors import REFUSED
from .inspecting import inspector_state
from .judging import count, judge, review
from .message_data import MessageData
from .replies import ExplainReply, GradeReply, InspectReply, Refusal, Reply, RunReply
from .requests import REQUEST, ExplainRequest, GradeRequest, InspectRequest, Request, RunRequest
from .walking import stepper_state
from .words import source

LONGEST_REQUEST = 500_000
"""Characters of JSON; more is refused unread."""


def answer(request: Request) -> Reply:
    """Answer a request, as a model, with the reply of the same ``do``. The same request has the same reply.

    What the course refuses (an unknown item, bytes that are no message) is a Refusal; nothing is raised. What a request
    and a reply hold, in which units, and where it comes from, their docstrings say; the book lists them in one table.
    """
    try:
        return _answer(request)
    except ValidationError as error:
        return _refuse_values(error)
    except REFUSED as error:
        return Refusal(error=str(error), hint="Correct the request and ask again.")


def answer_json(text: str) -> str:
    """Answer a request given as JSON text: an object whose ``do`` says which request it is.

    Any text at all has a reply, and the reply is JSON. More than `LONGEST_REQUEST` characters are refused unread.
    """
    return _reply_to(text).model_dump_json()


def _reply_to(text: str) -> Reply:
    if len(text) > LONGEST_REQUEST:
        return Refusal(
            error=f"The request has {len(text):,} characters.", hint=f"Send at most {LONGEST_REQUEST:,} characters."
        )
    try:
        request = REQUEST.validate_json(text)
    except ValidationError as error:
        return _refuse_values(error)
    return answer(request)


def _refuse_values(error: ValidationError) -> Refusal:
    """All faults of a request's values, in one sentence each."""
    faults = error.errors(include_url=False, include_input=False, include_context=False)
    said = [f"{'.'.join(map(str, fault['loc'])) or 'request'}: {fault['msg']}" for fault in faults[:5]]
    return Refusal(
        error=". ".join(said) + ".",
        hint='A request is a JSON object with "do": inspect, edit, run, grade, explain, judge, deadline or review.',
    )


@singledispatch
def _answer(request: Request) -> Reply:
    raise TypeError(f"{type(request).__name__} is no request")


@_answer.register
def _inspect(request: InspectRequest) -> Reply:
    since = _message(request.since) if request.since else None
    expected = _message(request.expected) if request.expected else None
    return InspectReply(state=inspector_state(_message(request.message), since, expected))


@_answer.register
def _run(request: RunRequest) -> Reply:
    journal = run(request.booking, request.setting, request.seed)
    return RunReply(digest=journal.digest, state=stepper_state(journal))


@_answer.register
def _grade(request: GradeRequest) -> Reply:
    return GradeReply(mark=grade(instance(BANK.item(request.item), request.seed), request.given))


@_answer.register
def _explain(request: ExplainRequest) -> Reply:
    fact = describe(request.tag)
    return ExplainReply(
        tag=fact.tag, mnemonic=fact.mnemonic, name=fact.name, size=fact.size, occurrence=fact.occurrence,
        meaning=fact.meaning, personal=fact.personal, source=source(fact.source),
    )  # fmt: skip


_answer.register(edit)
_answer.register(judge)
_answer.register(count)
_answer.register(review)


def _message(data: MessageData) -> Message:
    return parse(data.kind, data.data)
