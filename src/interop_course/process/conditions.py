"""The questions on which the process turns. Each answers one of them for one case."""

from __future__ import annotations

from collections.abc import Callable

from .booking import UNITED_STATES, FollowUp, Purpose
from .case import Case
from .clock import SEVEN_DAYS

Condition = Callable[[Case], bool]


def always(case: Case) -> bool:
    """Whatever the case."""
    return True


def criminal(case: Case) -> bool:
    """A criminal booking."""
    return case.booking.criminal


def civil_local(case: Case) -> bool:
    """A civil submission of a state or local agency."""
    return case.booking.purpose is Purpose.CIVIL


def civil_opm(case: Case) -> bool:
    """A civil submission of the Office of Personnel Management."""
    return case.booking.purpose is Purpose.CIVIL_OPM


def later_nff_arrest(case: Case) -> bool:
    """A later arrest in a National Fingerprint File state."""
    return case.setting.nff and case.booking.on_file.arrested_before_here


def car_state(case: Case) -> bool:
    """A first arrest, or a state outside the National Fingerprint File."""
    return not later_nff_arrest(case)


def too_old(case: Case) -> bool:
    """The arrest is more than seven days back."""
    return case.setting.participates and case.booking.arrest_age > SEVEN_DAYS


def amputated(case: Case) -> bool:
    """A finger is marked amputated, and the arrest is recent."""
    return case.setting.participates and not too_old(case) and bool(case.booking.amp)


def searchable(case: Case) -> bool:
    """Nothing keeps a CAR from being searched in IDENT."""
    return case.setting.participates and not too_old(case) and not amputated(case)


def participates(case: Case) -> bool:
    """The agency takes part."""
    return case.setting.participates


def stands_apart(case: Case) -> bool:
    """The agency does not take part."""
    return not case.setting.participates


def answered_by_sre(case: Case) -> bool:
    """IAFIS answers a local submission through the state; how it answers a federal office the packet does not say."""
    return case.booking.purpose is not Purpose.CIVIL_OPM


def violator_file(case: Case) -> bool:
    """IAFIS identifies a record that is in the violator file."""
    return case.booking.criminal and case.booking.on_file.ivf


def violator_file_ngi(case: Case) -> bool:
    """The same, after NGI."""
    return violator_file(case) and case.setting.ngi


def match(case: Case) -> bool:
    """IDENT holds a record of the person."""
    return bool(case.booking.on_file.encounters)


def no_match(case: Case) -> bool:
    """IDENT holds none."""
    return not match(case)


def not_criminal(case: Case) -> bool:
    """A civil search."""
    return not criminal(case)


def _reply_leaves(case: Case) -> bool:
    return case.setting.receives and case.setting.wants_reply


def reply_direct(case: Case) -> bool:
    """The reply can go straight to the bureau."""
    return _reply_leaves(case) and not case.setting.win


def reply_by_network(case: Case) -> bool:
    """The reply goes by way of WIN."""
    return _reply_leaves(case) and case.setting.win


def cannot_receive(case: Case) -> bool:
    """The state cannot receive DHS replies."""
    return not case.setting.receives


def not_asked_for(case: Case) -> bool:
    """After NGI, nobody named repository 9."""
    return case.setting.receives and not case.setting.wants_reply


def no_reply(case: Case) -> bool:
    """No reply leaves CJIS for the state."""
    return not _reply_leaves(case)


def routes(case: Case) -> bool:
    """The bureau passes replies on to the desk."""
    return case.setting.routes


def does_not_route(case: Case) -> bool:
    """The bureau does not."""
    return not case.setting.routes


def interview(case: Case) -> bool:
    """ICE wants to speak with the person."""
    return case.booking.on_file.follow_up is FollowUp.INTERVIEW


def detainer(case: Case) -> bool:
    """ICE finds a detainer appropriate."""
    return case.booking.on_file.follow_up is FollowUp.DETAINER


def takes_name_query(case: Case) -> bool:
    """No match, foreign birth claimed, and the agency takes the option of a query."""
    return no_match(case) and case.booking.claims_foreign_birth and case.setting.name_query


def _birthplace_query(case: Case) -> bool:
    return criminal(case) and case.setting.blind_iaq and case.booking.pob != UNITED_STATES


def blind_iaq_kept(case: Case) -> bool:
    """The jurisdiction sends automated birthplace queries and may not end them."""
    return _birthplace_query(case) and not (case.setting.participates and case.setting.may_discontinue)


def blind_iaq_off(case: Case) -> bool:
    """It sent them and has ended them."""
    return _birthplace_query(case) and case.setting.participates and case.setting.may_discontinue


def _all(*parts: Condition) -> Condition:
    return lambda case: all(part(case) for part in parts)


criminal_match = _all(criminal, match)
no_match_direct = _all(criminal, no_match, reply_direct)
no_match_by_network = _all(criminal, no_match, reply_by_network)
no_match_cannot_receive = _all(criminal, no_match, cannot_receive)
no_match_not_asked_for = _all(criminal, no_match, not_asked_for)
routes_no_match = _all(routes, no_match)
routes_match = _all(routes, match)
unrouted_no_match = _all(does_not_route, no_match)
unrouted_match = _all(does_not_route, match)
