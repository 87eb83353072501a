"""What is brought is what the locks say: the same versions everywhere, each file by its hash, no registry's address."""

import json
import re
import shutil
from pathlib import Path

import pytest

from interop_course.publish import bringing, in_page, lite
from interop_course.publish.errors import NotBrought

LOCK = """\
# a remark
a-one==1.0 ; sys_platform != 'win32' \\
    --hash=sha256:aa \\
    --hash=sha256:bb
B_two==2.5 \\
    --hash=sha256:cc
"""


def test_a_pin_has_its_version_and_every_hash() -> None:
    assert bringing.pins(LOCK, ("a-one",)) == "a-one==1.0 --hash=sha256:aa --hash=sha256:bb\n"
    assert bringing.pins(LOCK, ("b-two", "a-one")).splitlines()[1] == "B_two==2.5 --hash=sha256:cc"


def test_a_package_that_is_not_locked_is_refused() -> None:
    with pytest.raises(NotBrought, match=r"does not name c-three$"):
        bringing.pins(LOCK, ("a-one", "c-three"))


def test_the_browser_gets_the_versions_of_every_other_host(root: Path) -> None:
    lock = (root / bringing.LOCK).read_text("utf-8")
    names = (*in_page.DOOR, *in_page.CALENDAR, *lite.WIDGETS, *lite.KERNEL)
    wanted = bringing.pins(lock, names).splitlines()
    assert len(wanted) == len(names)
    for name, entry in zip(sorted(names), wanted, strict=True):
        assert re.match(rf"{name}==[\w.]+( --hash=sha256:[0-9a-f]{{64}})+$", entry), entry
    spare = lite.SPARE_LOCK.read_text("utf-8")
    assert {line.split("==")[0] for line in spare.splitlines() if "==" in line} == set(lite.SPARE)


def test_the_lock_of_pyodide_has_hashes_and_no_address(root: Path) -> None:
    wanted = json.loads((root / "package.json").read_text("utf-8"))["dependencies"]
    locked = json.loads((root / "package-lock.json").read_text("utf-8"))["packages"]
    assert locked["node_modules/pyodide"]["version"] == wanted["pyodide"]
    for name, entry in locked.items():
        assert "resolved" not in entry
        assert not name or entry["integrity"].startswith("sha512-")


@pytest.fixture
def elsewhere(root: Path, tmp_path: Path) -> Path:
    """A checkout with the locks and nothing brought."""
    for name in (*bringing.NODE_LOCKS, bringing.LOCK):
        shutil.copy(root / name, tmp_path)
    return tmp_path


def test_what_was_brought_is_not_brought_again(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def bring(command: list[str], folder: Path, what: str) -> None:
        calls.append(what)
        (folder / "six-1.17.0-py2.py3-none-any.whl").touch()

    monkeypatch.setattr(bringing, "_run", bring)
    first = bringing.bring_wheels(elsewhere, ("six",))
    assert bringing.bring_wheels(elsewhere, ("six",)) == first == {"six": first["six"]}
    assert bringing.bring_pyodide(elsewhere) == bringing.bring_pyodide(elsewhere)
    assert calls == ["pip", "npm"]


def test_what_cannot_be_brought_is_one_sentence_and_leaves_nothing(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = elsewhere / bringing.LOCK
    lock.write_text(
        re.sub(r"(six==.*\\\n(?: .*\n)+)", "six==1.17.0 \\\n    --hash=sha256:00\n", lock.read_text("utf-8"))
    )
    monkeypatch.setattr(bringing, "_PIP", (*bringing._PIP[:3], "--no-such-option"))
    with pytest.raises(NotBrought, match=r"^pip could not bring it: \S") as caught:
        bringing.bring_wheels(elsewhere, ("six",))
    assert "\n" not in str(caught.value)
    assert list((elsewhere / bringing.KEPT).iterdir()) == []
