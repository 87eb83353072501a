"""Packs: bytecode instead of sources, without what no page needs, and always the same bytes."""

import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from interop_course.publish import packing


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    path = tmp_path / "part-1.0-py3-none-any.whl"
    with ZipFile(path, "w") as opened:
        opened.writestr("part/__init__.py", '"""Docs."""\nassert __doc__\nWORD = "here"\n')
        opened.writestr("part/words.json", "[1]")
        opened.writestr("part/left/out.py", "1/0")
        opened.writestr("part/empty/", "")
    return path


def test_a_pack_can_be_imported_without_sources(wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "part.zip"
    assert packing.pack(str(target), [str(wheel)], ["part/left/*"], home="/site/", optimize=0) == 2
    assert ZipFile(target).namelist() == ["part/__init__.pyc", "part/words.json"]
    monkeypatch.syspath_prepend(str(target))
    import part  # type: ignore[import-not-found]

    assert (part.WORD, part.__doc__) == ("here", "Docs.")
    del sys.modules["part"]


def test_the_same_input_gives_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    packs = [tmp_path / f"{n}.zip" for n in (1, 2)]
    for pack in packs:
        packing.pack(str(pack), [str(wheel)], [], home="/site/", optimize=2)
    assert packs[0].read_bytes() == packs[1].read_bytes()
    assert ZipFile(packs[0]).infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_optimized_bytecode_has_neither_docs_nor_asserts() -> None:
    source = b'"""Docs."""\nassert False\n'
    plain, small = (packing.bytecode(source, "/x.py", level) for level in (0, 2))
    assert b"Docs." in plain
    assert b"Docs." not in small
    assert len(small) < len(plain)


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        ("json/decoder.py", True),
        ("encodings/utf_8.py", True),
        ("encodings/cp437.py", True),
        ("encodings/cp1252.py", False),
        ("encodings/big5.py", False),
        ("unittest/mock.py", False),
        ("asyncio/windows_events.py", False),
        ("asyncio/events.py", True),
    ],
)
def test_what_stays_of_the_standard_library(name: str, stays: bool) -> None:
    assert (packing.wanted([name], packing.STANDARD_LIBRARY) == [name]) is stays


def test_what_stays_of_wheels() -> None:
    names = ["interop_course/live/door.py", "interop_course/widgets/host.py", "pydantic/v1/main.py", "pydantic/main.py"]
    assert packing.wanted(names, packing.WHEELS) == ["interop_course/live/door.py", "pydantic/main.py"]
