from __future__ import annotations

from standoff.codebook.happenings import Weight
from standoff.coding.weighing import LISTED, REPORTED, crowding, share, telling, weigh
from tests.coding.conftest import Coder
from tests.coding.said import at


def test_a_long_text_adds_its_own_weight_to_a_sign() -> None:
    weights = {"all": Weight(-1.0, 0.5), "root": Weight(2.0, -3.0)}
    assert weigh(("root", "unheard of"), weights, long=False) == {"all": -1.0, "root": 2.0}
    assert weigh(("root",), weights, long=True) == {"all": -0.5, "root": -1.0}


def test_the_signs_told_are_those_that_weigh_most_either_way() -> None:
    found = {f"sign {n}": n / 10 for n in range(-4, 5)}
    assert set(telling(found)) == {"sign -4", "sign 4", "sign -3", "sign 3", "sign -2"}


def test_what_is_told_outweighs_a_word_that_only_touches_on_it(coded: Coder) -> None:
    events = coded("Chadian troops shelled Tissi on Monday. The war has been a topic of songs.")
    assert at(events, "shelled").score > REPORTED
    assert not [e for e in events if e.type == "war" and e.score > at(events, "shelled").score]


def test_each_score_names_its_telling_signs(coded: Coder) -> None:
    shelled = at(coded("Chadian troops shelled Tissi on Monday."), "shelled")
    assert any(":" in sign and weight for sign, weight in shelled.features.items())


def test_a_denial_and_a_toll_stay_whatever_they_weigh(coded: Coder) -> None:
    events = coded("Sudan denied that its troops had shelled Tissi. The clashes killed 14 people.")
    assert at(events, "shelled").factuality == "certain-"
    assert any(a.role == "quantity" for a in at(events, "killed").arguments)


def test_a_long_text_is_levelled_to_what_a_reader_lists_of_one_as_long() -> None:
    crowded = [1.0] * 60
    shift = crowding(crowded, 600)
    assert round(sum(share(total + shift) for total in crowded), 2) == LISTED
    assert crowding([-1.0] * 60, 600) > shift
    assert crowding(crowded, 1500) > shift


def test_a_short_text_is_listed_whole() -> None:
    assert crowding([1.0] * 60, 200) == 0.0


def test_no_shift_is_asked_of_a_long_text_that_tells_nothing_or_little() -> None:
    assert crowding([], 900) == 0.0
    assert abs(crowding([-9.0, 9.0], 900)) <= 4.0


def test_accusations_do_not_crowd_out_what_happened(coded: Coder) -> None:
    shelled = "Chadian troops shelled Tissi on Monday. "
    filler = "The weather in the town was dry and the market stayed open for many hours of the day. " * 25
    accused = "Sudan accused Chad of lies. " * 30
    alone, crowded = (at(coded(shelled + filler + more), "shelled").score for more in ("", accused))
    assert crowded > alone - 0.2
