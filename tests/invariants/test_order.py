"""Reports taken up in any order and any portions, decisions among them, end in the record that all at once give."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from standoff import pipeline
from standoff.comparing import compare
from standoff.comparing import growing as comparing
from standoff.joining import blocking, copies, growing, pieces
from standoff.model.document import Raw, Reading
from standoff.model.event import Argument
from standoff.model.run import Bundle
from standoff.reviewing.desk import Vote, decide
from standoff.store import tables as t
from standoff.store.protocol import Store
from tests.factories import Desk
from tests.newsroom import CHAD, FRANCE, NYALA, SUDAN, TINE, day, figure, report, tell
from tests.running import codebook, load_once, new_store

DAYS = ("2023-06-12", "2023-06-13", "2023-06-16")
CHANNELS = (None, "twitter", "facebook")
HISTORY = {"redirects", "states", "touched", "runs", "raws", "documents", "blocks", "sightings", "decisions"}
WIRE = (
    "The river had risen overnight and cut the only road to the market, so that the drivers of nineteen lorries "
    "waited on the bank until noon while guards counted the sacks of millet that could still be saved from the flood."
)


@pytest.fixture(scope="module", autouse=True)
def small() -> object:
    """Let few documents crowd an index, so that small records come upon every case, and all are taken up one by one."""
    with pytest.MonkeyPatch.context() as patch:
        load_once(patch)
        for room in (blocking, growing, compare, comparing):
            patch.setattr(room, "REACH", 3)
        patch.setattr(pipeline, "PORTION", 2)
        patch.setattr(pieces, "MOST", 6)
        patch.setattr(copies, "FIRST", 2)
        yield


def charge(name: str, when: str, killed: int, guilty: bool) -> Desk:
    """One side says that the other's guns shelled a town; the figures differ from report to report."""
    one, other = (SUDAN, CHAD) if guilty else (CHAD, SUDAN)
    words = f"guns of {other.name} shelled the market of Tine at dawn and killed {killed} people"
    desk = report(name, f"{one.name} said that {words}.", when, publisher=name)
    said = desk.say(one.name, words, "said", one, principal=one, act="accuse")
    tell(desk, "shelled", "shelling", other, one, statement=said, happened=day("2023-06-12"), place=TINE)
    extra = [figure(desk, f"{killed} people", "killed", killed, killed)]
    tell(desk, "killed", "killing", other, one, statement=said, extra=extra)
    return desk


def denial(name: str, when: str, channel: str | None, wire: bool) -> Desk:
    """The side concerned denies it, in words that several outlets render, on one channel or another."""
    words = "its guards never fired shots across the river near Tine"
    desk = report(name, f"Chad said {words}." + f" {WIRE}" * wire, when, publisher=name)
    said = desk.say("Chad", words, "said", CHAD, principal=CHAD, act="deny", polarity="denies", channel=channel)
    happened = day("2023-06-12") if channel else None
    tell(desk, "fired", "shelling", CHAD, SUDAN, statement=said, factuality="certain-", happened=happened, place=TINE)
    return desk


def reply(name: str, when: str) -> Desk:
    """A report tells two charges, and that one of them was dismissed in a word."""
    charges = "Sudan said Chadian troops crossed near Tine. Sudan also said that Chadian guns shelled Nyala."
    desk = report(name, f"{charges} Chad rejected it.", when, publisher=name)
    one = desk.say("Sudan", "Chadian troops crossed near Tine", "said", SUDAN, principal=SUDAN)
    other = desk.say("Sudan", "Chadian guns shelled Nyala", "said that", SUDAN, principal=SUDAN)
    tell(desk, "crossed", "incursion", CHAD, SUDAN, statement=one, happened=day("2023-06-12"), place=TINE)
    tell(desk, "shelled", "shelling", CHAD, SUDAN, statement=other, happened=day("2023-06-12"), place=NYALA)
    desk.say("Chad", "it", "rejected", CHAD, principal=CHAD, act="reject", polarity="denies")
    return desk


def appeal(name: str, when: str, named: bool) -> Desk:
    """A third party appeals to somebody, who is named in one report and left out in another."""
    text = "France called on Chad to pull back." if named else "France asked for restraint. It did not name the side."
    desk = report(name, text, when, publisher=name)
    how = ("called on", "urge_withdrawal", FRANCE, CHAD) if named else ("asked", "urge_restraint", FRANCE, None)
    tell(desk, *how)
    return desk


def death(name: str, when: str, shot: bool) -> Desk:
    """One death is put down to a sniper by one side and to an accident by the other."""
    who, how = (SUDAN, "was killed by a sniper near Nyala") if shot else (CHAD, "died in an accident at Tine")
    words = f"a Sudanese soldier {how}"
    desk = report(name, f"{who.name} said {words}.", when, publisher=name)
    said = desk.say(who.name, words, "said", who, principal=who)
    trigger = "was killed" if shot else "died"
    event = tell(desk, trigger, "killing", None, None, statement=said, happened=day("2023-06-12"))
    desk.events[-1] = replace(event, arguments=(Argument("recipient", desk.span("a Sudanese soldier"), SUDAN),))
    return desk


