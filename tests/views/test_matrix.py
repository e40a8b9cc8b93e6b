from dataclasses import replace

import pytest

from standoff.model.claim import OCCURRED
from standoff.model.incident import Position
from standoff.views.dossier import dossier
from standoff.views.matrix import REQUESTED, matrix
from standoff.views.summary import clauses, sentence


@pytest.fixture
def shelling(connection, story, books):
    return dossier(connection, story.incidents[0].id, books.parties)


def line(laid, slot):
    return next(line for line in laid.lines if line.slot == slot)


def test_parties_to_the_incident_come_first(shelling, books):
    sides = matrix(shelling, books.slots).sides
    assert [side.name for side in sides] == ["India", "Pakistan", "China", "United Nations"]
    assert [side.involved for side in sides] == [True, True, False, False]


def test_the_first_line_says_who_asserts_and_who_denies(shelling, books):
    occurred = matrix(shelling, books.slots).lines[0]
    assert occurred.slot == OCCURRED
    assert occurred.question == "Did this happen?"
    assert occurred.cell("PAK").stance == "asserts"
    assert occurred.cell("PAK").count == 3
    assert occurred.cell("PAK").documents == 2
    assert occurred.cell("IND").stance == "denies"
    assert occurred.cell("IND").speakers == "Rao"
    assert occurred.cell("UN").stance == "no_position"


def test_one_side_that_gives_two_figures_differs_from_itself(shelling, books):
    killed = line(matrix(shelling, books.slots), "killed")
    assert killed.cell("PAK").stance == "differs"
    assert killed.cell("PAK").words == "four civilians · six people"
    assert len(killed.discrepancies) == 1
    assert killed.cell("IND").stance == "not_reported"


def test_to_urge_is_a_line_of_its_own_and_no_position_on_what_happened(shelling, books):
    laid = matrix(shelling, books.slots)
    assert laid.lines[0].cell("CHN").stance == "no_position"
    assert line(laid, REQUESTED).cell("CHN").stance == "urges"
    assert "restraint" in line(laid, REQUESTED).cell("CHN").words


def test_every_cell_names_the_rows_behind_it(shelling, books):
    for row in matrix(shelling, books.slots).lines:
        for cell in row.cells.values():
            assert cell.statements or cell.claims


def test_the_sentence_takes_nobodys_side_and_cites_each_clause(shelling, books):
    parts = clauses(matrix(shelling, books.slots))
    assert sentence(parts) == "Pakistan says so; India denies it; China and the United Nations take no position."
    assert all(part.statements for part in parts)


def test_an_outlets_own_words_are_no_partys(shelling, books):
    claims = tuple(
        replace(c, statement=None, source=None, principal=None, publisher="Morning Post") for c in shelling.claims
    )
    bare = replace(shelling, statements={}, claims=claims, incident=replace(shelling.incident, parties=()))
    laid = matrix(bare, books.slots)
    assert [side.name for side in laid.sides] == ["Outlets"]
    assert sentence(clauses(laid)) == "Reports in their own words both say so and deny it."


def told(shelling, asserts, denies):
    voices = list(shelling.statements)
    party = shelling.incident.parties[0].party
    positions = (
        Position(party, "asserts", tuple(voices[:asserts])),
        Position(party, "denies", tuple(voices[asserts : asserts + denies])),
    )
    return replace(shelling, claims=(), incident=replace(shelling.incident, parties=positions))


@pytest.mark.parametrize(
    ("voices", "shown"),
    [
        ((1, 3), ("denies", 3, 1)),
        ((3, 1), ("asserts", 3, 1)),
        ((1, 2), ("differs", 3, 0)),
        ((2, 2), ("differs", 4, 0)),
    ],
)
def test_three_in_four_voices_make_a_stance_and_the_rest_are_counted(shelling, books, voices, shown):
    cell = matrix(told(shelling, *voices), books.slots).lines[0].cell("PAK")
    assert (cell.stance, cell.count, cell.against) == shown


def test_a_side_that_says_one_thing_twice_does_not_differ_from_itself(shelling, books):
    same = tuple(replace(c, value={"text": "four", "low": 4, "high": 4}) for c in shelling.claims)
    cell = line(matrix(replace(shelling, claims=same), books.slots), "killed").cell("PAK")
    assert (cell.stance, cell.words) == ("asserts", "four")


def test_a_day_stands_once_in_a_cell_whatever_the_words_for_it(shelling, books):
    first = shelling.claims[0]
    day = {"earliest": "2023-05-09", "latest": "2023-05-09"}
    claims = tuple(
        replace(first, id=f"clm-{number}", slot="time", value=day | {"text": text})
        for number, text in enumerate(("on Tuesday", "9 May", "the ninth"))
    )
    laid = matrix(replace(shelling, claims=claims), books.slots)
    (cell,) = line(laid, "time").cells.values()
    assert cell.words == "9 May 2023 (“on Tuesday”)"


def test_a_side_that_puts_the_deed_on_another_stands_beside_those_who_tell_of_it(shelling, books):
    told = next(c for c in shelling.claims if c.slot == OCCURRED and c.principal and c.principal.name == "India")
    blame = replace(
        told,
        id="clm-blame",
        incident="inc-other",
        slot="responsibility",
        polarity="asserts",
        value={"text": "Pakistan"},
    )
    claims = (*(c for c in shelling.claims if c.statement != told.statement), blame)
    positions = tuple(p for p in shelling.incident.parties if p.party.name != "India")
    statements = {key: s for key, s in shelling.statements.items() if s.act != "urge"}
    bare = replace(
        shelling, claims=claims, statements=statements, incident=replace(shelling.incident, parties=positions)
    )
    laid = matrix(bare, books.slots)
    assert line(laid, "responsibility").cell("IND").words == "Pakistan"
    assert sentence(clauses(laid)).endswith("India holds Pakistan responsible.")
