"""The server of a room on loopback: who may do what, its bounds, and what no learner is told too early."""

from __future__ import annotations

import asyncio
import csv
import re
import socket
import threading
import time
from collections.abc import Callable
from io import StringIO
from itertools import pairwise

import pytest

from interop_course.classroom import Room, begin, listen
from interop_course.classroom.addresses import is_own_machine, may_be_called
from interop_course.classroom.errors import PortTaken, RoomFull
from interop_course.classroom.handling import LARGEST_BODY
from interop_course.classroom.notes import COLUMNS, notes_csv
from interop_course.classroom.waiting import MOST_OF_ONE, Channel

from .holding import OF_EACH_KIND, SINGLE, Client, asked, desk, holding, learner

SECRET = "x" * 32


def until(condition: Callable[[], bool]) -> None:
    """Wait a moment for another thread."""
    end = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.002)


def test_a_whole_session_over_http() -> None:
    with holding(SINGLE, OF_EACH_KIND["numeric"]) as (room, origin):
        front, one, other = desk(room, origin), learner(origin), learner(origin)
        assert one.news()["room"]["question"] is None
        front.take("open")
        assert one.vote(["a"]).json["own"]["given"] == ["a"]
        assert one.vote(["b"]).status == other.vote(["c"]).status == 200
        told = front.ask("/api/desk/news").json
        assert (told["desk"]["answered"], told["desk"]["present"], told["room"]["outcome"]) == ([2], 2, None)
        front.take("close")
        assert one.vote(["c"]).status == 409
        front.take("votes")
        front.take("again")
        assert one.news()["own"] == {"given": [], "before": ["b"], "right": None, "lines": ["/b"], "summary": []}
        one.vote(list(room.session.now.item.best), round=2)
        front.take("close")
        front.take("answer")
        own = one.news()["own"]
        assert own["right"] is True
        front.take("end")
        told = one.news()
        assert told["room"]["over"] is True
        assert [(line["number"], line["right"]) for line in told["own"]["summary"]] == [(1, True)]
        assert "Step 4" in told["own"]["summary"][0]["lesson"]


@pytest.mark.parametrize("kind", OF_EACH_KIND)
def test_no_learner_hears_the_key_before_it_is_shown(kind: str) -> None:
    """Everything that is sent is searched; once the answer is shown, the same search finds it."""
    [item] = asked(OF_EACH_KIND[kind])
    secrets = [part.reason for part in item.parts]
    with holding(item.id) as (room, origin):
        front, device = desk(room, origin), learner(origin)
        for path in ("/", "/learner.js", "/learner.css", "/desk", "/nothing"):
            device.ask(path)
        device.news()
        for step in ("open", "close", "votes", "again", "close", "votes"):
            front.take(step)
            device.vote(item.best, round=room.session.now.round)
            state = device.news()["room"]["question"]
            flat = re.sub(r"\s", "", str(state))
            assert not re.search(r"'right':(True|False)|'place':\d|'choice':'|'key':[^N]", flat)
        assert device.heard
        assert not [secret for secret in secrets for text in device.heard if secret in text]
        front.take("answer")
        last = device.ask("/api/news?after=").text
        assert all(secret in last for secret in secrets)


def test_nobody_sees_votes_before_they_are_uncovered_not_even_the_projector() -> None:
    with holding() as (room, origin):
        front, one, other = desk(room, origin), learner(origin), learner(origin)
        front.take("open")
        before, at_the_front = one.news(), front.ask("/api/desk/news").json
        other.vote(["b"])
        after, then = one.news(), front.ask("/api/desk/news").json
        assert before == after
        assert at_the_front["room"] == then["room"]
        assert then["desk"]["answered"] == [1]
        front.take("close")
        assert one.news()["room"]["outcome"] is front.ask("/api/desk/news").json["room"]["outcome"] is None
        front.take("votes")
        assert one.news()["room"]["outcome"]["answered"] == [1]


@pytest.mark.parametrize("path", ["/desk", f"/desk/{SECRET}", "/desk/code.svg", "/api/desk/news"])
def test_the_desk_is_only_for_who_has_the_secret(path: str) -> None:
    with holding() as (room, origin):
        for cookies in ({}, {f"desk-{origin.rpartition(':')[2]}": SECRET}):
            answer = Client(origin, cookies).ask(path)
            assert answer.status == 403
            assert room.secret not in answer.text
        if path != f"/desk/{SECRET}":
            assert desk(room, origin).ask(path).status == 200


