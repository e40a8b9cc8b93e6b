"""Whose body or officer is meant where nobody says so."""

from __future__ import annotations

import pytest

from tests.pages import grounded, laid_out, parties, principal


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        (
            "ISLAMABAD/NEW DELHI - India shut a gate. Pakistan's Foreign Office said that Foreign Minister"
            " Bilquis Orr had asked Delhi to open it.",
            "Bilquis Orr",
            "Pakistan",
        ),
        (
            "The Union lifted its sanctions. In Damascus the transport minister hailed the day.",
            "the transport minister",
            "Syria",
        ),
        ("Baghdad summoned the Turkish ambassador. The embassy denied it.", "The embassy", "Turkey"),
        ("Nigeria lost a pipeline at Batan. A navy captain blamed rust.", "A navy captain", "Nigeria"),
        (
            "Greece sent a frigate. Greece said that Turkey had sent a drill ship. It would be answered, Defence"
            " Minister Mehmet Yildiz cautioned.",
            "Mehmet Yildiz",
            "Turkey",
        ),
        (
            "Peru closed the bridge. Peru says it is weak. Ecuador's defence ministry called that a tale."
            " The army has seen no crack, it said.",
            "The army",
            "Ecuador",
        ),
    ],
)
def test_a_body_is_of_the_side_that_speaks_or_acts(text: str, words: str, side: str) -> None:
    assert principal(grounded(text), words) == side


def test_somebody_unnamed_of_a_third_state_does_not_lend_it_his_side() -> None:
    page = grounded(
        "Cameroon sent more troops to Bamenda. Cameroon promised talks. They would come, a Swiss diplomat said."
        " The presidency did not respond."
    )
    assert principal(page, "The presidency") == "Cameroon"


def test_a_retired_officer_serves_nobody() -> None:
    page = grounded("Nigeria lost a pipeline. A retired army officer blamed rust.")
    assert principal(page, "A retired army officer") is None


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        (
            "Belarus slept. Poland will reopen two rail crossings with Belarus, Prime Minister Anna Wolska said.",
            "Anna Wolska",
            "Poland",
        ),
        ("The presidency of Poland took a cooler view. A spokesman said it was early.", "A spokesman", "Poland"),
        ("Peru waits. In Minsk the State Border Committee welcomed it.", "State Border Committee", "Belarus"),
        ("Angola is calm. A diplomat in Luanda disagreed.", "A diplomat in Luanda", None),
        ("ECOWAS met. The Secretary-General urged calm.", "The Secretary-General", "ECOWAS"),
    ],
)
def test_what_is_said_and_where_tells_whose_officer_says_it(text: str, words: str, side: str | None) -> None:
    assert principal(grounded(text), words) == side


def test_the_other_side_is_whom_the_speaker_faces() -> None:
    page = grounded(
        "Poland reopened the crossing with Belarus. In Minsk the State Border Committee complained. Its chairman,"
        " Konstantin Molot, said the other side had promised a note. Nobody saw it on the other side of the river."
    )
    assert parties(page, "the other side") == ["Poland"]
    assert parties(page, "the other side", 1) == []


def test_a_capital_that_opens_a_sentence_tells_whose_the_leader_of_an_opposition_is() -> None:
    page = grounded("Guyana moved troops. Guyana denied it. In Caracas, opposition leader Ann Roe was angry.")
    assert principal(page, "Ann Roe") == "Venezuelan opposition"


def test_what_a_digest_tells_under_another_bullet_is_less_at_hand() -> None:
    text = (
        "Border digest, 14 November\n\n* Lima: Peru accused Chile of a lie. Peru protested. Chile replied.\n\n"
        "* Mandera: Somalia accused Kenya of a raid. Both countries protested.\n"
    )
    page = laid_out(text)
    assert parties(page, "Both countries") == ["Somalia", "Kenya"]


def test_the_town_that_opens_an_item_tells_whose_its_bodies_are() -> None:
    page = laid_out(
        "What each said\n\nRabat — Morocco's army was silent. Morocco waited for Spain, and Spain for Morocco.\n\n"
        "Algiers — The foreign ministry summoned nobody, it said on Monday after the fire.\n"
    )
    assert principal(page, "The foreign ministry") == "Algeria"