def call(name: str, when: str, about: str) -> Desk:
    """Each side gives a readout of a call."""
    one, other = (CHAD, SUDAN) if about == "trade" else (SUDAN, CHAD)
    words = f"it spoke by phone with {other.name} about {about}"
    desk = report(name, f"{one.name} said {words}. {WIRE}", when, publisher=name)
    said = desk.say(one.name, words, "said", one, principal=one)
    tell(desk, "spoke", "phone_call", one, other, statement=said, happened=day(when))
    return desk


KINDS = (
    *((charge, when, killed, guilty) for when in DAYS for killed in (2, 3) for guilty in (True, False)),
    *(
        (denial, when, channel, wire)
        for when in DAYS
        for channel in (None, "twitter", "facebook")
        for wire in (True, False)
    ),
    *((reply, when) for when in DAYS),
    *((appeal, DAYS[0], named) for named in (True, False) for _ in range(3)),
    *((death, when, shot) for when in DAYS[:2] for shot in (True, False)),
    *((call, DAYS[0], about) for about in ("trade", "prisoners") for _ in range(3)),
)


def bundles(drawn: list[tuple]) -> list[Bundle]:
    """Write the reports that were drawn, each under a name of its own."""
    run = pipeline.current_run(codebook()).id
    desks = (make(f"outlet-{number}", *rest) for number, (make, *rest) in enumerate(drawn))
    return [replace(desk.bundle(), run=run) for desk in desks]


NUMBERS = count()


def opened(folder: Path) -> Store:
    store = new_store(folder / f"{next(NUMBERS)}.db")
    store.begin(pipeline.current_run(codebook()))
    return store


def keep(store: Store, added: Iterable[Bundle]) -> None:
    held = list(added)
    raws = (Raw(b.document.raw_sha256, b.document.text.encode(), "text/plain") for b in held)
    store.add(Reading(b.document, raw) for b, raw in zip(held, raws, strict=True))
    store.replace(*held)
    assert pipeline.rejoin(store)


def grown(folder: Path, parts: Iterable[list[Bundle]], monkeypatch: pytest.MonkeyPatch) -> Store:
    """Take reports up some at a time, never all anew."""
    store = opened(folder)
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "FEW", 1e-9)
        for part in parts:
            keep(store, part)
    return store


def portions(made: list[Bundle], random: Random) -> list[list[Bundle]]:
    """Cut reports into portions of one to three."""
    rest, found = list(made), []
    while rest:
        size = random.randint(1, 3)
        found.append(rest[:size])
        rest = rest[size:]
    return found


def shape(store: Store) -> dict[str, list[str]]:
    """Return what is derived; an incident goes by its first event, for which id it keeps depends on what was shown."""
    with store.connect() as connection:
        home: dict[str, str] = {}
        for incident, event in connection.execute(select(t.incident_events.c.incident, t.incident_events.c.event)):
            home[incident] = min(home.get(incident, event), event)

        def told(row: Iterable[object]) -> str:
            return re.sub(r"inc-[0-9a-f]{24}", lambda found: f"of {home[found[0]]}", repr(tuple(row)))

        found = {
            table.name: [c for c in table.columns if c is not t.incidents.c.short_id and c.name != "number"]
            for table in t.metadata.sorted_tables
            if table.name not in HISTORY
        }
        rows = {name: sorted(map(told, connection.execute(select(*columns)))) for name, columns in found.items()}
        named = connection.exec_driver_sql("SELECT kind, key, name FROM names_fts")
        return {**rows, "names": sorted(map(told, named)), "marks": [m for m in rows["marks"] if "'decision'" not in m]}


VOTES = (("different", "event"), ("same", "event"), ("reject", "event"), ("reject", "claim"), ("reject", "statement"))


def alike(one: Store, other: Store) -> None:
    """Compare two records table by table, and let go of them."""
    first, second = shape(one), shape(other)
    for store in (one, other):
        store.close()
    for name in first:
        assert first[name] == second[name], name


@pytest.mark.parametrize("seed", range(8))
def test_any_order_and_any_portions_end_in_one_record(seed, tmp_path, monkeypatch) -> None:
    random = Random(seed)
    made = bundles(random.choices(KINDS, k=random.randint(3, 10)))
    whole = opened(tmp_path)
    keep(whole, made)
    random.shuffle(made)
    alike(whole, grown(tmp_path, portions(made, random), monkeypatch))


@pytest.mark.parametrize("seed", range(8))
def test_decisions_taken_on_the_way_bind_what_comes_later(seed, tmp_path, monkeypatch) -> None:
    random = Random(seed)
    made = bundles(random.choices(KINDS, k=random.randint(4, 8)))
    whole = opened(tmp_path)
    keep(whole, made)
    verb, kind = VOTES[seed % len(VOTES)]
    events = sorted(event.id for bundle in made for event in bundle.events)
    targets = {"event": events, "claim": sorted(claim.id for claim in whole.claims())}
    targets["statement"] = sorted(s.id for bundle in made for s in bundle.statements) or events
    target, other = random.choice(targets[kind]), random.choice(events)
    vote = Vote(verb, "ana", "read", other=(other if other != target else None) if kind == "event" else None)
    if verb in ("same", "different") and vote.other is None:
        return
    decide(whole, target, vote if verb != "reject" else replace(vote, other=None))
    assert pipeline.rejoin(whole)
    random.shuffle(made)
    parts = grown(tmp_path, portions(made, random), monkeypatch)
    decide(parts, target, vote if verb != "reject" else replace(vote, other=None))
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "FEW", 1e-9)
        assert pipeline.rejoin(parts)
    alike(whole, parts)