def test_a_step_needs_the_secret_and_names_the_state_it_was_meant_for() -> None:
    with holding() as (room, origin):
        assert learner(origin).ask("/api/desk/step", {"step": "open", "moves": 0}).status == 403
        assert room.session.moves == 0
        front = desk(room, origin)
        assert front.take("open", moves=0).status == 200
        assert front.take("close", moves=0).status == 409
        assert front.take("next").status == 409
        assert room.session.moves == 1


def test_the_secret_leaves_the_address_line_and_its_cookie_is_out_of_reach() -> None:
    with holding() as (room, origin):
        answer = Client(origin).ask(f"/desk/{room.secret}")
        assert (answer.status, answer.headers["Location"]) == (303, "/desk")
        assert {"HttpOnly", "SameSite=Strict"} <= {part.strip() for part in answer.headers["Set-Cookie"].split(";")}
        assert room.secret not in desk(room, origin).ask("/desk").text


@pytest.mark.parametrize(
    ("peer", "own"), [("127.0.0.1", True), ("::1", True), ("192.168.4.7", False), ("", False), ("fe80::1%eth0", False)]
)
def test_the_desk_answers_this_machine_only(peer: str, own: bool) -> None:
    assert is_own_machine(peer) is own


def test_the_door_of_the_desk_is_shut_to_other_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    with holding() as (room, origin):
        front = desk(room, origin)
        monkeypatch.setattr("interop_course.classroom.handlers.is_own_machine", lambda peer: False)
        assert (
            front.ask(f"/desk/{room.secret}").status == front.ask("/desk").status == front.take("open", 0).status == 403
        )


@pytest.mark.parametrize(
    ("host", "fine"),
    [
        ("127.0.0.1:8080", True), ("192.168.4.1:8080", True), ("192.168.4.1", True), ("localhost:1", True),
        ("[::1]:8080", True), ("class.example:8080", False), ("192.168.4.1.example", False), ("", False),
        ("localhost.example:80", False), ("127.0.0.1@class.example", False),
    ],
)  # fmt: skip
def test_only_addresses_and_localhost_are_answered(host: str, fine: bool) -> None:
    assert may_be_called(host) is fine
    with holding() as (_, origin):
        for path in ("/", "/learner.js", "/desk", "/nothing"):
            status = Client(origin).ask(path, Host=host).status
            # An empty one is no HTTP at all.
            assert (status in (400, 421)) is not fine, (path, status)


def test_a_page_of_another_origin_can_do_nothing() -> None:
    with holding() as (room, origin):
        front = desk(room, origin)
        step = b'{"step": "open", "moves": 0}'
        for headers, status in (
            ({"Origin": "http://127.0.0.1:9"}, 403),
            ({"Origin": "null"}, 403),
            ({"Content-Type": "text/plain"}, 415),
            ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ):
            assert front.ask("/api/desk/step", raw=step, **headers).status == status
        assert room.session.moves == 0
        assert front.ask("/api/desk/step", raw=step, Origin=origin).status == 200


def test_every_answer_has_the_strict_headers_and_states_are_not_kept() -> None:
    with holding() as (room, origin):
        front, device = desk(room, origin), learner(origin)
        for client, path in ((device, "/"), (device, "/api/news"), (device, "/gone"), (device, "/learner.js"),
                             (front, "/desk"), (front, "/api/desk/news"), (front, "/desk/code.svg")):  # fmt: skip
            headers = client.ask(path).headers
            policy = headers["Content-Security-Policy"]
            assert policy.startswith("default-src 'none'")
            assert "unsafe" not in policy
            assert "data:" not in policy
            assert headers["Referrer-Policy"] == "no-referrer"
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Cache-Control"] == ("no-cache" if path.endswith((".js", ".svg")) else "no-store")
            assert "Server" not in headers


@pytest.mark.parametrize(
    ("raw", "status", "fault"),
    [
        (b"x" * (LARGEST_BODY + 1), 413, "larger than"),
        (b"x" * LARGEST_BODY, 400, "not what this address takes"),
        (b'{"question": 1, "round": 1, "given": "a"}', 400, "not what this address takes"),
        (b'{"question": 1, "round": 1, "given": ["a"], "name": "x"}', 400, "not what this address takes"),
        (b'{"question": 1, "round": 1, "given": ["z"]}', 409, "not counted"),
    ],
)
def test_a_body_has_bounds_and_a_form(raw: bytes, status: int, fault: str) -> None:
    with holding() as (room, origin):
        device = learner(origin)
        desk(room, origin).take("open")
        answer = device.ask("/api/answer", raw=raw)
        assert answer.status == status
        assert fault in answer.json["fault"]
        assert not room.session.now.rounds[0]


