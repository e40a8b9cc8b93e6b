"""Score clusters of mentions against others: MUC, B-cubed and CEAF-e, and their mean, the CoNLL score.

Definitions: Vilain et al. 1995, Bagga and Baldwin 1998, Luo 2005; Pradhan et al. 2014 compare them on worked examples.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from math import inf

from bench.rows import f1

Clusters = Mapping[Hashable, Hashable]  # mention -> the cluster it is in
Groups = list[frozenset[Hashable]]


def conll(truth: Clusters, found: Clusters) -> dict[str, float]:
    """Return the F1 of each measure and their mean; both clusterings hold the same mentions."""
    gold, held = groups(truth), groups(found)
    scores = {
        "muc": f1(_muc(held, truth), _muc(gold, found)),
        "b_cubed": f1(_b_cubed(held, truth), _b_cubed(gold, found)),
        "ceaf_e": _ceaf(gold, held),
    }
    return {**scores, "conll": sum(scores.values()) / len(scores)}


def groups(clusters: Clusters) -> Groups:
    """Return the mentions of each cluster."""
    held: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, cluster in clusters.items():
        held[cluster].add(mention)
    return [frozenset(mentions) for mentions in held.values()]


def _muc(held: Groups, other: Clusters) -> float:
    """Return the share of the links that hold groups together which the other clustering has as well."""
    links = sum(len(group) - 1 for group in held)
    cut = sum(len({other[mention] for mention in group}) - 1 for group in held)
    return (links - cut) / links if links else 0.0


def _b_cubed(held: Groups, other: Clusters) -> float:
    """Return, on average over mentions, what share of a mention's group is in its group of the other clustering."""
    total = sum(len(group) for group in held)
    shared = sum(count * count / len(g) for g in held for count in Counter(other[m] for m in g).values())
    return shared / total if total else 0.0


def _ceaf(gold: Groups, held: Groups) -> float:
    """Return the F1 of the best one-to-one pairing of groups, each pair counting twice its share of common mentions."""
    if not gold or not held:
        return 0.0
    likeness = _overlaps(gold, held)
    best = sum(best_pairing(block) for block in _blocks(likeness))
    return f1(best / len(held), best / len(gold))


def _overlaps(gold: Groups, held: Groups) -> dict[tuple[int, int], float]:
    """Return how alike groups with common mentions are: twice what they share over what both have."""
    home = {mention: number for number, group in enumerate(gold) for mention in group}
    return {
        (home_, number): 2 * count / (len(gold[home_]) + len(group))
        for number, group in enumerate(held)
        for home_, count in Counter(home[mention] for mention in group).items()
    }


def _blocks(likeness: Mapping[tuple[int, int], float]) -> Iterable[list[list[float]]]:
    """Yield the matrices of groups that share mentions, directly or by way of others: they are paired apart."""
    near: defaultdict[tuple[str, int], set[tuple[str, int]]] = defaultdict(set)
    for row, column in likeness:
        near["row", row].add(("column", column))
        near["column", column].add(("row", row))
    seen: set[tuple[str, int]] = set()
    for start in sorted(near):
        if start in seen:
            continue
        block, fresh = {start}, {start}
        while fresh:
            fresh = {other for node in fresh for other in near[node]} - block
            block |= fresh
        seen |= block
        rows, columns = (sorted(n for side, n in block if side == name) for name in ("row", "column"))
        yield [[likeness.get((row, column), 0.0) for column in columns] for row in rows]


def best_pairing(worth: Sequence[Sequence[float]]) -> float:
    """Return the most that pairing each row with at most one column can be worth (Kuhn and Munkres, by potentials)."""
    if len(worth) > len(worth[0]):
        worth = [list(column) for column in zip(*worth, strict=True)]
    rows, columns = len(worth), len(worth[0])
    left, right = [0.0] * (rows + 1), [0.0] * (columns + 1)
    pair = [0] * (columns + 1)
    for row in range(1, rows + 1):
        pair[0] = row
        way, end = _path(worth, (left, right), pair)
        while end:
            pair[end], end = pair[way[end]], way[end]
    return sum(worth[pair[column] - 1][column - 1] for column in range(1, columns + 1) if pair[column])


def _path(
    worth: Sequence[Sequence[float]], potentials: tuple[list[float], list[float]], pair: list[int]
) -> tuple[list[int], int]:
    """Return the cheapest way from the row in `pair[0]` to a free column: the column before each, and the last one."""
    left, right = potentials
    columns = len(right) - 1
    least, way, used, here = [inf] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1), 0
    while pair[here]:
        used[here] = True
        row, step, then = pair[here], inf, 0
        for column in range(1, columns + 1):
            if used[column]:
                continue
            cost = -worth[row - 1][column - 1] - left[row] - right[column]
            if cost < least[column]:
                least[column], way[column] = cost, here
            if least[column] < step:
                step, then = least[column], column
        for column in range(columns + 1):
            if used[column]:
                left[pair[column]] += step
                right[column] -= step
            else:
                least[column] -= step
        here = then
    return way, here
