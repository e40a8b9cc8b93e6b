"""Check what stays of attributions that share content."""

from __future__ import annotations

from itertools import pairwise

from standoff.attributing.tagging.apart import apart as kept
from standoff.attributing.tagging.tagger import Found


def read(cue: int, *content: tuple[int, int], chance: float = 1.0, sure: float = 1.0) -> Found:
    return Found((cue, cue + 4), None, content, "inform", chance, sure)


def apart(found: list[Found], least: float) -> list[Found]:
    return kept([(one.worth, one) for one in found], least)


def test_contents_that_lie_apart_all_stay_in_order_of_their_cues() -> None:
    later, earlier = read(60, (70, 90)), read(10, (20, 40), chance=0.8)
    assert apart([later, earlier], 0.65) == [earlier, later]


def test_of_two_that_share_content_the_one_more_to_be_believed_stays() -> None:
    outer, inner = read(10, (20, 60), chance=0.9), read(30, (35, 60), chance=0.8)
    assert apart([inner, outer], 0.65) == [outer]


def test_a_fragment_shared_is_enough() -> None:
    split, other = read(30, (5, 20), (40, 50)), read(60, (45, 55), sure=0.9)
    assert apart([other, split], 0.65) == [split]


def test_contents_that_touch_do_not_share() -> None:
    assert len(apart([read(0, (5, 20)), read(50, (20, 40))], 0.65)) == 2


def test_what_is_worth_less_is_left_out_and_takes_no_place() -> None:
    weak, plain = read(10, (20, 60), chance=0.7, sure=0.7), read(30, (35, 60), chance=0.7)
    assert apart([weak, plain], 0.65) == [plain]


def test_none_of_many_that_lie_one_in_another_share_content() -> None:
    nested = [read(i, (i, 1000 - i), chance=0.7 + i / 1000) for i in range(200)]
    kept = apart([*nested, *(read(2000 + 10 * i, (2003 + 10 * i, 2009 + 10 * i)) for i in range(50))], 0.65)
    assert len(kept) == 51
    assert all(a.content[-1][1] <= b.content[0][0] for a, b in pairwise(kept))
