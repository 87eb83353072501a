"""The package keeps the directions of the design, and each check is shown to notice a planted fault."""

from pathlib import Path

import pytest

from tests.architecture import Module, findings

LONGEST = 400
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}


def modules(root: Path) -> list[Module]:
    package = root / "src" / "interop_course"
    found = []
    for path in sorted(package.rglob("*.py")):
        steps = path.relative_to(package).with_suffix("").parts
        init = steps[-1] == "__init__"
        name = ".".join(steps[:-1] if init else steps)
        found.append(Module(name, path.read_text(encoding="utf-8"), package=init))
    return found


def test_every_module_keeps_the_design(root: Path) -> None:
    found = [finding for module in modules(root) for finding in findings(module)]
    assert not found, "\n".join(found)


def test_the_whole_package_is_looked_at(root: Path) -> None:
    names = {module.name for module in modules(root)}
    assert {"", "cli", "wire", "messages", "process", "packet", "assessment", "live", "widgets", "classroom"} <= names


def test_modules_are_short_and_well_named(root: Path) -> None:
    for module in modules(root):
        assert module.text.count("\n") <= LONGEST, f"{module.full} is past {LONGEST} lines: split it by concept"
        assert not VAGUE & set(module.name.split(".")), f"{module.full}: name the concept"


@pytest.mark.parametrize(
    ("name", "source", "fault"),
    [
        ("wire.reader", "from ..messages import CAR", "wire imports nothing of ours"),
        ("wire.reader", "from interop_course.packet import cite", "wire imports nothing of ours"),
        ("packet.documents", "import interop_course.wire.reader", "packet imports nothing of ours"),
        ("messages.car", "from ..process.journal import Journal", "process, which is to the right of messages"),
        ("messages.car", "from interop_course import process", "process, which is to the right of messages"),
        ("messages.car", "def late():\n    from ..live import answer", "live, which is to the right"),
        ("process.run", 'import_module("interop_course.widgets")', "widgets, which is to the right"),
        ("process.run", 'importlib.import_module("..live", __package__)', "live, which is to the right"),
        ("process.run", 'import_module(f"{COURSE}.widgets")', "cannot be told from the source"),
        ("widgets.quiz", "from interop_course.publish import site", "publish, which is to the right"),
        ("live.door", "from ..publish.lessons import check", "publish, which is to the right"),
        ("publish.site", "from ..cli import main", "cli, which is to the right"),
        ("publish.site", "from ..classroom import Room", "classroom, which is to the right"),
        ("widgets.quiz", "from ..classroom.session import take", "classroom, which is to the right"),
        ("classroom.server", "from ..cli.files import write", "cli, which is to the right"),
        ("classroom.session", "import asyncio", "only the edges touch files"),
        ("classroom.session", "at = datetime.now()", "reads the clock"),
        ("publish.server", "from tornado.web import Application", "only classroom may"),
        ("cli.teaching", "import segno", "only classroom may"),
        ("live.door", "from interop_course import inspect", "import from the stage itself"),
        ("live.door", "import ipywidgets", "only widgets may"),
        ("process.run", "from anywidget.widget import AnyWidget", "only widgets may"),
        ("messages.car", "from sphinx.application import Sphinx", "only publish may"),
        ("assessment.bank", "from pathlib import Path", "only the edges touch files"),
        ("live.door", "from urllib.request import urlopen", "only the edges touch files"),
        ("wire.reader", "data = open('x').read()", "opens a file"),
        ("process.run", "report.write_text('x')", "only the edges write"),
        ("process.run", "at = datetime.now()", "reads the clock"),
        ("process.run", "at = dt.date.today()", "reads the clock"),
        ("process.run", "import random", "more of random than Random"),
        ("process.run", "from random import Random, choice", "more of random than Random"),
        ("process.run", "n = self._rng.choice(names)", "the same everywhere"),
    ],
)
def test_a_planted_fault_is_found(name: str, source: str, fault: str) -> None:
    [finding] = findings(Module(name, source))
    assert fault in finding


@pytest.mark.parametrize("source", ["def helper(): ...", "class Thing: ...", "LIMIT = 4", "names = []"])
def test_an_init_that_defines_something_is_found(source: str) -> None:
    [finding] = findings(Module("wire", source, package=True))
    assert "only hands names on" in finding


@pytest.mark.parametrize(
    ("name", "source", "package"),
    [
        ("messages.car", "from ..wire import record", False),
        ("messages", "from .car import CAR\n\n__all__ = ['CAR']", True),
        ("process.run", "from interop_course.packet import cite", False),
        ("cli", "def late():\n    from .publish import site", False),
        ("cli.teaching", "def late():\n    from ..classroom import Room", False),
        (
            "classroom.server",
            "import asyncio\nfrom tornado.web import Application\nfrom ..widgets import bundle",
            False,
        ),
        ("classroom.session", "from ..assessment import Item\nfrom .errors import NotNow", False),
        ("assessment.record_file", "import os\nfrom pathlib import Path\nPath('x').write_text('y')", False),
        ("widgets.stepper", "import anywidget\nfrom ..live import answer", False),
        ("widgets.quiz", "at = datetime.now(UTC)", False),
        ("widgets.bundle", "from importlib.resources import files", False),
        (
            "process.run",
            "from random import Random\nrandom = Random(seed)\nrandom.getrandbits(8)\nrandom.random()",
            False,
        ),
        ("", '_HOMES = {"cite": "packet"}\n\ndef __getattr__(n):\n    import_module(f".{n}", __name__)', True),
    ],
)
def test_what_the_design_allows_is_left_alone(name: str, source: str, package: bool) -> None:
    assert findings(Module(name, source, package=package)) == []
