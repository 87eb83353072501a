"""What learners and the instructor ask, and what they get.

Learners ask `/`, `/api/join`, `/api/news` and `/api/answer`. The instructor asks `/desk` and `/api/desk/…`, with the
secret and from this machine only, so that the secret never travels over the room's network.
"""

from __future__ import annotations

import hmac

from tornado.web import RequestHandler

from . import pages
from .addresses import is_own_machine
from .handling import Handler, Refused
from .room import Room
from .views import JoinReply, StepRequest, VoteRequest

_NOT_YOURS = "This is the instructor's page. Open the address that the command printed, on the same machine."


class _Learner(Handler):
    """What learners ask."""

    @property
    def cookie(self) -> str:
        """By port, so that two sessions on one machine do not mix."""
        return f"room-{self.application.settings['port']}"


class _Desk(Handler):
    """What only the instructor may ask."""

    @property
    def cookie(self) -> str:
        return f"desk-{self.application.settings['port']}"

    def prepare(self) -> None:
        super().prepare()
        if not is_own_machine(self.request.remote_ip or "") or not self.knows(self.get_cookie(self.cookie) or ""):
            raise Refused(403, _NOT_YOURS)

    def knows(self, secret: str) -> bool:
        return hmac.compare_digest(secret.encode(), self.room.secret.encode())


class _LearnerPage(_Learner):
    def get(self) -> None:
        self.send_part(pages.learner_page())


class _Join(_Learner):
    def post(self) -> None:
        learner = self.room.join(self.get_cookie(self.cookie))
        self.set_cookie(self.cookie, learner, httponly=True, samesite="Strict")
        self.reply(JoinReply())


class _LearnerNews(_Learner):
    async def get(self) -> None:
        learner = self.room.check(self.get_cookie(self.cookie))
        await self.wait(self.room.learners, learner)
        self.reply(self.room.learner_news(learner))


class _Answer(_Learner):
    def post(self) -> None:
        learner = self.room.check(self.get_cookie(self.cookie))
        vote = self.read(VoteRequest)
        self.room.vote(learner, vote.question, vote.round, vote.given)
        self.reply(self.room.learner_news(learner))


class _DeskDoor(_Desk):
    """The printed address: it lets the instructor in, and leaves no secret in the address line for the projector."""

    def prepare(self) -> None:
        Handler.prepare(self)
        if not is_own_machine(self.request.remote_ip or ""):
            raise Refused(403, _NOT_YOURS)

    def get(self, secret: str) -> None:
        if not self.knows(secret):
            raise Refused(403, _NOT_YOURS)
        self.set_cookie(self.cookie, secret, httponly=True, samesite="Strict")
        self.redirect("/desk", status=303)


class _DeskPage(_Desk):
    def get(self) -> None:
        self.send_part(pages.desk_page())


class _DeskNews(_Desk):
    async def get(self) -> None:
        await self.wait(self.room.desk, "desk")
        self.reply(self.room.desk_news())


class _DeskStep(_Desk):
    def post(self) -> None:
        asked = self.read(StepRequest)
        self.room.take(asked.step, asked.moves)
        self.reply(self.room.desk_news())


class _Code(_Desk):
    def get(self) -> None:
        self.send_part(pages.code(self.room.addresses[0]), keep=True)


class _Part(Handler):
    def get(self, path: str) -> None:
        self.send_part(self.application.settings["parts"][path], keep=True)


class _NoIcon(Handler):
    def get(self) -> None:
        self.set_status(204)
        self.finish()


def routes(room: Room, parts: dict[str, pages.Part]) -> list[tuple[str, type[RequestHandler], dict[str, Room]]]:
    """Every path that there is."""
    return [
        (pattern, handler, {"room": room})
        for pattern, handler in (
            (r"/", _LearnerPage),
            (r"/api/join", _Join),
            (r"/api/news", _LearnerNews),
            (r"/api/answer", _Answer),
            (r"/desk", _DeskPage),
            (r"/desk/code\.svg", _Code),
            (r"/desk/([\w-]{1,100})", _DeskDoor),
            (r"/api/desk/news", _DeskNews),
            (r"/api/desk/step", _DeskStep),
            (rf"({'|'.join(parts)})", _Part),
            (r"/favicon\.ico", _NoIcon),
        )
    ]
