"""What is remembered stays within its bound, and all of a batch is known together."""

from __future__ import annotations

from standoff.annotating.parsing.remembering import unknown


def test_each_unknown_key_comes_once_and_in_order() -> None:
    assert unknown("banana split", {"a": 1, " ": 2}, 10) == ["b", "n", "s", "p", "l", "i", "t"]


def test_all_is_forgotten_where_there_is_no_room() -> None:
    known = {"a": 1, "b": 2}
    assert unknown("abcd", known, 3) == ["a", "b", "c", "d"]
    assert known == {}


def test_a_full_memory_is_kept_while_it_knows_all() -> None:
    known = {"a": 1, "b": 2}
    assert unknown("ab", known, 2) == []
    assert len(known) == 2
