"""Draw discrepancies to be read one by one, and score the verdicts of those that were read.

`--data` is a folder of reports (plain texts, or articles in JSON of several outlets on one happening); several runs go
into one list. `bench/reading/discrepancies.jsonl` keeps what was drawn and judged: files, short quotes, verdict and
reason. `python -m bench.drawn FOLDER...` draws anew with the same seed and writes the rows to judge to standard
output, with the verdict of each that was judged before; without a folder it prints the share judged right, and so it
does for another list that is named.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.analysed import Analysed, analyse, texts
from bench.joining import happening
from bench.report import label
from bench.rows import objects
from standoff.model.claim import Claim, Discrepancy

JUDGED = Path(__file__).parent / "reading" / "discrepancies.jsonl"
SEED = 20_261_122
NUMBER = 50
# So many happenings of a folder of articles are read, drawn with the same seed.
HAPPENINGS = 9
_QUOTE = 60
_SHOWN = 3
Row = dict[str, Any]


def main(folders: Sequence[Path]) -> int:
    """Draw from folders, or score what was judged: the list that is kept, or one that is named."""
    if all(path.suffix == JUDGED.suffix for path in folders):
        sys.stdout.write(json.dumps(shares(_rows(folders[0] if folders else JUDGED))) + "\n")
        return 0
    found = [row for folder in folders for row in candidates(label(folder), _analysed(folder))]
    for row in drawn(found, {row["key"]: row for row in _rows(JUDGED)}):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0


def candidates(name: str, analysed: Analysed) -> Iterator[Row]:
    """Yield a row to judge for each discrepancy of a run."""
    claims = {claim.id: claim for claim in analysed.compared.claims}
    labels = {incident.id: incident.label for incident in analysed.joined.incidents}
    for discrepancy in analysed.compared.discrepancies:
        told = [claims[key] for key in discrepancy.claims]
        yield {
            "key": _key(name, discrepancy, told, analysed),
            "data": name,
            "kind": discrepancy.kind,
            "slot": discrepancy.slot,
            "incident": labels[discrepancy.incident],
            "claims": [_told(claim, analysed) for claim in _shown(told)],
        }


def drawn(found: Iterable[Row], judged: Mapping[str, Row]) -> list[Row]:
    """Return as many rows as are to be read, drawn with a fixed seed, with verdicts given before.

    The draw goes by a digest of seed and key, so that most rows stay drawn where others come or go.
    """
    chosen = sorted(found, key=lambda row: _order(row["key"]))[:NUMBER]
    held = [judged.get(row["key"], {}) for row in chosen]
    return [
        row | {"verdict": old.get("verdict"), "reason": old.get("reason")}
        for row, old in zip(chosen, held, strict=True)
    ]


def shares(rows: Iterable[Row]) -> dict[str, float]:
    """Return how many rows were judged and which share of them is right, in all and by kind."""
    judged = [row for row in rows if row.get("verdict") in ("right", "wrong")]
    kinds = sorted({row["kind"] for row in judged})
    found = {"read": float(len(judged)), "right": _share(judged)}
    return found | {f"right_{kind}": _share([row for row in judged if row["kind"] == kind]) for kind in kinds}


def _share(rows: Sequence[Row]) -> float:
    """Return the share of rows judged right."""
    return len([row for row in rows if row["verdict"] == "right"]) / max(len(rows), 1)


def _key(name: str, discrepancy: Discrepancy, told: Sequence[Claim], analysed: Analysed) -> str:
    """Return what tells a discrepancy from others as long as texts and offsets stay: kind, slot and where it stands."""
    places = sorted({f"{analysed.path(claim.document)}:{claim.quote.start}" for claim in _shown(told)})
    return f"{name} {discrepancy.kind} {discrepancy.slot} {' '.join(places)}"


def _shown(told: Sequence[Claim]) -> list[Claim]:
    """Return a few claims that show the difference: the first of each polarity and voice."""
    first: dict[tuple[str, str, str], Claim] = {}
    for claim in told:
        who = claim.principal or claim.source
        first.setdefault((claim.polarity, who.name if who else claim.document, str(claim.value["text"])), claim)
    opposed = sorted(first.values(), key=lambda claim: claim.polarity != "denies")
    kept = [*opposed[:1], *[claim for claim in first.values() if claim is not opposed[0]]]
    return kept[:_SHOWN]


def _told(claim: Claim, analysed: Analysed) -> Row:
    """Return where a claim stands, whose it is, and a few of its words."""
    who = claim.principal or claim.source
    words = " ".join(claim.quote.quote.split())
    return {
        "file": analysed.path(claim.document),
        "start": claim.quote.start,
        "voice": who.name if who else None,
        "polarity": claim.polarity,
        "quote": words[:_QUOTE],
    }


def _analysed(folder: Path) -> Analysed:
    """Run the path over a folder of plain texts, or over one of articles in JSON."""
    plain = texts(folder)
    if plain:
        return analyse(plain)
    with TemporaryDirectory() as scratch:
        path = Path(scratch) / "articles.jsonl"
        path.write_text("".join(f"{json.dumps(row)}\n" for row in _articles(folder)), encoding="utf-8")
        return analyse([path])


def _articles(folder: Path) -> Iterator[Row]:
    """Yield the articles of the happenings of a folder that the seed draws."""
    rows = {path: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}
    told = {path: happening(row) for path, row in rows.items() if row.get("text")}
    chosen = sorted(set(told.values()), key=_order)[:HAPPENINGS]
    for path, name in told.items():
        if name in chosen:
            row = rows[path]
            fields = {"title": row.get("title") or "", "url": row.get("url")}
            yield {"id": path.stem[:12], "text": row["text"], **fields, "published": str(row["date_publish"])[:10]}


def _order(key: str) -> str:
    """Return what puts keys in the order in which the seed draws them."""
    return sha256(f"{SEED} {key}".encode()).hexdigest()


def _rows(path: Path) -> list[Row]:
    """Return the rows of a JSON Lines file, none where it is absent."""
    return list(objects(path)) if path.exists() else []


if __name__ == "__main__":
    raise SystemExit(main([Path(argument) for argument in sys.argv[1:]]))
