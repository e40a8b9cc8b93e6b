"""What people type is read once, when they decide: names, days, types with their codes, values with their parts."""

import pytest

from standoff.codebook.slots import load_slots
from standoff.errors import DecisionError
from standoff.model.clock import Interval
from standoff.model.entity import PartyRef, PlaceRef
from standoff.reviewing.choices import FOLDER
from standoff.reviewing.correcting import interval_of, lexicon, resolved
from standoff.reviewing.setting import corrected_event, corrected_statement
from standoff.values.amending import amended
from tests.factories import CHINA, POONCH, kashmir

SLOTS = load_slots(FOLDER)


class Known:
    def party(self, name):
        return CHINA if name in {"CHN", "China"} else None

    def place(self, name):
        return POONCH if name == "poonch" else None


@pytest.fixture(scope="module")
def book():
    return lexicon(Known())


@pytest.fixture
def desk():
    return kashmir().desks[0]


def test_a_speaker_is_named_by_id_or_name_and_unknown_ones_stay_names(desk, book):
    row = desk.statements[0]
    known = corrected_statement(row, resolved("statement", {"speaker": "CHN", "principal": None}, book, None))
    assert known.source.refs == (CHINA,)
    assert known.principal is None
    local = corrected_statement(row, resolved("statement", {"speaker": "the mayor of Neelum"}, book, None))
    assert local.source.refs == (PartyRef(None, "the mayor of Neelum"),)
    assert local.source.span == row.source.span  # the words stay as they stand


def test_a_party_that_no_report_names_is_looked_up_in_the_codebook(book):
    found = resolved("event", {"actor": "Norway"}, book, None)
    assert (found["actor.party"], found["actor.state"], found["actor.kind"]) == ("NOR", "NOR", "state")


def test_days_and_places_are_read_and_refused(desk, book):
    row = desk.events[0]
    given = {"place": "poonch", "happened": "2023-05-08/2023-05-09"}
    moved = corrected_event(row, resolved("event", given, book, None))
    assert moved.place == POONCH
    assert (moved.happened.earliest, moved.happened.latest, moved.happened.basis) == (
        "2023-05-08",
        "2023-05-09",
        "reviewer",
    )
    assert corrected_event(row, resolved("event", {"place": "Kel"}, book, None)).place == PlaceRef(None, "Kel")
    assert corrected_event(row, {"happened": None}).happened is None
    assert interval_of("2023-05") == Interval("2023-05-01", "2023-05-31", "reviewer")
    assert interval_of("2023-05-09/..") == Interval("2023-05-09", None, "reviewer")
    for wrong in ("soon", "2023-02-30", "2023-05-09/2023-05-08", "2023-5", "", "/"):
        with pytest.raises(DecisionError, match="is no day"):
            interval_of(wrong)


def test_an_actor_is_swapped_and_the_other_roles_stay(desk, book):
    row = desk.events[0]
    changed = corrected_event(row, resolved("event", {"actor": "CHN"}, book, None))
    assert changed.parties("actor") == (CHINA,)
    assert changed.parties("recipient") == row.parties("recipient")
    assert [a for a in changed.arguments if a.role not in {"actor"}] == [a for a in row.arguments if a.role != "actor"]
    nobody = corrected_event(row, resolved("event", {"actor": ""}, book, None))
    assert nobody.parties("actor") == ()


def test_a_type_brings_its_codes(desk, book):
    row = desk.events[0]
    changed = corrected_event(row, resolved("event", {"type": "protest"}, book, None))
    made = book.choices.types["protest"]
    assert (changed.type, changed.plover.type, changed.plover.mode) == ("protest", made.plover, made.mode)
    assert (changed.cameo, changed.intensity, changed.plover.contexts) == (made.cameo, made.intensity, made.contexts)
    own = corrected_event(row, resolved("event", {"type": "protest", "cameo": "1411"}, book, None))
    assert own.cameo == "1411"  # a code that was given counts for more


@pytest.mark.parametrize(
    ("kind", "fields", "match"),
    [
        ("statement", {"act": "shrug"}, "'shrug' is no act: try"),
        ("event", {"type": "shellingg"}, "is no type: try .*shelling"),
        ("event", {"cameo": "19x"}, "no CAMEO code"),
        ("event", {"factuality": ""}, "factuality cannot be empty"),
        ("statement", {"hedge": "perhaps"}, "is true or false"),
        ("statement", {"speaker": "x" * 301}, "longer than 300"),
        ("event", {"score": 1}, "score cannot be corrected; actor, cameo"),
        ("discrepancy", {"kind": "x"}, "for discrepancy rows have none"),
    ],
)
def test_what_cannot_be_set_is_refused_by_name(book, kind, fields, match):
    with pytest.raises(DecisionError, match=match):
        resolved(kind, fields, book, None)


@pytest.mark.parametrize(
    ("slot", "words", "parts"),
    [
        ("killed", "about 250", {"low": 250, "approximate": True}),
        ("killed", "at least 17 people", {"low": 17, "high": None}),
        ("distance", "2 miles", {"unit": "km"}),
        ("time", "2023-05-08/2023-05-09", {"earliest": "2023-05-08", "latest": "2023-05-09"}),
        ("actor", "China", {"party": "CHN", "side": "CHN"}),
        ("place", "poonch", {"place": "poonch", "lat": 33.77}),
        ("cause", "a mine", {"normal": "a mine"}),
    ],
)
def test_a_value_is_read_by_the_type_of_its_slot(book, slot, words, parts):
    found = resolved("claim", {"value": words}, book, SLOTS[slot])
    assert found["value"] == words
    assert {name: found[f"value.{name}"] for name in parts} == parts
    assert found["value.basis"] == "reviewer"


@pytest.mark.parametrize(
    ("slot", "words", "match"),
    [
        ("killed", "hardly", "holds no count"),
        ("time", "yesterday", "is no day"),
        ("distance", "far", "holds no length"),
        ("killed", "", "is to be rejected"),
        ("occurred", "no", "Whether it occurred is corrected on the statement"),
    ],
)
def test_a_value_that_its_slot_cannot_hold_is_refused(book, slot, words, match):
    with pytest.raises(DecisionError, match=match):
        resolved("claim", {"value": words}, book, SLOTS[slot])


def test_what_words_do_not_tell_stays_in_a_corrected_value(book):
    claim = next(c for c in kashmir().claims if c.slot == "killed")
    held = {**claim.value, "side": "PAK", "reach": 3, "text": "four"}
    fields = resolved("claim", {"value": "five"}, book, SLOTS["killed"])
    changed = amended(type(claim)(**{f: getattr(claim, f) for f in claim.__slots__} | {"value": held}), fields)
    assert (changed.value["low"], changed.value["text"], changed.value["side"]) == (5, "five", "PAK")
    assert "reach" not in changed.value
    assert changed.quote == claim.quote
