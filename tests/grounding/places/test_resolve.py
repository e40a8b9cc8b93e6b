from __future__ import annotations

import pytest

from standoff.grounding.places.choice import Toponym, choose
from standoff.grounding.places.resolve import world_of
from standoff.values.place import distance_km
from tests.texts import codebook, gazetteer, placed


def country_of(name, text):
    start = text.index(name)
    names = [Toponym(start, start + len(name), name)]
    for other in ("Texas", "Ontario", "Ohio", "Tripoli", "Beirut", "Sidon", "Benghazi"):
        if other in text and other != name:
            names.append(Toponym(text.index(other), text.index(other) + len(other), other))
    names.sort(key=lambda item: item.start)
    found = choose(names, text, world_of(codebook(), gazetteer()), frozenset())
    chosen = found[names.index(next(item for item in names if item.text == name))]
    return chosen.candidate.country if chosen else None


@pytest.mark.parametrize(
    ("name", "text", "country"),
    [
        ("Paris", "A warehouse burned in Paris on Monday.", "FRA"),
        ("Paris", "A warehouse burned in Paris, Texas, on Monday.", "USA"),
        ("London", "Police in London, Ontario, found it.", "CAN"),
        ("Tripoli", "Gunmen clashed in Tripoli, Beirut and Sidon.", "LBN"),
        ("Tripoli", "Gunmen clashed in Tripoli and Benghazi.", "LBY"),
        ("Georgia", "They mined the border territory of Georgia.", "GEO"),
        ("U.S", "They will fight the U.S over tariffs.", "USA"),
        ("Ohioans", "The drill is to prepare Ohioans for storms.", "USA"),
    ],
)
def test_neighbours_and_qualifiers_decide(name, text, country):
    assert country_of(name, text) == country


@pytest.mark.parametrize(
    ("text", "name", "role", "pin"),
    [
        ("Khartoum said it would not attend the talks.", "Khartoum", "metonymic", False),
        ("Shells fell in Khartoum on Sunday.", "Khartoum", "literal", True),
        ("Sudanese villagers denied the report.", "Sudanese", "adjectival", False),
        ("The planes bombed Sudanese territory.", "Sudanese", "adjectival", True),
        ("Ethiopia's government rejected the claim.", "Ethiopia", "associative", False),
        ("Ethiopia accused its neighbour of aggression.", "Ethiopia", "metonymic", False),
        ("Refugees fled from Ethiopia into Sudan.", "Sudan", "literal", True),
        ("A Rwanda-backed group took the town.", "Rwanda", "metonymic", False),
        ("He grew up in the Soviet Union.", "Soviet Union", "historic", False),
        ("The Kremlin declined to comment.", "Kremlin", "metonymic", False),
        ("Yasynuvata was shelled on Monday.", "Yasynuvata", "literal", True),
        ("Yasynuvata came under fire on Monday.", "Yasynuvata", "literal", True),
        ("Goma saw fierce clashes on Friday.", "Goma", "literal", True),
        ("Goma fell to the rebels.", "Goma", "literal", True),
        ("Khartoum endured a night of strikes.", "Khartoum", "literal", True),
        ("Beirut was rocked by a blast.", "Beirut", "literal", True),
        ("Khartoum saw no reason to reply.", "Khartoum", "metonymic", False),
    ],
)
def test_roles_tell_places_from_those_who_act(text, name, role, pin):
    tie = placed(text)[name]
    assert (tie.role, tie.geocode) == (role, pin)


def test_a_spot_named_after_a_place_lies_there():
    world = world_of(codebook(), gazetteer())
    assert {c.country for c in world.candidates("Omdurman Teaching Hospital")} == {"SDN"}
    assert world.candidates("Qwertz Teaching Hospital") == ()


def test_a_person_who_is_hit_or_caught_is_no_town():
    assert "Ibrahim" not in placed("Police captured Ibrahim. He told them nothing.")


def test_own_places_have_claims_and_no_country():
    tie = placed("Soldiers exchanged fire near Aksai Chin and on the Siachen Glacier.")["Aksai Chin"]
    assert tie.place is not None
    assert tie.place.country is None
    assert codebook().places.by_id[str(tie.place.place)].claimed_by == ("IND", "CHN")


def test_a_distance_phrase_moves_the_pin():
    found = placed("A drone hit a depot 30 km north of Donetsk on Friday.")["Donetsk"].place
    town = placed("A drone hit a depot in Donetsk.")["Donetsk"].place
    assert found is not None
    assert town is not None
    assert found.lat == pytest.approx((town.lat or 0) + 30 / 111.2, abs=0.02)


def test_a_part_of_a_country_is_an_area_of_its_own():
    whole = placed("Rain fell in Somalia.")["Somalia"].place
    part = placed("Rain fell in southern Somalia.")["Somalia"].place
    assert whole is not None
    assert part is not None
    assert (part.lat or 90) < (whole.lat or -90)
    assert part.place != whole.place


