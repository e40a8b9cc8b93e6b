"""Score who is found to speak, and for whom, given the words that name the source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.report import Report, label
from bench.rows import objects
from standoff.annotating.annotate import annotate
from standoff.annotating.parsing.language import Language, load
from standoff.attributing.drafts import Voice
from standoff.attributing.sheet import Sheet, sheet
from standoff.attributing.speakers import name_source
from standoff.codebook import load as codebook
from standoff.codebook.load import Codebook
from standoff.codebook.parties import PartyBook
from standoff.codebook.spelling import given_names, plain, skeleton, surname
from standoff.grounding.ground import ground
from standoff.grounding.places.gazetteer import open_gazetteer
from standoff.model.clock import UNKNOWN, Interval
from standoff.model.document import Document
from standoff.model.ids import content_key, digest

_PREFIX = re.compile(r"\s*date (\d{4}-\d{2}-\d{2})")
_STATE_WORDS = re.compile(r"^(government|authorities|presidency) of |\(.*?\)|\bthe\b|\beach\b|;.*$")
_ARTICLE = re.compile(r"^(the|an?) ", re.IGNORECASE)
_OFFICES = (("office of the president", "presidency"), ("foreign minister", "minister of foreign affairs"))
_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "that", "him", "her", "his", "their", "its", "them"})


@dataclass(frozen=True, slots=True)
class Case:
    """Hold one gold statement's source: text, bounds, speakers and principals by name."""

    text: str
    start: int
    stop: int
    quote: str
    speakers: tuple[str, ...]
    principals: tuple[str, ...]


def same_party(found: str, wanted: str) -> bool:
    """Tell whether two names mean one party: equal in normal form, or spellings of one person's name."""
    first, second = _normal(found), _normal(wanted)
    if first == second or skeleton(first) == skeleton(second):
        return True
    words, others = set(first.split()), set(second.split())
    if words and others and len(words ^ others) == 1 and len(words & others) >= 2:
        return True
    given, name = given_names(found), given_names(wanted)
    like = skeleton(surname(found)) == skeleton(surname(wanted))
    return like and bool(given and name) and skeleton(given[0]) == skeleton(name[0])


def _normal(name: str) -> str:
    """Return a party's name without what readers add or leave out."""
    text = name.lower().replace("defense", "defence").replace("organization", "organisation")
    for long, short in _OFFICES:
        text = text.replace(long, short)
    text = _STATE_WORDS.sub(" ", text)
    return plain(text.replace("u.s.", "us").replace("united states", "us").replace(" of ", " "))


def speaker_accuracy(
    sheets: Iterable[tuple[Sheet, Case]], book: PartyBook, misses: list[str] | None = None
) -> dict[str, float]:
    """Return shares of sources whose speakers and principals are right, over all and by how the source is worded."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for laid, case in sheets:
        speakers, behalf = speakers_in(laid, book, case.start, case.stop)
        kind = wording(case.quote)
        names = speakers or [_ARTICLE.sub("", case.quote)]  # words that no mark tells stay words
        ok = agree(names, case.speakers)
        for key in ("speaker", f"speaker.{kind}"):
            total[key] += 1
            right[key] += ok
        if case.principals:
            fits = agree(behalf, case.principals)
            total["principal"] += 1
            right["principal"] += fits
            ok = ok and fits
        if misses is not None and not ok:
            misses.append(f"{case.quote!r}: want {case.speakers} for {case.principals}, got {speakers} for {behalf}")
    return {key: right[key] / total[key] for key in sorted(total)} | {
        f"n.{key}": float(total[key]) for key in sorted(total)
    }


def agree(found: list[str], wanted: tuple[str, ...]) -> bool:
    """Tell whether every wanted name is found (one of them will do where the text adds "and others")."""
    return bool(found) and all(any(same_party(name, other) for name in found) for other in wanted)


def wording(quote: str) -> str:
    """Return pronoun, description or explicit for a source's words."""
    words = quote.lower().split()
    if words[0] in _PRONOUNS and len(words) == 1:
        return "pronoun"
    return "description" if not any(word[:1].isupper() for word in quote.split()[1:]) and words[0] in {
        "the", "a", "his", "her", "its", "their", "both", "some"
    } else "explicit"  # fmt: skip


def speakers_in(laid: Sheet, book: PartyBook, start: int, stop: int) -> tuple[list[str], list[str]]:
    """Return whom the program makes of the words of a source, and whom they speak for: each for his own, if for two."""
    tokens, head = laid.parse.tokens_in(start, stop), laid.parse.head_of(start, stop)
    source, shared = name_source(laid, None if head is None else Voice(tokens.start, tokens.stop, head), book)
    own = [shared] if shared else [book.principal(ref.party) for ref in source.refs if ref.party]
    return [ref.name for ref in source.refs], [ref.name for ref in own if ref]


def cases(data: Path) -> Iterator[tuple[Document, list[Case]]]:
    """Yield documents with the sources of their gold statements, from a folder or a JSONL file of passages."""
    if data.is_dir() and not (data / "statements.jsonl").exists():
        data = next(data.glob("*.jsonl"))
    if data.is_dir():
        yield from _files(data)
        return
    for row in objects(data):
        yield _document(row["text"], row["id"]), _cases(row["text"], row["statements"])


def _files(data: Path) -> Iterator[tuple[Document, list[Case]]]:
    """Yield the documents of a folder; texts lie there or in `../../seeds`."""
    rows: dict[str, list[dict[str, object]]] = {}
    for row in objects(data / "statements.jsonl"):
        rows.setdefault(row["file"], []).append(row)
    for file, statements in rows.items():
        path = data / file
        if not path.exists():
            path = data.parents[1] / "seeds" / file
        with path.open(encoding="utf-8", newline="") as handle:
            text = handle.read()
        yield _document(text, file), _cases(text, statements)


def _cases(text: str, rows: Iterable[dict[str, object]]) -> list[Case]:
    """Return the cases of a document's statements that have source words and a named speaker."""
    found = []
    for row in rows:
        source, speakers = row.get("source"), row.get("speaker")
        if isinstance(source, dict) and isinstance(speakers, list) and speakers:
            behalf = str(row.get("on_behalf_of") or "")
            principals = tuple(re.sub(r"\(.*?\)", "", part).strip() for part in behalf.split(";") if part.strip())
            quote = text[source["start"] : source["end"]]
            found.append(Case(text, source["start"], source["end"], quote, tuple(speakers), principals))
    return found


def _document(text: str, path: str) -> Document:
    """Return a bare document of a text; a date glued to its beginning is when it was published."""
    stated = _PREFIX.match(text)
    when = Interval(stated[1], stated[1], "prefix") if stated else UNKNOWN
    key = digest(text.encode())
    return Document(content_key("doc", path), text, key, key, path, published=when)


def sheets(data: Path, language: Language, book: Codebook) -> Iterator[tuple[Sheet, Case]]:
    """Yield each case with its grounded page, laid out for the rules."""
    gazetteer = open_gazetteer()
    for document, found in cases(data):
        laid = sheet(ground(annotate(document, language, book), book, gazetteer), book.acts)
        for case in found:
            yield laid, case


def run(data: Path, split: str | None, misses: list[str] | None = None) -> Report:
    """Score the sources of a folder or file of gold statements."""
    del split
    book = codebook.load()
    metrics = speaker_accuracy(sheets(data, load(), book), book.parties, misses)
    return Report("speakers", label(data), int(metrics.pop("n.speaker", 0)), metrics)
