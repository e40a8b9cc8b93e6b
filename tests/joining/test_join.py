from itertools import permutations

import pytest

from standoff.codebook.load import Codebook
from standoff.errors import ConflictError
from standoff.joining.join import join, stable_ids
from standoff.model.decision import Verdicts
from standoff.model.incident import Incident
from standoff.model.record import record_of
from tests.factories import Desk, kashmir
from tests.newsroom import CHAD, EGYPT, EL_GENEINA, FRANCE, NYALA, SUDAN, TINE, USA, day, figure, record, report, tell


def together(incidents: tuple[Incident, ...], *events: str) -> bool:
    return any(set(events) <= set(incident.events) for incident in incidents)


def accused(desk: Desk, **fields: object) -> tuple[object, object]:
    said = desk.say("Sudan", "Chadian troops crossed the border at Tine", "said", SUDAN, principal=SUDAN, act="accuse")
    return said, tell(desk, "crossed", "incursion", CHAD, SUDAN, statement=said, place=TINE, **fields)


def one() -> Desk:
    desk = report("one.txt", "Sudan said Chadian troops crossed the border at Tine on Wednesday.", "2023-06-15")
    accused(desk, happened=day("2023-06-14"))
    return desk


def denied() -> Desk:
    text = "Chad denied that its troops crossed the border at Tine.\nFrance said it was following the situation."
    desk = report("denied.txt", text, "2023-06-15")
    charge = "that its troops crossed the border at Tine"
    said = desk.say("Chad", charge, "denied", CHAD, principal=CHAD, act="deny", polarity="denies")
    tell(desk, "crossed", "incursion", CHAD, None, statement=said, factuality="certain-", place=TINE)
    desk.say(
        "France", "it was following the situation", "said", FRANCE, principal=FRANCE, act="comment", polarity="open"
    )
    return desk


def rejected() -> Desk:
    text = "Chadian soldiers entered Sudanese land at Tine, Sudan says. Chad rejected the allegations."
    desk = report("rejected.txt", text, "2023-06-16")
    said = desk.say("Sudan", "Chadian soldiers entered Sudanese land at Tine", "says", SUDAN, principal=SUDAN)
    tell(desk, "entered", "incursion", CHAD, SUDAN, statement=said, place=TINE)
    desk.say("Chad", "the allegations", "rejected", CHAD, principal=CHAD, act="reject", polarity="denies")
    return desk


def test_opposed_statements_on_one_happening_join(codebook: Codebook) -> None:
    incidents = join(record([one(), denied(), rejected()]), codebook).incidents
    assert len(incidents) == 1
    assert incidents[0].status == "contested"
    assert {(p.party.name, p.polarity) for p in incidents[0].parties} == {
        ("Sudan", "asserts"),
        ("Chad", "denies"),
        ("France", "open"),
    }
    assert incidents[0].happened.earliest == "2023-06-14"
    assert "lleged" in incidents[0].label
    assert "Chad" in incidents[0].label


def test_the_order_of_reading_changes_nothing(codebook: Codebook) -> None:
    desks = [one(), denied(), rejected()]
    outcomes = {tuple(i.id for i in join(record(order), codebook).incidents) for order in permutations(desks)}
    assert len(outcomes) == 1


def test_shellings_of_one_town_on_other_days_stay_apart(codebook: Codebook) -> None:
    desks = []
    for number, when in enumerate(("2023-06-01", "2023-06-05", "2023-06-09")):
        desk = report(f"{number}.txt", "Guns of the garrison shelled El Geneina again.", when, publisher=when)
        tell(desk, "shelled", "shelling", SUDAN, None, happened=day(when), place=EL_GENEINA)
        desks.append(desk)
    assert len(join(record(desks), codebook).incidents) == 3


def test_like_happenings_at_far_places_stay_apart(codebook: Codebook) -> None:
    desks = []
    for name, place in (("El Geneina", EL_GENEINA), ("Nyala", NYALA)):
        desk = report(f"{name}.txt", f"The army shelled {name} on Thursday.", "2023-06-16")
        tell(desk, "shelled", "shelling", SUDAN, None, happened=day("2023-06-15"), place=place)
        desks.append(desk)
    assert len(join(record(desks), codebook).incidents) == 2


def test_two_releases_of_fifteen_men_stay_apart(codebook: Codebook) -> None:
    desks = []
    for when in ("2023-06-12", "2023-07-03"):
        desk = report(f"{when}.txt", "Chad released 15 Sudanese prisoners.", when, publisher=when)
        men = figure(desk, "15 Sudanese prisoners", "captured", 15, 15)
        tell(desk, "released", "release", CHAD, SUDAN, happened=day(when), extra=[men])
        desks.append(desk)
    assert len(join(record(desks), codebook).incidents) == 2


def test_mutual_charges_are_two_incidents(codebook: Codebook) -> None:
    text = "Sudan said Chadian guns fired at its post. Chad said Sudanese guns fired first."
    desk = report("mutual.txt", text)
    theirs = desk.say("Sudan", "Chadian guns fired at its post", "said", SUDAN, principal=SUDAN)
    ours = desk.say("Chad", "Sudanese guns fired first", "said", CHAD, principal=CHAD)
    one_ = tell(desk, "fired at", "firing", CHAD, SUDAN, statement=theirs)
    other = tell(desk, "fired first", "firing", SUDAN, CHAD, statement=ours)
    assert not together(join(record([desk]), codebook).incidents, one_.id, other.id)


