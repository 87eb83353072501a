"""The course's wheel is always the same bytes, and made anew when a source changes."""

import shutil
from pathlib import Path

from interop_course.publish.own_wheel import own_wheel, sources_digest


def test_the_wheel_is_reproducible(root: Path, tmp_path: Path) -> None:
    first, second = (own_wheel(root, tmp_path / name) for name in "ab")
    assert first.name.startswith("interop_course-")
    assert first.read_bytes() == second.read_bytes()
    assert own_wheel(root, tmp_path / "a").stat().st_mtime_ns == first.stat().st_mtime_ns


def test_a_changed_source_is_noticed(root: Path, tmp_path: Path) -> None:
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-content"):
        shutil.copy(root / name, tmp_path)
    package = tmp_path / "src" / "interop_course"
    package.mkdir(parents=True)
    before = sources_digest(tmp_path)
    (package / "a.py").write_text("A = 1\n", "utf-8")
    after = sources_digest(tmp_path)
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "a.pyc").write_text("x", "utf-8")
    assert before != after == sources_digest(tmp_path)
