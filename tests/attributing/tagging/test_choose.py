"""Check how contents that rules and tagger read are compared."""

from __future__ import annotations

import pytest

from standoff.attributing.tagging.choose import shared, up_to


def test_share_of_characters_in_common() -> None:
    assert shared([(0, 10)], [(5, 15)]) == pytest.approx(1 / 3)
    assert shared([(0, 4), (6, 10)], [(0, 10)]) == 0.8
    assert shared([(0, 4)], [(4, 8)]) == 0


def test_content_ends_before_a_source_that_stands_in_it() -> None:
    text = "It has not asked for help, the head of the bloc, Jan Kask, told us"
    source = text.index("the head")
    assert up_to(text, [(0, text.index(", told"))], source) == ((0, text.index(", the head")),)
    assert up_to(text, [(0, 10)], source) == ((0, 10),)
