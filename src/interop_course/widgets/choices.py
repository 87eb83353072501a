"""The controls of the playground: what a desk enters, what is on file, and what state and agency can do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets

from ..messages import Status
from ..process import AGENCIES, SCENARIOS, Booking, FollowUp, OnFile, Purpose, Setting, encounters

DEFAULT, _ = SCENARIOS["match"].start()

Lists = dict[str, tuple[str, dict[str, Any]]]
"""For each choice its label, and the values to choose from by what the list says."""

_UNKNOWN: dict[str, Any] = {}
_KNOWN = {"fbi": "XF0000001"}

_DESK: Lists = {
    "agency": ("Agency", {agency.name: agency.ori for agency in AGENCIES.values()}),
    "purpose": (
        "Submission",
        {
            "criminal booking": Purpose.CRIMINAL,
            "civil, local agency": Purpose.CIVIL,
            "civil, Office of Personnel Management": Purpose.CIVIL_OPM,
        },
    ),
    "pob": ("Place of birth entered", {"XX, unknown": "XX", "US": "US"}),
}
_FILE: Lists = {
    "iafis": (
        "IAFIS",
        {
            "does not know the person": _UNKNOWN,
            "identifies the person": _KNOWN,
            "identifies; arrested before in this state": _KNOWN | {"arrested_before_here": True},
            "identifies; name in the violator file": _KNOWN | {"ivf": True},
        },
    ),
    "encounters": ("IDENT holds", {"2 encounters": 2, "1 encounter": 1, "7 encounters": 7, "nothing": 0}),
    "status": (
        "The LESC finds",
        {
            "lawful permanent resident": Status.LAWFUL_RESIDENT,
            "naturalized citizen": Status.NATURALIZED,
            "lawfully admitted visitor": Status.VISITOR,
            "removed before": Status.PREVIOUSLY_REMOVED,
            "status not determined": Status.UNDETERMINED,
        },
    ),
    "follow_up": (
        "ICE then",
        {"does nothing the agency sees": FollowUp.NONE, "asks for an interview": FollowUp.INTERVIEW,
         "lodges a detainer": FollowUp.DETAINER},
    ),
}  # fmt: skip
_STATE: Lists = {
    "ngi": (
        "NGI",
        {
            "not yet": {},
            "in place, no repository named": {"ngi": True},
            "in place, repository 9 named": {"ngi": True, "ndr": 9},
        },
    ),
}
_CHECKS = {
    "participates": ("The agency takes part", True),
    "receives": ("The state can receive DHS responses", True),
    "routes": ("The bureau routes them to the agency", True),
    "nff": ("National Fingerprint File state", False),
    "win": ("Western Identification Network state", False),
    "blind_iaq": ("Automated query by birthplace exists", False),
    "may_discontinue": ("The agency may end that query", True),
    "name_query": ("The agency takes the option of a query by name", False),
}
_DESK_CHECKS = {
    "amputated": ("Finger 2 is marked amputated", False),
    "claims_foreign_birth": ("The person claims foreign birth", False),
}


class Choices:
    """One control for each choice, by name, in three groups."""

    def __init__(self) -> None:
        doa = ipywidgets.DatePicker(description="Date of arrest", value=DEFAULT.doa, style=_STYLE, layout=_WIDE)
        self.groups: dict[str, dict[str, Any]] = {
            "At the desk": _dropdowns(_DESK) | {"doa": doa} | _checkboxes(_DESK_CHECKS),
            "On file": _dropdowns(_FILE),
            "State and agency": _dropdowns(_STATE) | _checkboxes(_CHECKS),
        }
        self.controls = {name: control for group in self.groups.values() for name, control in group.items()}

    def observe(self, changed: Callable[[Any], None]) -> None:
        """Call ``changed`` whenever a choice changes."""
        for control in self.controls.values():
            control.observe(changed, "value")

    def booking(self) -> Booking:
        """The chosen booking; raises ValidationError where the choices do not fit together."""
        chosen = {name: control.value for name, control in self.controls.items()}
        on_file = OnFile(
            **chosen["iafis"],
            encounters=encounters(chosen["encounters"]),
            status=chosen["status"],
            follow_up=chosen["follow_up"],
        )
        return Booking(
            agency=chosen["agency"],
            purpose=chosen["purpose"],
            pob=chosen["pob"],
            doa=chosen["doa"],
            booked=DEFAULT.booked,
            amp=(2,) if chosen["amputated"] else (),
            claims_foreign_birth=chosen["claims_foreign_birth"],
            on_file=on_file,
        )

    def setting(self) -> Setting:
        """The chosen setting."""
        return Setting(**self.controls["ngi"].value, **{name: self.controls[name].value for name in _CHECKS})

    def in_words(self) -> list[tuple[str, str]]:
        """Each choice and what is chosen, for the view without controls."""
        return [(control.description, _said(control)) for control in self.controls.values()]


_STYLE = {"description_width": "11em"}
_WIDE = {"width": "30em", "max_width": "100%"}


def _dropdowns(choices: Lists) -> dict[str, Any]:
    return {
        name: ipywidgets.Dropdown(description=label, options=options, style=_STYLE, layout=_WIDE)
        for name, (label, options) in choices.items()
    }


def _checkboxes(choices: dict[str, tuple[str, bool]]) -> dict[str, Any]:
    return {
        name: ipywidgets.Checkbox(description=label, value=value, indent=False, layout=_WIDE)
        for name, (label, value) in choices.items()
    }


def _said(control: Any) -> str:
    if isinstance(control, ipywidgets.Checkbox):
        return "yes" if control.value else "no"
    return str(control.value if isinstance(control, ipywidgets.DatePicker) else control.label)