def test_a_device_keeps_its_place_and_a_stranger_has_none() -> None:
    with holding() as (room, origin):
        device = learner(origin)
        before = dict(device.cookies)
        device.ask("/api/join", {})
        assert device.cookies == before
        assert len(room.session.learners) == 1
        name = next(iter(before))
        stranger = Client(origin, {name: "somebody"})
        assert stranger.ask("/api/news").status == stranger.vote(["a"]).status == 401
        stranger.ask("/api/join", {})
        assert stranger.cookies[name] != "somebody"
        assert len(room.session.learners) == 2


def test_a_full_room_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interop_course.classroom.session.MOST_LEARNERS", 1)
    with holding() as (_, origin):
        learner(origin)
        answer = Client(origin).ask("/api/join", {})
        assert answer.status == 503
        assert "full" in answer.json["fault"]


def test_a_page_waits_for_news_and_the_waiting_are_counted() -> None:
    with holding() as (room, origin):
        front, device = desk(room, origin), learner(origin)
        version = device.news()["version"]
        told: list[dict[str, object]] = []
        threads = [
            threading.Thread(target=lambda: told.append(Client(origin, device.cookies).news(version)))
            for _ in range(MOST_OF_ONE)
        ]
        for thread in threads:
            thread.start()
        until(lambda: room.learners.waiting == MOST_OF_ONE)
        answer = device.ask(f"/api/news?after={version}")
        assert answer.status == 503
        assert "too often on this device" in answer.json["fault"]
        assert not told
        front.take("open")
        for thread in threads:
            thread.join()
        assert [reply["version"] != version for reply in told] == [True] * MOST_OF_ONE
        assert room.learners.waiting == 0


def test_a_page_that_goes_away_waits_no_longer() -> None:
    with holding() as (room, origin):
        device = learner(origin)
        version = device.news()["version"]
        cookie = "; ".join("=".join(pair) for pair in device.cookies.items())
        host = origin.removeprefix("http://")
        with socket.create_connection(("127.0.0.1", int(host.rpartition(":")[2]))) as page:
            page.sendall(f"GET /api/news?after={version} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n\r\n".encode())
            until(lambda: room.learners.waiting == 1)
        until(lambda: not room.learners.waiting)


def test_too_many_that_wait_are_turned_away() -> None:
    channel, loop = Channel("x", 2), asyncio.new_event_loop()
    channel.enter("one", loop)
    channel.enter("two", loop)
    with pytest.raises(RoomFull, match="Too many pages"):
        channel.enter("three", loop)
    loop.close()


def test_votes_wake_the_desk_alone() -> None:
    with holding() as (room, origin):
        front, device = desk(room, origin), learner(origin)
        front.take("open")
        versions = [(room.learners.version, room.desk.version)]
        for given in ("a", "b"):
            device.vote([given])
            versions.append((room.learners.version, room.desk.version))
        for (learners, at_the_front), (learners_then, at_the_front_then) in pairwise(versions):
            assert learners == learners_then
            assert at_the_front != at_the_front_then


def test_who_is_silent_for_long_is_not_counted_as_present() -> None:
    now = [0.0]
    room = Room(begin(asked(SINGLE)), clock=lambda: now[0])
    one, other = room.join(None), room.join(None)
    assert room.present == 2
    now[0] = 60.0
    room.check(one)
    now[0] = 100.0
    assert room.present == 1
    room.check(other)
    assert room.present == 2


def test_the_code_is_an_image_of_the_rooms_address() -> None:
    with holding() as (room, origin):
        answer = desk(room, origin).ask("/desk/code.svg")
        assert answer.headers["Content-Type"] == "image/svg+xml"
        assert answer.text.startswith("<svg")
        assert "style" not in answer.text


def test_a_taken_port_names_another() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=rf"port {port} is in use; try another: --port {port + 1}\b"):
            listen(port)
    with pytest.raises(PortTaken, match="no port number"):
        listen(70000)


def test_the_notes_hold_counts_and_nothing_about_anybody() -> None:
    with holding(*OF_EACH_KIND.values()) as (room, origin):
        front, devices = desk(room, origin), [learner(origin) for _ in range(3)]
        for number, asked_now in enumerate(room.session.asked, 1):
            front.take("open")
            for device in devices:
                device.vote(asked_now.item.best, number)
            for step in ("close", "answer", "next"):
                front.take(step)
        text = notes_csv(room.session)
        rows = list(csv.DictReader(StringIO(text)))
        assert tuple(rows[0]) == COLUMNS
        assert {row["kind"] for row in rows} == set(OF_EACH_KIND)
        for row in rows:
            assert (row["answered"], row["right"], row["share right"]) == ("3", "3", "1.00")
            if row["kind"] != "multiple":
                assert row["count"] == ("3" if row["belongs to the right answer"] == "yes" else "0")
        assert not [who for who in room.session.learners if who in text]
