"""Tell what lies across incidents: calls and meetings, and what is said of agreements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from standoff.model.span import Span
from standoff.views.agreements import Entry, Ledger
from standoff.views.briefs.sources import CITED, Part, Section, Sentence, Sources
from standoff.views.dossier import Heading
from standoff.views.network import Contact
from standoff.views.wording import interval_words, list_words, with_article

_VOICES = 6  # of one agreement that are told of, those heard most
Voices = Mapping[str, tuple[Span, Heading]]  # words that may be cited, by statement or event, each with its document


def meetings(contacts: Iterable[Contact], voices: Voices, sources: Sources) -> Section:
    """Write which calls and meetings are reported, between whom and by whom."""
    told = (_meeting(contact, voices, sources) for contact in contacts)
    return Section("Calls and meetings", "", "", tuple(sentence for sentence in told if sentence.cited))


def _meeting(contact: Contact, voices: Voices, sources: Sources) -> Sentence:
    """Write one call or meeting."""
    heard = [key for key in (*contact.statements, *contact.events) if key in voices][:CITED]
    numbers = tuple(sorted({sources.cite(key, *voices[key]) for key in heard}))
    when = interval_words(contact.happened, "date not reported")
    told = f", according to {_names(contact.told_by)}" if contact.told_by else ""
    denied = " (denied)" if contact.denied else ""
    when = when[:1].upper() + when[1:]
    return Sentence(((f"{when}: {contact.how}{denied} {contact.shared} {_names(contact.parties)}{told}", numbers),))


def _names(names: Iterable[str]) -> str:
    """Name some parties within a sentence."""
    return list_words([with_article(name) for name in names])


def accords(ledgers: Iterable[Ledger], sources: Sources) -> Section:
    """Write who invokes agreements and who says that they were broken."""
    return Section("Agreements", "", "", tuple(_accord(ledger, sources) for ledger in ledgers if ledger.entries))


def _accord(ledger: Ledger, sources: Sources) -> Sentence:
    """Write what is said of one agreement, like lines together, what is said most first."""
    grouped: dict[tuple[str, str], list[Entry]] = {}
    for entry in ledger.entries:
        grouped.setdefault((entry.voice, entry.words), []).append(entry)
    heard = sorted(grouped.items(), key=lambda item: -len(item[1]))[:_VOICES]
    (first, numbers), *rest = [_charge(*said, entries, sources) for said, entries in heard]
    return Sentence(((f"{ledger.name}: {first}", numbers), *rest))


def _charge(voice: str, words: str, entries: Sequence[Entry], sources: Sources) -> Part:
    """Write what one voice does to an agreement, and whom it accuses."""
    accused = dict.fromkeys(entry.accused for entry in entries if entry.accused)
    by = f" by {_names(accused)}" if accused else ""
    numbers = tuple(sorted({sources.entry(entry) for entry in entries[:CITED]}))
    return f"{with_article(voice)} {words} it{by}", numbers
