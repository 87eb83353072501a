"""The tables of the live door, of fault codes and of profiles list everything there is, and say what it means."""

import re
from typing import Annotated, Any, get_args

import pytest
from pydantic import BaseModel, Field

from interop_course.live import Reply, Request, answer_json
from interop_course.publish import door_tables, wire_tables
from interop_course.publish.door_tables import parts, words
from interop_course.publish.myst_text import plain
from interop_course.wire import PROFILES, Code, Use
from interop_course.wire.sentences import SENTENCES

REQUESTS, REPLIES = get_args(Request), get_args(Reply)
WITHOUT_WORDS = {"do", "op", "ok"}


def section(text: str, model: type[BaseModel]) -> str:
    """The part of a table that is about a model."""
    return text.partition(f"(door-{model.__name__.lower()})=\n")[2].partition("\n(door-")[0]


def names(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


@pytest.mark.parametrize(
    ("table", "models"),
    [
        (door_tables.requests, REQUESTS),
        (door_tables.replies, REPLIES),
        (door_tables.shapes, {*parts(REQUESTS), *parts(REPLIES)}),
    ],
)
def test_every_model_has_its_table_and_every_field_its_row_with_a_meaning(table: Any, models: Any) -> None:
    text = table()
    assert len(re.findall(r"^\(door-", text, re.MULTILINE)) == len(models)
    for model in models:
        part = section(text, model)
        rows = re.findall(r"^\| `(\w+)` \|.*\| (.*?) \|$", part, re.MULTILINE)
        assert [name for name, _ in rows] == names(model), model
        assert all(meaning for _, meaning in rows), model
        assert part.startswith(f"### {model.__name__}\n\n"), model


def test_every_word_on_a_field_is_about_a_field_that_there_is() -> None:
    for model in {*REQUESTS, *REPLIES, *parts(REQUESTS), *parts(REPLIES)}:
        assert set(words(model).meanings) <= set(model.model_fields), model
        assert set(model.model_fields) - set(words(model).meanings) <= WITHOUT_WORDS, model


@pytest.mark.parametrize("model", REQUESTS)
def test_a_request_says_its_reply_what_is_refused_and_the_source(model: type[BaseModel]) -> None:
    part = section(door_tables.requests(), model)
    reply = f"{model.__name__.removesuffix('Request')}Reply"
    assert f"**Reply:** [{reply}](#door-{reply.lower()}), or [Refusal](#door-refusal)." in part
    assert "\n**Refused:** " in part
    assert "\n**Source:** " in part


def test_what_the_tables_call_needed_is_needed() -> None:
    for model in REQUESTS:
        part = section(door_tables.requests(), model)
        needed = re.findall(r"^\| `(\w+)` \|.*\| needed \|", part, re.MULTILINE)
        do = model.model_fields["do"].default
        missing = set(re.findall(rf"{do}\.(\w+): Field required", answer_json(f'{{"do": "{do}"}}')))
        assert set(needed) - {"do"} == missing, model


class Inner(BaseModel):
    """What is inside.

    Attributes:
        size: in bytes, a
            number.
        low, high: bounds.
    """

    size: int
    low: int
    high: int


class Outer(BaseModel):
    """What is *outside*.

    More of it, with ``code|``.

    Attributes:
        text: some text.
        inner: what is inside.

    Refused: nothing
        at all.
    Source: thin air.
    """

    text: Annotated[str, Field(max_length=1_000)] = "x"
    count: Annotated[int, Field(ge=1, lt=9)] | None = None
    inner: tuple[Inner, ...]


def test_docstrings_and_types_are_read() -> None:
    assert words(Inner).meanings == {"size": "in bytes, a number.", "low": "bounds.", "high": "bounds."}
    outer = words(Outer)
    assert outer.paragraphs[:2] == ("What is *outside*.", "More of it, with ``code|``.")
    assert outer.paragraphs[2:] == ("Refused: nothing at all.", "Source: thin air.")
    assert parts((Outer,)) == (Inner,)
    text = door_tables._asked(Outer)
    assert "\nWhat is \\*outside\\*.\n\nMore of it, with `code|`.\n\n**Refused:** nothing at all.\n" in text
    assert '| `text` | text of at most 1,000 characters | `"x"` | some text |' in text
    assert "| `count` | whole number from 1 to 8 or null | `null` |  |" in text
    assert "| `inner` | list of [Inner](#door-inner) | needed | what is inside |" in text


def test_every_fault_code_is_listed_with_its_severity_and_its_sentence() -> None:
    text = wire_tables.fault_codes()
    reading, _, validation = text.partition("### Found by validation")
    for code in Code:
        row = f"| `{code}` | {code.severity} | {plain(SENTENCES[code])} |\n"
        assert row in (reading if code.is_of_reading else validation), code
    assert text.count("\n| `") == len(Code)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.tot)
def test_every_rule_of_a_profile_is_listed(profile: Any) -> None:
    text = wire_tables.profiles().partition(f"(profile-{profile.tot.lower()})=\n")[2].partition("\n(profile-")[0]
    rows = dict(re.findall(r"^\| (\d+\.\d+) (.*) \|$", text, re.MULTILINE))
    rules = [rule for record in profile.records for rule in record.fields]
    assert list(rows) == [rule.tag for rule in rules]
    letters = {Use.MANDATORY: "M", Use.OPTIONAL: "O", Use.LEFT_OUT: "M, left out here", Use.OPEN: "open"}
    for rule in rules:
        mnemonic, name, use, characters, values, allowed, source = rows[rule.tag].split(" | ")
        assert (mnemonic, name) == (rule.fact.mnemonic, plain(rule.fact.name))
        assert use.partition(" ([")[0] == letters[rule.use]
        assert rule.register in use
        assert str(rule.least) in characters.replace(",", "")
        assert str(rule.fewest) in values
        assert all(f"`{value}`" in allowed for value in rule.values)
        assert source
    for record in profile.records:
        kinds = " or ".join(f"Type-{type}" for type in record.types)
        assert f"| {kinds} | {record.least}" in text
