"""Gather what tells how much an attribution is to be believed: the chances of its cue, source, content and borders."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from standoff.attributing.tagging.decode import Scores
from standoff.attributing.tagging.fitted import logit

Span: TypeAlias = tuple[int, int]

FEATURES = (
    *("cue", "cue_mean", "cue_words", "sure", "path", "weakest", "borders", "nameless", "source", "content", "begins"),
    *("words", "fragments"),
)


def signs(
    cue: Span, seen: Scores, roles: tuple[NDArray[np.int64], Scores], source: Span | None, content: Sequence[Span]
) -> tuple[float, ...]:
    """Return the signs of one reading, as FEATURES names them, all spans in words `[first, after)`.

    `seen` are the chances (n, 3, 3) of the first sight, `roles` the labels (n) of the cue's roles and their log
    probabilities (n, 5).
    """
    path, words = roles
    chosen = words[np.arange(len(path)), path]
    inside = chosen[path > 0]
    chances = 1 - seen[slice(*cue), 1, 0]
    borders = [place for a, b in content for place in (a, min(b, len(path) - 1))]
    told = [place for span in content for place in range(*span)]
    named = float(np.exp(words[source[0], 1])) if source else 1 - float(np.exp(words[:, 1]).max())
    return (
        logit(float(chances.max())),
        logit(float(chances.mean())),
        float(cue[1] - cue[0]),
        float(inside.mean()),
        float(chosen.sum()),
        float(inside.min()),
        float(chosen[borders].sum()),
        float(source is None),
        logit(named),
        logit(float(1 - seen[told, 2, 0].mean())),
        logit(float(seen[content[0][0], 2, 1])),
        log(len(told)),
        float(len(content)),
    )
