"""The tests of texts report how hard the lessons and pages are to read."""

from tests.text.reading import pytest_terminal_summary

__all__ = ["pytest_terminal_summary"]
