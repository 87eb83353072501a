"""The front end is joined from small sources, and only from forms that the joining understands."""

from __future__ import annotations

import re

import pytest

from interop_course.widgets import BundleError, bundle


def test_a_file_comes_once_and_after_what_it_imports() -> None:
    sources = {
        "top": 'import { a } from "./left.js";\nimport { b } from "./right.js";\nexport const c = a + b;\n',
        "left": 'import { base } from "./base.js";\nexport const a = base;\n',
        "right": 'import { base } from "./base.js";\nexport function b() {}\n',
        "base": "export const base = 1;\n",
        "unused": "export const unused = 1;\n",
    }
    joined = bundle.join(sources, "top")
    assert re.findall(r"^const (\$\w+) =", joined, re.MULTILINE) == ["$base", "$left", "$right", "$top"]
    assert "import" not in joined
    assert "export" not in joined


@pytest.mark.parametrize(
    "line",
    [
        'import x from "./base.js";',
        'import * as x from "./base.js";',
        'import { base as x } from "./base.js";',
        'import "./base.js";',
        'import { base } from "https://example.org/base.js";',
        'import { base } from "../base.js";',
        'const x = await import("./base.js");',
        "const x = import.meta.url;",
        "export default 1;",
        "export { x };",
        'export * from "./base.js";',
        "export let x = 1;",
        "  export const x = 1;",
        'const x = "</script>";',
    ],
)
def test_any_other_form_is_refused_with_file_and_line(line: str) -> None:
    sources = {"top": f"// first\n{line}\n", "base": "export const base = 1;\n"}
    with pytest.raises(BundleError, match=r"top\.js, line 2"):
        bundle.join(sources, "top")


def test_what_is_not_there_is_named() -> None:
    with pytest.raises(BundleError, match=r"top needs gone\.js"):
        bundle.join({"top": 'import { a } from "./gone.js";'}, "top")
    with pytest.raises(BundleError, match=r"base\.js does not export b"):
        bundle.join({"top": 'import { b } from "./base.js";', "base": "export const base = 1;"}, "top")


def test_files_that_need_each_other_are_refused() -> None:
    sources = {
        "a": 'import { b } from "./b.js";\nexport const a = 1;',
        "b": 'import { a } from "./a.js";\nexport const b = 1;',
    }
    with pytest.raises(BundleError, match="a -> b -> a"):
        bundle.join(sources, "a")


def test_the_module_exports_the_widget_and_nothing_else() -> None:
    exports = re.findall(r"^export .*$", bundle.module(), re.MULTILINE)
    assert exports == ["export default $jupyter.widget;"]
    assert not re.search(r"^import", bundle.module(), re.MULTILINE)


def test_the_classic_script_is_a_script_and_no_module() -> None:
    assert not re.search(r"^(import|export)\b", bundle.classic_script(), re.MULTILINE)
    assert "$jupyter" not in bundle.classic_script()


@pytest.mark.parametrize("text", [bundle.module(), bundle.classic_script(), bundle.stylesheet()])
def test_the_front_end_asks_no_other_address_and_ends_no_element(text: str) -> None:
    addresses = set(re.findall(r"\bhttps?://[^\s\"')]+", text)) - {"http://www.w3.org/2000/svg"}
    assert not addresses
    assert "//cdn" not in text
    assert "@import" not in text
    assert "innerHTML" not in text
    assert "</" not in text


def test_every_style_sheet_and_source_is_used() -> None:
    from importlib.resources import files

    front = {item.name for item in files("interop_course.widgets").joinpath("front").iterdir()}
    styles = {name for name in front if name.endswith(".css")}
    assert styles == set(bundle.STYLES)
    joined = bundle.module() + bundle.classic_script() + bundle.progress_script()
    for name in front - styles:
        assert f"const ${name.removesuffix('.js').replace('-', '_')} =" in joined
