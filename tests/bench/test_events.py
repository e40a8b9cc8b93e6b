from __future__ import annotations

import json
from pathlib import Path

from bench.events import Coded, matched, metrics, read_gold, status
from standoff.model.entity import PartyRef
from standoff.model.event import Argument, Event, Plover
from standoff.model.span import Span
from tests.texts import codebook

TEXT = "Chad shelled Abeche. Rebels fled."


def _event(quote: str, plover: str, type_: str, actor: PartyRef | None = None) -> Event:
    start = TEXT.index(quote)
    span = Span("doc", start, start + len(quote), quote)
    arguments = (Argument("actor", None, ref=actor),) if actor else ()
    coding = Plover(plover)
    return Event(quote, "doc", None, span, type_, coding, None, None, arguments, None, None, "certain+", "actual", "r")


def _gold(folder: Path) -> Path:
    row = {
        "trigger": {"start": 5, "end": 12},
        "type": "ASSAULT",
        "actor": ["Chad"],
        "recipient": [],
        "status": "asserted",
    }
    passage = {"id": "p1", "text": TEXT, "statements": [], "events": [row]}
    (folder / "set.jsonl").write_text(json.dumps(passage), encoding="utf-8")
    return folder


def test_overlap_and_type_decide_which_found_event_is_the_gold_one(tmp_path: Path) -> None:
    [(name, _, gold)] = list(read_gold(_gold(tmp_path)))
    chad = PartyRef("TCD", "Chad", "TCD", "state")
    found = (_event("shelled", "ASSAULT", "shelling", chad), _event("fled", "ASSAULT", "displacement"))
    item = Coded(name, gold, found, {})
    assert [(g.start, e.trigger.quote) for g, e in matched(item)] == [(5, "shelled")]
    result = metrics([item], codebook())
    assert (result["trigger_precision"], result["trigger_recall"]) == (0.5, 1.0)
    assert (result["type"], result["status"], result["actor"]) == (1.0, 1.0, 1.0)


def test_status_follows_voice_and_factuality() -> None:
    event = _event("shelled", "ASSAULT", "shelling")
    assert status(event, Coded("p", (), (event,), {})) == "asserted"
