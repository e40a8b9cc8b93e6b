"""Load publishers.csv: outlets and agencies with kind, owner and country, found by name or by web address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from urllib.parse import urlsplit

from standoff.codebook.furniture import FurnitureBook, load_furniture
from standoff.codebook.schema import Entry, read_csv
from standoff.codebook.words import HeadWords, Words, read_words

KINDS = (
    "agency",
    "newspaper",
    "magazine",
    "broadcaster",
    "online",
    "aggregator",
    "government",
    "intergovernmental",
    "ngo",
    "thinktank",
    "reference",
)
NEWSROOMS = frozenset({"agency", "newspaper", "magazine", "broadcaster", "online", "aggregator"})
_LONGEST_NAME = 200
_COUNTRY = re.compile(r"[A-Z]{3}\Z")
_HOST = re.compile(r"[a-z0-9][a-z0-9.-]*\.[a-z]{2,}\Z")
# The head of a body's own paper: `EUMM Georgia – Weekly Field Report`, `Briefing by Roe Ministry (5 March 2025)`.
_PAPER = (
    r"(?:(?:press|joint|official|media|public|daily|weekly|monthly|field|situation|spot)\s+)*"
    r"(?:statement|release|report|update|communiqu[eé]|briefing|bulletin)"
)
_NUMBER = r"\s*(?:\(?\s*(?:no\b|\d|#)[^a-z]*|\(.*)?"
_HEADED = re.compile(
    rf"(?:(?P<before>.+?)\s*[-–—|:]?\s+{_PAPER}{_NUMBER}|{_PAPER}\s+(?:by|of|from)\s+(?:the\s+)?(?P<after>.+?){_NUMBER})\Z",
    re.IGNORECASE,
)
_COPY = re.compile(r"(.+?)\s*\((?:via |from )?(.+?)(?: (copy|copies|text|digest))?\)\Z")


@dataclass(frozen=True, slots=True)
class Publisher:
    """Hold one outlet or agency; `country` is ISO 3166 alpha-3, `state_owned` is None where it is not known."""

    id: str
    name: str
    kind: str
    country: str | None
    owner: str | None
    state_owned: bool | None
    aliases: tuple[str, ...]
    hosts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewsroomWords:
    """Hold the words of words/newsrooms.yaml, by the kind of newsroom whose names they end."""

    agency: Words = frozenset()
    online: Words = frozenset()
    newspaper: Words = frozenset()
    broadcaster: Words = frozenset()

    def kind(self, word: str) -> str | None:
        """Return the kind of newsroom whose names end with a word, or nothing."""
        return next((kind.name for kind in fields(self) if word in getattr(self, kind.name)), None)


@dataclass(frozen=True, slots=True)
class PublisherBook:
    """Hold the publishers by id, by name in lower case and by host, and what they print around and before reports."""

    entries: Mapping[str, Publisher] = field(default_factory=dict)
    names: Mapping[str, Publisher] = field(default_factory=dict)
    hosts: Mapping[str, Publisher] = field(default_factory=dict)
    furniture: FurnitureBook = field(default_factory=FurnitureBook)
    heads: HeadWords = field(default_factory=HeadWords)
    newsrooms: NewsroomWords = field(default_factory=NewsroomWords)

    def named(self, name: str) -> Publisher | None:
        """Return the publisher of a name or alias, in whatever case, or nothing."""
        form = _form(name)
        return self.names.get(form) or self.names.get(form.removeprefix("the "))

    def at(self, url: str) -> Publisher | None:
        """Return the publisher of a web address by the longest host that is known, or nothing."""
        host = host_of(url)
        while host.count("."):
            if host in self.hosts:
                return self.hosts[host]
            host = host.partition(".")[2]
        return None

    def newsroom(self, name: str) -> Publisher | None:
        """Return the agency or outlet of a name; not a government or other body that is itself news."""
        found = self.named(name)
        return found if found and found.kind in NEWSROOMS else None

    def issuer(self, headline: str) -> Publisher | None:
        """Return the body, no newsroom, whose own paper a headline heads: its name alone, or beside the paper's."""
        headed = _HEADED.match(headline[:_LONGEST_NAME])
        found = self.named((headed["before"] or headed["after"]) if headed else headline)
        return found if found and found.kind not in NEWSROOMS else None

    def unlisted(self, name: str) -> Publisher | None:
        """Return an agency or outlet that is not in the book but is named like one: `Sahel Wire`, `The Border Post`."""
        words = name.strip(" .,;:()[]").split()
        if not 2 <= len(words) <= 4 or not all(word[0].isupper() for word in words):
            return None
        kind = self.newsrooms.kind(words[-1].casefold())
        return Publisher("", " ".join(words), kind, None, None, None, (), ()) if kind else None

    def split(self, outlet: str) -> tuple[str, str | None]:
        """Return outlet and origin of a name such as `Islam Times (TASS copy)`; other names stay whole.

        In brackets stands whose text was copied, or, where that is an aggregator, who copied it.
        """
        match = _COPY.match(outlet) if len(outlet) <= _LONGEST_NAME else None
        if match is None or self.named(outlet):
            return outlet, None
        first, second = self.named(match[1]), self.named(match[2])
        if second and second.kind == "aggregator":
            return second.name, first.name if first else match[1]
        if (second is None and first is None and match[3] is None) or (second and second.kind == "government"):
            return outlet, None
        if second is None and match[3]:
            return (first.name if first else match[1]), match[2] if match[2][:1].isupper() else None
        return match[1], second.name if second and second is not first else None


