"""What changed since 2010 is dated, sourced, and says how well it is known."""

import re
from itertools import groupby

from interop_course.packet import SINCE_2010, Known

YEAR = re.compile(r"\b(20\d\d)\b")


def test_every_line_is_dated_or_says_that_it_is_not() -> None:
    for change in SINCE_2010:
        years = YEAR.findall(change.when)
        assert years or change.when == "not dated", change
        assert all(2010 < int(year) < 2026 for year in years), change


def test_lines_of_a_topic_stand_together_and_in_order() -> None:
    topics = [topic for topic, _ in groupby(change.topic for change in SINCE_2010)]
    assert len(topics) == len(set(topics))


def test_a_secondary_account_says_so() -> None:
    weak = {change.source for change in SINCE_2010 if change.known is Known.SECONDARY}
    assert "casetext.com/case/arizona-v-united-states-7" in weak
    assert "gao.gov/products/GAO-12-708" not in weak
    assert len({known.label for known in Known}) == len(Known)
