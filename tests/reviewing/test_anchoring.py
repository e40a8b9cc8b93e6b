"""Decisions outlive a new analysis: exact, moved with a flag, or orphaned and kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.model.decision import Decision
from standoff.model.span import Span
from standoff.reviewing.anchoring import anchor, likeness

TEXT = "Rebels in Ituri said the army burned two villages; the army denied it."


def span(words: str, document: str = "doc-a") -> Span:
    start = TEXT.index(words)
    return Span(document, start, start + len(words), words)


def decision(target: str, *anchors: Span, other: str | None = None, kind: str = "statement") -> Decision:
    return Decision("dec-1", "2025-01-01T00:00:00Z", "ana", "accept", kind, target, other=other, anchor=anchors)


WORDS = span("the army burned two villages")


def test_a_row_that_is_still_there_is_exact():
    (found,) = anchor([decision("stm-1", WORDS)], {"statement": {"stm-1": (WORDS,), "stm-2": (WORDS,)}})
    assert (found.attachment, found.target) == ("exact", "stm-1")


def test_a_row_in_the_same_place_under_another_id_is_moved():
    rows = {"stm-2": (span("army burned two villages"),), "stm-3": (span("the army denied it"),)}
    (found,) = anchor([decision("stm-1", WORDS)], {"statement": rows})
    assert (found.attachment, found.target) == ("moved", "stm-2")


def test_half_the_words_are_enough_and_less_are_not():
    for words, attachment in (("burned two villages", "moved"), ("villages", "orphaned")):
        (found,) = anchor([decision("stm-1", WORDS)], {"statement": {"stm-2": (span(words),)}})
        assert found.attachment == attachment


def test_an_orphan_keeps_its_row():
    (found,) = anchor([decision("stm-1", WORDS)], {})
    assert (found.attachment, found.target) == ("orphaned", "stm-1")


def test_each_event_of_a_pair_has_its_own_half_of_the_anchor():
    burned, denied = span("burned"), span("denied")
    link = decision("evt-1", burned, denied, other="evt-2", kind="event")
    rows = {"evt-8": (denied,), "evt-9": (burned,)}
    (found,) = anchor([link], {"event": rows})
    assert (found.attachment, found.target, found.other) == ("moved", "evt-9", "evt-8")
    (found,) = anchor([link], {"event": {"evt-9": (burned,)}})
    assert found.attachment == "orphaned"


def test_among_equals_the_first_id_is_taken_whatever_the_order():
    rows = [("stm-3", (WORDS,)), ("stm-2", (WORDS,)), ("stm-4", (WORDS,))]
    for order in (rows, rows[::-1]):
        (found,) = anchor([decision("stm-1", WORDS)], {"statement": dict(order)})
        assert found.target == "stm-2"


def test_spans_of_other_documents_share_nothing():
    assert likeness([WORDS], [span("the army burned two villages", "doc-b")]) == 0
    assert likeness([], []) == 0


bounds = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda b: Span("d", b[0], b[0] + b[1], "x" * b[1]))


@given(st.lists(bounds, max_size=5), st.lists(bounds, max_size=5))
def test_likeness_is_intersection_over_union_of_code_points(left, right):
    one, other = ({p for s in spans for p in range(s.start, s.stop)} for spans in (left, right))
    expected = len(one & other) / len(one | other) if one | other else 0
    assert likeness(left, right) == pytest.approx(expected)
    assert likeness(left, right) == likeness(right, left)
