"""Run the parts of a spaCy pipeline over a batch of texts, faster than the pipeline does and with the same result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from threadpoolctl import ThreadpoolController

from standoff.annotating.parsing.deciding import Decider
from standoff.annotating.parsing.encoding import Encoder
from standoff.annotating.parsing.readings import Reading, Readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

PARTS = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner")


@dataclass(frozen=True, slots=True)
class Analyser:
    """Hold what encodes tokens, the parts that read them, and what keeps numpy to one thread meanwhile."""

    encoder: Encoder
    tagger: Any
    parser: Decider
    readings: Readings
    names: Decider
    threads: ThreadpoolController

    def analyse(self, docs: Sequence[Doc]) -> list[list[Reading]]:
        """Tag and parse tokenized texts, find the names in them, and return the reading of each token."""
        with self.threads.limit(limits=1, user_api="blas"):  # a run has as many processes as cores
            vectors = self.encoder.encode(docs)
            for doc, (shared, _) in zip(docs, vectors, strict=True):
                doc.tensor = shared  # where the tagger looks
            self.tagger.set_annotations(docs, self.tagger.predict(docs))
            self.parser.decide(docs, [shared for shared, _ in vectors])
            self.names.decide(docs, [own for _, own in vectors])
        return self.readings.read(docs)


def analyser(pipeline: Pipeline) -> Analyser:
    """Return what runs a pipeline's parts; the finder of names has an encoder of its own."""
    parts: list[Any] = [pipeline.get_pipe(name) for name in PARTS]
    shared, tagger, parser, ruler, lemmatizer, names = parts
    encoder = Encoder.of(pipeline.vocab, [shared.model, names.model.get_ref("tok2vec").layers[0]])
    return Analyser(
        encoder,
        tagger,
        Decider.of(parser),
        Readings.of(ruler, lemmatizer),
        Decider.of(names),
        threads=ThreadpoolController(),
    )
