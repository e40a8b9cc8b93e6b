from standoff.model.entity import PartyRef
from tests.newsroom import CHAD, EGYPT, SUDAN, USA, day, report, tell


def test_who_denies_a_deed_without_an_actor_is_the_one_charged(laid) -> None:
    desk = report("a", "Chad denied an occupation of Sudanese land.")
    said = desk.say("Chad", "an occupation of Sudanese land", "denied", CHAD, principal=CHAD, polarity="denies")
    tell(desk, "occupation", "occupation", None, SUDAN, statement=said, factuality="certain-")
    assert laid(desk)["occupation"].actors == {"TCD"}


def test_a_clash_has_no_single_actor(laid) -> None:
    desk = report("a", "Chad denied that there were battles.")
    said = desk.say("Chad", "that there were battles", "denied", CHAD, principal=CHAD, polarity="denies")
    tell(desk, "battles", "clash", statement=said, factuality="certain-", happened=day("2023-06-16"))
    assert laid(desk)["battles"].actors == frozenset()


def test_a_phrase_that_names_nobody_is_no_party(laid) -> None:
    desk = report("a", "Shells killed some 6,000 lives.")
    tell(desk, "killed", "killing", None, PartyRef(None, "some 6,000 lives", None, "group"))
    assert laid(desk)["killed"].sides == frozenset()


def test_one_named_side_of_a_call_is_joined_by_the_speaker_outside_its_content(laid) -> None:
    desk = report("a", "Washington urged calm after a phone call with Cairo.")
    desk.say("Washington", "calm", "urged", USA, principal=USA, act="urge", polarity="open")
    tell(desk, "phone call", "phone_call", EGYPT)
    assert laid(desk)["phone call"].sides == {"EGY", "USA"}


def test_the_party_a_sentence_stresses_is_the_actor(laid) -> None:
    desk = report("a", "It is Chad that violates the border, Sudan said.")
    said = desk.say("Sudan", "It is Chad that violates the border", "said", SUDAN, principal=SUDAN)
    tell(desk, "violates", "incursion", statement=said, happened=day("2023-06-16"))
    assert laid(desk)["violates"].actors == {"TCD"}


def test_people_at_large_are_no_party_though_a_sentence_begins_with_them(laid) -> None:
    desk = report("a", "Residents blocked the road. Tine villagers fled. Elders of Tine met envoys.")
    tell(desk, "blocked", "obstruction", PartyRef(None, "Residents", None, "group"))
    tell(desk, "fled", "displacement", None, PartyRef(None, "Tine villagers", None, "group"))
    tell(
        desk,
        "met",
        "meeting",
        PartyRef(None, "Elders of Tine", None, "group"),
        PartyRef(None, "Ali al-Nur", None, "person"),
    )
    found = laid(desk)
    assert {word: len(found[word].sides) for word in found} == {"blocked": 0, "fled": 0, "met": 1}


def test_a_bloc_that_denies_a_deed_is_not_the_one_charged(laid) -> None:
    bloc = PartyRef("x-bloc", "Bloc of the Lakes", None, "organisation")
    desk = report("a", "The bloc said there was no shooting.")
    said = desk.say("The bloc", "there was no shooting", "said", bloc, principal=bloc, polarity="denies")
    tell(desk, "shooting", "shooting", statement=said, factuality="certain-")
    assert laid(desk)["shooting"].actors == frozenset()


def test_who_speaks_of_his_forces_means_those_of_his_party(laid, codebook) -> None:
    desk = report("a", "Debre Tesfa denied that his forces had shelled Tine.")
    chief = PartyRef(None, "Debre Tesfa", "SDN", "person")
    said = desk.say("Debre Tesfa", "his forces had shelled Tine", "denied", chief, principal=CHAD, act="deny")
    own = PartyRef(None, "forces of Debre Tesfa", "SDN", "armed_force")
    tell(desk, "shelled", "shelling", own, None, statement=said, factuality="certain-")
    assert laid(desk)["shelled"].actors == {"TCD"}
