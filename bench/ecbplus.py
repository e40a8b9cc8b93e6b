"""Score which marked event mentions of ECB+ are of one happening: topics of files in XML, gold mentions given.

`--data` is the folder that holds `ECB+` and the list of validated sentences; `--split` is `train`, `dev` (what is taken
without it), `test`, or topics such as `5,12`. Files are grouped into stories, and the mentions of a story into
happenings by their words and those round them (bench/wordings, fitted by bench/fit_wordings.py).
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from bench.coreference import conll
from bench.report import Report, label
from bench.wordings.contexts import Reader, load_reader
from bench.wordings.meanings import load_meanings
from bench.wordings.weigh import Marked, load_weights, together
from standoff.annotating.parsing.language import load as load_language
from standoff.codebook.load import FOLDER
from standoff.codebook.spread import load_spread
from standoff.joining.stories import opening, stories

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc, Token

VALID = "ECBplus_coreference_sentences.csv"
DEV = (2, 5, 12, 18, 21, 23, 34, 35)
TEST = tuple(range(36, 46))
TRAIN = tuple(topic for topic in range(1, 36) if topic not in DEV)
PARTS = {"train": TRAIN, "dev": DEV, "test": TEST}
Key = tuple[str, str]  # page and mark
_CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM"})
_HANGING = frozenset({"NOUN", "PROPN", "NUM", "PRON", "ADJ"})
_NEAR = 6  # words


@dataclass(frozen=True, slots=True)
class Page:
    """Hold one file: its words, the sentence of each, and for each marked event its words and its gold cluster."""

    name: str
    words: tuple[str, ...]
    sentences: tuple[int, ...]
    events: Mapping[str, tuple[int, ...]]
    clusters: Mapping[str, str]

    @property
    def told(self) -> str:
        """Return the text without the address that the first line of a page from the web holds."""
        web = self.name.endswith("plus")
        return " ".join(w for w, s in zip(self.words, self.sentences, strict=True) if s > 0 or not web)


def run(data: Path, split: str | None) -> Report:
    """Score mentions grouped within stories by what they and the words round them say."""
    pages = list(read(data, _topics(split)))
    told, spread = laid_out(pages), load_spread(FOLDER)
    given = spread, load_meanings(), load_weights()
    found: dict[Hashable, Hashable] = {}
    for number, story in enumerate(told):
        groups = together([mark for _, mark in story.marks], story.texts, given)
        found |= {story.marks[index][0]: (number, at) for at, group in enumerate(groups) for index in group}
    truth = gold(pages)
    counts = {"stories": float(len(told)), "happenings": float(len(set(truth.values())))}
    return Report("joining", label(data), len(truth), {**conll(truth, found), **counts})


@dataclass(frozen=True, slots=True)
class Story:
    """Hold the marked mentions of one story, each with its key, and the words of its files."""

    marks: tuple[tuple[Key, Marked], ...]
    texts: Mapping[str, Counter[str]]


def gold(pages: Iterable[Page]) -> dict[Hashable, Hashable]:
    """Return the gold cluster of each mention."""
    return {(page.name, key): page.clusters[key] for page in pages for key in page.events}


def laid_out(pages: Sequence[Page]) -> list[Story]:
    """Return the stories that the files tell, with the mentions of each."""
    found = stories({page.name: page.told for page in pages}, load_spread(FOLDER))
    words = {page.name: Counter(opening(page.told)) for page in pages}
    marks: defaultdict[str, list[tuple[Key, Marked]]] = defaultdict(list)
    for page, key, mark in _marked(pages):
        marks[page.name].append(((page.name, key), mark))
    return [
        Story(tuple(mark for name in sorted(names) for mark in marks[name]), {name: words[name] for name in names})
        for names in found
        if any(marks[name] for name in names)
    ]


def _topics(split: str | None) -> tuple[int, ...]:
    """Return the topics of a part, or those named."""
    if split is None or split in PARTS:
        return PARTS[split or "dev"]
    return tuple(int(topic) for topic in split.split(","))


def read(data: Path, topics: Iterable[int]) -> Iterator[Page]:
    """Yield the files of some topics with the events marked in validated sentences."""
    with (data / VALID).open(encoding="utf-8") as handle:
        valid: defaultdict[str, set[int]] = defaultdict(set)
        for row in csv.DictReader(handle):
            valid[f"{row['Topic']}_{row['File']}"].add(int(row["Sentence Number"]))
    for topic in topics:
        for path in sorted((data / "ECB+" / str(topic)).glob("*.xml")):
            yield _page(path, valid[path.stem])


def _page(path: Path, valid: set[int]) -> Page:
    """Read one file."""
    tree = etree.parse(path).getroot()
    tokens = tree.findall("token")
    place = {token.get("t_id"): number for number, token in enumerate(tokens)}
    sentences = tuple(int(token.get("sentence") or 0) for token in tokens)
    events = {}
    for mark in tree.findall("Markables/*"):
        held = tuple(sorted(place[anchor.get("t_id")] for anchor in mark.findall("token_anchor")))
        if held and str(mark.tag).startswith(("ACTION", "NEG")) and sentences[held[0]] in valid:
            events[str(mark.get("m_id"))] = held
    return Page(
        path.stem, tuple(token.text or "-" for token in tokens), sentences, events, _clusters(tree, events, path.stem)
    )


def _clusters(tree: etree._Element, events: Iterable[str], name: str) -> dict[str, str]:
    """Return the gold cluster of each event; an event in none is alone."""
    held = {event: f"{name} {event}" for event in events}
    for relation in tree.findall("Relations/*"):
        across = relation.tag == "CROSS_DOC_COREF"
        cluster = str(relation.get("note")) if across else f"{name} relation {relation.get('r_id')}"
        for source in relation.findall("source"):
            if source.get("m_id") in held:
                held[str(source.get("m_id"))] = cluster
    return held


def _marked(pages: Sequence[Page]) -> Iterator[tuple[Page, str, Marked]]:
    """Yield each event of the pages with its words and those round them."""
    pipeline, reader = load_language().pipeline, load_reader()
    asked = [(page, sorted({page.sentences[held[0]] for held in page.events.values()})) for page in pages]
    docs = pipeline.pipe(_doc(page, sentences, pipeline) for page, sentences in asked)
    for (page, sentences), doc in zip(asked, docs, strict=True):
        places = [number for number, sentence in enumerate(page.sentences) if sentence in set(sentences)]
        at = {number: index for index, number in enumerate(places)}
        states = _states(doc, reader)
        for key, held in page.events.items():
            yield page, key, _mark(page.name, doc, [at[number] for number in held if number in at], states)


def _states(doc: Doc, reader: Reader) -> NDArray[np.float32]:
    """Return what each word of a page means where it stands (n, 384)."""
    import numpy as np

    of_sentences = [reader.states([token.text for token in sentence]) for sentence in doc.sents]
    return np.concatenate(of_sentences) if of_sentences else np.zeros((0, 0), np.float32)


def _mark(name: str, doc: Doc, held: Sequence[int], states: NDArray[np.float32]) -> Marked:
    """Return one mention with the words that hang on its head, stand near it, and make up its sentence."""
    import numpy as np

    head, own = _head(doc, held), frozenset(held)
    others = [token for token in head.sent if token.i not in own]
    hanging = [t for child in head.children for t in child.subtree if t.i not in own and t.pos_ in _HANGING]
    return Marked(
        document=name,
        sentence=head.sent.start,
        lemma=head.lemma_.lower(),
        words=tuple(doc[index].lemma_.lower() for index in held),
        context=_lemmas(t for t in others if t.pos_ in _CONTENT),
        near=_lemmas(t for t in others if abs(t.i - head.i) <= _NEAR and t.pos_ in _CONTENT),
        arguments=_lemmas(hanging),
        names=_lemmas(t for t in head.sent if t.pos_ == "PROPN"),
        numbers=_lemmas(t for t in head.sent if t.pos_ == "NUM"),
        times=_lemmas(t for t in head.sent if t.ent_type_ in ("DATE", "TIME") and t.pos_ not in ("ADP", "DET")),
        verb=head.pos_ == "VERB",
        vector=np.asarray(head.vector, np.float32),
        state=states[list(held)].mean(axis=0),
        around=states[head.sent.start : head.sent.end].mean(axis=0),
    )


def _lemmas(tokens: Iterable[Token]) -> Counter[str]:
    """Return the lemmas of some words in lower case."""
    return Counter(token.lemma_.lower() for token in tokens)


def _doc(page: Page, sentences: Sequence[int], pipeline: Pipeline) -> Doc:
    """Return the sentences that hold events, cut into words as the set has them."""
    from spacy.tokens import Doc

    kept = [(w, s) for w, s in zip(page.words, page.sentences, strict=True) if s in set(sentences)]
    starts: list[bool | int | None] = [
        not index or kept[index - 1][1] != sentence for index, (_, sentence) in enumerate(kept)
    ]
    return Doc(pipeline.vocab, words=[word for word, _ in kept], sent_starts=starts)


def _head(doc: Doc, held: Sequence[int]) -> Token:
    """Return the word of a mention that hangs on none of its others."""
    for index in held:
        above = doc[index].head.i
        if above == index or above not in held:
            return doc[index]
    return doc[held[0]]
