"""The live door as a page: every request and reply, field by field, out of the pydantic models themselves.

The words are those of the docstrings: what stands under ``Attributes:`` is the meaning of a field, and what begins
with ``Refused:`` or ``Source:`` says what is refused and what the reply rests on. Anchors are ``door-`` and the name
of the model in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from inspect import cleandoc
from json import dumps
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from annotated_types import Ge, Le, Lt, MaxLen
from pydantic import BaseModel, NaiveDatetime, StringConstraints
from pydantic.fields import FieldInfo

from interop_course.live import Refusal, Reply, Request
from interop_course.publish.myst_text import plain

Model = type[BaseModel]

_FIXED = {"do": "says which it is", "op": "says which it is", "ok": "whether it is an answer and no refusal"}
"""Fields that every request, edit or reply has."""

_CHOOSING = ("do", "op")
"""Fields that tell one model from another; they are needed although they can have one value only."""

_CODE = re.compile(r"(`+)([^`]+)\1")
_ATTRIBUTE = re.compile(r" {4}(\w+(?:, \w+)*): (.*)")
_LABELS = ("Refused: ", "Source: ")
_SCALARS: Mapping[object, str] = {
    str: "text",
    bool: "true or false",
    int: "whole number",
    bytes: "base64 text",
    date: "date, as 2010-03-01",
    datetime: "date and time, as 2010-03-01T21:10:00",
    NaiveDatetime: "date and time without a zone",
    NoneType: "null",
}


@dataclass(frozen=True)
class Words:
    """A model's docstring: its paragraphs, and the meaning of each field that it explains."""

    paragraphs: tuple[str, ...]
    meanings: Mapping[str, str]


def requests() -> str:
    """Every request: what it asks for, its fields, its reply, what is refused and what the reply rests on."""
    reply = {_do(model): model for model in get_args(Reply)}
    return "\n".join(
        _asked(model, f"**Reply:** {_link(reply[_do(model)])}, or {_link(Refusal)}.") for model in get_args(Request)
    )


def replies() -> str:
    """Every reply with its fields."""
    return "\n".join(map(_told, get_args(Reply)))


def shapes() -> str:
    """What requests and then replies are made of, in the order in which it is first met."""
    asked = parts(get_args(Request))
    told = [model for model in parts(get_args(Reply)) if model not in asked]
    return "\n".join([*map(_asked, asked), *map(_told, told)])


@cache
def parts(whole: tuple[Model, ...]) -> tuple[Model, ...]:
    """Every model inside these that is none of them."""
    found = dict.fromkeys(whole)
    waiting = list(whole)
    while waiting:
        fields = waiting.pop(0).model_fields.values()
        new = dict.fromkeys(each for field in fields for each in _models(field.annotation) if each not in found)
        found |= new
        waiting += new
    return tuple(model for model in found if model not in whole)


@cache
def words(model: Model) -> Words:
    """A model's docstring, taken apart."""
    paragraphs = [""]
    meanings: dict[str, str] = {}
    names: list[str] = []
    inside = False
    for line in cleandoc(model.__doc__ or "").splitlines():
        inside = line == "Attributes:" or (inside and line[:1] in ("", " "))
        if not inside:
            paragraphs += [""] if not line or line.startswith(_LABELS) else []
            paragraphs[-1] = f"{paragraphs[-1]} {line.strip()}".strip()
        elif found := _ATTRIBUTE.fullmatch(line):
            names = found[1].split(", ")
            meanings |= dict.fromkeys(names, found[2])
        elif line.strip() and names:
            meanings |= {name: f"{meanings[name]} {line.strip()}" for name in names}
    return Words(tuple(filter(None, paragraphs)), meanings)


def _asked(model: Model, *more: str) -> str:
    """A model that a request holds: what may be left out is said."""
    lines = ["| field | value | if left out | meaning |\n| --- | --- | --- | --- |"]
    for name, field in model.model_fields.items():
        lines.append(f"| {_name(name, field)} | {_value(field)} | {_left_out(name, field)} | {_meaning(model, name)} |")
    return "\n".join([*_opening(model, *more), *lines, ""])


