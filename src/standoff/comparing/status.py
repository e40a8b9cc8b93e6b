"""Find as what a report describes those who are held or freed: prisoners of war, hostages, detainees, saboteurs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standoff.codebook.load import Codebook
from standoff.model.claim import ClaimValue
from standoff.model.document import Document
from standoff.model.event import Event
from standoff.model.span import Span
from standoff.values.sentences import Sentences

_PREFIX = "status "
FAMILIES = frozenset({"capture", "arrest", "release"})


def status(event: Event, document: Document, cut: Sentences, codebook: Codebook) -> Iterator[tuple[Span, ClaimValue]]:
    """Yield the first words of an event's sentence for each standing it gives those concerned."""
    known = codebook.events.types.get(event.type)
    if known is None or known.family not in FAMILIES:
        return
    start, stop = cut.around(event.trigger.start)
    sentence = document.text[start:stop]
    for name, words in sorted(codebook.incidents.words.items()):
        if name.startswith(_PREFIX):
            match = re.search(
                rf"\b(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})\b", sentence, re.I
            )
            if match:
                span = document.span(start + match.start(), start + match.end())
                yield span, {"text": span.quote, "normal": name.removeprefix(_PREFIX)}
