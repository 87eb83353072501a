"""From pydantic's list of errors to faults that a learner understands: where, what, and what to do."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from interop_course.messages.errors import InvalidMessage, MessageFault, Unfit
from interop_course.messages.tags import Tag
from interop_course.messages.values import Shape
from interop_course.wire import describe

_SEPARATORS = {
    "\x1c": "the separator FS",
    "\x1d": "the separator GS",
    "\x1e": "the separator RS",
    "\x1f": "the separator US",
}


def faults_of(model: type[BaseModel], error: ValidationError) -> tuple[MessageFault, ...]:
    """Every fault in `error`; those of a model inside the model keep its name for the place."""
    found: list[MessageFault] = []
    for item in error.errors(include_url=False):
        place = ".".join(map(str, item["loc"]))
        field = model.model_fields.get(str(item["loc"][0])) if item["loc"] else None
        cause = item.get("ctx", {}).get("error")
        if isinstance(cause, InvalidMessage):
            found += [
                MessageFault(".".join(filter(None, (place, inner.where))), inner.problem, inner.remedy)
                for inner in cause.faults
            ]
        elif isinstance(cause, Unfit):
            found.append(MessageFault(_named(place, field), cause.problem, cause.remedy))
        else:
            found.append(MessageFault(_named(place, field), *_in_words(model, field, item)))
    return tuple(found)


def _named(place: str, field: FieldInfo | None) -> str:
    """The place with the number and mnemonic it has on the wire: "doa (2.045 DOA)"."""
    tag = next((each for each in field.metadata if isinstance(each, Tag)), None) if field else None
    return f"{place} ({tag} {describe(str(tag)).mnemonic})" if tag else place


def _in_words(model: type[BaseModel], field: FieldInfo | None, item: Any) -> tuple[str, str]:
    """What is wrong and what to do, for one error of pydantic's own."""
    kind, value, limits = item["type"], item["input"], item.get("ctx", {})
    shape = _shape(field) if field else None
    wanted = f"Give {shape}" if shape else "Give a value of the right kind"
    if kind == "missing":
        tag = next((each for each in field.metadata if isinstance(each, Tag)), None) if field else None
        return f"the {describe(str(tag)).name.lower()} is missing" if tag else "it is missing", wanted
    if kind == "extra_forbidden":
        return f"{model.__name__} has no such field", f"It has {', '.join(model.model_fields)}"
    if kind == "too_long":
        return f"there are {limits['actual_length']} of them, more than {limits['max_length']}", wanted
    control = next((each for each in value if each < " "), None) if isinstance(value, str) else None
    if control:
        name = _SEPARATORS.get(control, f"control character {ord(control):#04x}")
        what = f"{value!r} holds {name} as character {value.index(control) + 1}"
        return what, "Take it out: it would start a new field or line"
    if kind == "string_pattern_mismatch":
        return f"{value!r} (length {len(value)}) does not have the right form", wanted
    return f"{value!r:.60} does not fit: {item['msg'][:1].lower()}{item['msg'][1:]}", wanted


def _shape(field: FieldInfo) -> str | None:
    """What the value must look like, also where the type is nested (`Sid | None`, `tuple[Finger, ...]`)."""
    pending: list[Any] = [*field.metadata, field.annotation]
    for each in pending:
        if isinstance(each, Shape):
            return each.text
        pending += getattr(each, "__metadata__", ())
        pending += get_args(each)
    return None
