"""No file of the project names a package registry, a path of somebody's machine, or a folder beside the checkout."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

LARGEST = 1_000_000

# Each pattern holds a bracket, so that it does not match itself here.
NAMES = re.compile(
    r"p[y]pi\.org|p[y]thonhosted\.|registry\.n[p]mjs|registry\.y[a]rnpkg|d[e]b\.debian\.org|a[n]aconda\.org"
    r"|crates\.i[o]\b|proxy\.g[o]lang|j[s]delivr|unpkg\.c[o]m"
    r"|(?<![\w.])/w[o]rk/|(?<![\w.])/r[o]ot\b|(?<![\w.])/h[o]me/\w|(?<![\w.])/t[m]p/|(?<![\w.])/U[s]ers/\w"
    r"|\.\./sh[a]red"
)


def tracked(root: Path) -> list[Path]:
    """What git tracks or would track."""
    if not shutil.which("git") or not (root / ".git").exists():
        pytest.skip("needs the git checkout")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, check=True).stdout.decode().split("\0")
    return [path for name in listed if name and (path := root / name).is_file()]


def namings(text: str, own_paths: tuple[str, ...] = ()) -> list[str]:
    """Return what a text names that it should not, each with its line."""
    own = [re.escape(path) for path in own_paths if path.count("/") > 1]
    patterns = [NAMES, *(re.compile(rf"(?<![\w.]){path}\b") for path in own)]
    return [
        f"{number}: {match.group()}"
        for number, line in enumerate(text.splitlines(), 1)
        for pattern in patterns
        for match in pattern.finditer(line)
    ]


def test_no_tracked_file_names_a_registry_or_a_machine(root: Path) -> None:
    own_paths = (str(root), str(Path.home()))
    files = tracked(root)
    assert len(files) > 50
    found = [
        f"{path.relative_to(root)}:{naming}"
        for path in files
        for naming in namings(path.read_bytes().decode("utf-8", "replace"), own_paths)
    ]
    assert not found, "\n".join(found)


def test_no_tracked_file_is_large(root: Path) -> None:
    large = [str(path.relative_to(root)) for path in tracked(root) if path.stat().st_size > LARGEST]
    assert not large


@pytest.mark.parametrize(
    "words",
    [
        ("--index-url https://", "py", "pi.org/simple"),
        ("files.", "python", "hosted.org"),
        ("https://registry.", "npm", "js.org/x"),
        ("see /", "work/main/file"),
        ("open('/", "tmp/x')"),
        ('"/', 'root"'),
        ("/", "home/alex/course"),
        ("../", "shared/packet"),
    ],
)
def test_a_planted_name_is_found(words: tuple[str, ...]) -> None:
    assert namings("fine\n" + "".join(words)) != []


def test_the_folder_of_the_checkout_is_found() -> None:
    assert namings("at /opt/courses/interop now", ("/opt/courses/interop",)) == ["1: /opt/courses/interop"]


@pytest.mark.parametrize("text", ["the root of the tree", "homework/b.py", "https://example.org/home/x", "work, home"])
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert namings(text) == []