def _told(model: Model) -> str:
    """A model that only replies hold: every field of it is there."""
    lines = ["| field | value | meaning |\n| --- | --- | --- |"]
    for name, field in model.model_fields.items():
        lines.append(f"| {_name(name, field)} | {_value(field)} | {_meaning(model, name)} |")
    return "\n".join([*_opening(model), *lines, ""])


def _opening(model: Model, *more: str) -> list[str]:
    paragraphs = [*map(_labelled, words(model).paragraphs), *more]
    return [f"({_anchor(model)})=", f"### {model.__name__}\n", *(f"{each}\n" for each in paragraphs)]


def _labelled(paragraph: str) -> str:
    """A paragraph; the word before its colon is set apart where it is a label."""
    for label in _LABELS:
        if paragraph.startswith(label):
            return f"**{label.strip()}** {_marked(paragraph.removeprefix(label))}"
    return _marked(paragraph)


def _marked(text: str) -> str:
    """Words of a docstring as MyST: code stays code, all else is shown as it stands."""
    pieces, at = [], 0
    for code in _CODE.finditer(text):
        pieces += [plain(text[at : code.start()]), f"`{code[2]}`"]
        at = code.end()
    return "".join([*pieces, plain(text[at:])])


def _name(name: str, field: FieldInfo) -> str:
    return f"`{field.alias or name}`"


def _meaning(model: Model, name: str) -> str:
    return _marked(words(model).meanings.get(name, "").removesuffix(".")) or _FIXED.get(name, "")


def _left_out(name: str, field: FieldInfo) -> str:
    if field.is_required() or name in _CHOOSING:
        return "needed"
    value = field.get_default()
    return "its defaults" if isinstance(value, BaseModel) else f"`{dumps(value, default=str)}`"


def _value(field: FieldInfo) -> str:
    return _of_type(Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation)


def _of_type(of: Any) -> str:
    """What JSON holds there, in words; a model as a link to its table."""
    origin, args = get_origin(of), get_args(of)
    if origin is Annotated:
        return "".join([_of_type(args[0]), *_bounds(args[0], list(_flat(args[1:])))])
    if origin is Literal:
        return _either(f"`{dumps(value)}`" for value in args)
    if origin is tuple:
        return f"list of {_of_type(args[0])}" if Ellipsis in args else f"list: {', '.join(map(_of_type, args))}"
    if origin is dict:
        return f"object with {_of_type(args[0])} as names and {_of_type(args[1])} as values"
    if args:
        return _either(map(_of_type, args))
    if issubclass(of, BaseModel):
        return _link(of)
    if issubclass(of, Enum):
        return _either(f"`{dumps(member.value)}`" for member in of)
    return _SCALARS[of]


def _bounds(of: Any, metadata: list[object]) -> Iterator[str]:
    """What else must hold for a value of this type, in words."""
    size = {str: " of at most {:,} characters", bytes: " of at most {:,} bytes"}.get(of, ", at most {:,} of them")
    least = next((each.ge for each in metadata if isinstance(each, Ge)), None)
    for each in metadata:
        match each:
            case StringConstraints(max_length=int(most)) | MaxLen(max_length=most):
                yield size.format(most)
            case Lt(lt=int(end)):
                yield f" from {least} to {end - 1:,}"
            case Le(le=most):
                yield f" from {least} to {most:,}"


def _flat(metadata: Iterable[object]) -> Iterator[object]:
    """What bounds a value, also where it stands inside a ``Field``."""
    for each in metadata:
        yield from each.metadata if isinstance(each, FieldInfo) else [each]


def _models(of: Any) -> Iterator[Model]:
    """The models that a type names, however deep inside it."""
    if isinstance(of, type) and issubclass(of, BaseModel):
        yield of
    for inner in get_args(of):
        yield from _models(inner)


def _either(texts: Iterable[str]) -> str:
    *first, last = texts
    return f"{', '.join(first)} or {last}" if first else last


def _do(model: Model) -> str:
    return str(model.model_fields["do"].default)


def _anchor(model: Model) -> str:
    return f"door-{model.__name__.lower()}"


def _link(model: Model) -> str:
    return f"[{model.__name__}](#{_anchor(model)})"