def test_a_border_is_the_line_between_the_states_told_of():
    text = "India and Pakistan traded fire. The shelling along the border killed three."
    tie = placed(text)["border"]
    assert tie.role == "nominal"
    assert tie.place is not None
    assert tie.place.place == "border:IND-PAK"
    assert distance_km((tie.place.lat or 0, tie.place.lon or 0), (31.0, 73.0)) < 500


def test_a_lake_told_before_is_the_lake():
    found = placed("Boats gathered on Lake Kivu. Soldiers fired across the lake at dawn.")
    assert found["lake"].place == found["Lake Kivu"].place


def test_what_has_no_place_gets_no_point():
    assert "Kutakanberg" not in placed("The convoy reached Kutakanberg at dawn.")


def test_every_pin_has_a_radius():
    found = placed("Fighting went on in Goma, in Darfur, near Bakhmut and along the Line of Control.")
    assert found
    assert all(tie.place and tie.place.precision_km for tie in found.values() if tie.geocode)


def test_a_name_behind_a_word_of_place_is_ground_whatever_the_tagger_took_it_for():
    ties = placed("The town of Yasynuvata was hit. Two drivers were hurt near Avdiivka.")
    assert {name for name, tie in ties.items() if tie.geocode} == {"Yasynuvata", "Avdiivka"}


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("New York", "Envoys met in New York on Friday.", "city"),
        ("New York", "The law holds in New York state.", "adm1"),
        ("South Florida", "Boats left South Florida.", "adm1"),
        ("Khartoum Hospital", "Shells hit Khartoum Hospital.", "capital"),
    ],
)
def test_a_name_stands_for_what_is_meant_by_it_alone(name, text, kind):
    start = text.index(name)
    (found,) = choose([Toponym(start, start + len(name), name)], text, world_of(codebook(), gazetteer()), frozenset())
    assert found is not None
    assert found.candidate.kind == kind


def test_a_lake_is_not_the_province_named_after_it():
    assert all(c.kind != "adm1" for c in world_of(codebook(), gazetteer()).candidates("Lake Ontario"))


def test_a_wide_province_stands_at_its_middle():
    first = next(c for c in world_of(codebook(), gazetteer()).candidates("Ontario") if c.kind == "adm1")
    assert distance_km(first.point, (49.25, -84.5)) < 1
    assert first.radius > 1000


@pytest.mark.parametrize(
    ("text", "name", "place", "radius"),
    [
        ("A convoy was ambushed 15 km south-east of the town of Djibo.", "Djibo", (14.0, -1.53), 3.8),
        ("They took a hill some 90 km (56 miles) northwest of Goma.", "Goma", (-1.1, 28.66), 22.5),
        ("A boat was stopped 60 nautical miles off Hodeidah.", "Hodeidah", (14.8, 42.95), 119.1),
        ("Gunmen attacked travellers on the road between Kaduna and Abuja.", "Abuja", (9.79, 7.47), 81.7),
        ("The helicopter crashed halfway between Kaduna and Abuja.", "Kaduna", (9.79, 7.47), 24.5),
    ],
)
def test_distance_and_stretch_are_areas(text, name, place, radius):
    ref = placed(text)[name].place
    assert distance_km((ref.lat, ref.lon), place) < 3
    assert ref.precision_km == pytest.approx(radius, abs=0.2)


def test_the_state_a_border_is_shared_with_is_not_where_it_was():
    found = placed("Shells hit a village near the border with Russia in Sumy region.")
    assert found["Russia"].geocode is False
    assert found["border"].place.place == "border:RUS-UKR"


def test_an_adjective_that_begins_a_sentence_is_no_town():
    assert "Pale" not in placed("Pale smoke rose over the town of Goma.")
    assert placed("The army shelled Pale from positions in Monywa.")["Pale"].place.country == "MMR"


def test_what_a_name_may_stand_for_is_looked_up_once_a_run() -> None:
    world = world_of(codebook(), gazetteer())
    assert world.candidates("Kassala") is world.candidates("Kassala")
    assert world.candidates("Qwrtplk Zzyx") == world.candidates("Qwrtplk Zzyx") == ()


def test_a_village_of_mali_is_not_the_town_of_its_name_elsewhere():
    tie = placed("Malian troops killed 300 people in Moura. Survivors fled to Mopti and Djenne.")["Moura"]
    assert tie.place.country == "MLI"


def test_a_little_place_that_nothing_else_in_the_text_is_near_is_left_unknown():
    text = "Malian troops killed 300 people in Evora. Survivors fled to Mopti, Djenne and Gao."
    assert "Evora" not in placed(text)


def test_a_quarter_of_the_compass_is_no_place():
    assert "North" not in placed("Seoul plans to sue the North over the drones.")


def test_all_borders_of_a_state_are_not_the_border_of_two():
    found = placed("China sent ships around Taiwan. Niger and Mali spoke. Soldiers closed its borders.")
    assert "borders" not in found


def test_common_borders_are_the_border_of_two():
    found = placed("Niger and Mali spoke. Both want the opening of common borders.")
    assert "Mali" in found["borders"].place.name
    assert "Niger" in found["borders"].place.name
