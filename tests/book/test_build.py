"""Building: what has not changed is left alone, a warning is an error, and stays one on the second try."""

import shutil
from pathlib import Path

import pytest

from interop_course.publish import book
from interop_course.publish.errors import BuildFailed

TOC = "format: jb-book\nroot: book/index\nchapters:\n  - file: book/packet\n"


@pytest.fixture
def small(root: Path, tmp_path: Path) -> Path:
    """A checkout with the course's settings and two pages."""
    shutil.copy(root / "_config.yml", tmp_path)
    shutil.copytree(root / "book" / "assets", tmp_path / "book" / "assets")
    Path(tmp_path, "book", "_toc.yml").write_text(TOC, "utf-8")
    Path(tmp_path, "book", "index.md").write_text("# First\n\n[FAQ](packet.md#faq)\n", "utf-8")
    Path(tmp_path, "book", "packet.md").write_text("# Papers\n\n## All\n\n```{course} documents\n```\n", "utf-8")
    return tmp_path


def test_an_unchanged_page_is_left_alone(small: Path) -> None:
    pages = book.build(small)
    assert pages == small / "_build" / "html"
    first, second = (Path(pages, "book", f"{name}.html") for name in ("index", "packet"))
    assert '<a class="reference internal" href="packet.html#faq">' in first.read_text("utf-8")
    assert 'id="faq"' in second.read_text("utf-8")
    written = first.stat().st_mtime_ns, second.stat().st_mtime_ns
    sheet = Path(pages, "_static", "course-book.css").read_bytes()
    assert b"background-color" in sheet

    book.build(small)
    assert (first.stat().st_mtime_ns, second.stat().st_mtime_ns) == written
    assert Path(pages, "_static", "course-book.css").read_bytes() == sheet

    Path(small, "book", "index.md").write_text("# Changed\n", "utf-8")
    book.build(small)
    assert "Changed" in first.read_text("utf-8")


def test_a_warning_is_an_error_on_every_try(small: Path) -> None:
    Path(small, "book", "index.md").write_text("# First\n\n[nowhere](packet.md#nowhere)\n", "utf-8")
    for _ in range(2):
        with pytest.raises(BuildFailed) as caught:
            book.build(small)
        [warning] = caught.value.warnings
        assert warning.startswith("book/index.md")
        assert "nowhere" in warning


def test_an_unknown_table_names_the_known_ones(small: Path) -> None:
    Path(small, "book", "index.md").write_text("# First\n\n```{course} nothing\n```\n", "utf-8")
    with pytest.raises(BuildFailed, match=r"there is no table 'nothing'; there are .*documents"):
        book.build(small)


def test_a_book_that_cannot_be_read_says_why(small: Path) -> None:
    Path(small, "book", "_toc.yml").write_text("format: jb-book\n", "utf-8")
    with pytest.raises(BuildFailed, match="root"):
        book.build(small)
