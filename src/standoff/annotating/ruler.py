"""Remember which attribute rules a token meets: the ruler's search takes a tenth of the parse, and nearly all repeats.

Rules for one token look at its form, tag and dependency only, so tokens that share these meet the same rules.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from spacy.matcher import Matcher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

Match: TypeAlias = tuple[int, int, int, int]  # number of the rule, its id, and the tokens it holds for, `[start, stop)`
Key: TypeAlias = tuple[int, int, int]

_LOOKED_AT = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})  # the last follows from the form
_MOST = 100_000  # tokens remembered: bounds the memory of a process that reads for long


@dataclass(frozen=True, slots=True)
class Rules:
    """Hold the ruler's own search, one for its rules of several tokens, and what single tokens met so far."""

    search: Callable[[Doc], list[Match]]
    several: Matcher
    known: dict[Key, tuple[tuple[int, int], ...]] = field(default_factory=dict)

    def match(self, doc: Doc) -> list[Match]:
        """Return what the ruler's own search would: the rules that hold, by number, id and place."""
        keys: list[Key] = [tuple(row) for row in doc.to_array(["LOWER", "TAG", "DEP"]).tolist()]
        if not all(key in self.known for key in keys):
            return self._learned(keys, self.search(doc))
        found = [(number, key, at, at + 1) for at, held in enumerate(keys) for number, key in self.known[held]]
        found += self._several(doc)
        return sorted(found)

    def _several(self, doc: Doc) -> Iterator[Match]:
        """Yield the matches of rules of several tokens."""
        for key, start, stop in self.several(doc, allow_missing=True):
            yield int(doc.vocab.strings[key]), key, start, stop

    def _learned(self, keys: list[Key], found: list[Match]) -> list[Match]:
        """Keep what each token met, and return all of it."""
        met: list[list[tuple[int, int]]] = [[] for _ in keys]
        for number, key, start, stop in found:
            if stop - start == 1:
                met[start].append((number, key))
        if len(self.known) < _MOST:
            self.known.update(zip(keys, map(tuple, met), strict=True))
        return found


def remembering(ruler: AttributeRuler) -> Rules | None:
    """Return rules that answer for a ruler, or nothing where one of them looks at more than is remembered."""
    several = Matcher(ruler.vocab)
    for number, rule in enumerate(ruler.patterns):
        patterns = cast("list[list[dict[str, Any]]]", rule["patterns"])
        single = all(len(pattern) == 1 for pattern in patterns)
        if single and not all(token.keys() <= _LOOKED_AT for pattern in patterns for token in pattern):
            return None
        if not single and any(len(pattern) == 1 for pattern in patterns):
            return None
        if not single:
            several.add(str(number), patterns)
    return Rules(ruler.match, several)
