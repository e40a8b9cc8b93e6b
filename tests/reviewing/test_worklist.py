"""What reviewers left open comes first, then what differs most, then what is least sure."""

from __future__ import annotations

from dataclasses import replace

from standoff.model.decision import Decision, Verdicts
from standoff.reviewing.anchoring import Anchored
from standoff.reviewing.worklist import REASONS, worklist
from tests.factories import kashmir

STORY = kashmir()
STATEMENTS = [statement for desk in STORY.desks for statement in desk.statements]


def entry(attachment: str) -> Anchored:
    decision = Decision("dec-1", "2025-01-01T00:00:00Z", "ana", "accept", "statement", "stm-1", anchor=())
    return Anchored(decision, attachment, "stm-1", None)


def test_the_order_is_that_of_the_reasons():
    unsure = [replace(STATEMENTS[0], score=0.3), *STATEMENTS[1:]]
    verdicts = Verdicts(states={STATEMENTS[1].id: "disputed"})
    tasks = worklist([entry("orphaned"), entry("moved")], verdicts, STORY.incidents, STORY.discrepancies, unsure)
    assert [task.reason for task in tasks] == list(REASONS)


def test_sure_statements_and_uncontested_incidents_are_not_asked_for():
    assert worklist([entry("exact")], Verdicts(), STORY.incidents[1:], (), STATEMENTS) == []


def test_the_less_sure_comes_first():
    unsure = [replace(STATEMENTS[0], score=0.5), replace(STATEMENTS[1], score=0.1)]
    assert [task.target for task in worklist([], Verdicts(), (), (), unsure)] == [STATEMENTS[1].id, STATEMENTS[0].id]


def test_what_reviewers_differ_on_is_shown_with_its_words():
    statement = STATEMENTS[0]
    decision = Decision(
        "dec-2", "2025-01-01T00:00:00Z", "ana", "accept", "statement", statement.id, anchor=statement.content
    )
    (task,) = worklist(
        [Anchored(decision, "exact", statement.id, None)], Verdicts(states={statement.id: "disputed"}), (), (), ()
    )
    assert (task.kind, task.words) == ("statement", " ... ".join(span.quote for span in statement.content))


def test_an_uncertain_statement_names_its_speaker_and_act():
    statement = replace(STATEMENTS[0], score=0.1)
    (task,) = worklist([], Verdicts(), (), (), [statement])
    assert statement.source.ref is not None
    assert task.words.startswith(f"{statement.source.ref.name} · {statement.act}: ")
