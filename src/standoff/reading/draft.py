"""Hold what a reader finds before it is a document: a text, and what is stated about it outside the text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stated:
    """Hold what a side file, a row or a page's metadata states; absent is None, never guessed.

    `published` and `fetched` are ISO dates, months or minutes; `basis` says where `published` is stated.
    """

    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    side: str | None = None
    country: str | None = None
    language: str | None = None
    published: str | None = None
    basis: str = "stated"
    fetched: str | None = None

    def over(self, other: Stated) -> Stated:
        """Return these facts, filled up with those of the other where these are absent."""
        return Stated(
            url=self.url or other.url,
            title=self.title or other.title,
            outlet=self.outlet or other.outlet,
            side=self.side or other.side,
            country=self.country or other.country,
            language=self.language or other.language,
            published=self.published or other.published,
            basis=self.basis if self.published else other.basis,
            fetched=self.fetched or other.fetched,
        )


@dataclass(frozen=True, slots=True)
class Input:
    """Hold bytes with the path they came from and what is stated beside them.

    A file of many reports has no `data` but its `file`, to be read part by part.
    """

    path: str
    data: bytes
    stated: Stated = Stated()
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """Hold one text as it will stand in its document, with its bytes and what is stated about it."""

    path: str
    data: bytes
    media_type: str
    text: str
    stated: Stated
