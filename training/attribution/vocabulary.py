"""Read the vocabulary of an encoder from its tokenizer's file."""

from __future__ import annotations

import json
from pathlib import Path


def pieces_of(folder: Path) -> list[str]:
    """Return the word pieces of `tokenizer.json` in a folder, in order of their ids, which must have no gap."""
    ids: dict[str, int] = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    pieces = sorted(ids, key=lambda piece: ids[piece])
    if [ids[piece] for piece in pieces] != list(range(len(pieces))):
        raise ValueError(f"{folder}/tokenizer.json: the ids of the vocabulary have gaps.")
    return pieces
