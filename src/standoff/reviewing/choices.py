"""List what a correction may set: which fields of which rows, and the values of those that are chosen from a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from standoff import codebook
from standoff.codebook.acts import load_acts
from standoff.codebook.event_types import EventType, read_intensities, read_types
from standoff.model.event import Factuality, Frame
from standoff.model.statement import Directness, Polarity

FOLDER = Path(codebook.__file__).parent / "data"
Fill = Literal["choice", "flag", "party", "place", "days", "code", "value"]

# Kind of row -> field that a correction may set -> how it is filled.
FIELDS: Mapping[str, Mapping[str, Fill]] = {
    "statement": {
        "speaker": "party",
        "act": "choice",
        "principal": "party",
        "channel": "choice",
        "said": "days",
        "polarity": "choice",
        "directness": "choice",
        "negated_act": "flag",
        "hedge": "flag",
    },
    "event": {
        "type": "choice",
        "actor": "party",
        "recipient": "party",
        "place": "place",
        "happened": "days",
        "factuality": "choice",
        "frame": "choice",
        "cameo": "code",
    },
    "claim": {"value": "value"},
}


@dataclass(frozen=True, slots=True)
class Choices:
    """Hold the values of fields that are chosen from a list, by field, and what each event type is coded as."""

    values: Mapping[str, tuple[str, ...]]
    types: Mapping[str, EventType]


def load_choices(folder: Path = FOLDER) -> Choices:
    """Load the lists from the codebook and the model."""
    acts, events = load_acts(folder), folder / "events"
    types = read_types(events / "types.yaml", read_intensities(events / "plover.csv"))
    lists = {
        "act": tuple(acts.acts),
        "polarity": get_args(Polarity),
        "directness": get_args(Directness),
        "channel": tuple(channel.id for channel in acts.channels),
        "type": tuple(types),
        "factuality": get_args(Factuality),
        "frame": get_args(Frame),
    }
    return Choices(lists, types)
