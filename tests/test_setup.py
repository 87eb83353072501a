"""What `make` offers, and what it says when the machine lacks something."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools import browser, environment


def make(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", *arguments], cwd=root, capture_output=True, text=True)


def test_make_alone_lists_every_chore(root: Path) -> None:
    listed = re.findall(r"^  make (\S+)", make(root).stdout, re.MULTILINE)
    text = Path(root, "Makefile").read_text("utf-8")
    declared = re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)
    assert declared
    assert sorted(listed) == sorted(declared[1].split())
    assert {"setup", "course", "lab", "test", "test-all", "lint", "lessons", "lock", "clean"} <= set(listed)


def test_a_missing_python_is_one_clear_line(root: Path, tmp_path: Path) -> None:
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        Path(tmp_path, name).write_bytes(Path(root, name).read_bytes())
    Path(tmp_path, "tools").mkdir()
    Path(tmp_path, "tools", "environment.py").touch()
    done = make(tmp_path, "setup", "PYTHON=python9")
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == "setup: there is no python9; install Python 3.11 or newer"


def test_an_old_python_is_one_clear_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(environment.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(environment, "THIS", "3.9")
    assert environment.main() == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "needs Python 3.11 or newer" in told
    assert "PYTHON=python3.12" in told


def test_a_python_without_venv_is_one_clear_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    assert environment.main() == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert f"apt-get install python{environment.THIS}-venv" in told


def test_an_installation_that_fails_shows_how_it_ended(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(environment.SetupError, match="Run make again"):
        environment.follow([sys.executable, "-c", "print('no such package'); raise SystemExit(1)"], 1)
    assert "no such package" in capsys.readouterr().err


def test_the_lock_names_every_dependency_with_hashes(root: Path) -> None:
    lock = Path(root, "requirements.lock").read_text("utf-8")
    pins = re.findall(r"^([a-z0-9.-]+)==\S+", lock, re.MULTILINE)
    entries = re.split(r"^(?=[a-z0-9.-]+==)", lock, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in entry for entry in entries)
    project = Path(root, "pyproject.toml").read_text("utf-8")
    wanted = re.findall(r'"([a-z-]+)[>=<]=?[\d.]+[^"]*"', project)
    assert len(wanted) > 15
    assert set(wanted) <= set(pins)


def test_every_dependency_is_justified(root: Path) -> None:
    project = Path(root, "pyproject.toml").read_text("utf-8")
    contributing = Path(root, "CONTRIBUTING.md").read_text("utf-8")
    for name in set(re.findall(r'"([a-z-]+)[>=<]=?[\d.]+[^"]*"', project)):
        assert f"`{name}`" in contributing, f"CONTRIBUTING.md: say in one line what {name} is for"


@pytest.mark.parametrize(("setting", "status"), [(None, 0), ("", 0), ("false", 0), ("true", 1), ("1", 1)])
def test_a_missing_browser_fails_in_ci_only(
    setting: str | None, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    if setting is not None:
        monkeypatch.setenv("CI", setting)
    monkeypatch.setenv("BROWSER_BIN", "no-such-browser")
    monkeypatch.setenv("FIREFOX_BIN", "no-such-browser")
    assert browser.main() == status
    missing = [browser.CHROMIUM, browser.FIREFOX] if status else [browser.CHROMIUM]
    assert capsys.readouterr().err == "".join(f"browser: {kind.missing}\n" for kind in missing)


def test_a_note_in_place_of_a_browser_is_not_taken_for_one(tmp_path: Path) -> None:
    stub = tmp_path / "chromium-browser"
    stub.write_text("#!/bin/sh\necho 'get it from the shop' >&2\nexit 1\n", "utf-8")
    stub.chmod(0o755)
    assert not browser.runs(str(stub))
