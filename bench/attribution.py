"""Score statements: exact spans, linked statements at IoU .3 and .8, nested recall, speakers, forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from pathlib import Path

from bench.attributed import Scored, matched, scored
from bench.attribution_errors import Wrong, as_text, wrong
from bench.attribution_folds import conflict_of, finding
from bench.gold import Extent, GoldStatement
from bench.report import Report, label
from bench.rows import f1, share
from standoff.model.statement import Statement

_SIGNS = " \n\t\"“”'‘’,.;:"  # at the ends of a fragment, where marking by hand is at odds
_OF_FOLDS = ("linked_f1@.3", "linked_f1@.8", "nested_recall@.8", "speaker")


def run(
    data: Path, split: str | None, folds: str | None = None, weights: Path | None = None, errors: bool = False
) -> Report:
    """Score the statements found in a gold folder; `n` counts explicit core statements.

    `folds` is "conflict" for reports read with weights that were trained without their conflict, from a folder of
    `weights` for each; `errors` prints what went wrong, by kind with examples. Where the gold is marked by PolNeAR's
    convention and STANDOFF_ATTRIBUTION is "tagger", the tagger follows that convention.
    """
    counts: Counter[str] = Counter()
    parts: dict[str, Counter[str]] = {}
    kinds: list[Wrong] = []
    for item in scored(data, split, finding(folds, weights)):
        own: Counter[str] = Counter()
        _count(item, own)
        counts.update(own)
        if folds:
            parts.setdefault(conflict_of(item.gold.name) or "", Counter()).update(own)
        if errors:
            kinds.extend(wrong(item))
    if errors:
        print(as_text(kinds))
    result = metrics(counts)
    for name, part in parts.items():
        result |= {f"{name} {key}": metrics(part)[key] for key in _OF_FOLDS}
    return Report("attribution", label(data), counts["gold"], result)


def metrics(counts: Counter[str]) -> dict[str, float]:
    """Return the metrics of EVALUATION.md from the counts."""
    result: dict[str, float] = {}
    for least in ("3", "8"):
        recall = share(counts[f"right{least}"], counts["gold"])
        precision = share(counts[f"hit{least}"], counts["found"])
        result |= {f"linked_f1@.{least}": f1(precision, recall), f"right@.{least}": counts[f"right{least}"]}
        result |= {f"precision@.{least}": precision, f"recall@.{least}": recall}
        result[f"all_right@.{least}"] = counts[f"all_right{least}"]
        result[f"nested_recall@.{least}"] = share(counts[f"nested_right{least}"], counts["nested"])
    for name in ("exact", "fragment"):
        for part in ("source", "cue", "content"):
            right = counts[f"{name}_{part}_right"]
            precision = share(right, counts[f"{name}_{part}_found"])
            result[f"{name}_{part}_f1"] = f1(precision, share(right, counts[f"{name}_{part}_gold"]))
    for field in ("speaker", "form", "hedge", "channel", "parent"):
        result[field] = share(counts[f"{field}_right"], counts[f"{field}_asked"])
    return result | {"all": counts["all"], "found": counts["found"], "nested": counts["nested"]}


def _count(item: Scored, counts: Counter[str]) -> None:
    """Add one document's matches: core explicit gold for recall, any gold or none for precision."""
    gold = item.gold.statements
    core = [g for g in gold if g.core and g.explicit]
    beside = [g for g in gold if not (g.core and g.explicit)]
    counts["gold"] += len(core)
    counts["all"] += len(gold)
    counts["nested"] += sum(1 for g in core if g.parent)
    for least in (0.3, 0.8):
        pairs = matched(gold, item.found, least)
        key = f"{least:.1f}"[-1]
        right = [g for g, _ in pairs if g.core and g.explicit]
        counts[f"right{key}"] += len(right)
        counts[f"hit{key}"] += len(right)
        counts[f"all_right{key}"] += len(pairs)
        counts[f"nested_right{key}"] += sum(1 for g in right if g.parent)
        if least == 0.3:
            # statements that any reading may add or leave out count neither as right nor as wrong
            loose = {s.id for g, s in pairs if g in beside}
            ignored = loose | (_inner(item) if item.gold.univocal else set())
            counts["found"] += len(item.found) - len(ignored)
            _fields(pairs, counts)
    _exact(item, core, beside, counts)


def _inner(item: Scored) -> set[str]:
    """Return the ids of nested statements, which univocal gold cannot hold."""
    return {s.id for s in item.found if s.parent}


