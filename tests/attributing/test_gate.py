"""Check which windows the tagger is given to read."""

from __future__ import annotations

import pytest

from standoff.annotating.annotate import annotate
from standoff.attributing.cues import find_cues
from standoff.attributing.drafts import Draft
from standoff.attributing.sheet import sheet
from standoff.attributing.spans import find_drafts
from standoff.attributing.tagging.gate import FEATURES, Account, account, features, worth_reading
from standoff.attributing.tagging.windows import Window, windows
from standoff.grounding.ground import ground
from tests.texts import codebook, gazetteer, language, paper

PLAIN = "According to Tirana, the convoy left."
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


@pytest.mark.parametrize("text", [PLAIN, OPEN])
def test_what_the_rules_leave_over_is_counted(text: str) -> None:
    def given(drafted: bool) -> dict[str, float]:
        seen, (window,) = accounted(text, drafted)
        return dict(zip(FEATURES, features(seen, window), strict=True))

    with_drafts, without = given(True), given(False)
    assert with_drafts["drafts"] > without["drafts"] == without["covered"] == 0
    assert with_drafts["verbs"] < without["verbs"]
    assert with_drafts["quotations"] <= without["quotations"]