def test_a_past_war_is_not_the_present_fighting(codebook: Codebook) -> None:
    text = "Chad and Sudan fought a war in 2006. Chadian forces attacked a Sudanese post on Friday."
    desk = report("past.txt", text)
    war = tell(desk, "war", "war", CHAD, SUDAN, happened=day("2006-04-13"), frame="past")
    attack = tell(desk, "attacked", "attack", CHAD, SUDAN, happened=day("2023-06-16"))
    assert not together(join(record([desk]), codebook).incidents, war.id, attack.id)


def test_a_deed_and_its_dead_in_one_sentence_join(codebook: Codebook) -> None:
    desk = report("dead.txt", "A strike on El Geneina killed 17 people.")
    strike = tell(desk, "strike", "airstrike", SUDAN, None, place=EL_GENEINA)
    killed = tell(desk, "killed", "killing", extra=[figure(desk, "17 people", "killed", 17, 17)])
    incidents = join(record([desk]), codebook).incidents
    assert together(incidents, strike.id, killed.id)
    assert incidents[0].type == "airstrike"


def test_a_call_takes_speaker_and_hearer_as_its_parties(codebook: Codebook) -> None:
    desk = report("call.txt", "The American secretary told the Egyptian minister of his concern in a phone call.")
    said = {"principal": USA, "addressee": EGYPT, "act": "concern", "polarity": "open"}
    desk.say("The American secretary", "his concern", "told", USA, **said)
    tell(desk, "phone call", "phone_call")
    (incident,) = join(record([desk]), codebook).incidents
    assert {ref.name for ref in incident.actors} == {"United States", "Egypt"}


def test_an_appeal_to_another_party_is_another_appeal(codebook: Codebook) -> None:
    desk = report("asked.txt", "Sudan asked Egypt for help. Sudan did not ask France for help.")
    asked = tell(desk, "asked", "appeal_for_help", SUDAN, EGYPT)
    not_asked = tell(desk, "ask France", "appeal_for_help", SUDAN, FRANCE, factuality="certain-")
    assert not together(join(record([desk]), codebook).incidents, asked.id, not_asked.id)


def test_decisions_bind(codebook: Codebook) -> None:
    desks = [one(), denied(), rejected()]
    events = sorted(event.id for desk in desks for event in desk.events)
    apart = join(record(desks), codebook, Verdicts(cannot_link=((events[0], events[1]),))).incidents
    assert not together(apart, events[0], events[1])
    far = report("far.txt", "The army shelled Nyala.", "2023-08-01")
    tell(far, "shelled", "shelling", SUDAN, None, happened=day("2023-08-01"), place=NYALA)
    bound = Verdicts(must_link=((events[0], far.events[0].id),))
    assert together(join(record([*desks, far]), codebook, bound).incidents, events[0], far.events[0].id)


def test_contradicting_decisions_are_reported_with_their_path(codebook: Codebook) -> None:
    verdicts = Verdicts(must_link=(("a", "b"), ("b", "c")), cannot_link=(("a", "c"),))
    with pytest.raises(ConflictError, match="a = b = c"):
        join(record([one()]), codebook, verdicts)


def test_an_incident_keeps_its_id_when_it_grows(codebook: Codebook) -> None:
    before = join(record([one()]), codebook).incidents
    after = join(record([one(), denied(), rejected()]), codebook, previous=before).incidents
    assert [incident.id for incident in after] == [incident.id for incident in before]


def test_the_larger_part_keeps_the_id_when_an_incident_splits(codebook: Codebook) -> None:
    (before,) = join(record([one(), denied(), rejected()]), codebook).incidents
    small, *large = sorted(before.events)
    ids = stable_ids([(small,), tuple(large)], (before,), lambda _: set())
    assert ids[1] == before.id
    assert ids[0] != before.id


def test_copies_count_as_one_origin(codebook: Codebook) -> None:
    story = kashmir()
    incidents = join(record_of(story.bundles, story.copies), codebook).incidents
    incident = max(incidents, key=lambda found: len(found.documents))
    assert len(incident.documents) == 3
    assert incident.origins == 2


def test_an_empty_record_has_no_incidents(codebook: Codebook) -> None:
    assert join(record([]), codebook).incidents == ()


def call(path: str, text: str, *sides: object, trigger: str = "spoke", type_: str = "phone_call") -> Desk:
    desk = report(path, text, "2023-06-15")
    tell(desk, trigger, type_, sides[0], sides[1] if len(sides) > 1 else None)
    return desk


def test_calls_of_one_side_with_two_others_stay_two_calls(codebook: Codebook) -> None:
    text = "Chad's president spoke by phone with {} about the truce at the border and the refugees in Tine."
    desks = [call("a", text.format("Egypt"), CHAD, EGYPT), call("b", text.format("France"), CHAD, FRANCE)]
    desks.append(call("c", text.format("a colleague"), CHAD))
    held = [incident.events for incident in join(record(desks), codebook).incidents]
    egypt, france = (desk.events[0].id for desk in desks[:2])
    assert not any(egypt in events and france in events for events in held)


def test_a_report_goes_on_about_the_call_it_has_told(codebook: Codebook) -> None:
    desk = report("a", "Chad's president spoke by phone with Egypt. Chad said: we discussed the truce.", "2023-06-15")
    spoke = tell(desk, "spoke", "phone_call", CHAD, EGYPT)
    said = desk.say("Chad", "we discussed the truce", "said", CHAD, principal=CHAD)
    discussed = tell(desk, "discussed", "talks", CHAD, None, statement=said)
    assert together(join(record([desk]), codebook).incidents, spoke.id, discussed.id)
