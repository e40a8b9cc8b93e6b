"""What must come out of the five seed reports: incidents, positions, contacts and agreements."""

from tests.seeds.conftest import Outcome


def test_the_alleged_advance_is_one_contested_incident_of_four_reports(seeds: Outcome) -> None:
    incident = seeds.incident_of("000", "invaded Armenian territory", "invasion")
    assert seeds.files(incident) == {"000", "001", "002", "003"}
    assert incident.status == "contested"
    assert incident.happened.earliest in ("2021-05-12", "2021-05-13")
    assert incident.happened.latest in ("2021-05-12", "2021-05-13")


def test_armenia_and_france_assert_azerbaijan_denies_russia_and_america_take_no_position(seeds: Outcome) -> None:
    positions = seeds.positions(seeds.incident_of("000", "invaded Armenian territory", "invasion"))
    assert {"Armenia", "France"} <= positions["asserts"]
    assert positions["denies"] == {"Azerbaijan"}
    assert {"Russia", "United States"} <= positions["open"]


def test_the_further_breaches_of_thursday_are_another_incident(seeds: Outcome) -> None:
    breaches = seeds.incident_of("003", "breached two other", "incursion")
    assert breaches.id != seeds.incident_of("003", "advanced several", "advance").id
    assert breaches.happened.earliest == "2021-05-13"


def test_one_report_gives_the_number_of_troops(seeds: Outcome) -> None:
    (claim,) = [claim for claim in seeds.claims("troops") if "250" in str(claim.value["text"])]
    assert claim.value["low"] == 250
    assert claim.principal is not None
    assert claim.principal.name == "Armenia"


def test_the_events_of_2022_are_another_incident(seeds: Outcome) -> None:
    strikes = seeds.incident_of("004", "four strikes", "drone_strike", "airstrike", "strike")
    assert seeds.files(strikes) == {"004"}
    assert "Russia" in seeds.positions(strikes)["asserts"]
    assert strikes.happened.latest is not None
    assert strikes.happened.latest.startswith("2022-03")
    assert any(claim.value["low"] == 4 for claim in seeds.claims("count") + seeds.claims("equipment"))


def test_russia_and_armenia_assert_a_breach_near_farukh_and_azerbaijan_denies_it(seeds: Outcome) -> None:
    positions = seeds.positions(seeds.incident_of("004", "violated the trilateral agreement", "ceasefire_violation"))
    assert {"Armenia", "Russia"} <= positions["asserts"]
    assert positions["denies"] == {"Azerbaijan"}


def test_the_gas_cut_is_told(seeds: Outcome) -> None:
    assert "Armenia" in seeds.positions(seeds.incident_of("004", "gas", "utility_cut"))["asserts"]


def test_two_killed_according_to_the_karabakh_authorities(seeds: Outcome) -> None:
    incident = seeds.incident_of("004", "two soldiers killed", "killing")
    assert "Nagorno-Karabakh" in seeds.positions(incident)["asserts"]


def test_calls_and_meetings_are_contacts_with_their_parties(seeds: Outcome) -> None:
    contacts = seeds.contacts()
    for pair in (("Armenia", "Russia"), ("Armenia", "France"), ("Azerbaijan", "United States")):
        assert any(set(pair) <= found for found in contacts), pair
    assert any({"Armenia", "United States"} <= found for found in contacts)
    assert any("Russia" in found for found in contacts)


def test_two_calls_of_one_man_are_two_contacts(seeds: Outcome) -> None:
    with_putin = seeds.incident_of("001", "told Russian President", "phone_call")
    with_macron = seeds.incident_of("003", "speaking with Prime Minister", "phone_call")
    assert with_putin.id != with_macron.id


def test_background_wars_stay_apart_from_the_present_and_from_each_other(seeds: Outcome) -> None:
    present = seeds.incident_of("000", "invaded Armenian territory", "invasion")
    recent, earlier = (
        seeds.incident_of("002", "fought a war", "war"),
        seeds.incident_of("002", "tens of thousands dead"),
    )
    assert len({present.id, recent.id, earlier.id}) == 3


def test_the_request_to_the_alliance_invokes_the_treaty(seeds: Outcome) -> None:
    assert {("invokes", "002"), ("invokes", "001")} <= seeds.links("csto-treaty-1992")


def test_the_ceasefire_violation_of_2022_is_alleged_and_denied(seeds: Outcome) -> None:
    found = seeds.links("nk-trilateral-2020")
    assert ("alleges_violation", "004") in found
    assert ("denies_violation", "004") in found
