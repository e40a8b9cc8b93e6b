"""Score which marked event mentions of ECB+ are of one happening: topics of files in XML, gold mentions given.

`--data` is the folder that holds `ECB+` and the list of validated sentences; `--split` is `train`, `dev` (what is taken
without it), `test`, or topics such as `5,12`. Mentions of one story whose heads have one root are held to be one.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from bench.coreference import conll
from bench.report import Report, label
from standoff.annotating.language import load as load_language
from standoff.codebook.load import FOLDER
from standoff.codebook.spread import load_spread
from standoff.joining.roots import root
from standoff.joining.stories import stories

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

VALID = "ECBplus_coreference_sentences.csv"
DEV = (2, 5, 12, 18, 21, 23, 34, 35)
TEST = tuple(range(36, 46))
TRAIN = tuple(topic for topic in range(1, 36) if topic not in DEV)
PARTS = {"train": TRAIN, "dev": DEV, "test": TEST}


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
    """Score mentions grouped by story and root."""
    pages = list(read(data, _topics(split)))
    found = stories({page.name: page.told for page in pages}, load_spread(FOLDER))
    story = {name: number for number, names in enumerate(found) for name in names}
    truth: dict[Hashable, Hashable] = {(page.name, key): page.clusters[key] for page in pages for key in page.events}
    heads = {(page.name, key): word for page, key, word in _heads(pages)}
    scores = conll(truth, {key: (story[key[0]], root(word)) for key, word in heads.items()})
    counts = {"stories": float(len(found)), "happenings": float(len(set(truth.values())))}
    return Report("joining", label(data), len(truth), {**scores, **counts})


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


def _heads(pages: Sequence[Page]) -> Iterator[tuple[Page, str, str]]:
    """Yield each event of the pages with the lemma of its head word."""
    pipeline = load_language().pipeline
    asked = [(page, sorted({page.sentences[held[0]] for held in page.events.values()})) for page in pages]
    docs = pipeline.pipe(_doc(page, sentences, pipeline) for page, sentences in asked)
    for (page, sentences), doc in zip(asked, docs, strict=True):
        places = [number for number, sentence in enumerate(page.sentences) if sentence in set(sentences)]
        at = {number: index for index, number in enumerate(places)}
        for key, held in page.events.items():
            yield page, key, _head(doc, [at[number] for number in held if number in at])


def _doc(page: Page, sentences: Sequence[int], pipeline: Pipeline) -> Doc:
    """Return the sentences that hold events, cut into words as the set has them."""
    from spacy.tokens import Doc

    kept = [(w, s) for w, s in zip(page.words, page.sentences, strict=True) if s in set(sentences)]
    starts: list[bool | int | None] = [
        not index or kept[index - 1][1] != sentence for index, (_, sentence) in enumerate(kept)
    ]
    return Doc(pipeline.vocab, words=[word for word, _ in kept], sent_starts=starts)


def _head(doc: Doc, held: Sequence[int]) -> str:
    """Return the lemma of the word of a mention that hangs on none of its others."""
    for index in held:
        above = doc[index].head.i
        if above == index or above not in held:
            return doc[index].lemma_
    return doc[held[0]].lemma_
