"""Terms of office cover days by their partial dates, and no further than the table was checked."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from standoff.codebook.holders import CHECKED, Term, person_id
from standoff.codebook.spelling import plain
from standoff.model.clock import Interval, on_day
from tests.pages import codebook


def test_partial_dates_reach_as_far_as_they_can() -> None:
    term = Term("x", "ARM", "president", "2020-05", "2021")
    assert term.covers(Interval("2020-05-01", "2020-05-01", "stated"))
    assert term.covers(Interval("2021-12-31", "2021-12-31", "stated"))
    assert not term.covers(Interval("2020-04-30", "2020-04-30", "stated"))
    assert not term.covers(Interval("2022-01-01", "2022-01-01", "stated"))


def test_an_open_term_ends_where_knowledge_ends() -> None:
    term = Term("x", "ARM", "president", "2020", None)
    assert term.covers(Interval(CHECKED, CHECKED, "stated"))
    assert not term.covers(Interval("2090-01-01", "2090-01-01", "stated"))


def test_persons_by_any_spelling() -> None:
    holders = codebook().parties.holders
    assert holders.persons("Recep Tayyip Erdoğan") == ("recep-tayyip-erdogan",)
    assert holders.persons("Araik Haratjunian") == ("arayik-harutyunyan",)
    assert holders.persons("Nobody Atall") == ()


def test_surnames_are_exact() -> None:
    holders = codebook().parties.holders
    assert holders.is_surname("Macron")
    assert not holders.is_surname("Syunik")


def test_ids_are_plain() -> None:
    assert person_id("Mevlüt Çavuşoğlu") == "mevlut-cavusoglu"


def test_terms_stand_in_order_of_their_days() -> None:
    book = codebook().parties
    for held in book.holders.terms.values():
        assert [term.first or "" for term in held] == sorted(term.first or "" for term in held)
    lai = book.get("lai-ching-te")
    assert lai is not None
    assert lai.parent == "TWN/presidency"  # once prime minister, later president


def test_bearers_have_exactly_the_surname() -> None:
    holders = codebook().parties.holders
    assert set(holders.bearers("Guterres")) == {"antonio-guterres", "francisco-guterres"}
    assert holders.bearers("Biden") == ("joe-biden",)


def test_heads_of_nearly_all_states_are_known() -> None:
    book = codebook().parties
    roles = {"president", "prime_minister", "monarch", "chancellor", "supreme_leader", "general_secretary"}
    when = on_day(date(2024, 6, 15), "stated")
    held = ((owner, term) for (owner, role), terms in book.holders.offices.items() if role in roles for term in terms)
    led = {owner for owner, term in held if term.covers(when)}
    states = {party.id for party in book.parties.values() if party.kind == "state" and len(party.id) == 3}
    assert len(states - led) <= 16


@pytest.mark.parametrize("name", ["Xi", "Abiy", "Suu Kyi", "Paetongtarn", "Lula"])
def test_some_are_called_by_the_first_of_their_names(name: str) -> None:
    assert len(codebook().parties.holders.persons(name)) == 1


ALONE = {
    "president",
    "monarch",
    "prime_minister",
    "chancellor",
    "foreign_minister",
    "defence_minister",
    "chief_of_staff",
}


def test_hardly_two_hold_one_office_at_a_time() -> None:
    """Two presidents share Nicaragua, and Thailand's premier was suspended while another acted for her."""
    shared = set()
    for (owner, role), terms in codebook().parties.holders.offices.items():
        held = sorted((term.first or "", term.last or CHECKED) for term in terms if role in ALONE)
        for (_, last), (first, _) in pairwise(held):
            if len(first) == len(last) == 10 and first < last and first[:7] != last[:7]:
                shared.add((owner, role))
    assert shared <= {("NIC", "president"), ("THA", "prime_minister"), ("BFA", "foreign_minister")}


def test_nobody_bears_two_names() -> None:
    """One man under two spellings would be two persons."""
    names = codebook().parties.holders.names
    owners: dict[str, set[str]] = {}
    for person, spellings in names.items():
        for spelling in spellings:
            owners.setdefault(plain(spelling), set()).add(person)
    assert not {spelling: found for spelling, found in owners.items() if len(found) > 1}
