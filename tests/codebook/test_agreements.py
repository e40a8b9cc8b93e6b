from pathlib import Path

import pytest

from standoff.codebook.agreements import load_agreements
from standoff.codebook.load import FOLDER
from standoff.errors import CodebookError
from tests.pages import codebook


def test_the_book_holds_agreements_of_many_conflicts() -> None:
    book = load_agreements(FOLDER)
    assert len(book.agreements) >= 290
    assert {"nk-trilateral-2020", "csto-treaty-1992", "bishkek-1994", "minsk-2-2015"} <= set(book.agreements)
    assert all(held.clauses for held in book.agreements.values())


def test_an_agreement_is_in_force_between_its_dates() -> None:
    book = load_agreements(FOLDER)
    assert book.in_force("bishkek-1994", "2016-04-02")
    assert not book.in_force("bishkek-1994", "2021-05-12")
    assert not book.in_force("minsk-2-2015", "2015-02-11")
    assert book.in_force("simla-1972", "2025-05-01")


def test_a_phrase_can_mean_several_agreements_and_a_noun_many() -> None:
    book = load_agreements(FOLDER)
    assert book.phrases["bishkek protocol"] == ("bishkek-1994",)
    assert len(book.called["ceasefire"]) > 10


def test_an_end_before_the_beginning_is_refused(tmp_path: Path) -> None:
    (tmp_path / "agreements.yaml").write_text("- {id: a, name: A, parties: [SDN], signed: 2023-05-11, ended: 2022}\n")
    with pytest.raises(CodebookError, match=r"agreements.yaml, line 1, key 'ended'"):
        load_agreements(tmp_path)


@pytest.mark.parametrize(
    ("phrase", "agreement"),
    [
        ("un security council resolution 2736", "unscr-2736-2024"),
        ("argyle declaration", "argyle-2023"),
        ("1966 geneva agreement", "geneva-essequibo-1966"),
        ("taif accord", "taif-1989"),
        ("kuala lumpur peace accord", "kuala-lumpur-2025"),
        ("december 27 ceasefire", "tha-khm-2025-12"),
        ("istanbul commitments", "osce-istanbul-1999"),
        ("doha document for peace in darfur", "ddpd-2011"),
        ("sochi agreement of 1992", "sochi-1992"),
        ("bougainville peace agreement", "bougainville-2001"),
    ],
)
def test_accords_of_many_conflicts_are_known(phrase: str, agreement: str) -> None:
    assert codebook().agreements.phrases[phrase] == (agreement,)


def test_every_party_of_an_agreement_is_a_party_of_the_book() -> None:
    held = codebook()
    named = {name for found in held.agreements.agreements.values() for name in (*found.parties, *found.mediators)}
    assert not {name for name in named if not held.parties.get(name) and not held.parties.find(name)}
