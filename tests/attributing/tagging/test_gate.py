"""Check which sentences the tagger is given to read."""

from __future__ import annotations

import pytest

from standoff.annotating.annotate import annotate
from standoff.attributing.cues import find_cues
from standoff.attributing.drafts import Draft
from standoff.attributing.sheet import sheet
from standoff.attributing.spans import find_drafts
from standoff.attributing.tagging.gate import FEATURES, Account, account, features, sentences, worth_reading
from standoff.attributing.tagging.windows import Window, windows
from standoff.grounding.ground import ground
from tests.texts import codebook, gazetteer, language, paper

PLAIN = "According to Tirana, the convoy left the two villages on Monday with food and blankets for the winter."
OPEN = (
    'The army denied the charge, its ministry vowed revenge and "no mercy" came over the radio. '
    '"We did not shoot," countered the garrison, whose commander told reporters the charge had been "made up".'
)


def accounted(text: str, drafted: bool = True) -> tuple[Account, list[Window]]:
    """Return how the rules account for a text, or for one in which they found nothing."""
    book = codebook()
    laid = sheet(ground(annotate(paper(text), language(), book), book, gazetteer()), book.acts)
    drafts: tuple[Draft, ...] = find_drafts(laid, book.acts) if drafted else ()
    return account(laid, list(find_cues(laid, book.acts)), drafts), list(windows(text, 0, len(text)))


def test_a_window_that_plain_statements_account_for_is_not_read() -> None:
    assert not list(worth_reading(*accounted(PLAIN)))
    seen, cut = accounted(OPEN)
    assert list(worth_reading(seen, cut)) == cut


def test_of_a_window_only_the_sentences_are_read_that_the_rules_leave_open() -> None:
    text = f"Rain fell. It was cold. {OPEN} It was cold. Rain fell."
    seen, cut = accounted(text)
    (read,) = worth_reading(seen, cut)
    assert text[read.starts[0] : read.stops[-1]] == OPEN
    assert len(read.starts) == len(read.stops) == len(read.forms) == len(read.types)


def test_a_window_is_not_parted_within_a_quotation_or_between_a_cue_and_its_content() -> None:
    seen, (window,) = accounted('Rain fell. "We left. We came back. We stayed," the mayor said. Rain fell again.')
    borders = {window.forms[first] for first, _ in sentences(seen, window)}
    assert borders == {"Rain", '"'}
    assert [after for _, after in sentences(seen, window)][-1] == len(window.starts)


def test_one_sentence_between_two_that_are_read_is_read_too() -> None:
    text = f"{OPEN} Rain fell. {OPEN}"
    seen, cut = accounted(text)
    (read,) = worth_reading(seen, cut)
    assert text[read.starts[0] : read.stops[-1]] == text


@pytest.mark.parametrize("text", [PLAIN, OPEN])
def test_what_the_rules_leave_over_is_counted(text: str) -> None:
    def given(drafted: bool) -> dict[str, float]:
        seen, (window,) = accounted(text, drafted)
        (row,) = features(seen, window, [(0, len(window.starts))])
        return dict(zip(FEATURES, row, strict=True))

    with_drafts, without = given(True), given(False)
    assert with_drafts["drafts"] > without["drafts"] == without["covered"] == 0
    assert with_drafts["verbs"] < without["verbs"]
    assert with_drafts["quotations"] <= without["quotations"]
