"""Remember lemma and part of speech of words: both follow from form, tag and dependency, and nearly all words repeat.

spaCy's attribute ruler gives the part of speech by rules, almost all of which look at one token; its lemmatizer then
gives the lemma. Where another rule holds, the two read the whole text themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any, Self, TypeAlias, cast

import numpy as np
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from standoff.annotating.parsing.remembering import unknown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Reading: TypeAlias = tuple[str, str, str, str]  # lemma, coarse and fine tag, dependency label
Key: TypeAlias = tuple[int, int, int]

_FOLLOWS = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})  # what is the same for tokens with one key
_MOST = 100_000  # words remembered: bounds the memory of a process that reads for long


@dataclass(frozen=True, slots=True)
class Readings:
    """Hold two parts of a pipeline, the rules for single tokens, what finds those for others, and what is known.

    `first` finds where another rule may begin, and `begins` holds the words that may.
    """

    ruler: AttributeRuler
    single: AttributeRuler
    others: Matcher
    first: Matcher
    lemmatizer: Callable[[Doc], Doc]
    known: dict[Key, Reading] = field(default_factory=dict)
    begins: set[Key] = field(default_factory=set)

    @classmethod
    def of(cls, ruler: AttributeRuler, lemmatizer: Any) -> Self:
        """Return what reads words as an attribute ruler and a lemmatizer do."""
        single, others, first = AttributeRuler(ruler.vocab), Matcher(ruler.vocab), Matcher(ruler.vocab)
        for number, rule in enumerate(ruler.patterns):
            patterns = cast("list[list[dict[str, Any]]]", rule["patterns"])
            if all(len(pattern) == 1 and pattern[0].keys() <= _FOLLOWS for pattern in patterns):
                single.add_patterns([rule])
            else:
                others.add(str(number), patterns)
                first.add(str(number), [[_what_follows(pattern[0])] for pattern in patterns])
        index = lemmatizer.lookups.get_table("lemma_index")
        for pos, words in index.items():
            index[pos] = frozenset(words)  # a list as it comes, searched through for every new word
        return cls(ruler, single, others, first, lemmatizer)

    def read(self, docs: Sequence[Doc]) -> list[list[Reading]]:
        """Return the reading of each token of some tagged and parsed texts."""
        keys: list[list[Key]] = [[tuple(row) for row in doc.to_array(["ORTH", "TAG", "DEP"]).tolist()] for doc in docs]
        new = unknown(chain.from_iterable(keys), self.known, _MOST)
        if new:
            self._learn(new)
        return [self._read(doc, own) for doc, own in zip(docs, keys, strict=True)]

    def _read(self, doc: Doc, keys: Sequence[Key]) -> list[Reading]:
        """Return the reading of each token of a text all of whose words are known."""
        if not self.begins.isdisjoint(keys) and self.others(doc, allow_missing=True):
            return list(_readings(self.lemmatizer(self.ruler(doc))))
        return [self.known[key] for key in keys]

    def _learn(self, keys: Sequence[Key]) -> None:
        """Read words, as a text of which each is a token."""
        doc = Doc(self.ruler.vocab, [self.ruler.vocab.strings[form] for form, _, _ in keys])
        doc.from_array(["TAG", "DEP"], cast("Any", np.array([key[1:] for key in keys], np.uint64)))
        self.begins.update(keys[at] for _, at, _ in self.first(doc, allow_missing=True))
        self.known.update(zip(keys, _readings(self.lemmatizer(self.single(doc))), strict=True))


def _what_follows(token: dict[str, Any]) -> dict[str, Any]:
    """Return what a rule asks of a token as far as it is the same for all tokens with one key."""
    return {name: value for name, value in token.items() if name in _FOLLOWS}


def _readings(doc: Doc) -> Iterator[Reading]:
    """Yield the reading of each token."""
    return ((token.lemma_, token.pos_, token.tag_, token.dep_) for token in doc)