def _fields(pairs: list[tuple[GoldStatement, Statement]], counts: Counter[str]) -> None:
    """Count, over found statements, the fields that agree."""
    ids = {g.id: s.id for g, s in pairs}
    for gold, found in pairs:
        if gold.speakers:
            counts["speaker_asked"] += 1
            counts["speaker_right"] += names_meet(gold.speakers, tuple(ref.name for ref in found.source.refs))
        if gold.form:
            counts["form_asked"] += 1
            counts["form_right"] += gold.form == found.directness
        if gold.hedged is not None:
            counts["hedge_asked"] += gold.hedged or found.hedge
            counts["hedge_right"] += gold.hedged and found.hedge
        if gold.medium or found.channel:
            counts["channel_asked"] += 1
            counts["channel_right"] += _same_channel(gold.medium, found.channel)
        if gold.parent in ids:
            counts["parent_asked"] += 1
            counts["parent_right"] += found.parent == ids[gold.parent]


def _same_channel(gold: str | None, found: str | None) -> bool:
    """Tell whether two names of a channel mean one."""
    table = {"tweet": "twitter", "phone call": "phone", "e-mail": "email", "press statement": "press release"}
    table |= {
        "demonstration": "rally",
        "rally speech": "rally",
        "press briefing": "briefing",
        "joint statement": "statement",
    }
    return found is not None and gold is not None and table.get(gold.lower(), gold.lower()) == table.get(found, found)


def names_meet(gold: tuple[str, ...], found: tuple[str, ...]) -> bool:
    """Tell whether one found name is one of the gold names by normal form: case, marks and order of words apart."""
    return bool({_normal(name) for name in gold} & {_normal(name) for name in found})


def _normal(name: str) -> tuple[str, ...]:
    """Return the words of a name without case, accents and small words, in order of the alphabet."""
    from anyascii import anyascii

    words = anyascii(name).lower().replace("'s", "").replace(".", "").replace("-", " ").split()
    return tuple(sorted(word for word in words if word not in ("of", "the", "and", "for")))


def _exact(item: Scored, core: list[GoldStatement], beside: list[GoldStatement], counts: Counter[str]) -> None:
    """Count sources, cues and contents whose extents agree: whole and to the character, and fragment by fragment.

    Fragments a space apart count as one; taken one by one, signs at their ends are left out, as published figures do.
    """
    text = item.gold.text
    for part in ("source", "cue", "content"):
        wanted = {_whole(text, _marked(g, part)) for g in core} - {()}
        loose = {_whole(text, _marked(g, part)) for g in beside} - wanted
        given = {_whole(text, _found(s, part)) for s in item.found} - {()} - loose
        _agreeing(f"exact_{part}", wanted, given, counts)
        bare, apart = _bare(text, wanted), _bare(text, loose)
        _agreeing(f"fragment_{part}", bare, _bare(text, given) - (apart - bare), counts)


def _agreeing(name: str, wanted: Set[object], given: Set[object], counts: Counter[str]) -> None:
    """Count what is marked, what is found, and what is both."""
    counts[f"{name}_gold"] += len(wanted)
    counts[f"{name}_found"] += len(given)
    counts[f"{name}_right"] += len(wanted & given)


def _bare(text: str, wholes: Set[tuple[Extent, ...]]) -> set[Extent]:
    """Return every fragment without the quotation marks, points and spaces at its ends."""
    return {_trimmed(text, extent) for whole in wholes for extent in whole}


def _trimmed(text: str, extent: Extent) -> Extent:
    """Return an extent without the signs at its ends."""
    start, stop = extent
    inner = text[start:stop].lstrip(_SIGNS)
    return stop - len(inner), stop - len(inner) + len(inner.rstrip(_SIGNS))


def _marked(gold: GoldStatement, part: str) -> tuple[Extent, ...]:
    """Return the extents of one part of a gold statement."""
    if part == "source":
        return (gold.source,) if gold.source else ()
    return gold.cue if part == "cue" else gold.content


def _found(statement: Statement, part: str) -> tuple[Extent, ...]:
    """Return the extents of one part of a found statement."""
    source = (statement.source.span,) if statement.source.span else ()
    spans = {"source": source, "cue": statement.cue, "content": statement.content}[part]
    return tuple((span.start, span.stop) for span in spans)


def _whole(text: str, extents: tuple[Extent, ...]) -> tuple[Extent, ...]:
    """Return extents in order, those with nothing but space between them as one."""
    merged: list[Extent] = []
    for start, stop in sorted(extents):
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], max(stop, merged[-1][1]))
        else:
            merged.append((start, stop))
    return tuple(merged)
