"""Messages to test with: one plain example of each kind, and Hypothesis strategies for all that a kind allows."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from hypothesis import strategies as st

from interop_course.messages import (
    CAR,
    CPI,
    ERRT,
    IAFIS_ORI,
    IAQ,
    IAR,
    IDR,
    CivilSubmission,
    DhsSRE,
    Encounter,
    IafisSRE,
    IaqReceipt,
    IdentQuery,
    IvfNotice,
    Kind,
    Message,
    NameQuery,
    Status,
)

DAY = date(2010, 3, 15)
MOMENT = datetime(2010, 3, 15, 22, 47, 42)
ORI = "XA0010000"
BUREAU = "XA0000000"
TCN = "TRN00000000001"
DHS_TCN = "sscn000000000000001"
SID = "XA00000101"
NAM = "SAMPLE,ALEX"


def encounter(**changes: Any) -> Encounter:
    values = {"eid": "1100000001", "nam": "SAMPLE,ALEX Q", "dob": date(1980, 1, 15), "pob": "XX", "sex": "X"}
    return Encounter(**(values | changes))


def history(n: int, **changes: Any) -> tuple[Encounter, ...]:
    """`n` different encounters, newest first."""
    return tuple(encounter(eid=f"11000000{n - i:02}", dob=date(1980, 1, 1 + i), **changes) for i in range(n))


def car(**changes: Any) -> CAR:
    values = {
        "dat": DAY, "dai": IAFIS_ORI, "ori": ORI, "tcn": TCN, "nam": NAM, "sex": "X", "dob": date(1980, 1, 15),
        "pob": "XX", "doa": DAY, "asl": "COURSE EXAMPLE CHARGE", "cri": ORI,
    }  # fmt: skip
    return CAR(**(values | changes))


def iaq(idr: IDR | None = None, **changes: Any) -> IAQ:
    values = {"received": MOMENT, "ori": "WVFBIID00", "atn": ORI, "phn": "5550100000", "tcn": TCN}
    return IAQ.from_idr(idr or IDR.of(history(2)), **(values | changes))


def iar(query: IAQ | None = None, **changes: Any) -> IAR:
    values = {
        "status": Status.PREVIOUSLY_REMOVED, "query_id": "QRY00000001", "nam": NAM, "dob": date(1980, 1, 15),
        "pob": "XX",
    }  # fmt: skip
    return IAR(query=query or iaq(), **(values | changes))


def iafis_sre(**changes: Any) -> IafisSRE:
    values = {
        "dat": DAY, "dai": BUREAU, "ori": IAFIS_ORI, "tcn": "EXI00000000001", "tcr": TCN, "sid": SID, "nam": NAM,
        "srf": False, "cri": ORI,
    }  # fmt: skip
    return IafisSRE(**(values | changes))


def dhs_sre(idr: IDR, **changes: Any) -> DhsSRE:
    """The response about this IDR, with an IAR if it is a match."""
    values = {
        "dat": DAY, "dai": BUREAU, "tcn": DHS_TCN, "tcr": TCN, "sid": SID, "nam": NAM, "cri": ORI,
        "iar": iar(iaq(idr)) if idr.match else None,
    }  # fmt: skip
    return DhsSRE(idr=idr, **(values | changes))


def errt_rest() -> dict[str, Any]:
    return {"dat": DAY, "dai": BUREAU, "tcn": DHS_TCN, "tcr": TCN, "oca": "TRAINING01", "cri": ORI}


EXAMPLES: dict[Kind, Message] = {
    Kind.CAR: car(),
    Kind.CPI: CPI(ori=ORI, sid=SID, fnu="000000XX1", charge="COURSE EXAMPLE CHARGE"),
    Kind.CIVIL: CivilSubmission(ori=ORI, tcn=TCN, dat=DAY, nam=NAM, dob=DAY, sex="X", purpose="A LICENCE"),
    Kind.IDENT_QUERY: IdentQuery(
        tcn=TCN, ori=ORI, nam=NAM, dob=date(1980, 1, 15), sex="X", prints=10, source="submission"
    ),
    Kind.IAFIS_SRE: iafis_sre(),
    Kind.IDR: IDR.of(history(2, photo="face")),
    Kind.IAQ: iaq(),
    Kind.IAQ_RECEIPT: IaqReceipt(tcn=TCN, received=MOMENT),
    Kind.IAR: iar(),
    Kind.DHS_SRE: dhs_sre(IDR.of(history(2, photo="face"))),
    Kind.ERRT: ERRT.too_old(date(2010, 3, 1), **errt_rest()),
    Kind.IVF_NOTICE: IvfNotice(fbi="000000XX1", nam=NAM, tcn=TCN),
    Kind.NAME_QUERY: NameQuery(ori=ORI, nam=NAM, dob=DAY, sex="X", pob="XX"),
}

_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
moments = st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31, 23, 59, 59)).map(
    lambda moment: moment.replace(microsecond=0)
)
sexes = st.sampled_from(["F", "M", "X"])
_DIGITS = "0123456789"
_PRINTABLE = "".join(map(chr, range(32, 127)))
places = st.text(_CAPITALS[:26], min_size=2, max_size=2)
oris = st.text(_CAPITALS, min_size=9, max_size=9)
tcns = st.text(_CAPITALS + "abcdefghijklmnopqrstuvwxyz-", min_size=10, max_size=40)
sids = st.text(_CAPITALS, min_size=3, max_size=10)
fbis = st.text(_CAPITALS, min_size=1, max_size=9)
lines = st.text(_PRINTABLE, min_size=1, max_size=60).map(str.strip).filter(bool)
case_numbers = st.text(_PRINTABLE, min_size=1, max_size=20).map(str.strip).filter(bool)
_words = st.lists(st.text("ABXYZabxyz'.-", min_size=1, max_size=6), min_size=1, max_size=2).map(" ".join)
names = _words | st.tuples(_words, _words).map(",".join)
photos = st.sampled_from([None, "face", "placeholder"])
fingers = st.permutations(range(1, 11))


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


encounters = st.builds(
    Encounter, eid=st.text(_DIGITS, min_size=4, max_size=15), nam=names, dob=days, pob=places, sex=sexes, photo=photos
)
idrs = st.builds(IDR, encounters=st.lists(encounters, max_size=5).map(tuple))
iaqs = st.builds(
    IAQ, received=moments, ori=oris, atn=oris, phn=st.text(_DIGITS, min_size=10, max_size=10), nam=names,
    dob=days, sex=sexes, pob=places, tcn=tcns, fbi=_maybe(fbis), sid=_maybe(sids), cus=st.sampled_from("YN"),
    off=st.text(_DIGITS, min_size=4, max_size=4), pur=st.sampled_from("CX"),
    encounters=st.lists(encounters.map(lambda each: each.without_photo), max_size=5).map(tuple),
)  # fmt: skip
iars = st.builds(
    IAR, query=iaqs, status=st.sampled_from(Status), query_id=st.text(_CAPITALS, min_size=1, max_size=12),
    nam=names, dob=days, pob=lines,
)  # fmt: skip
_reply = {"dat": days, "dai": oris, "tcn": tcns, "tcr": tcns, "cri": oris}
_fingers = st.tuples(fingers, st.integers(0, 10), st.integers(0, 10)).map(
    lambda drawn: {"prints": tuple(drawn[0][: drawn[1]]), "amp": tuple(drawn[0][drawn[1] :][: drawn[2]])}
)
_sure = {
    "dat": days, "dai": oris, "ori": oris, "tcn": tcns, "nam": names, "sex": sexes, "dob": days, "pob": places,
    "doa": days, "asl": lines, "cri": oris, "oca": _maybe(case_numbers), "sid": _maybe(sids), "fbi": _maybe(fbis),
    "ret": st.booleans(), "rap": st.booleans(), "ndr": _maybe(st.integers(1, 999)),
}  # fmt: skip
STRATEGIES: dict[Kind, st.SearchStrategy[Message]] = {
    Kind.CAR: st.tuples(st.fixed_dictionaries(_sure), _fingers).map(lambda drawn: CAR(**drawn[0], **drawn[1])),
    Kind.CPI: st.builds(CPI, ori=oris, sid=sids, fnu=fbis, charge=_maybe(lines)),
    Kind.CIVIL: st.builds(
        CivilSubmission, ori=oris, tcn=tcns, dat=days, nam=names, dob=days, sex=sexes, purpose=lines
    ),
    Kind.IDENT_QUERY: st.builds(
        IdentQuery, tcn=tcns, ori=oris, nam=names, dob=_maybe(days), sex=sexes | st.just("XX"),
        prints=st.integers(1, 10), source=st.sampled_from(["submission", "master-record"]),
    ),
    Kind.IAFIS_SRE: st.builds(
        IafisSRE, **_reply, ori=oris.filter("USVISIT0Z".__ne__), sid=sids, nam=names, srf=st.booleans(),
        fbi=_maybe(fbis), oca=_maybe(case_numbers),
    ),
    Kind.IDR: idrs,
    Kind.IAQ: iaqs,
    Kind.IAQ_RECEIPT: st.builds(IaqReceipt, tcn=tcns, received=moments),
    Kind.IAR: iars,
    Kind.DHS_SRE: st.tuples(st.fixed_dictionaries({**_reply, "sid": sids, "nam": names, "idr": idrs}), iars).map(
        lambda drawn: DhsSRE(**drawn[0], iar=drawn[1] if drawn[0]["idr"].match else None)
    ),
    Kind.ERRT: st.tuples(st.fixed_dictionaries({**_reply, "oca": _maybe(case_numbers)}), days).map(
        lambda drawn: ERRT.too_old(drawn[1], **drawn[0])
    )
    | st.tuples(st.fixed_dictionaries(_reply), st.integers(1, 10)).map(
        lambda drawn: ERRT.amputated(drawn[1], **drawn[0])
    ),
    Kind.IVF_NOTICE: st.builds(IvfNotice, fbi=fbis, nam=names, tcn=tcns),
    Kind.NAME_QUERY: st.builds(NameQuery, ori=oris, nam=names, dob=days, sex=sexes, pob=places),
}  # fmt: skip
