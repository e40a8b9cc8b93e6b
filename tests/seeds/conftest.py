"""Run the whole path over the five seed reports once, and offer look-ups for what came out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bench.analysed import Analysed, analyse
from standoff.model.claim import Claim, Discrepancy
from standoff.model.incident import Incident
from standoff.values.sentences import sentences


@dataclass(frozen=True)
class Outcome:
    """Look things up by what they say, never by id."""

    analysed: Analysed

    def file(self, document: str) -> str:
        """Return the number of a seed, such as 003."""
        return self.analysed.path(document)[:3]

    def files(self, incident: Incident) -> set[str]:
        """Return the numbers of the seeds an incident is told in."""
        return {self.file(document) for document in incident.documents}

    def incident_of(self, seed: str, words: str, *types: str) -> Incident:
        """Return the incident of an event (of some type) told in the sentence of a seed that holds the words."""
        record = self.analysed.record
        for incident in self.analysed.joined.incidents:
            for key in incident.events:
                event = record.events[key]
                text = record.documents[event.document].text
                start, stop = sentences(text).around(event.trigger.start)
                if (
                    self.file(event.document) == seed
                    and words in text[start:stop]
                    and event.type in (types or (event.type,))
                ):
                    return incident
        raise AssertionError(f"no incident holds an event of {types} told with {words!r} in seed {seed}")

    def positions(self, incident: Incident) -> dict[str, set[str]]:
        """Return the parties of an incident by where they stand."""
        found: dict[str, set[str]] = {}
        for position in incident.parties:
            found.setdefault(position.polarity, set()).add(position.party.name)
        return found

    def claims(self, slot: str) -> list[Claim]:
        """Return all claims of a slot."""
        return [claim for claim in self.analysed.compared.claims if claim.slot == slot]

    def discrepancies(self, slot: str) -> list[Discrepancy]:
        """Return all discrepancies of a slot."""
        return [found for found in self.analysed.compared.discrepancies if found.slot == slot]

    def values(self, discrepancy: Discrepancy) -> set[str]:
        """Return the words of a discrepancy's claims."""
        claims = {claim.id: claim for claim in self.analysed.compared.claims}
        return {str(claims[key].value["text"]) for key in discrepancy.claims}

    def contacts(self) -> list[set[str]]:
        """Return who took part in each call, meeting and talk."""
        types = {"phone_call", "meeting", "talks", "third_party_meeting", "summit"}
        found = [i for i in self.analysed.joined.incidents if i.type in types]
        return [{ref.name for ref in (*i.actors, *i.recipients)} for i in found]

    def links(self, agreement: str) -> set[tuple[str, str]]:
        """Return what is done to an agreement, with the seed that says so."""
        made = self.analysed.compared.agreement_links
        return {(link.relation, self.file(link.document)) for link in made if link.agreement == agreement}


@pytest.fixture(scope="session")
def seeds(shared: Callable[[str], Path]) -> Outcome:
    """Analyse the five seed reports; skips where they are absent."""
    return Outcome(analyse(sorted(shared("seeds").glob("*.txt"))))