def host_of(url: str) -> str:
    """Return the host of an address without `www.`, port and case, or an empty text where there is none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").rstrip(".")


def load_publishers(folder: Path) -> PublisherBook:
    """Read and check the publishers and the furniture; refuses a name or host that two of them have."""
    entries: dict[str, Publisher] = {}
    names: dict[str, Publisher] = {}
    hosts: dict[str, Publisher] = {}
    for entry in read_csv(folder / "publishers.csv"):
        found = _publisher(entry)
        if found.id in entries:
            raise entry.refuse("id", f"{found.id!r} is given twice")
        entries[found.id] = found
        _index(entry, "aliases", names, found, [_form(name) for name in (found.name, *found.aliases)])
        _index(entry, "hosts", hosts, found, list(found.hosts))
    heads = read_words(folder / "words" / "heads.yaml", HeadWords)
    newsrooms = read_words(folder / "words" / "newsrooms.yaml", NewsroomWords)
    return PublisherBook(entries, names, hosts, load_furniture(folder), heads, newsrooms)


def _form(name: str) -> str:
    """Return a name as it is looked up: lower case, one space, no marks around it."""
    return " ".join(name.casefold().strip(" .,;:[]/|-–—*\"'“”‘’").split())


def _publisher(entry: Entry) -> Publisher:
    """Return a checked row as a publisher."""
    entry.only("id", "name", "kind", "country", "owner", "state_owned", "aliases", "hosts")
    country, owned = entry.maybe("country"), entry.maybe("state_owned")
    if country is not None and not _COUNTRY.match(country):
        raise entry.refuse("country", f"{country!r} is no ISO 3166 alpha-3 code")
    if owned not in (None, "true", "false"):
        raise entry.refuse("state_owned", f"{owned!r} is neither true nor false nor empty")
    for host in entry.texts("hosts"):
        if not _HOST.match(host):
            raise entry.refuse("hosts", f"{host!r} is no host name in lower case")
    return Publisher(
        id=entry.text("id"),
        name=entry.text("name"),
        kind=entry.choice("kind", *KINDS),
        country=country,
        owner=entry.maybe("owner"),
        state_owned=None if owned is None else owned == "true",
        aliases=entry.texts("aliases"),
        hosts=entry.texts("hosts"),
    )


def _index(entry: Entry, key: str, index: dict[str, Publisher], found: Publisher, forms: list[str]) -> None:
    """Enter a publisher under each form; refuses a form that another one has."""
    for form in dict.fromkeys(forms):
        if form in index:
            raise entry.refuse(key, f"{form!r} belongs to {index[form].id} already")
        index[form] = found
