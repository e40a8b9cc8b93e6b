from __future__ import annotations

from standoff.reading.draft import Stated


def test_what_is_stated_first_goes_before() -> None:
    first, second = (
        Stated(outlet="A", published="2021"),
        Stated(outlet="B", url="u", published="2020", basis="metadata"),
    )
    assert first.over(second) == Stated(outlet="A", url="u", published="2021", basis="stated")
    assert Stated().over(second) == second
