"""Compute the token vectors of spaCy's convolutional encoders at several times its speed, and the same in any batch.

spaCy embeds every token anew, and multiplies with BLIS, which reaches a third of what numpy's BLAS does. Here a word
that was met before is looked up: its embedding depends on the word alone. A text is then encoded on its own, by all
encoders at once: the result is that of spaCy to rounding (about 1e-6), and cannot depend on what texts come along.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import reduce
from itertools import chain
from typing import TYPE_CHECKING, Any, Self, TypeAlias

import numpy as np
from spacy.tokens import Doc

from standoff.annotating.parsing.remembering import unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray
    from spacy.vocab import Vocab

Floats: TypeAlias = "NDArray[np.float32]"
Word: TypeAlias = tuple[int, int, int]  # the ids of form and norm, and whether a space follows: all that is embedded

MOST = 20_000  # words remembered: bounds the memory of a process that reads for long
_EPSILON = np.float32(1e-8)  # spaCy's, so that no variance is zero


@dataclass(frozen=True, slots=True)
class Layer:
    """Hold one convolution over a token and its neighbours, by encoder: a maxout over pieces, normalized."""

    weights: Floats  # encoders x 3 widths x pieces * width; the outputs of a piece stand together
    bias: Floats  # encoders x 1 x pieces * width
    scale: Floats  # encoders x 1 x width
    shift: Floats  # encoders x 1 x width

    def __call__(self, vectors: Floats) -> Floats:
        """Return vectors of all tokens but the first and last, from encoders x tokens x width."""
        own, width = vectors[:, 1:-1], vectors.shape[2]
        pieces = np.concatenate((vectors[:, :-2], own, vectors[:, 2:]), axis=2) @ self.weights
        pieces += self.bias
        best: Floats = reduce(np.maximum, (pieces[:, :, at : at + width] for at in range(0, pieces.shape[2], width)))
        best -= best.mean(axis=2, keepdims=True)
        best *= 1 / np.sqrt(np.square(best).mean(axis=2, keepdims=True) + _EPSILON)
        best *= self.scale
        best += self.shift
        best += own
        return best


@dataclass(slots=True)
class Words:
    """Remember the embeddings of words; the first row is the padding round a text, zeros."""

    vocab: Vocab
    embeds: Sequence[Any]  # thinc's models
    table: Floats  # encoders x words x width
    rows: dict[Word, int] = field(default_factory=dict)

    def of(self, docs: Sequence[Doc]) -> list[list[int]]:
        """Return the row of each token of some texts, after embedding those not met before."""
        words: list[list[Word]] = [
            [tuple(row) for row in doc.to_array(["ORTH", "NORM", "SPACY"]).tolist()] for doc in docs
        ]
        new = unknown(chain.from_iterable(words), self.rows, MOST)
        if new:
            self._learn(new)
        return [[self.rows[word] for word in own] for own in words]

    def _learn(self, words: Sequence[Word]) -> None:
        """Embed words, as a text of which each is a token."""
        strings = self.vocab.strings
        text = Doc(self.vocab, [strings[form] for form, _, _ in words], [bool(space) for _, _, space in words])
        for token, (_, norm, _) in zip(text, words, strict=True):
            token.norm_ = strings[norm]
        first = len(self.rows) + 1
        self._make_room(first + len(words))
        for table, embed in zip(self.table, self.embeds, strict=True):
            table[first : first + len(words)] = embed.predict([text])[0]
        self.rows.update((word, row) for row, word in enumerate(words, first))

    def _make_room(self, rows: int) -> None:
        """Lengthen the table to so many rows, or twice as many as it has."""
        encoders, held, width = self.table.shape
        if rows > held:
            self.table = np.concatenate(
                (self.table, np.zeros((encoders, max(rows - held, held), width), np.float32)), 1
            )


@dataclass(frozen=True, slots=True)
class Encoder:
    """Compute the vectors of several encoders of one shape at once."""

    words: Words
    layers: Sequence[Layer]

    @classmethod
    def of(cls, vocab: Vocab, models: Sequence[Any]) -> Self:
        """Return an encoder with the weights of spaCy's `Tok2Vec` models, which must have the same shape."""
        blocks = zip(*(model.get_ref("encode").layers[0].layers for model in models), strict=True)
        layers = [_layer(block) for block in blocks]
        table = np.zeros((len(models), 1, layers[0].scale.shape[2]), np.float32)
        return cls(Words(vocab, [model.get_ref("embed") for model in models], table), layers)

    def encode(self, docs: Sequence[Doc]) -> list[Floats]:
        """Return the vectors of the tokens of each text, encoders x tokens x width."""
        return list(map(self._encode, self.words.of(docs)))

    def _encode(self, rows: Sequence[int]) -> Floats:
        """Return the vectors of a text whose words stand in these rows."""
        edge = [0] * len(self.layers)  # as far as a token sees
        vectors = self.words.table[:, [*edge, *rows, *edge]]
        for layer in self.layers:
            vectors = layer(vectors)
        return vectors


def _layer(blocks: Iterable[Any]) -> Layer:
    """Return the layer of several encoders from the residual block of each."""
    parts = [{node.name: node for node in block.walk()} for block in blocks]
    weights, bias, scale, shift = (
        np.stack([part[name].get_param(key) for part in parts])
        for name, key in (("maxout", "W"), ("maxout", "b"), ("layernorm", "G"), ("layernorm", "b"))
    )  # encoders x width (x pieces (x 3 widths))
    columns = np.ascontiguousarray(weights.transpose(0, 3, 2, 1)).reshape(len(parts), weights.shape[3], -1)
    return Layer(columns, bias.transpose(0, 2, 1).reshape(len(parts), 1, -1), scale[:, None], shift[:, None])
