"""Decisions with their grounds: what the packet answers to the questions that an officer really asks."""

from interop_course.rules.authority import Action, Basis, Exemption, Situation, may_act, may_select_by_origin
from interop_course.rules.civil import Submitter, may_search
from interop_course.rules.complaint import Channel, Completeness, Conduct, Draft, lacking, may_concern, review
from interop_course.rules.cooperation import REQUESTED, is_duty, must_query_after_no_match
from interop_course.rules.decision import Decision, Outcome, Rule
from interop_course.rules.detainer_clock import Deadline, Wording, deadline, federal_holidays
from interop_course.rules.errors import NoCalendar, NotACode, NotRequested, RulesError
from interop_course.rules.offense_levels import Level, drug_level, level_of
from interop_course.rules.permitted_use import Agency, Material, Purpose, Standing, Use, may_use
from interop_course.rules.replies import Contact, Question, Reply, silence_means_no_match, tell_apart, whom_to_ask
from interop_course.rules.retention import Holding, may_keep
from interop_course.rules.sharing import Disclosure, Recipient, may_share

__all__ = [
    "REQUESTED",
    "Action",
    "Agency",
    "Basis",
    "Channel",
    "Completeness",
    "Conduct",
    "Contact",
    "Deadline",
    "Decision",
    "Disclosure",
    "Draft",
    "Exemption",
    "Holding",
    "Level",
    "Material",
    "NoCalendar",
    "NotACode",
    "NotRequested",
    "Outcome",
    "Purpose",
    "Question",
    "Recipient",
    "Reply",
    "Rule",
    "RulesError",
    "Situation",
    "Standing",
    "Submitter",
    "Use",
    "Wording",
    "deadline",
    "drug_level",
    "federal_holidays",
    "is_duty",
    "lacking",
    "level_of",
    "may_act",
    "may_concern",
    "may_keep",
    "may_search",
    "may_select_by_origin",
    "may_share",
    "may_use",
    "must_query_after_no_match",
    "review",
    "silence_means_no_match",
    "tell_apart",
    "whom_to_ask",
]
