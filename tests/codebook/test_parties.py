"""The party book holds states, bodies by rule, groups, persons with dates; malformed rows are refused by line."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from standoff.codebook.load import FOLDER
from standoff.codebook.parties import PartyBook, load_parties
from standoff.errors import CodebookError
from standoff.model.clock import Interval, on_day
from tests.pages import codebook, grounded, parties

FILES = ("states.csv", "parties.csv", "bodies.csv", "holders.csv", "roles.yaml", "given_names.csv", "seats.csv")


@pytest.fixture
def book() -> PartyBook:
    return codebook().parties


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        shutil.copy(FOLDER / name, tmp_path / name)
    return tmp_path


def test_the_book_is_wide(book: PartyBook) -> None:
    states = [party for party in book.parties.values() if party.kind == "state"]
    others = [party for party in book.parties.values() if party.kind not in {"state", "person"}]
    terms = [term for held in book.holders.terms.values() for term in held]
    assert len(states) >= 195
    assert len(others) >= 1_500
    assert len(terms) >= 4_500


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("Ivory Coast", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("Rapid Support Force", "rsf"),
        ("Houthi rebels", "houthis"),
        ("ICRC", "icrc"),
    ],
)
def test_names_find_their_party(book: PartyBook, name: str, party: str) -> None:
    found = book.find(name)
    assert found is not None
    assert found.id == party


def test_bodies_are_made_by_rule(book: PartyBook) -> None:
    made = book.get("PER/mfa")
    assert made is not None
    assert (made.name, made.principal, made.kind) == ("Ministry of Foreign Affairs of Peru", "PER", "organisation")
    assert book.ref("IND/mfa").name == "Ministry of External Affairs of India"
    assert book.get("XXX/mfa") is None
    assert book.get("PER/nonsense") is None


@pytest.mark.parametrize(
    ("state", "name"),
    [
        ("PHL", "the Philippines"),
        ("POL", "Poland"),
        ("COD", "the Democratic Republic of the Congo"),
        ("SLB", "the Solomon Islands"),
    ],
)
def test_a_body_is_of_a_state_with_its_article(book: PartyBook, state: str, name: str) -> None:
    assert book.body(state, "justice").name == f"Ministry of Justice of {name}"


def test_holders_change_with_the_day(book: PartyBook) -> None:
    from_to = {"2016-12-31": "Barack Obama", "2018-01-01": "Donald Trump", "2022-01-01": "Joe Biden"}
    for day, name in from_to.items():
        held = book.holder("USA", "president", Interval(day, day, "stated"))
        assert held is not None
        assert held.name == name


def test_no_holder_is_guessed_over_a_change_of_office(book: PartyBook) -> None:
    assert book.holder("USA", "president", Interval("2020-12-01", "2021-03-01", "stated")) is None
    assert book.holder("USA", "president", Interval(None, None, "unknown")) is None


def test_principals(book: PartyBook) -> None:
    assert [book.principal(party).name for party in ("unhcr", "hamas", "dmitry-peskov") if book.principal(party)] == [
        "United Nations",
        "Hamas",
        "Russia",
    ]
    assert book.principal("reuters") is None


def test_a_person_speaks_for_what_he_still_heads(book: PartyBook) -> None:
    """Both men once held an office of the state that they fight."""
    found = {person: book.principal(person) for person in ("mohamed-hamdan-dagalo", "riek-machar")}
    assert {person: ref.party for person, ref in found.items() if ref} == {
        "mohamed-hamdan-dagalo": "rsf",
        "riek-machar": "splm-io",
    }


def test_every_party_points_at_parties(book: PartyBook) -> None:
    for party in (*book.parties.values(), *book.bodies.values()):
        for link in (party.parent, party.principal):
            assert link is None or book.get(link) is not None, (party.id, link)


@pytest.mark.parametrize(
    ("file", "line", "problem"),
    [
        ("states.csv", "ARM,Again,state,,,,,,", "states.csv, line .*'id'.*twice"),
        ("states.csv", "upland,Upland,organisation,,,,,,XXX", "upland lies within 'XXX'"),
        ("parties.csv", "odd,Odd,tribe,,,,,,", "parties.csv, line .*'kind'"),
        ("seats.csv", "nobody,Neverland", "seats.csv, line .*'party'"),
        ("bodies.csv", "XXX,mfa,Ministry of Nowhere,", "bodies.csv, line .*'state'"),
        ("bodies.csv", "ARM,magic,Ministry of Magic,", "bodies.csv, line .*'role'"),
        ("holders.csv", "Jane Roe,,president,ARM,2020-13,", "holders.csv, line .*'from'"),
        ("holders.csv", "Jane Roe,,president,ARM,2020,2019", "holders.csv, line .*'to'"),
        ("holders.csv", "Jane Roe,,president,XXX,2020,", "jane-roe"),
        (
            "roles.yaml",
            '- {id: again, sort: body, name: "{}", description: x, phrases: [foreign ministry]}',
            "belongs to mfa",
        ),
    ],
)
def test_malformed_rows_are_refused(folder: Path, file: str, line: str, problem: str) -> None:
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=problem):
        load_parties(folder)


def test_a_day_in_office_counts(book: PartyBook) -> None:
    day = on_day(date(2022, 9, 20), "stated")
    assert book.holder("GBR", "prime_minister", day) == book.ref("liz-truss")


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("Hadrami Elite", "hadrami-elite"),
        ("Raia Mutomboki", "raia-mutomboki"),
        ("Baloch Raaji Aajoi Sangar", "bras"),
        ("Pa-O National Liberation Army", "pnla"),
        ("Comuneros del Sur", "comuneros-del-sur"),
        ("Gran Grif gang", "gran-grif"),
        ("UN Observer Mission in Georgia", "unomig"),
        ("Sudan Shield Forces", "sudan-shield"),
        ("Islamic State in the Sahel", "is-sahel"),
    ],
)
def test_armed_groups_and_missions_of_many_wars_are_known(name: str, party: str) -> None:
    found = codebook().parties.find(name)
    assert found is not None
    assert found.id == party


@pytest.mark.parametrize(
    ("state", "role", "told_apart"),
    [
        ("RUS", "police", "National Guard of Russia"),
        ("USA", "intelligence", "Central Intelligence Agency"),
        ("PAK", "general_staff", "Inter-Services Public Relations"),
        ("IRN", "army", "Islamic Revolutionary Guard Corps"),
        ("GBR", "mfa", "Foreign Office"),
    ],
)
def test_a_common_noun_does_not_mean_one_service_among_several(
    book: PartyBook, state: str, role: str, told_apart: str
) -> None:
    assert book.body(state, role).name != told_apart
    held = book.find(told_apart)
    assert held is None or held.principal == state


def test_a_name_of_two_means_the_states_organ_first_and_the_other_where_the_text_names_its_state(
    book: PartyBook,
) -> None:
    assert book.names.exact("Congress") == ("USA/parliament", "congress-india")
    assert parties(grounded("Congress passed the bill on Tuesday.", "2024-04-23"), "Congress")[0].startswith("United")
    page = grounded("The Congress asked Modi to resign. India's prime minister refused.", "2024-05-02")
    assert parties(page, "Congress") == ["Indian National Congress"]


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Wang Yi", "m"),
        ("Mao Ning", "f"),
        ("Dina Mufti", "m"),
        ("Dina Boluarte", "f"),
        ("Wang Fang", None),
        ("Maria", None),
    ],
)
def test_a_gender_is_told_by_the_given_name_or_the_whole_one(book: PartyBook, name: str, gender: str | None) -> None:
    assert book.gender(name) == gender
