"""Finding the checkout from a folder inside it."""

from pathlib import Path

import pytest

from interop_course.publish.checkout import find_checkout
from interop_course.publish.errors import NoCheckout


def test_it_is_found_from_any_folder_inside(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_checkout(root / "tests" / "publish") == root
    monkeypatch.chdir(root / "src")
    assert find_checkout() == root


def test_a_folder_outside_is_refused(tmp_path: Path) -> None:
    Path(tmp_path, "_config.yml").touch()
    with pytest.raises(NoCheckout, match="not inside a checkout"):
        find_checkout(tmp_path)
