"""How JupyterLab is started: on this machine, in the checkout, and silent towards everyone else."""

import os
import socket
from pathlib import Path

import pytest

from interop_course.publish import lab
from interop_course.publish.errors import NoCheckout, PortUnusable


def started(root: Path, monkeypatch: pytest.MonkeyPatch, port: int | str) -> list[str]:
    """The arguments that JupyterLab would get."""
    runs: list[list[str]] = []
    monkeypatch.setattr(os, "execv", lambda program, arguments: runs.append(arguments))
    monkeypatch.chdir(root)
    lab.open_lab(root, port)
    return runs[0]


def test_it_asks_nobody_and_opens_no_browser(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = started(root, monkeypatch, 0)
    for setting in (
        "ServerApp.ip=127.0.0.1",
        "ServerApp.open_browser=False",
        "ServerApp.port_retries=0",
        "LabApp.news_url=None",
        "LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "LabApp.extension_manager=readonly",
    ):
        assert f"--{setting}" in arguments
    assert not any("token" in argument for argument in arguments)


def test_it_begins_at_the_start_page(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = started(root, monkeypatch, 0)
    [start] = [argument for argument in arguments if "default_url" in argument]
    assert Path(root, start.split("/lab/tree/")[1]).is_file()
    assert f"--ServerApp.root_dir={root}" in arguments


def test_root_is_allowed_only_for_root(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for user, allowed in ((0, True), (1000, False)):
        monkeypatch.setattr(os, "geteuid", lambda user=user: user)
        assert ("--ServerApp.allow_root=True" in lab.command(root, 8888)) is allowed


def test_a_port_in_use_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(PortUnusable):
        started(root, monkeypatch, other.getsockname()[1])


def test_outside_a_checkout_there_is_no_lab(tmp_path: Path) -> None:
    with pytest.raises(NoCheckout):
        lab.open_lab(tmp_path, 0)
