"""The log folds into verdicts: the last word of each reviewer, and disputes where reviewers differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.errors import ConflictError
from standoff.model.decision import Decision, Verdicts
from standoff.reviewing.anchoring import Anchored
from standoff.reviewing.log import check_link, conflicts, fold, path


def entry(number: int, verb: str, target: str, reviewer: str = "ana", attachment: str = "exact", **fields) -> Anchored:
    other = fields.get("other")
    kind = "event" if other else "statement"
    made = Decision(f"dec-{number}", f"2025-01-01T00:00:{number:02}Z", reviewer, verb, kind, target, **fields)
    return Anchored(made, attachment, target, other)


def test_an_empty_log_says_nothing():
    assert fold([]) == Verdicts()


def test_a_reviewers_last_word_counts():
    verdicts = fold([entry(1, "reject", "stm-1"), entry(2, "accept", "stm-1")])
    assert verdicts.states == {"stm-1": "accepted"}


def test_reviewers_who_agree_decide_and_those_who_differ_dispute():
    both = [entry(1, "reject", "stm-1"), entry(2, "reject", "stm-1", "ben")]
    assert fold(both).states == {"stm-1": "rejected"}
    assert fold([*both, entry(3, "accept", "stm-1", "ben")]).states == {"stm-1": "disputed"}


def test_a_correction_stands_unless_another_reviewer_corrects_otherwise():
    one = entry(1, "correct", "stm-1", correction={"act": "deny"})
    verdicts = fold([one])
    assert (verdicts.states, verdicts.corrections) == ({"stm-1": "accepted"}, {"stm-1": {"act": "deny"}})
    verdicts = fold([one, entry(2, "correct", "stm-1", "ben", correction={"act": "urge"})])
    assert (verdicts.states, verdicts.corrections) == ({"stm-1": "disputed"}, {})


def test_what_is_taken_back_leaves_what_was_before():
    log = [entry(1, "accept", "stm-1"), entry(2, "reject", "stm-1"), entry(3, "retract", "stm-1", supersedes="dec-2")]
    assert fold(log).states == {"stm-1": "accepted"}


def test_an_orphaned_decision_binds_nothing():
    assert fold([entry(1, "reject", "stm-1", attachment="orphaned")]) == Verdicts()


def test_links_bind_pairs_in_either_order():
    verdicts = fold([entry(1, "same", "evt-b", other="evt-a"), entry(2, "different", "evt-a", other="evt-c")])
    assert (verdicts.must_link, verdicts.cannot_link) == ((("evt-a", "evt-b"),), (("evt-a", "evt-c"),))
    disputed = fold([entry(1, "same", "evt-b", other="evt-a"), entry(2, "different", "evt-a", "ben", other="evt-b")])
    assert (disputed.must_link, disputed.cannot_link) == ((), ())
    assert disputed.states == {"evt-a": "disputed", "evt-b": "disputed"}


def test_links_that_contradict_each_other_bind_nothing_and_are_shown():
    log = [
        entry(1, "same", "evt-a", other="evt-b"),
        entry(2, "same", "evt-b", other="evt-c"),
        entry(3, "different", "evt-a", "ben", other="evt-c"),
        entry(4, "same", "evt-x", other="evt-y"),
    ]
    verdicts = fold(log)
    assert verdicts.must_link == (("evt-x", "evt-y"),)
    assert verdicts.cannot_link == ()
    assert verdicts.states == {"evt-a": "disputed", "evt-b": "disputed", "evt-c": "disputed"}


def test_a_link_that_contradicts_those_in_force_is_refused_with_its_path():
    standing = Verdicts(must_link=(("evt-a", "evt-b"), ("evt-b", "evt-c")))
    with pytest.raises(ConflictError, match="evt-a = evt-b = evt-c: retract one"):
        check_link(standing, "different", "evt-a", "evt-c")
    check_link(standing, "different", "evt-a", "evt-d")
    with pytest.raises(ConflictError, match="held to be different"):
        check_link(Verdicts(cannot_link=(("evt-a", "evt-b"),)), "same", "evt-b", "evt-a")


def test_the_path_is_the_shortest():
    links = (("a", "b"), ("b", "c"), ("c", "d"), ("a", "d"))
    assert path(links, "a", "c") in (("a", "b", "c"), ("a", "d", "c"))
    assert path(links, "a", "z") == ()


names = st.sampled_from([f"evt-{letter}" for letter in "abcdef"])
pairs = st.tuples(names, names).filter(lambda pair: pair[0] != pair[1])


@given(st.lists(st.tuples(st.sampled_from(["same", "different"]), pairs, st.sampled_from(["ana", "ben"])), max_size=12))
def test_what_is_folded_never_contradicts_itself(votes):
    log = [entry(n, verb, a, who, other=b) for n, (verb, (a, b), who) in enumerate(votes)]
    assert conflicts(fold(log)) == ()
