"""Take the decisions of a spaCy parser or finder of names, step by step, at half its cost.

spaCy lets go of Python's lock for the steps, and then takes and releases it dozens of times in each, to look for
errors: half of the time. Here the steps are taken with the lock held, and what a token brings to a decision is computed
by numpy, for each text on its own, so that it is the same in any batch.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from spacy.ml.parser_model import ParserStepModel
from thinc.api import Model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from standoff.annotating.parsing.encoding import Floats


@dataclass(frozen=True, slots=True)
class Decider:
    """Hold a part that decides, and the weights from token vectors to what each token brings to a decision."""

    part: Any
    hidden: Floats  # width x hidden width
    bias: Floats  # hidden width
    brought: Floats  # hidden width x outputs: the roles a token can have in a decision, by units, by pieces
    absent: Floats  # roles x units x pieces: what a role brings that no token has
    given: Any  # stands where spaCy's model would compute what tokens bring
    scores: Floats  # units x moves: what each unit says of each move
    leaning: Floats  # moves

    @classmethod
    def of(cls, part: Any) -> Self:
        """Return a decider with the weights of a part of a pipeline."""
        (*_, linear), lower = part.model.get_ref("tok2vec").layers, part.model.get_ref("lower")
        upper = part.model.get_ref("upper")
        weights = lower.get_param("W")
        return cls(
            part,
            np.ascontiguousarray(linear.get_param("W").T),
            linear.get_param("b"),
            np.ascontiguousarray(weights.reshape(-1, weights.shape[-1]).T),
            lower.get_param("pad")[0],
            Model("given", _given, dims={"nP": weights.shape[2]}, params={"b": lower.get_param("b")}),
            np.ascontiguousarray(upper.get_param("W").T),
            upper.get_param("b"),
        )

    def decide(self, docs: Sequence[Doc], vectors: Sequence[Floats]) -> None:
        """Take all decisions on texts whose tokens have these vectors, and write them into the texts."""
        layers = [lambda _, is_train: (self._brought(vectors), is_train), self.given, self.part.model.get_ref("upper")]
        model = ParserStepModel(docs, layers, has_upper=True, train=False)
        states = self.part.moves.init_batch(docs)
        going = [state for state in states if not state.is_final()]
        while going:
            hidden, _ = model.state2vec(model.get_token_ids(going), False)
            going = self.part.transition_states(going, hidden @ self.scores + self.leaning)
        self.part.set_annotations(docs, states)

    def _brought(self, vectors: Sequence[Floats]) -> Floats:
        """Return what is absent, and what each token of some texts brings."""
        bounds = list(accumulate(map(len, vectors), initial=1))
        found = np.empty((bounds[-1], *self.absent.shape), np.float32)
        found[0] = self.absent
        flat = found.reshape(len(found), -1)
        for own, (start, stop) in zip(vectors, pairwise(bounds), strict=True):
            np.matmul(own @ self.hidden + self.bias, self.brought, out=flat[start:stop])
        return found


def _given(_: Any, brought: Floats, is_train: bool) -> tuple[Floats, bool]:
    """Return what was computed already."""
    return brought, is_train
