"""Writing the messages of a case: which value of the booking, or of an earlier message, goes into which field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from ..messages import (
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
)
from .conditions import too_old
from .parties import Party

if TYPE_CHECKING:
    from .case import Case

Draft = Callable[["Case", datetime], Message]
CJIS_ORI = "WVFBIID00"
LESC_PHONE = "5550100000"


def car(case: Case, now: datetime) -> Message:
    """The submission of a criminal booking, with one image for each finger that is there."""
    b = case.booking
    return CAR(
        dat=now.date(), dai=IAFIS_ORI, ori=b.agency, tcn=case.numbers.tcn, nam=b.nam, sex=b.sex, dob=b.dob,
        pob=b.pob, doa=b.doa, asl=b.asl, oca=b.oca, sid=b.on_file.sid, cri=b.agency, ndr=case.setting.ndr, amp=b.amp,
        prints=tuple(finger for finger in range(1, 11) if finger not in b.amp),
    )  # fmt: skip


def civil(case: Case, now: datetime) -> Message:
    """A civil submission: no arrest, no charge."""
    b = case.booking
    return CivilSubmission(
        ori=b.agency, tcn=case.numbers.tcn, dat=now.date(), nam=b.nam, dob=b.dob, sex=b.sex, purpose=b.asl
    )


def cpi(case: Case, now: datetime) -> Message:
    """The notice of a later arrest in a National Fingerprint File state (NFF sheet, p. 20)."""
    b = case.booking
    return CPI(ori=b.agency, sid=b.on_file.sid, fnu=b.on_file.fbi or "", charge=b.asl)


def copy_of_prints(case: Case, now: datetime) -> Message:
    """The copy that CJIS forwards: the prints of this very booking."""
    b = case.booking
    return IdentQuery(
        tcn=case.numbers.tcn,
        ori=b.agency,
        nam=b.nam,
        dob=b.dob,
        sex=b.sex,
        prints=10 - len(b.amp),
        source="submission",
    )


def master_prints(case: Case, now: datetime) -> Message:
    """The copy made from a CPI: stored prints and default values (NFF sheet, p. 21)."""
    notice = case.message(Kind.CPI)
    assert isinstance(notice, CPI)
    return IdentQuery.from_cpi(notice, tcn=case.numbers.tcn)


def iafis_sre(case: Case, now: datetime) -> Message:
    """The ordinary IAFIS answer, with the FBI number if IAFIS identified the person."""
    b = case.booking
    return IafisSRE(
        dat=now.date(), dai=case.agency.bureau, ori=IAFIS_ORI, tcn=case.numbers.iafis_tcn, tcr=case.numbers.tcn,
        sid=b.on_file.sid, nam=b.nam, srf=b.on_file.fbi is not None, fbi=b.on_file.fbi, oca=b.oca, cri=b.agency,
    )  # fmt: skip


def ivf_notice(case: Case, now: datetime) -> Message:
    """The notice of a hit in the violator file, which is a search by name."""
    return IvfNotice(fbi=case.booking.on_file.fbi or "", nam=case.booking.nam, tcn=case.numbers.tcn)


def idr(case: Case, now: datetime) -> Message:
    """What IDENT returns: at most the five most recent encounters, or none."""
    return IDR.of(case.booking.on_file.encounters)


def iaq(case: Case, now: datetime) -> Message:
    """The query that CJIS builds from the information in the reply of IDENT (FAQ, p. 10)."""
    b, reply = case.booking, case.message(Kind.IDR)
    assert isinstance(reply, IDR)
    return IAQ.from_idr(
        reply, received=now, ori=CJIS_ORI, atn=b.agency, phn=LESC_PHONE, tcn=case.numbers.tcn,
        fbi=b.on_file.fbi, sid=b.on_file.sid,
    )  # fmt: skip


def birthplace_iaq(case: Case, now: datetime) -> Message:
    """The automated query some jurisdictions sent for a birthplace unknown or outside the United States."""
    b = case.booking
    return IAQ(
        received=now, ori=b.agency, atn=b.agency, phn=LESC_PHONE, nam=b.nam, dob=b.dob, sex=b.sex, pob=b.pob,
        tcn=case.numbers.tcn, encounters=(),
    )  # fmt: skip


def receipt(case: Case, now: datetime) -> Message:
    """The computer's acknowledgement of a query."""
    return IaqReceipt(tcn=case.numbers.tcn, received=now)


def iar(case: Case, now: datetime) -> Message:
    """The LESC's answer, which opens with an echo of its query."""
    query = case.message(Kind.IAQ, Party.CJIS)
    assert isinstance(query, IAQ)
    seen: Encounter = query.encounters[0]
    return IAR(
        query=query, status=case.booking.on_file.status, query_id=case.numbers.query,
        nam=seen.nam, dob=seen.dob, pob=seen.pob,
    )  # fmt: skip


def dhs_sre(case: Case, now: datetime) -> Message:
    """The response to the state: the reply of IDENT and, after a match, the answer of the LESC."""
    b, reply = case.booking, case.message(Kind.IDR)
    assert isinstance(reply, IDR)
    answer = case.message(Kind.IAR) if reply.match else None
    assert answer is None or isinstance(answer, IAR)
    return DhsSRE(
        dat=now.date(), dai=case.agency.bureau, tcn=case.numbers.dhs_tcn, tcr=case.numbers.tcn, sid=b.on_file.sid,
        nam=_submitted_name(case), idr=reply, iar=answer, cri=b.agency,
    )  # fmt: skip


def error(case: Case, now: datetime) -> Message:
    """The seven-day filter comes first; only then can a finger be the reason."""
    b, numbers = case.booking, case.numbers
    if too_old(case):
        return ERRT.too_old(
            b.doa,
            dat=now.date(),
            dai=case.agency.bureau,
            tcn=numbers.dhs_tcn,
            tcr=numbers.tcn,
            oca=b.oca,
            cri=b.agency,
        )
    return ERRT.amputated(
        b.amp[0],
        dat=now.date(),
        dai=case.agency.bureau,
        tcn=numbers.dhs_tcn,
        tcr=numbers.tcn,
        oca=b.oca,
        cri=b.agency,
    )


def name_query(case: Case, now: datetime) -> Message:
    """The optional query by name after a no-match."""
    b = case.booking
    return NameQuery(ori=b.agency, nam=b.nam, dob=b.dob, sex=b.sex, pob=b.pob, via="NLETS")


def forward(kind: Kind) -> Draft:
    """Pass on the message that has just arrived, unchanged."""
    return lambda case, now: case.message(kind)


def _submitted_name(case: Case) -> str:
    """Field 2.018 repeats the name that was searched with: for a CPI that is the default value."""
    query = case.message(Kind.IDENT_QUERY)
    assert isinstance(query, IdentQuery)
    return query.nam
