"""The front end as one text: an ES module for anywidget, a classic script for pages, one style sheet.

The sources in ``front/`` are joined as they are. Each file becomes a function that returns what it exports, so
names never collide and the script needs no loader: it also works from ``file://``. Only these forms are accepted,
each on a line of its own, and everything else that says import or export is refused:

    import { a, b } from "./file.js";
    export function a…    export async function a…    export const a…    export class a…
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from .errors import BundleError

STYLES = (
    "palette.css",
    "frame.css",
    "inspector.css",
    "inspector-bytes.css",
    "stepper.css",
    "question.css",
    "scene.css",
    "practice.css",
    "learning.css",
    "print.css",
)

_IMPORT = re.compile(r'import \{ (\w+(?:, \w+)*) \} from "\./([a-z-]+)\.js";')
_EXPORT = re.compile(r"export ((?:async )?function|const|class) (\w+)")
_SUSPECT = re.compile(r"^\s*(import|export)\b|\bimport\s*[(.]|</script", re.IGNORECASE)


@cache
def module() -> str:
    """The ES module that anywidget loads: its default export has ``render``."""
    return _banner() + join(sources(), "jupyter") + "export default $jupyter.widget;\n"


@cache
def classic_script() -> str:
    """The script for pages: it brings every stored widget of the document to life once it is parsed.

    It works in a ``<script src>``, with ``defer`` or without, from a server or from a folder.
    """
    return page_script("page", sources())


@cache
def progress_script() -> str:
    """The script for pages without a widget: which lessons are done, and where to go on. The other one has it too."""
    return page_script("progress-page", sources())


@cache
def stylesheet() -> str:
    """All style sheets in the order of the cascade."""
    return "\n".join(_read(name) for name in STYLES)


def page_script(entry: str, sources: Mapping[str, str]) -> str:
    """A script for pages that calls the ``start`` of one of the sources once the document is parsed."""
    start = f"{_variable(entry)}.start(document)"
    begin = (
        'if (document.readyState === "loading") {\n'
        f'  document.addEventListener("DOMContentLoaded", () => {start});\n'
        f"}} else {start};\n"
    )
    return f'{_banner()}(() => {{\n"use strict";\n{join(sources, entry)}{begin}}})();\n'


def join(sources: Mapping[str, str], entry: str) -> str:
    """Join ``entry`` and what it needs, each file once and after what it imports.

    ``sources`` maps file names without ``.js`` to their text. Raises BundleError for a form that is not accepted,
    a file or a name that is not there, and files that need each other.
    """
    joined: dict[str, tuple[str, set[str]]] = {}
    _add(sources, entry, joined, ())
    return "".join(text for text, _ in joined.values())


def _add(
    sources: Mapping[str, str], name: str, joined: dict[str, tuple[str, set[str]]], path: tuple[str, ...]
) -> set[str]:
    if name in path:
        raise BundleError(f"files need each other: {' -> '.join((*path, name))}")
    if name in joined:
        return joined[name][1]
    if name not in sources:
        raise BundleError(f"{path[-1] if path else 'the bundle'} needs {name}.js, which is not there")
    lines: list[str] = []
    exports: list[str] = []
    for number, line in enumerate(sources[name].splitlines(), 1):
        where = f"{name}.js, line {number}"
        if found := _IMPORT.fullmatch(line):
            wanted, other = found[1].split(", "), found[2]
            there = _add(sources, other, joined, (*path, name))
            if missing := [want for want in wanted if want not in there]:
                raise BundleError(f"{where}: {other}.js does not export {', '.join(missing)}")
            lines.append(f"const {{ {found[1]} }} = {_variable(other)};")
        elif found := _EXPORT.match(line):
            exports.append(found[2])
            lines.append(line.removeprefix("export "))
        elif _SUSPECT.search(line):
            raise BundleError(f"{where}: this form is not accepted: {line.strip()}")
        else:
            lines.append(line)
    body = "\n".join(lines)
    joined[name] = (
        f"const {_variable(name)} = (() => {{\n{body}\nreturn {{ {', '.join(exports)} }};\n}})();\n",
        set(exports),
    )
    return joined[name][1]


def _variable(name: str) -> str:
    return "$" + name.replace("-", "_")


def _banner() -> str:
    return "// Joined from the sources in interop_course/widgets/front; edit those.\n"


def sources(package: str = "interop_course.widgets") -> dict[str, str]:
    """The scripts in the ``front/`` of a package, by their names without ``.js``."""
    front = files(package).joinpath("front")
    return {
        item.name.removesuffix(".js"): item.read_text("utf-8") for item in front.iterdir() if item.name.endswith(".js")
    }


def _read(name: str) -> str:
    return files("interop_course.widgets").joinpath("front", name).read_text("utf-8")
