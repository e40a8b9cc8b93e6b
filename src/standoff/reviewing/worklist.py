"""Say what a reviewer should look at next, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from standoff.model.claim import Discrepancy
from standoff.model.decision import Verdicts
from standoff.model.incident import Incident
from standoff.model.statement import Statement
from standoff.reviewing.anchoring import Anchored

# What is asked for first: what reviewers themselves left open, then what differs most, then what is least sure.
REASONS: Mapping[str, float] = {
    "reviewers differ": 5.0,
    "the decision lost its row": 4.0,
    "the decision moved to another row": 3.0,
    "accounts contradict each other": 2.5,
    "figures or places cannot both hold": 2.0,
    "the incident is contested": 1.5,
    "the statement is uncertain": 1.0,
}
_OF_KIND = {"contradiction": "accounts contradict each other", "disagreement": "figures or places cannot both hold"}
SURE = 0.6  # score of a statement above which nobody is asked to look at it


@dataclass(frozen=True, slots=True)
class Task:
    """Hold one row to review, why, how urgent it is (higher first), and what it is about in words."""

    kind: str
    target: str
    reason: str
    weight: float
    words: str


def worklist(
    log: Iterable[Anchored],
    verdicts: Verdicts,
    incidents: Iterable[Incident],
    discrepancies: Iterable[Discrepancy],
    statements: Iterable[Statement],
) -> list[Task]:
    """Return tasks, the most urgent first; rows that reviewers have settled are left out."""
    log = tuple(log)
    settled = {key for key, state in verdicts.states.items() if state != "disputed"}
    tasks = [
        *_disputed(log, verdicts),
        *_detached(log),
        *(task for row in discrepancies if row.id not in settled for task in _discrepancy(row)),
        *(_incident(row) for row in incidents if row.id not in settled and row.status == "contested"),
        *(_statement(row) for row in statements if row.id not in settled and row.score < SURE),
    ]
    return sorted(tasks, key=lambda task: (-task.weight, task.kind, task.target))


def _disputed(log: Iterable[Anchored], verdicts: Verdicts) -> Iterable[Task]:
    """Yield what reviewers differ on, with the words they decided on."""
    decided = {entry.decision.target: entry.decision for entry in log}
    for key, state in verdicts.states.items():
        if state == "disputed":
            last = decided.get(key)
            words = " ... ".join(span.quote for span in last.anchor) if last else ""
            yield _task(last.target_kind if last else "row", key, "reviewers differ", words)


def _detached(log: Iterable[Anchored]) -> Iterable[Task]:
    """Yield decisions that stand elsewhere, or nowhere, since the documents were analysed again."""
    for entry in log:
        quote = " ... ".join(span.quote for span in entry.decision.anchor)
        if entry.attachment == "orphaned":
            yield _task("decision", entry.decision.id, "the decision lost its row", quote)
        elif entry.attachment == "moved":
            yield _task("decision", entry.decision.id, "the decision moved to another row", quote)


def _discrepancy(row: Discrepancy) -> Iterable[Task]:
    """Yield a discrepancy that a person should settle, the graver the higher."""
    reason = _OF_KIND.get(row.kind)
    if reason:
        yield _task("discrepancy", row.id, reason, row.explanation, row.score)


def _incident(row: Incident) -> Task:
    """Return a contested incident, the more documents the higher."""
    return _task("incident", row.id, "the incident is contested", row.label, 1 - 1 / (1 + len(row.documents)))


def _statement(row: Statement) -> Task:
    """Return an uncertain statement, the less sure the higher: who says it, what the words do, and the words."""
    who = row.source.ref.name if row.source.ref else "unnamed source"
    words = f"{who} · {row.act.replace('_', ' ')}: {' ... '.join(span.quote for span in row.content)}"
    return _task("statement", row.id, "the statement is uncertain", words, 1 - row.score)


def _task(kind: str, target: str, reason: str, words: str, share: float = 0.0) -> Task:
    """Return a task; `share` (0 to 1) orders those of one reason."""
    return Task(kind, target, reason, round(REASONS[reason] + 0.4 * share, 3), words)
