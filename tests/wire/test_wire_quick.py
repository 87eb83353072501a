"""The quick look: it takes the messages that are usual, and nothing that the closer look would not."""

from __future__ import annotations

import pytest
from wire_cases import CASES, FAULTY, VALID, fixture, marked, measured

from interop_course.messages import Kind
from interop_course.process import scenario
from interop_course.wire import Limits, read
from interop_course.wire.quick import sound_records
from interop_course.wire.reader import closer_look

LIMITS = Limits()
HEAD = "1.01:*<GS>1.03:1<US>01<RS>2<US>00<GS>1.04:SRE<FS>"
PICTURE = "1.01:*<GS>1.03:1<US>01<RS>10<US>01<GS>1.04:SRE<FS>"
BODY = "2.001:*<GS>2.002:00<GS>2.018:A<FS>"


@pytest.mark.parametrize("kind", [Kind.CAR, Kind.IAFIS_SRE, Kind.DHS_SRE])
def test_the_courses_own_messages_are_sound_at_first_sight(kind: Kind) -> None:
    data = scenario("match").find(kind).data
    assert sound_records(data, LIMITS) == closer_look(data, LIMITS)[0] == read(data).records


@pytest.mark.parametrize("padding", ["1.1:*<GS>1.3:{}<FS>", "01.01:*<GS>01.03:{}<FS>", "1.001:*<GS>1.003:{}<FS>"])
def test_any_padding_is_usual_if_it_is_the_same_throughout(padding: str) -> None:
    assert sound_records(measured(padding.format("1<US>00")), LIMITS)


@pytest.mark.parametrize(
    "records",
    [
        (),
        (HEAD,),
        (BODY,),
        (HEAD, HEAD),
        (HEAD, BODY, "<FS>"),
        (HEAD, BODY.replace("*", "0")),
        (HEAD, BODY.replace("*", "29")),
        (HEAD, BODY.replace("*", "31")),
        (HEAD, BODY.replace("*", "99")),
        (HEAD, BODY.replace("*", "00000000026")),
        (HEAD, BODY[:-4]),
        (HEAD, BODY.replace("00", "01")),
        (HEAD, BODY.replace("2.002:00<GS>", "")),
        (HEAD, BODY.replace("<GS>2.018", "<GS>2.0018")),
        (HEAD, BODY.replace("<GS>2.018", "<GS>3.018")),
        (HEAD, BODY.replace("<GS>2.018", "<GS>2.001")),
        (HEAD, BODY.replace("<GS>2.018", "<GS>2.002")),
        (HEAD, BODY.replace("2.018:A", "2.018:A<GS>2.018:B")),
        (HEAD, BODY.replace("2.018:A", "")),
        (HEAD, BODY.replace("2.018:A", "2.018:A<FS>B")),
        (HEAD, BODY.replace("2.018:A", "2.018:\xe9")),
        (HEAD.replace("2<US>00", "4<US>00"), BODY.replace("2.", "4.")),
        (HEAD.replace("1<US>01", "1<US>02"), BODY),
        (HEAD.replace("2<US>00<GS>", "2<US>00<RS>"), BODY),
        (HEAD.replace("1.03", "1.05"), BODY),
        (PICTURE, "10.001:*<GS>10.002:01<GS>10.999:AB"),
        (PICTURE, "10.001:27<GS>10.002:01<GS>10.999:<FS>"),
        (PICTURE, "10.001:0<GS>10.002:01<GS>10.999:A<FS>"),
        (PICTURE, "10.001:*<GS>10.002:01<GS>10.999:A<FS>B"),
    ],
)
def test_what_it_leaves_to_a_closer_look(records: tuple[str, ...]) -> None:
    assert sound_records(measured(*records), LIMITS) is None


@pytest.mark.parametrize("limits", [Limits(records=1), Limits(fields=5), Limits(len_digits=1)])
def test_it_keeps_to_the_limits(limits: Limits) -> None:
    data = measured(HEAD, BODY)
    assert sound_records(data, Limits(records=2, fields=6, len_digits=2))
    assert sound_records(data, limits) is None


@pytest.mark.parametrize("data", [*(case.data for case in CASES), *map(fixture, FAULTY + VALID)])
def test_both_looks_come_to_the_same(data: bytes) -> None:
    quick, (records, faults) = sound_records(data, LIMITS), closer_look(data, LIMITS)
    assert quick is None or (quick == records and not faults)
    assert quick is None or [each.offset for each in quick] == [each.offset for each in records]


def test_an_image_that_looks_like_a_message() -> None:
    image = marked("<FS>2.001:9<GS>10.999:<FS>\xe9")
    data = measured(PICTURE, f"10.001:*<GS>10.002:01<GS>10.999:{image.decode('latin-1')}<FS>")
    found = sound_records(data, LIMITS)
    assert found is not None
    assert found[1].get(999).value == image  # type: ignore[union-attr]
