"""Check when a first sight bears out what the rules read, and when the tagger has to look again."""

from __future__ import annotations

import numpy as np
import pytest

from standoff.attributing.tagging.sight import Asked, bears_out, sight_of
from standoff.attributing.tagging.windows import Window, windows

TEXT = "Kano said the raid came, and Lira denied it all."
READ = Asked((5, 9), (0, 4), ((10, 23),))
OTHER = Asked((34, 40), (29, 33), ((41, 47),))


def borne_out(sources: str, contents: str, asked: tuple[Asked, ...] = (READ, OTHER), chance: float = 0.9) -> bool:
    (window,) = windows(TEXT, 0, len(TEXT))
    seen = [np.array([form in words.split() for form in window.forms]) for words in (sources, contents)]
    return bears_out(sight_of(window, seen[0], seen[1], asked), READ, chance)


def test_a_reading_is_borne_out_where_all_that_is_seen_is_accounted_for() -> None:
    assert borne_out("Kano Lira", "the raid came it all")
    assert borne_out("", "the raid came")


@pytest.mark.parametrize(
    ("sources", "contents", "chance"),
    [
        ("Kano", "the raid came it all", 0.2),  # hardly a cue
        ("Kano", "the raid it all", 0.9),  # content that is not seen as such
        ("Kano and", "the raid came it all", 0.9),  # a source that nobody read
        ("Kano", "the raid came , and it all", 0.9),  # content that nobody read
    ],
)
def test_it_is_not_where_something_speaks_against_it(sources: str, contents: str, chance: float) -> None:
    assert not borne_out(sources, contents, chance=chance)


def test_what_another_reading_accounts_for_counts_only_where_there_is_one() -> None:
    assert borne_out("Kano", "the raid came it all")
    assert not borne_out("Kano", "the raid came it all", asked=(READ,))


def test_a_cue_without_content_is_always_read_again() -> None:
    window = Window((0,), (4,), ("said",), (0,))
    nothing = np.zeros(1, bool)
    assert not bears_out(sight_of(window, nothing, nothing, ()), Asked((0, 4)), 1.0)
