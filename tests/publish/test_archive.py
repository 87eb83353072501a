"""The zip of the site: the same bytes for the same files, and a checksum that the usual tools read."""

import os
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from interop_course.publish.archive import archive
from interop_course.publish.policy import LAB_POLICY, POLICY, policy
from interop_course.publish.site import start_page


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "book").mkdir(parents=True)
    (folder / "index.html").write_text("front", "utf-8")
    (folder / "book" / "a.html").write_text("a page", "utf-8")
    (folder / ".buildinfo").write_text("notes", "utf-8")
    return folder


def test_it_holds_everything_under_one_folder(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "dist" / "course.zip"
    digest = archive(site, target, "course", {"START.html": "how"})
    packed = ZipFile(target)
    assert packed.namelist() == ["course/START.html", "course/book/a.html", "course/index.html"]
    assert packed.read("course/book/a.html") == b"a page"
    assert digest == sha256(target.read_bytes()).hexdigest()
    assert Path(f"{target}.sha256").read_text("utf-8") == f"{digest}  course.zip\n"


def test_the_same_site_gives_the_same_bytes_and_another_does_not(site: Path, tmp_path: Path) -> None:
    first = archive(site, tmp_path / "1.zip", "course")
    os.utime(site / "index.html", (2e9, 2e9))
    (site / "index.html").chmod(0o600)
    assert archive(site, tmp_path / "2.zip", "course") == first
    (site / "index.html").write_text("other", "utf-8")
    assert archive(site, tmp_path / "3.zip", "course") != first


def test_the_page_that_says_how_to_open_it_gives_both_headers() -> None:
    page = start_page()
    assert f"Content-Security-Policy: {POLICY}</pre>" in page
    assert f"Content-Security-Policy: {LAB_POLICY}</pre>" in page
    assert "python -m http.server" in page


def test_only_the_lab_has_the_wider_policy() -> None:
    assert policy("/lab/notebooks/index.html") == LAB_POLICY
    assert policy("/notebooks/start.html") == policy("/label") == POLICY
    for one in (POLICY, LAB_POLICY):
        assert "http" not in one
        assert "*" not in one
    assert "unsafe-inline" not in POLICY
    assert "'unsafe-eval'" not in POLICY
