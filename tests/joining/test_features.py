from dataclasses import replace

import pytest

from standoff.joining import features
from standoff.model.entity import PlaceRef
from tests.newsroom import CHAD, EL_GENEINA, FRANCE, NYALA, SUDAN, TINE, day, figure, report, tell

OMDURMAN = PlaceRef("p-om", "Omdurman", 15.65, 32.48, 10.0, "SDN")
KHARTOUM = PlaceRef("p-kh", "Khartoum", 15.55, 32.53, 20.0, "SDN")
COUNTRY = PlaceRef("p-sd", "Sudan", 15.0, 30.0, 900.0, "SDN")


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ({"SDN"}, {"SDN"}, 1.0),
        ({"SDN", "RSF"}, {"SDN"}, 0.6),
        ({"SDN"}, {"TCD"}, -1.0),
        (set(), {"TCD"}, 0.1),
    ],
)
def test_sides(one: set[str], other: set[str], score: float) -> None:
    assert features.sides_likeness(frozenset(one), frozenset(other)) == score


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        (TINE, TINE, 1.0, 1.0),
        (KHARTOUM, OMDURMAN, 0.5, 0.7),
        (NYALA, COUNTRY, 0.0, 0.1),
        (EL_GENEINA, NYALA, -1.0, -1.0),
        (None, NYALA, 0.0, 0.0),
    ],
)
def test_places(one: PlaceRef | None, other: PlaceRef | None, least: float, most: float) -> None:
    assert least <= features.place_likeness(one, other) <= most


def test_times_meet_or_part(laid) -> None:
    desk = report("a", "first second third fourth", "2023-06-16")
    for word, when in (("first", "2023-06-12"), ("second", "2023-06-12"), ("third", "2023-06-13")):
        tell(desk, word, "shelling", SUDAN, None, happened=day(when))
    tell(desk, "fourth", "shelling", SUDAN, None)
    found = laid(desk)
    assert features.time_likeness(found["first"], found["second"]) == 1.0
    assert features.time_likeness(found["first"], found["third"]) == -0.6
    assert 0 < features.time_likeness(found["first"], found["fourth"]) < 0.3


def test_roles_the_other_way_round_are_swapped(laid) -> None:
    desk = report("a", "first second third")
    tell(desk, "first", "shelling", CHAD, SUDAN)
    tell(desk, "second", "shelling", SUDAN, CHAD)
    tell(desk, "third", "shelling", CHAD, FRANCE)
    found = laid(desk)
    assert features.swapped(found["first"], found["second"]) == 1.0
    assert features.swapped(found["first"], found["third"]) == 0.0


def test_a_charge_and_the_denial_after_it_answer_each_other(laid) -> None:
    desk = report("a", "Sudan said Chad fired first. Chad said it opened no fire.")
    charge = desk.say("Sudan", "Chad fired first", "said", SUDAN, principal=SUDAN)
    denial = desk.say("Chad", "it opened no fire", "said", CHAD, principal=CHAD, polarity="denies")
    tell(desk, "fired", "firing", CHAD, None, statement=charge)
    tell(desk, "opened", "firing", CHAD, None, statement=denial, factuality="certain-")
    found = laid(desk)
    assert features.answers(found["fired"], found["opened"]) == 1.0
    assert features.answers(found["opened"], found["opened"]) == 0.0
    of_two = (replace(found[word], anchor=deed) for word, deed in (("fired", "raid"), ("opened", "bombing")))
    assert features.answers(*of_two) == 0.0  # the toll of one deed is not denied with that of another


def test_equal_and_different_figures(laid) -> None:
    desk = report("a", "first took 15 men. second took 15 men again. third took 90 men. fourth took 91 men.")
    for number, (word, words, count) in enumerate(
        (("first", "15 men", 15), ("second", "15 men", 15), ("third", "90 men", 90), ("fourth", "91 men", 91))
    ):
        del number
        tell(desk, word, "capture", CHAD, SUDAN, extra=[figure(desk, words, "captured", count, count)])
    found = laid(desk)
    assert features.counts_likeness(found["first"], found["second"]) == 1.0
    assert features.counts_likeness(found["first"], found["third"]) == -1.0
    assert features.counts_likeness(found["third"], found["fourth"]) == 0.0


def test_reports_of_one_days_news_about_one_thing_are_alike(laid) -> None:
    strike = "Rockets struck the harbour of Tine, where fishermen mended their nets."
    texts = (
        ("Rockets", strike, "2023-06-14"),
        ("struck", f"{strike} It was noon.", "2023-06-14"),
        ("harbour", f"{strike} Boats sank.", "2023-09-01"),
        ("hit", "Shells hit a school.", "2023-06-14"),
    )
    desks = [report(word, text, published=day_) for word, text, day_ in texts]
    for desk, (word, *_) in zip(desks, texts, strict=True):
        tell(desk, word, "shelling", CHAD, None)
    found = laid(*desks)
    one, other, later, elsewhere = (found[word] for word, *_ in texts)
    assert features.topic_likeness(one, other) > 0.9
    assert features.topic_likeness(one, later) == 0.0
    assert features.topic_likeness(one, elsewhere) < 0.5
    assert features.topic_likeness(one, one) == 0.0


@pytest.mark.parametrize(
    ("sentence", "anew"),
    [
        ("They struck again at dusk.", True),
        ("The two armies accused each other of another raid in which they struck Tine.", True),
        ("The two armies accused each other of having struck Tine.", False),
    ],
)
def test_words_for_something_new_set_apart_unless_a_phrase_holds_them(laid, sentence: str, anew: bool) -> None:
    desk = report("a", sentence)
    tell(desk, "struck", "shelling", CHAD, None)
    assert laid(desk)["struck"].anew is anew


def test_reports_that_share_no_side_and_no_place_are_adrift(laid) -> None:
    desks = [report(name, f"{name} fell.", publisher=name) for name in ("shells", "bombs", "rockets")]
    tell(desks[0], "shells", "shelling", None, None, place=TINE)
    tell(desks[1], "bombs", "shelling", None, None)
    tell(desks[2], "rockets", "shelling", CHAD, None, place=TINE)
    shells, bombs, rockets = (
        laid(desk)[name] for desk, name in zip(desks, ("shells", "bombs", "rockets"), strict=True)
    )
    assert (features.adrift(shells, bombs), features.adrift(shells, rockets)) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("published", "score"), [("2023-06-17", 0.45), ("2023-06-18", 0.15), ("2023-06-21", 0.05), ("2023-06-26", -0.1)]
)
def test_undated_reports_tell_of_one_thing_the_less_the_further_apart_they_are(laid, published, score) -> None:
    desks = [report("a", "shells fell."), report("b", "bombs fell.", published)]
    for desk, word in zip(desks, ("shells", "bombs"), strict=True):
        tell(desk, word, "shelling", SUDAN, CHAD)
    assert features.time_likeness(laid(desks[0])["shells"], laid(desks[1])["bombs"]) == score


def test_another_strike_is_not_what_a_bare_word_before_it_means(laid) -> None:
    desk = report("a", "It was the second strike. The strike hit Nyala.")
    tell(desk, "second strike", "airstrike")
    tell(desk, "hit", "airstrike", happened=day("2023-06-15"), place=NYALA)
    found = laid(desk)
    assert features.bare(found["second strike"], found["hit"], mutual=False) == 0
