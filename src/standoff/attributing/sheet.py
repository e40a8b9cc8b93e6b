"""Prepare one page for the rules: subtree extents, sentences and quotations, looked up in constant time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from standoff.attributing.mending import mended
from standoff.attributing.quotations import Quotation, quotations
from standoff.codebook.acts import ActBook
from standoff.model.page import Page
from standoff.model.parse import Parse

_LONGEST = 500  # tokens of a sentence looked at together
_DATELINE = 12  # tokens a dateline may take
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold a page with, by token: its subtree's first and last token, its sentence, quotation (-1 for none) and block.

    `speaking` holds the head tokens of all cues, once they are found.
    """

    page: Page
    parse: Parse
    lefts: tuple[int, ...]
    rights: tuple[int, ...]
    sentences: tuple[range, ...]
    sentence_index: tuple[int, ...]
    quotes: tuple[Quotation, ...]
    quote_index: tuple[int, ...]
    words: tuple[str, ...]
    blocks: tuple[int, ...]
    lists: Mapping[str, frozenset[str]]
    speaking: frozenset[int] = frozenset()

    def sentence(self, token: int) -> range:
        """Return the tokens of the sentence that holds a token."""
        return self.sentences[self.sentence_index[token]]

    def children(self, token: int, *deps: str) -> list[int]:
        """Return the dependents with one of the labels."""
        return self.parse.children_of(token, *deps)

    def child(self, token: int, *deps: str) -> int | None:
        """Return the first dependent with one of the labels, or nothing."""
        deps_of = self.parse.deps
        return next((c for c in self.parse.children[token] if deps_of[c] in deps), None)

    def quote_at(self, token: int) -> Quotation | None:
        """Return the quotation that holds a token, or nothing."""
        index = self.quote_index[token]
        return self.quotes[index] if index >= 0 else None

    def listed(self, token: int, name: str) -> bool:
        """Tell whether a token's form or lemma is in a word list of the codebook."""
        members = self.lists[name]
        return self.words[token] in members or self.parse.lemmas[token].lower() in members

    def is_opening(self, token: int) -> bool:
        """Tell whether a token is the mark that opens a quotation."""
        quote = self.quote_at(token)
        return quote is not None and quote.first == token

    def same_block(self, token: int, other: int) -> bool:
        """Tell whether two tokens stand in one block of the layout."""
        return self.blocks[token] == self.blocks[other]

    def quotes_in(self, start: int, stop: int) -> tuple[Quotation, ...]:
        """Return the quotations that share a character with `[start, stop)`, found by bisection."""
        first = bisect_right(self.quotes, start, key=lambda quote: quote.stop)
        after = bisect_left(self.quotes, stop, key=lambda quote: quote.start)
        return self.quotes[first:after]


def sheet(page: Page, book: ActBook) -> Sheet:
    """Lay out a page for the rules."""
    parse = mended(page.parse, book)
    lefts, rights = _extents(parse)
    blocks = _blocks(page)
    sentences = tuple(_pieces(parse, blocks))
    index = [0] * len(parse)
    for number, tokens in enumerate(sentences):
        for token in tokens:
            index[token] = number
    found = quotations(page)
    within = [-1] * len(parse)
    for number, quote in enumerate(found):
        for token in range(quote.first, quote.last + 1):
            within[token] = number
    words = tuple(form.lower() for form in parse.forms)
    return Sheet(page, parse, lefts, rights, sentences, tuple(index), found, tuple(within), words, blocks, book.words)


def _pieces(parse: Parse, blocks: Sequence[int]) -> Iterator[range]:
    """Yield the sentences, none beyond its block, the endless ones in pieces, so that no rule looks further."""
    for sentence in parse.sentences():
        for _, run in groupby(sentence, key=blocks.__getitem__):
            tokens = list(run)
            for first in range(0, len(tokens), _LONGEST):
                yield range(tokens[first], tokens[min(first + _LONGEST, len(tokens)) - 1] + 1)


def _blocks(page: Page) -> tuple[int, ...]:
    """Return the number of each token's block, -1 outside all."""
    numbers = [-1] * len(page.parse)
    for number, block in enumerate(page.document.body):
        for token in page.parse.tokens_in(block.start, block.stop):
            numbers[token] = number
    return tuple(numbers)


def _extents(parse: Parse) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return first and last token of every subtree, deepest tokens first so that each is visited once."""
    lefts, rights = list(range(len(parse))), list(range(len(parse)))
    for token in _bottom_up(parse):
        head = parse.heads[token]
        lefts[head] = min(lefts[head], lefts[token])
        rights[head] = max(rights[head], rights[token])
    return tuple(lefts), tuple(rights)


def _bottom_up(parse: Parse) -> list[int]:
    """Return all tokens, each before its head."""
    order = [token for token in range(len(parse)) if parse.heads[token] == token]
    for token in order:
        order.extend(parse.children[token])
    return order[::-1]


def segment(sheet_: Sheet, token: int) -> range:
    """Return the part of a token's sentence between semicolons and after a dateline."""
    sentence = sheet_.sentence(token)
    start, stop = body_start(sheet_, sentence), sentence.stop
    for at in range(token, start, -1):
        if sheet_.words[at] == ";" and sheet_.quote_index[at] < 0:
            start = at + 1
            break
    for at in range(token, stop):
        if sheet_.words[at] == ";" and sheet_.quote_index[at] < 0:
            return range(start, at)
    return range(start, stop)


def body_start(sheet_: Sheet, sentence: range) -> int:
    """Return the first token after a dateline such as "KHARKIV (Reuters) -", or the sentence's own first."""
    for token in range(sentence.start, min(sentence.start + _DATELINE, sentence.stop)):
        if sheet_.parse.tags[token] in _FINITE:
            return sentence.start  # "A source denied the raid: ..."
        if sheet_.words[token] in ("-", "–", "—", "--", ":") and token > sentence.start:
            spaced = sheet_.parse.starts[token] > sheet_.parse.stops[token - 1] or sheet_.words[token] == ":"
            return token + 1 if spaced and _is_dateline(sheet_, sentence.start, token) else sentence.start
    return sentence.start


def _is_dateline(sheet_: Sheet, start: int, dash: int) -> bool:
    """Tell whether tokens before a dash or colon are a dateline: in capitals, or a place before a new sentence."""
    if sheet_.parse.forms[start].isupper():
        return True
    place = sheet_.words[dash] in ("–", "—") and all(sheet_.parse.entities[t] == "GPE" for t in range(start, dash))
    return place and dash + 1 < len(sheet_.parse) and sheet_.parse.forms[dash + 1][:1].isupper()
