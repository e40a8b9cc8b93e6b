"""Write incidents for mapping tools as GeoJSON (RFC 7946); what has no place has no geometry."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from standoff.exporting.files import writing
from standoff.model.entity import PlaceRef
from standoff.model.incident import Incident
from standoff.reviewing.verdicts import verdicts_in_force
from standoff.views.incidents import listing
from standoff.views.map import BOUNDARIES, precision_words

if TYPE_CHECKING:
    from standoff.store.protocol import Store

Json = dict[str, object]


def export(store: Store, out: Path) -> dict[str, int]:
    """Write one feature for each place of each incident, and one without geometry for an incident without any."""
    states = verdicts_in_force(store).states
    with store.connect() as connection, writing(out) as handle:
        head = json.dumps({"type": "FeatureCollection", "note": BOUNDARIES}, ensure_ascii=False)
        handle.write(head[:-1] + ', "features": [')
        number = 0
        for entry in listing(connection, order="time"):
            for feature in features(entry.incident, states.get(entry.incident.id)):
                handle.write(("," if number else "") + "\n" + json.dumps(feature, ensure_ascii=False))
                number += 1
        handle.write("\n]}\n")
    return {out.name: number}


def features(incident: Incident, review: str | None = None) -> list[Json]:
    """Return the features of one incident; `review` is what reviewers made of it."""
    return [_feature(incident, place, review) for place in incident.places or (None,)]


def _feature(incident: Incident, place: PlaceRef | None, review: str | None) -> Json:
    """Return an incident at one of its places."""
    point = place is not None and place.lat is not None and place.lon is not None
    geometry = {"type": "Point", "coordinates": [place.lon, place.lat]} if place and point else None
    return {"type": "Feature", "geometry": geometry, "properties": _properties(incident, place) | {"review": review}}


def _properties(incident: Incident, place: PlaceRef | None) -> Json:
    """Return what a mapping tool shows of an incident at a place."""
    positions = {
        f"{word}_by": [p.party.name for p in incident.parties if p.polarity == polarity]
        for word, polarity in (("asserted", "asserts"), ("denied", "denies"), ("no_position", "open"))
    }
    return {
        "id": incident.id,
        "page": f"#/incidents/{incident.short_id}",
        "short_id": incident.short_id,
        "label": incident.label,
        "type": incident.type,
        "status": incident.status,
        "happened_earliest": incident.happened.earliest,
        "happened_latest": incident.happened.latest,
        "happened_basis": incident.happened.basis,
        "documents": len(incident.documents),
        "origins": incident.origins,
        **positions,
        "place": place.name if place else None,
        "precision_km": place.precision_km if place else None,
        "precision": precision_words(place) if place else "not placed",
        "country": place.country if place else None,
    }
