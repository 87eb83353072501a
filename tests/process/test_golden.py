"""Golden runs: the digest of every situation is pinned, so that a change of bytes is a decision and not an accident.

After a change that is meant, write the digests anew: python tests/process/test_golden.py
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from interop_course.process import SCENARIOS, scenario

GOLDEN = Path(__file__).with_name("golden.json")


@pytest.mark.parametrize("name", SCENARIOS)
def test_digest(name: str) -> None:
    assert scenario(name).digest == json.loads(GOLDEN.read_text())[name]


if __name__ == "__main__":
    digests = {name: scenario(name).digest for name in SCENARIOS}
    GOLDEN.write_text(json.dumps(digests, indent=2) + "\n")
