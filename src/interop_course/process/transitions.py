"""The process as data: for everything that can arrive anywhere, what its receiver then sends, when, and why.

Read it from top to bottom and you have followed a booking through the seven steps. `TRANSITIONS` groups the rows by
the edge on which something arrives; an edge that is not there is impossible. Sources: process flow (p. 19), SOP 2.1
and 3.1 (pp. 46-50), FAQ (pp. 8-12), National Fingerprint File (pp. 20-21), sample errors (p. 31).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..messages import Kind
from . import conditions as if_
from . import drafting as draft
from . import rulebook as r
from .case import Edge, Send, Transition
from .parties import Party
from .signals import Event

LEA, SIB, WIN, CJIS, IDENT, LESC, ICE = Party

# fmt: off
ROWS: tuple[Transition, ...] = (
    # Step 1: from the desk to CJIS, and the IAFIS answer back.
    Transition(
        (LEA, Event.BOOKED, LEA), "a criminal booking", if_.criminal, r.SUBMIT,
        (Send(Kind.CAR, SIB, 1, "The desk sends the prints to its state bureau", "submit", draft.car),),
    ),
    Transition(
        (LEA, Event.BOOKED, LEA), "a civil submission of a local agency", if_.civil_local, r.NO_CIVIL,
        (Send(Kind.CIVIL, SIB, 1, "A civil submission goes to the state bureau", "submit", draft.civil),),
    ),
    Transition(
        (LEA, Event.BOOKED, LEA), "a civil submission of OPM", if_.civil_opm, r.OPM,
        (Send(Kind.CIVIL, CJIS, 1, "A federal civil submission reaches CJIS", "submit", draft.civil,
              note="The packet does not describe the way it takes."),),
    ),
    Transition(
        (LEA, Event.BOOKED, LEA), "automated birthplace query, agency may end it", if_.blind_iaq_off, r.BLIND,
        (Send(Event.IAQ_OFF, LEA, 1, "The automated query by birthplace is switched off"),),
    ),
    Transition(
        (LEA, Event.BOOKED, LEA), "automated birthplace query, agency may not end it", if_.blind_iaq_kept, r.BLIND,
        (Send(Kind.IAQ, LESC, 1, "An automated query by birthplace goes out as before", "query", draft.birthplace_iaq,
              note="It rests on an entry at the desk, not on prints."),),
    ),
    Transition((LEA, Event.IAQ_OFF, LEA), "automated query ended", if_.always, r.BLIND),
    Transition(
        (LEA, Kind.IAQ, LESC), "automated query received", if_.always, r.BLIND,
        (Send(Event.UNDESCRIBED, LESC, 1, "The packet does not describe the answer to an automated local query"),),
    ),
    Transition(
        (LEA, Kind.CAR, SIB), "first arrest, or a state outside the National Fingerprint File",
        if_.car_state, r.FORWARD,
        (Send(Kind.CAR, CJIS, 1, "The bureau sends the prints on to CJIS", "forward", draft.forward(Kind.CAR)),),
    ),
    Transition(
        (LEA, Kind.CAR, SIB), "later arrest in a National Fingerprint File state", if_.later_nff_arrest, r.NFF_LATER,
        (Send(Event.KNOWN_HERE, SIB, 1, "The bureau finds the person in its own file", "cpi",
              note="The new prints stay with the state."),),
    ),
    Transition(
        (SIB, Event.KNOWN_HERE, SIB), "later arrest in a National Fingerprint File state", if_.always, r.NFF_LATER,
        (Send(Kind.CPI, CJIS, 1, "The bureau sends a CPI notice instead of a CAR", "forward", draft.cpi,
              open=("C46",)),),
    ),
    Transition(
        (LEA, Kind.CIVIL, SIB), "a civil submission of a local agency", if_.always, r.FORWARD,
        (Send(Kind.CIVIL, CJIS, 1, "The bureau sends the civil submission on", "forward", draft.forward(Kind.CIVIL)),),
    ),
    Transition(
        (SIB, Kind.CAR, CJIS), "every CAR", if_.always, r.IAFIS,
        (Send(Event.IAFIS_DONE, CJIS, 1, "The IAFIS search ends", "iafis"),),
    ),
    Transition(
        (CJIS, Event.IAFIS_DONE, CJIS), "every submission through a state", if_.answered_by_sre, r.IAFIS,
        (Send(Kind.IAFIS_SRE, SIB, 1, "IAFIS answers as it always has", "reply", draft.iafis_sre),),
    ),
    Transition(
        (CJIS, Event.IAFIS_DONE, CJIS), "a federal civil submission", if_.civil_opm, r.OPM,
        (Send(Event.UNDESCRIBED, CJIS, 1, "The packet does not say how IAFIS answers a federal civil submission"),),
    ),
    Transition(
        (CJIS, Kind.IAFIS_SRE, SIB), "every IAFIS answer", if_.always, r.IAFIS,
        (Send(Kind.IAFIS_SRE, LEA, 1, "The bureau passes the IAFIS answer on",
              "relay", draft.forward(Kind.IAFIS_SRE)),),
    ),
    Transition((SIB, Kind.IAFIS_SRE, LEA), "every IAFIS answer", if_.always, r.IAFIS),
    # The violator file: by name, without any match in IDENT.
    Transition(
        (CJIS, Event.IAFIS_DONE, CJIS), "IAFIS identification, record in the violator file", if_.violator_file, r.IVF,
        (Send(Kind.IVF_NOTICE, LESC, 1, "A hit in the violator file is notified to the LESC", "iaq", draft.ivf_notice,
              note="This rests on a name, not on a match in IDENT. The agency is not told."),),
    ),
    Transition(
        (CJIS, Event.IAFIS_DONE, CJIS), "the same, after NGI", if_.violator_file_ngi, r.IVF,
        (Send(Kind.IVF_NOTICE, SIB, 1, "Under NGI the agency is notified too", "reply", draft.ivf_notice,
              note="A plan as of March 2010."),),
    ),
    Transition((CJIS, Kind.IVF_NOTICE, LESC), "violator file hit", if_.always, r.IVF),
    Transition(
        (CJIS, Kind.IVF_NOTICE, SIB), "violator file hit after NGI", if_.always, r.IVF,
        (Send(Kind.IVF_NOTICE, LEA, 1, "The bureau passes the notice on", "relay", draft.forward(Kind.IVF_NOTICE)),),
    ),
    Transition((SIB, Kind.IVF_NOTICE, LEA), "violator file hit after NGI", if_.always, r.IVF),
    # Step 2: the search in IDENT, or the reason why there is none.
    Transition(
        (SIB, Kind.CAR, CJIS), "the agency takes part, nothing stands in the way", if_.searchable, r.COPY,
        (Send(Kind.IDENT_QUERY, IDENT, 2, "CJIS sends a copy of the prints to IDENT", "copy", draft.copy_of_prints,
              open=("C45",)),),
    ),
    Transition(
        (SIB, Kind.CAR, CJIS), "arrest more than seven days back", if_.too_old, r.SEVEN_DAYS,
        (Send(Event.REJECTED, CJIS, 2, "The arrest is more than seven days back: the filter stops the prints",
              open=("C49",), note="IAFIS goes on as always. The packet does not say whether IDENT was searched."),),
    ),
    Transition(
        (SIB, Kind.CAR, CJIS), "a finger marked amputated", if_.amputated, r.AMPUTATED,
        (Send(Event.REJECTED, CJIS, 2, "A finger is marked amputated: the submission is refused", open=("C49",),
              note="IAFIS goes on as always. The packet does not say whether IDENT was searched."),),
    ),
    Transition(
        (CJIS, Event.REJECTED, CJIS), "refused, state able to receive", if_.reply_direct, r.ERROR_REPLY,
        (Send(Kind.ERRT, SIB, 2, "An error reply goes to the bureau", "reply", draft.error),),
    ),
    Transition(
        (CJIS, Event.REJECTED, CJIS), "refused, WIN state", if_.reply_by_network, r.WIN,
        (Send(Kind.ERRT, WIN, 2, "An error reply goes to the network", "reply", draft.error),),
    ),
    Transition(
        (CJIS, Event.REJECTED, CJIS), "refused, no reply to the state", if_.no_reply, r.CAPABLE,
        (Send(Event.NOT_SENT, CJIS, 2, "The error reply is not sent to the state"),),
    ),
    Transition(
        (CJIS, Kind.ERRT, WIN), "refused, WIN state", if_.always, r.WIN,
        (Send(Kind.ERRT, SIB, 2, "The network passes the error to the state", "network", draft.forward(Kind.ERRT)),),
    ),
    *(
        row
        for source in (CJIS, WIN)
        for row in (
            Transition(
                (source, Kind.ERRT, SIB), "refused, state routes", if_.routes, r.ERROR_REPLY,
                (Send(Kind.ERRT, LEA, 2, "The bureau passes the error on", "relay", draft.forward(Kind.ERRT)),),
            ),
            Transition(
                (source, Kind.ERRT, SIB), "refused, state does not route", if_.does_not_route, r.CAPABLE,
                (Send(Event.NOT_ROUTED, SIB, 2, "The error stays at the bureau: the state does not route it"),),
            ),
        )
    ),
    Transition((SIB, Kind.ERRT, LEA), "refused", if_.always, r.ERROR_REPLY),
    Transition(
        (SIB, Kind.CAR, CJIS), "the agency does not take part", if_.stands_apart, r.TAKES_PART,
        (Send(Event.NOT_SEARCHED, CJIS, 2, "No search in IDENT: the agency does not take part"),),
    ),
    Transition((CJIS, Event.NOT_SEARCHED, CJIS), "no search in IDENT", if_.always, r.TAKES_PART),
    Transition(
        (SIB, Kind.CIVIL, CJIS), "a civil submission of a local agency", if_.always, r.IAFIS,
        (Send(Event.IAFIS_DONE, CJIS, 1, "The IAFIS search ends", "iafis"),),
    ),
    Transition(
        (SIB, Kind.CIVIL, CJIS), "a civil submission of a local agency", if_.always, r.NO_CIVIL,
        (Send(Event.NOT_SEARCHED, CJIS, 2, "No search in IDENT: a civil submission"),),
    ),
    Transition(
        (LEA, Kind.CIVIL, CJIS), "a civil submission of OPM", if_.always, r.OPM,
        (
            Send(Event.IAFIS_DONE, CJIS, 1, "The IAFIS search ends", "iafis"),
            Send(Kind.IDENT_QUERY, IDENT, 2, "CJIS sends the prints to IDENT",
                  "copy", draft.copy_of_prints, open=("C12",)),
        ),
    ),
    Transition(
        (SIB, Kind.CPI, CJIS), "a CPI of an agency that takes part", if_.participates, r.NFF_MASTER,
        (Send(Kind.IDENT_QUERY, IDENT, 2, "CJIS sends the stored prints to IDENT", "copy", draft.master_prints,
              note="The prints are those of the master record; name, birth date and sex are fillers."),),
    ),
    Transition(
        (SIB, Kind.CPI, CJIS), "a CPI of an agency that does not take part", if_.stands_apart, r.TAKES_PART,
        (Send(Event.NOT_SEARCHED, CJIS, 2, "No search in IDENT: the agency does not take part"),),
    ),
    # Step 3: nothing found.
    Transition(
        (CJIS, Kind.IDENT_QUERY, IDENT), "no match", if_.no_match, r.KEEP,
        (Send(Event.NOT_KEPT, IDENT, 3, "IDENT finds nothing and keeps nothing", "ident"),),
    ),
    Transition(
        (IDENT, Event.NOT_KEPT, IDENT), "no match", if_.always, r.NO_MATCH,
        (Send(Kind.IDR, CJIS, 3, "IDENT returns a no-match reply", None, draft.idr),),
    ),
    Transition(
        (IDENT, Kind.IDR, CJIS), "no match, state able to receive", if_.no_match_direct, r.CAPABLE,
        (Send(Kind.DHS_SRE, SIB, 3, "CJIS sends the no-match reply to the bureau", "reply", draft.dhs_sre,
              open=("C37", "C40")),),
    ),
    Transition(
        (IDENT, Kind.IDR, CJIS), "no match, WIN state", if_.no_match_by_network, r.WIN,
        (Send(Kind.DHS_SRE, WIN, 3, "CJIS sends the no-match reply to the network", "reply", draft.dhs_sre),),
    ),
    Transition(
        (IDENT, Kind.IDR, CJIS), "no match, state unable to receive", if_.no_match_cannot_receive, r.CAPABLE,
        (Send(Event.NOT_SENT, CJIS, 3, "The no-match reply stops here: the state cannot receive it", open=("C40",),
              note="The agency hears nothing. Silence is not a no-match."),),
    ),
    Transition(
        (IDENT, Kind.IDR, CJIS), "no match, NGI without repository 9", if_.no_match_not_asked_for, r.NDR,
        (Send(Event.NOT_SENT, CJIS, 3, "The no-match reply is not sent: nobody asked for it", open=("C54",)),),
    ),
    Transition((CJIS, Event.NOT_SENT, CJIS), "reply not sent", if_.always, r.CAPABLE),
    # Step 4: a match, and the query that CJIS makes of it.
    Transition(
        (CJIS, Kind.IDENT_QUERY, IDENT), "match", if_.match, r.KEEP,
        (Send(Event.KEPT, IDENT, 4, "IDENT finds a match and keeps the submission", "ident"),),
    ),
    Transition(
        (IDENT, Event.KEPT, IDENT), "match", if_.always, r.MATCH,
        (Send(Kind.IDR, CJIS, 4, "IDENT returns a match reply", None, draft.idr,
              note="It ties prints to a record. It holds no immigration status."),),
    ),
    Transition(
        (IDENT, Kind.IDR, CJIS), "match", if_.criminal_match, r.IAQ,
        (Send(Kind.IAQ, LESC, 4, "CJIS builds a query and sends it to the LESC", "iaq", draft.iaq, open=("C21",)),),
    ),
    Transition(
        (IDENT, Kind.IDR, CJIS), "a civil search of OPM", if_.not_criminal, r.OPM,
        (Send(Event.UNDESCRIBED, CJIS, 4, "The packet does not describe what follows a civil search"),),
    ),
    Transition((CJIS, Event.UNDESCRIBED, CJIS), "not described", if_.always, r.OPM),
    Transition((LESC, Event.UNDESCRIBED, LESC), "not described", if_.always, r.BLIND),
    Transition(
        (CJIS, Kind.IAQ, LESC), "match", if_.always, r.RECEIPT,
        (Send(Kind.IAQ_RECEIPT, CJIS, 4, "The LESC's computer acknowledges the query",
              None, draft.receipt, open=("C20",)),),
    ),
    Transition((LESC, Kind.IAQ_RECEIPT, CJIS), "match", if_.always, r.RECEIPT),
    # Step 5: one answer, to two at the same time.
    Transition(
        (CJIS, Kind.IAQ, LESC), "match", if_.always, r.IAR,
        (
            Send(Kind.IAR, CJIS, 5, "The LESC answers CJIS", "lesc", draft.iar, open=("C16", "C17")),
            Send(Kind.IAR, ICE, 5, "The LESC gives the same answer to the local ICE office", "lesc", draft.iar),
        ),
    ),
    # Step 6: one combined response.
    Transition(
        (LESC, Kind.IAR, CJIS), "match, state able to receive", if_.reply_direct, r.CAPABLE,
        (Send(Kind.DHS_SRE, SIB, 6, "CJIS joins both replies in one response", "reply", draft.dhs_sre, open=("C41",)),),
    ),
    Transition(
        (LESC, Kind.IAR, CJIS), "match, WIN state", if_.reply_by_network, r.WIN,
        (Send(Kind.DHS_SRE, WIN, 6, "CJIS sends the joint response to the network", "reply", draft.dhs_sre),),
    ),
    Transition(
        (LESC, Kind.IAR, CJIS), "match, state unable to receive", if_.cannot_receive, r.CAPABLE,
        (Send(Event.NOT_SENT, CJIS, 6, "The joint response stops here: the state cannot receive it",
              note="The local ICE office has its copy all the same."),),
    ),
    Transition(
        (LESC, Kind.IAR, CJIS), "match, NGI without repository 9", if_.not_asked_for, r.NDR,
        (Send(Event.NOT_SENT, CJIS, 6, "The joint response is not sent: nobody asked for it", open=("C54",)),),
    ),
    Transition(
        (CJIS, Kind.DHS_SRE, WIN), "WIN state, no match", if_.no_match, r.WIN,
        (Send(Kind.DHS_SRE, SIB, 3, "The network passes the reply to the state",
              "network", draft.forward(Kind.DHS_SRE)),),
    ),
    Transition(
        (CJIS, Kind.DHS_SRE, WIN), "WIN state, match", if_.match, r.WIN,
        (Send(Kind.DHS_SRE, SIB, 6, "The network passes the response to the state",
              "network", draft.forward(Kind.DHS_SRE)),),
    ),
    *(
        row
        for source in (CJIS, WIN)
        for row in (
            Transition(
                (source, Kind.DHS_SRE, SIB), "no match, state routes", if_.routes_no_match, r.CAPABLE,
                (Send(Kind.DHS_SRE, LEA, 3, "The bureau passes the no-match reply on",
                      "relay", draft.forward(Kind.DHS_SRE)),),
            ),
            Transition(
                (source, Kind.DHS_SRE, SIB), "match, state routes", if_.routes_match, r.CAPABLE,
                (Send(Kind.DHS_SRE, LEA, 6, "The bureau passes the joint response on",
                      "relay", draft.forward(Kind.DHS_SRE),
                      note="It is no detainer and gives no authority to hold, arrest or question."),),
            ),
            Transition(
                (source, Kind.DHS_SRE, SIB), "no match, state does not route", if_.unrouted_no_match, r.CAPABLE,
                (Send(Event.NOT_ROUTED, SIB, 3, "The reply stays at the bureau: the state does not route it",
                      open=("C40",), note="The agency hears nothing. Silence is not a no-match."),),
            ),
            Transition(
                (source, Kind.DHS_SRE, SIB), "match, state does not route", if_.unrouted_match, r.CAPABLE,
                (Send(Event.NOT_ROUTED, SIB, 6, "The response stays at the bureau: the state does not route it",
                      open=("C41",), note="The local ICE office has its copy all the same."),),
            ),
        )
    ),
    Transition((SIB, Event.NOT_ROUTED, SIB), "reply not routed", if_.always, r.CAPABLE),
    Transition((SIB, Kind.DHS_SRE, LEA), "the desk has the DHS reply", if_.always, r.CAPABLE),
    Transition(
        (SIB, Kind.DHS_SRE, LEA), "no match, foreign birth claimed, agency takes the option", if_.takes_name_query,
        r.NAME_QUERY,
        (Send(Kind.NAME_QUERY, LESC, 3, "The agency takes the option of a query by name", "query", draft.name_query,
              open=("C22",), note="An option, not a duty. The packet does not describe the answer."),),
    ),
    Transition((LEA, Kind.NAME_QUERY, LESC), "query by name", if_.always, r.NAME_QUERY),
    # Step 7: ICE's own follow-up.
    Transition(
        (LESC, Kind.IAR, ICE), "match", if_.always, r.FOLLOW_UP,
        (Send(Event.REVIEW, ICE, 7, "The local ICE office looks at the answer and decides",
              "follow_up", open=("C25", "C26")),),
    ),
    Transition((ICE, Event.REVIEW, ICE), "nothing follows that the agency sees", if_.always, r.FOLLOW_UP),
    Transition(
        (ICE, Event.REVIEW, ICE), "ICE wants an interview", if_.interview, r.INTERVIEW,
        (Send(Event.INTERVIEW, LEA, 7, "ICE contacts the agency about an interview", "relay", open=("C18",)),),
    ),
    Transition(
        (ICE, Event.REVIEW, ICE), "ICE finds a detainer appropriate", if_.detainer, r.DETAINER,
        (Send(Event.DETAINER, LEA, 7, "ICE lodges a detainer with the agency", "relay", open=("C24",),
              note="The form's text is missing from the packet."),),
    ),
    Transition((ICE, Event.INTERVIEW, LEA), "interview", if_.always, r.INTERVIEW),
    Transition((ICE, Event.DETAINER, LEA), "detainer", if_.always, r.DETAINER),
)


def _by_edge(rows: tuple[Transition, ...]) -> Mapping[Edge, tuple[Transition, ...]]:
    edges: dict[Edge, list[Transition]] = {}
    for row in rows:
        edges.setdefault(row.on, []).append(row)
    return MappingProxyType({edge: tuple(found) for edge, found in edges.items()})


TRANSITIONS = _by_edge(ROWS)
