"""What can go wrong behind the live door. No caller of the door ever sees these: a refusal is a reply.

    LiveError
    ├── NotAMessage     what was to be inspected is neither a message nor an entry that carries one
    ├── TwoComparisons  a message was to be compared with two others at once
    └── EditRefused     a change of a message that cannot be made: no such record, field or preset

``REFUSED`` are the roots of the trees of the packages left of this one, which the door turns into refusals.
"""

from __future__ import annotations

from ..assessment import AssessmentError
from ..messages import MessageError
from ..packet import PacketError
from ..process import ProcessError
from ..rules import RulesError
from ..wire import WireError


class LiveError(Exception):
    """Root of every error that this package raises."""


class NotAMessage(LiveError):
    """Neither a message of the course nor an entry of a journal."""


class TwoComparisons(LiveError):
    """A message can be compared with one other only."""


class EditRefused(LiveError):
    """A change that cannot be made. The message says why."""


REFUSED: tuple[type[Exception], ...] = (
    AssessmentError, LiveError, MessageError, PacketError, ProcessError, RulesError, WireError,
)  # fmt: skip
