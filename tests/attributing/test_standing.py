"""What a source is called tells what kind of speaker it is, and the page remembers."""

from __future__ import annotations

import pytest

from standoff.attributing.attribute import attributed
from standoff.attributing.sheet import sheet
from standoff.attributing.spans import find_drafts
from standoff.attributing.standing import Standings
from tests.attributing.conftest import grounded
from tests.texts import codebook


def kinds(text: str) -> list[frozenset[str]]:
    """Return what kinds of speaker the sources of a text are, in text order."""
    page = grounded(text)
    laid, standings = sheet(page, codebook().acts), Standings(codebook().acts, codebook().parties)
    told = attributed(page, codebook(), find_drafts)
    return [standings.of(laid, one.draft.voice, one.statement.source.refs) for one in told]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Analysts say the truce will not last.", "analyst"),
        ("Mary Dunn, a researcher at a think tank in Nairobi, said the truce would not last.", "analyst"),
        ("A shopkeeper said the street was empty.", "witness"),
        ("Army spokesman Idris Bah said the road was open.", "official"),
        ("A Chadian colonel said the road was open.", "soldier"),
        ("The newspaper reported that the road was open.", "outlet"),
        ("The resolution says that all troops must leave.", "paper"),
        ("A poll found that most people wanted peace.", "finding"),
    ],
)
def test_the_words_for_a_source_tell_its_kind(text: str, kind: str) -> None:
    assert kind in kinds(text)[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Reuters reported that the road was open.", "outlet"),
        ("Chad said the road was open.", "official"),
        ("Hezbollah said the road was open.", "rebel"),
        ("The UNHCR said the road was open.", "monitor"),
        ("The Pentagon said the road was open.", "soldier"),
    ],
)
def test_whom_the_codebook_knows_is_of_a_kind_whatever_he_is_called(text: str, kind: str) -> None:
    assert kind in kinds(text)[0]


def test_a_speaker_named_again_is_still_what_he_was_called() -> None:
    text = "Mary Dunn, an analyst in Nairobi, said the truce would not last. Dunn said the army was tired."
    assert ["analyst" in one for one in kinds(text)] == [True, True]


def test_another_speaker_is_not() -> None:
    text = "Mary Dunn, an analyst in Nairobi, said the truce would not last. Paul Reid said the army was tired."
    assert ["analyst" in one for one in kinds(text)] == [True, False]
