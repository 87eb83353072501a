"""A setting: what the state and the agency can do, and how long each leg takes."""

from __future__ import annotations

from random import Random

from pydantic import BaseModel, ConfigDict, Field, model_validator

IDENT_REPOSITORY = 9
_A_YEAR = 365 * 24 * 60


class Delays(BaseModel):
    """Shortest and longest time of each leg, in minutes. The packet gives limits; these times are the course's.

    Attributes:
        submit: from desk to bureau.
        forward: from bureau to CJIS.
        cpi: until the bureau has compared and notified.
        iafis: the search in IAFIS.
        copy_: from CJIS to IDENT.
        ident: the search in IDENT.
        iaq: until the query is built and sent.
        lesc: until the LESC answers.
        reply: from CJIS to the bureau or the network.
        network: from the network (WIN) to the bureau.
        relay: from bureau to desk.
        follow_up: until the local ICE office has decided.
        query: a name query over NLETS.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    submit: tuple[int, int] = (1, 6)
    forward: tuple[int, int] = (1, 10)
    cpi: tuple[int, int] = (20, 600)
    iafis: tuple[int, int] = (15, 90)
    copy_: tuple[int, int] = Field(default=(1, 2), alias="copy")
    ident: tuple[int, int] = (3, 20)
    iaq: tuple[int, int] = (1, 2)
    lesc: tuple[int, int] = (15, 120)
    reply: tuple[int, int] = (1, 3)
    network: tuple[int, int] = (1, 5)
    relay: tuple[int, int] = (1, 6)
    follow_up: tuple[int, int] = (20, 600)
    query: tuple[int, int] = (2, 10)

    @model_validator(mode="after")
    def _ordered(self) -> Delays:
        for name in type(self).model_fields:
            low, high = getattr(self, name)
            if not 0 < low <= high <= _A_YEAR:
                leg = name.rstrip("_")
                raise ValueError(f"{leg}: give (shortest, longest) minutes with 0 < shortest <= longest <= {_A_YEAR}")
        return self

    def draw(self, random: Random) -> dict[str, int]:
        """One length in minutes for each leg. Uses `Random.random()` alone, which is the same on every Python."""
        legs = {}
        for name in type(self).model_fields:
            low, high = getattr(self, name)
            legs[name.rstrip("_")] = low + int(random.random() * (high - low + 1))
        return legs


class Setting(BaseModel):
    """What the state and the agency can do. The default is an agency that takes part in a fully capable state.

    Attributes:
        participates: whether the agency takes part in interoperability.
        receives: whether the state bureau can receive a DHS response at all.
        routes: whether the bureau passes it on to the local agency.
        nff: whether it is a National Fingerprint File state.
        win: whether DHS responses reach the state through the Western Identification Network.
        ngi: whether it is after Next Generation Identification.
        ndr: the repository number that was entered; it needs ``ngi``.
        blind_iaq: whether an automated query by birthplace existed.
        may_discontinue: whether the agency may end that query.
        name_query: whether the agency takes the option of a name query after a no-match.
        delays: how long each leg takes.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    participates: bool = True
    receives: bool = True
    routes: bool = True
    nff: bool = False
    win: bool = False
    ngi: bool = False
    ndr: int | None = None
    blind_iaq: bool = False
    may_discontinue: bool = True
    name_query: bool = False
    delays: Delays = Delays()

    @model_validator(mode="after")
    def _repository_needs_ngi(self) -> Setting:
        if self.ndr is not None and not self.ngi:
            raise ValueError("the repository number (ndr) is a field of NGI: set ngi=True with it")
        return self

    @property
    def wants_reply(self) -> bool:
        """Under NGI a DHS reply comes only on request, by repository number 9 (FAQ, p. 10)."""
        return not self.ngi or self.ndr == IDENT_REPOSITORY
