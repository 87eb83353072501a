"""Messages that fuzzing found worth keeping: together they reach what it reached (see fuzz/wire.py)."""

from __future__ import annotations

import pytest
from wire_cases import kept_corpus
from wire_truths import check_any

CORPUS = kept_corpus()


def test_the_corpus_is_small_and_each_message_in_it_once() -> None:
    assert 100 < len(CORPUS) == len(set(CORPUS)) < 500
    assert sum(map(len, CORPUS)) < 50_000


@pytest.mark.parametrize("part", range(4))
def test_what_fuzzing_kept(part: int) -> None:
    for data in CORPUS[part::4]:
        check_any(data)
