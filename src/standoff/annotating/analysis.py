"""Run the parts of a spaCy pipeline over a batch of texts, faster than the pipeline does and with the same result.

The parts that decide step by step (the parser, the finder of names) let go of Python's lock, and then take and release
it dozens of times at every step, to look for errors: half of their time. Here they take their steps with the lock held.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from spacy.ml.parser_model import ParserStepModel
from threadpoolctl import ThreadpoolController

from standoff.annotating.encoding import Encoder, Floats

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

PARTS = ("tagger", "parser", "attribute_ruler", "lemmatizer", "ner")


@dataclass(frozen=True, slots=True)
class Analyser:
    """Hold a pipeline, what encodes the tokens for its parts, and what keeps numpy to one thread meanwhile."""

    pipeline: Pipeline
    encoder: Encoder
    threads: ThreadpoolController

    def analyse(self, docs: Sequence[Doc]) -> None:
        """Tag, parse and lemmatize tokenized texts, and find the names in them."""
        with self.threads.limit(limits=1, user_api="blas"):  # a run has as many processes as cores
            vectors = [self.encoder.encode(doc) for doc in docs]
        for doc, (shared, _) in zip(docs, vectors, strict=True):
            doc.tensor = shared  # where the tagger looks
        parts: Iterator[Any] = map(self.pipeline.get_pipe, PARTS)
        tagger, parser, ruler, lemmatizer, ner = parts
        tagger.set_annotations(docs, tagger.predict(docs))
        _decide(parser, docs, [shared for shared, _ in vectors])
        for doc in docs:
            lemmatizer(ruler(doc))
        _decide(ner, docs, [names for _, names in vectors])


def analyser(pipeline: Pipeline) -> Analyser:
    """Return what runs a pipeline's parts."""
    shared, names = (cast("Any", pipeline.get_pipe(name)).model for name in ("tok2vec", "ner"))
    own = names.get_ref("tok2vec").layers[0]
    return Analyser(pipeline, Encoder.of(pipeline.vocab, [shared, own]), ThreadpoolController())


def _decide(part: Any, docs: Sequence[Doc], vectors: Sequence[Floats]) -> None:
    """Let a part take its decisions on texts whose tokens have these vectors, and write them down."""
    tok2vec, lower, upper = part.model.layers
    hidden = tok2vec.layers[-1].predict(np.concatenate(vectors))
    unseen = part.model.attrs["unseen_classes"]
    layers = [lambda _, is_train: (hidden, is_train), lower, upper]
    model = ParserStepModel(docs, layers, has_upper=True, unseen_classes=unseen, train=False)
    states = part.moves.init_batch(docs)
    going = [state for state in states if not state.is_final()]
    while going:
        going = part.transition_states(going, model.predict(going))
    part.set_annotations(docs, states)
