"""Score events: triggers by overlap, and of those found their types, modes, status, actors and recipients.

Only mentions that the program takes for reports of their own (`score`) are scored; `mentions_*` count all it keeps.
The gold marks accusations, denials, confirmations and criticism as statements, not as events: found events of these
kinds count neither for nor against. An actor is right when every party of the gold is among those found, by its own
name, that of its state, or that of the party it speaks for; a body of a state is met by any party of that state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.attributed import as_document
from bench.report import Report, label
from bench.rows import f1, objects, share
from bench.speakers import same_party
from standoff.codebook.load import Codebook, load
from standoff.coding.weighing import REPORTED, SAID
from standoff.model.entity import PartyRef
from standoff.model.event import Event
from standoff.model.statement import Statement

_NEAR = 500  # characters between what is told and its denial
_PARTISAN = frozenset({"accuse", "assert", "deny", "reject"})


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """Hold one event marked by hand: trigger bounds, PLOVER type and mode, status, parties."""

    start: int
    stop: int
    type: str
    mode: str | None
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coded:
    """Hold a gold text with its gold events, and what the program found on it."""

    name: str
    gold: tuple[GoldEvent, ...]
    found: tuple[Event, ...]
    statements: Mapping[str, Statement]


def run(data: Path, split: str | None, folds: str | None = None) -> Report:
    """Score the events found in a gold folder (`events.jsonl` beside texts) or in files of marked passages.

    With `folds`, mentions are weighed by what was fitted on `real` and `written` beside it without the conflict scored.
    """
    from standoff.pipeline import load_models, process  # heavy: parser and gazetteer

    book, models = load(), load_models()
    books = _held_out(data, book) if folds else {}
    coded = []
    for name, text, gold in read_gold(data, split):
        bundle = process(as_document(name, text), books.get(name, book), models)
        coded.append(Coded(name, gold, bundle.events, {s.id: s for s in bundle.statements}))
    return Report("events", label(data), sum(len(item.gold) for item in coded), metrics(coded, book))


def _held_out(data: Path, book: Codebook) -> dict[str, Codebook]:
    """Return for each document a codebook whose weights were fitted without its conflict."""
    from bench.fit_events import fit, gather, weights_of  # which imports this module

    folders = [folder for name in ("real", "written") if (folder := data.parent / name).exists()]
    rows = gather(folders).examples
    made: dict[str, Codebook] = {}
    for conflict in {row.conflict for row in rows}:
        weights = fit([row for row in rows if row.conflict != conflict])
        made[conflict] = replace(book, events=replace(book.events, reporting=weights_of(weights)))
    return {row.document: made[row.conflict] for row in rows}


def read_gold(data: Path, split: str | None = None) -> Iterator[tuple[str, str, tuple[GoldEvent, ...]]]:
    """Yield name, text and events of each gold document, in either layout; `split` names one file of passages."""
    if (data / "events.jsonl").exists():
        grouped: dict[str, list[GoldEvent]] = {}
        for row in objects(data / "events.jsonl"):
            grouped.setdefault(row["file"], []).append(_gold(row))
        for name in sorted(path.name for path in data.glob("*.txt")):
            with (data / name).open(encoding="utf-8", newline="") as handle:
                yield name, handle.read(), tuple(grouped.get(name, ()))
        return
    files = [data] if data.is_file() else sorted(data.glob(f"{split or '*'}.jsonl"))
    for row in (row for file in files for row in objects(file)):
        yield row["id"], row["text"], tuple(_gold(item) for item in row["events"])


def _gold(row: Mapping[str, Any]) -> GoldEvent:
    """Build a gold event from a row."""
    trigger = row["trigger"]
    parties = tuple(tuple(row[key] or ()) for key in ("actor", "recipient"))
    return GoldEvent(
        trigger["start"], trigger["end"], row["type"], row.get("mode"), row["status"], parties[0], parties[1]
    )


def metrics(coded: Iterable[Coded], book: Codebook) -> dict[str, float]:
    """Return trigger F1, and shares of right types, modes, status and parties among the triggers found."""
    counts: Counter[str] = Counter()
    for whole in coded:
        counts["mentions_hit"] += len(matched(whole))
        counts["mentions"] += sum(not unmarked(e, book) for e in whole.found)
        item = replace(whole, found=tuple(e for e in whole.found if e.score >= REPORTED or unmarked(e, book)))
        pairs = matched(item)
        hit = {event.id for _, event in pairs}
        counts["gold"] += len(item.gold)
        counts["found"] += sum(e.id in hit or not unmarked(e, book) for e in item.found)
        counts["hit"] += len(pairs)
        told = {book.events.types[event.type].family for _, event in pairs}
        counts["apart"] += sum(
            e.id in hit or not (unmarked(e, book) or book.events.types[e.type].family in told) for e in item.found
        )
        for gold, event in pairs:
            _count(item, gold, event, book, counts)
    precision, recall = share(counts["hit"], counts["found"]), share(counts["hit"], counts["gold"])
    result = {"trigger_f1": f1(precision, recall)}
    result |= {"trigger_precision": precision, "trigger_recall": recall}
    result["mentions_recall"] = share(counts["mentions_hit"], counts["gold"])
    result["mentions_precision"] = share(counts["mentions_hit"], counts["mentions"])
    folded = share(counts["hit"], counts["apart"])
    result |= {"folded_f1": f1(folded, recall), "folded_precision": folded}
    for key in ("type", "mode", "status", "actor", "recipient"):
        result[key] = share(counts[f"{key}_right"], counts[f"{key}_asked"])
    return result


def matched(item: Coded) -> list[tuple[GoldEvent, Event]]:
    """Pair gold and found events whose triggers overlap, equal types first, then the larger overlap."""
    pairs = []
    for i, gold in enumerate(item.gold):
        for j, event in enumerate(item.found):
            shared = min(gold.stop, event.trigger.stop) - max(gold.start, event.trigger.start)
            if shared > 0:
                pairs.append((gold.type != event.plover.type, -shared, i, j))
    used_gold: set[int] = set()
    used_found: set[int] = set()
    result = []
    for _, _, i, j in sorted(pairs):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            result.append((item.gold[i], item.found[j]))
    return result


def unmarked(event: Event, book: Codebook) -> bool:
    """Tell whether an event is of a kind that the gold marks as a statement only."""
    return event.plover.type == "COMMENT" or book.events.types[event.type].family in SAID


def _count(item: Coded, gold: GoldEvent, event: Event, book: Codebook, counts: Counter[str]) -> None:
    """Add what is right about one event found."""
    right_type = gold.type == event.plover.type
    _tick(counts, "type", right=right_type)
    if gold.mode and right_type:
        _tick(counts, "mode", right=gold.mode == event.plover.mode)
    _tick(counts, "status", right=gold.status == status(event, item))
    for key, wanted in (("actor", gold.actors), ("recipient", gold.recipients)):
        refs = [r for a in event.arguments if a.role == key for r in (a.ref, a.principal) if isinstance(r, PartyRef)]
        if wanted:
            _tick(counts, key, right=all(any(_named(ref, name, book) for ref in refs) for name in wanted))


def _tick(counts: Counter[str], key: str, *, right: bool) -> None:
    """Count one question and whether it was answered right."""
    counts[f"{key}_asked"] += 1
    counts[f"{key}_right"] += right


def status(event: Event, item: Coded) -> str:
    """Return the gold's label for an event's factuality, frame and voice."""
    if event.frame == "past":
        return "past_background"
    if event.factuality.endswith("-"):
        return "denied"
    if event.frame in ("planned", "hypothetical"):
        return event.frame
    statement = item.statements.get(event.statement or "")
    if statement is None:
        return "asserted"
    return "disputed" if _contested(event, statement, item) else "attributed"


def _contested(event: Event, statement: Statement, item: Coded) -> bool:
    """Tell whether what one party says is contradicted by another close by in the same text."""
    others = [s for s in item.statements.values() if s.source.ref != statement.source.ref]
    if statement.act in _PARTISAN and any(_denied_near(event, other) for other in others):
        return True
    opposed = (e for e in item.found if e.type == event.type and e.factuality.endswith("-"))
    return any(e.statement != event.statement for e in opposed)


def _denied_near(event: Event, other: Statement) -> bool:
    """Tell whether a statement close to an event denies something."""
    start = (*other.cue, *other.content)[0].start
    return abs(start - event.trigger.start) < _NEAR and (other.polarity == "denies" or other.negated_act)


def _named(ref: PartyRef, name: str, book: Codebook) -> bool:
    """Tell whether a party goes by a gold name: its own, its state's or that of whom it speaks for."""
    names = {ref.name}
    for key in (ref.party, ref.state):
        party = book.parties.get(key) if key else None
        if key == ref.state and _of_state(name, ref.state, book):
            return True
        if party is not None:
            names.add(party.name)
            above = book.parties.get(party.principal) if party.principal else None
            names |= {above.name} if above else set()
    return any(same_party(other, name) for other in names)


def _of_state(name: str, state: str | None, book: Codebook) -> bool:
    """Tell whether a gold name is a body of a state by its words (`Armenian armed forces`, `Police of Egypt`)."""
    known = book.parties.states.get(state) if state else None
    words = name.split()
    return known is not None and len(words) > 1 and any(word in (known.name, *known.adjectives) for word in words)
