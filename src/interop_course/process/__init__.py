"""Who sends what to whom, when, and on which condition: a booking goes in, a journal comes out."""

from .booking import YEARS, Booking, FollowUp, OnFile, Purpose
from .case import Case, Send, Transition
from .clock import Clock
from .county import Tally, simulate
from .errors import ImpossibleTransition, NoSuchEntry, ProcessError, UnknownAgency, UnknownScenario
from .forms import FORMS, Shown
from .journal import Entry, Journal, Rule
from .parties import AGENCIES, Agency, Party, agency
from .run import open_case, run
from .scenarios import SCENARIOS, Scenario, encounters, scenario, shift
from .setting import Delays, Setting
from .signals import Event, Signal
from .transitions import ROWS, TRANSITIONS

__all__ = [
    "AGENCIES",
    "FORMS",
    "ROWS",
    "SCENARIOS",
    "TRANSITIONS",
    "YEARS",
    "Agency",
    "Booking",
    "Case",
    "Clock",
    "Delays",
    "Entry",
    "Event",
    "FollowUp",
    "ImpossibleTransition",
    "Journal",
    "NoSuchEntry",
    "OnFile",
    "Party",
    "ProcessError",
    "Purpose",
    "Rule",
    "Scenario",
    "Send",
    "Setting",
    "Shown",
    "Signal",
    "Tally",
    "Transition",
    "UnknownAgency",
    "UnknownScenario",
    "agency",
    "encounters",
    "open_case",
    "run",
    "scenario",
    "shift",
    "simulate",
]  # fmt: skip
