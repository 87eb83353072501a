"""`interop-course items check`: what is covered, every fault, and an exit status that tells of faults."""

import pytest

from interop_course.assessment import BANK, checks, coverage
from interop_course.cli import main


def test_the_tables_list_every_objective_and_every_element(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["items", "check"])
    said = capsys.readouterr().out
    listed = {line.split("│")[1].strip() for line in said.splitlines() if line.startswith("│")} - {""}
    assert listed == {objective.id for objective in BANK.objectives} | set(coverage.elements())
    faults = checks.check_bank()
    assert said.splitlines()[-1] == f"{len(BANK.items)} items, {len(faults)} faults in the question bank"
    assert status == (1 if faults else 0)


def test_a_fault_is_printed_and_changes_the_exit_status(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = checks.Finding("keys", "step-4/who-asks", "Its own key is graded as wrong.")
    monkeypatch.setattr(checks, "check_bank", lambda: (fault,))
    assert main(["items", "check"]) == 1
    assert "keys: step-4/who-asks: Its own key is graded as wrong." in capsys.readouterr().out
    monkeypatch.setattr(checks, "check_bank", lambda: ())
    assert main(["items", "check"]) == 0
