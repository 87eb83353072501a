"""Serving to this machine: the port, its refusals, and an end without a traceback."""

import gzip
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from interop_course.publish import book, in_page, server, site
from interop_course.publish.errors import BuildFailed, NotBrought, PortUnusable
from interop_course.publish.policy import policy

SERVE = """
import sys
from interop_course.publish import book, in_page, site
book.build = lambda root: root
in_page.build = lambda root, pages: pages
sys.exit(site.serve(0))
"""


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that something listens on."""
    with socket.create_server((server.HOST, 0)) as other:
        yield other.getsockname()[1]


def test_a_page_is_served_fresh_and_silently(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    Path(tmp_path, "a.js").write_text("1", "utf-8")
    with server.listen(tmp_path, 0) as running:
        threading.Thread(target=running.serve_forever).start()
        try:
            connection = HTTPConnection(server.HOST, running.server_port)
            connection.request("GET", "/a.js")
            answer = connection.getresponse()
            assert (answer.status, answer.read()) == (200, b"1")
            assert answer.headers["Cache-Control"] == "no-cache"
            assert answer.headers["Content-Type"] == "text/javascript"
            connection.request("GET", "/gone")
            assert connection.getresponse().status == 404
            connection.close()
        finally:
            running.shutdown()
    assert capfd.readouterr() == ("", "")


def test_pages_come_compressed_and_under_the_strict_policy(tmp_path: Path) -> None:
    text = "<p>" + "a line of a page\n" * 500
    Path(tmp_path, "page.html").write_text(text, "utf-8")
    Path(tmp_path, "pack.zip").write_bytes(b"packed already")
    with server.listen(tmp_path, 0) as running:
        threading.Thread(target=running.serve_forever).start()
        try:
            connection = HTTPConnection(server.HOST, running.server_port)
            zipped = {"Accept-Encoding": "gzip, br"}
            connection.request("GET", "/page.html?v=1", headers=zipped)
            answer = connection.getresponse()
            data = answer.read()
            assert answer.headers["Content-Encoding"] == "gzip"
            assert len(data) == int(answer.headers["Content-Length"]) < len(text) / 10
            assert gzip.decompress(data).decode() == text
            assert answer.headers["Content-Security-Policy"] == policy("/page.html")
            connection.request(
                "GET", "/page.html", headers=zipped | {"If-Modified-Since": answer.headers["Last-Modified"]}
            )
            unchanged = connection.getresponse()
            assert (unchanged.status, unchanged.read()) == (304, b"")
            for path, headers in (("/page.html", {}), ("/pack.zip", zipped)):
                connection.request("GET", path, headers=headers)
                plain = connection.getresponse()
                assert plain.headers["Content-Encoding"] is None
                assert plain.read() == Path(tmp_path, path[1:]).read_bytes()
            Path(tmp_path, "page.html").write_text("<p>new", "utf-8")
            connection.request("GET", "/page.html", headers=zipped)
            assert gzip.decompress(connection.getresponse().read()) == b"<p>new"
            connection.close()
        finally:
            running.shutdown()


def test_only_this_machine_is_served(tmp_path: Path) -> None:
    with server.listen(tmp_path, 0) as running:
        assert running.server_address[0] == "127.0.0.1"


def test_a_port_in_use_names_another_way(tmp_path: Path, taken: int) -> None:
    with pytest.raises(PortUnusable, match=rf"port {taken} is in use; .*PORT={taken + 1}\b"):
        server.listen(tmp_path, taken)


@pytest.mark.parametrize("port", ["abc", "", "-1", 65536, "8000.5"])
def test_what_is_no_port_is_refused(tmp_path: Path, port: str | int) -> None:
    with pytest.raises(PortUnusable, match=r"no port number .*PORT=8000\b"):
        server.listen(tmp_path, port)


def test_the_last_port_suggests_the_usual_one() -> None:
    with socket.create_server((server.HOST, 65535)), pytest.raises(PortUnusable, match=r"PORT=8000\b"):
        server.listen(Path(), 65535)


def test_serving_at_a_taken_port_is_refused_before_the_build(
    root: Path, taken: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(book, "build", lambda root: pytest.fail("built in vain"))
    assert site.serve(taken, root) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1


def test_serving_a_book_with_faults_is_refused(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def build(root: Path) -> Path:
        raise BuildFailed(("book/a.md:3: WARNING: planted",))

    monkeypatch.setattr(book, "build", build)
    assert site.serve(0, root) == 1
    assert site.build(root) == 1
    assert capsys.readouterr().err.count("WARNING: planted") == 2


def test_a_book_without_python_is_a_book(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(root: Path, pages: Path) -> Path:
        raise NotBrought("npm could not bring it: no network")

    monkeypatch.setattr(book, "build", lambda root, **_: root)
    monkeypatch.setattr(in_page, "build", refuse)
    monkeypatch.setattr(site, "WHOLE", tmp_path / "site")  # what is built there is taken away first
    assert site.build(root) == 0
    told = "python: left out of the pages, which work without it: npm could not bring it: no network\n"
    assert capsys.readouterr().err == told
    assert site.pack(root) == 1
    assert capsys.readouterr().err == "site: npm could not bring it: no network\n"


def test_outside_a_checkout_there_is_nothing_to_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert site.build(tmp_path) == 2
    assert site.serve(0, tmp_path) == 2
    assert capsys.readouterr().err.count("not inside a checkout") == 2


def test_ctrl_c_ends_it_cleanly(root: Path) -> None:
    command = [sys.executable, "-c", SERVE]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        assert run.stdout.readline().startswith("The course is at http://127.0.0.1:")
        run.send_signal(signal.SIGINT)
        try:
            out, err = run.communicate(timeout=20)
        finally:
            run.kill()
    assert (run.returncode, out.strip(), err) == (0, "Stopped.", "")
