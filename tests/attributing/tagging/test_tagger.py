"""Check the path from text to attributions with graphs that know a handful of words."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from standoff.attributing.tagging.sight import Asked, Sight, Wanted
from standoff.attributing.tagging.tagger import Found, Tagger
from standoff.attributing.tagging.windows import windows
from standoff.attributing.tagging.wordpiece import WordPiece

WORDS = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "kano",
    "lira",
    "said",
    "denied",
    "hoped",
    "that",
    "the",
    "raid",
    "came",
    ".",
]
IDS = {word: number for number, word in enumerate(WORDS)}
SURE, HALF = 9.0, 1.2


class Encoder:
    """Score "said" and "denied" as cues, "hoped" as one that is less likely than none; pass the ids on as states.

    `seen` are words that it takes for sources (0) or contents (6) at first sight.
    """

    def __init__(self) -> None:
        self.seen: dict[str, int] = {}

    def run(self, _names: None, feeds: dict[str, Any]) -> list[Any]:
        ids = feeds["pieces"]
        bio = np.zeros((*ids.shape, 9), np.float32)
        bio[..., [0, 3, 6]] = 3
        bio[..., 4] += SURE * np.isin(ids, [IDS["said"], IDS["denied"]]) + HALF * (ids == IDS["hoped"])
        for word, kind in self.seen.items():
            bio[..., kind + 1] += SURE * (ids == IDS[word])
        assert (feeds["types"][feeds["mask"] == 1] >= 6).all()
        return [ids[..., None].astype(np.float32), bio]


class Roles:
    """Give each cue the name right before it as source and the words after it, up to a point, as content."""

    def run(self, _names: None, feeds: dict[str, Any]) -> list[Any]:
        ids, cues = feeds["hidden"][..., 0].astype(int), feeds["cue"]
        scores = np.zeros((*ids.shape, 5), np.float32)
        scores[..., 0] = SURE
        for row, cue in enumerate(cues):
            at = int(cue.argmax())
            if ids[row, at - 1] in (IDS["kano"], IDS["lira"]):
                scores[row, at - 1, 1] = 2 * SURE
            last = next(place for place in np.flatnonzero(ids[row] == IDS["."]) if place > at)
            for place in range(at + 1, last):
                scores[row, place, 3 if place == at + 1 else 4] = 2 * SURE
        labels = np.zeros((len(ids), 2), np.float32)
        labels[:, 1] = (ids * cues).max(1) == IDS["denied"]
        return [scores, labels]


@pytest.fixture
def tagger() -> Tagger:
    return Tagger(Encoder(), Roles(), WordPiece(IDS), ("inform", "deny"), "0")  # type: ignore[arg-type] # stubs


def words(text: str, found: list[Found]) -> list[tuple[str | None, str, list[str]]]:
    return [
        (text[slice(*f.source)] if f.source else None, text[slice(*f.cue)], [text[slice(*c)] for c in f.content])
        for f in found
    ]


def test_each_cue_has_its_own_source_and_content_one_inside_the_other(tagger: Tagger) -> None:
    text = "Kano said that Lira denied the raid."
    found = tagger.find(text, [(0, len(text))])
    assert words(text, found) == [
        ("Kano", "said", ["that Lira denied the raid"]),
        ("Lira", "denied", ["the raid"]),
    ]
    assert [one.act for one in found] == ["inform", "deny"]
    assert all(one.chance > 0.9 and one.sure > 0.9 and not one.asked for one in found)


def test_a_cue_asked_for_is_read_with_its_low_chance_unless_it_was_found(tagger: Tagger) -> None:
    text = "Kano hoped that the raid came. Lira said the raid came."
    asked = [Asked((5, 10)), Asked((36, 40))]
    assert [text[slice(*one.cue)] for one in asked] == ["hoped", "said"]
    first, second = tagger.find(text, [(0, 30), (31, len(text))], asked)
    assert words(text, [first, second])[0] == ("Kano", "hoped", ["that the raid came"])
    assert (first.asked, second.asked) == (True, False)
    assert first.chance < 0.5 < second.chance


def test_cues_of_little_chance_are_passed_over_unless_asked_for(tagger: Tagger) -> None:
    text = "Kano said the raid came. Lira denied the raid."
    cut = list(windows(text, 0, len(text)))
    assert [text[slice(*f.cue)] for f in tagger.read(cut, Wanted(least=1.1))] == []
    assert [text[slice(*f.cue)] for f in tagger.read(cut, Wanted([Asked((30, 36))], least=1.1))] == ["denied"]
    assert len(tagger.read(cut, Wanted(least=0.5))) == 2
    assert [f.cue for f in tagger.read(cut, Wanted(least=0.5, admits=lambda cue: cue[0] > 20))] == [(30, 36)]


def test_nothing_is_looked_for_at_a_cue_below_the_floor(tagger: Tagger) -> None:
    text = "Kano hoped that the raid came."
    wanted = Asked((5, 10), None, ((11, 15),))
    (below,) = tagger.read(list(windows(text, 0, len(text))), Wanted([wanted], floor=0.6))
    assert (below.content, below.sure) == (((11, 15),), 0.0)


def test_what_the_first_sight_bears_out_is_not_read_again(tagger: Tagger) -> None:
    text = "Kano said the raid came. Lira hoped the raid."
    first, second = Asked((5, 9), (0, 4), ((10, 23),)), Asked((30, 35), (25, 29), ((36, 44),))
    tagger.encoder.seen = {"kano": 0, "the": 6, "raid": 6, "came": 6}  # type: ignore[attr-defined] # the stub's
    sights: list[Sight] = []

    def bears_out(seen: Sight, asked: Asked, chance: float) -> bool:
        sights.append(seen)
        return asked == first and chance > 0.9

    wanted = Wanted([first, second], bears_out=bears_out)
    agreed, read = tagger.read(list(windows(text, 0, len(text))), wanted)
    assert (agreed.source, agreed.content, agreed.act, agreed.sure) == ((0, 4), ((10, 23),), "", 0.0)
    assert words(text, [read]) == [("Lira", "hoped", ["the raid"])]
    assert read.act == "inform"
    assert sights[0].contents[-1] - sights[0].strays[-1] > 4.5  # five words that the readings account for
    assert sights[0].sources[1] > 0.9


def test_a_cue_without_content_and_text_without_words_give_nothing(tagger: Tagger) -> None:
    assert tagger.find("Kano said.", [(0, 10)]) == []
    assert tagger.find(" \n ", [(0, 3)]) == []
    assert tagger.find("", []) == []


def test_windows_of_all_lengths_are_read_alike(tagger: Tagger) -> None:
    one = "Kano said the raid came."
    text = "\n".join([one, "The raid came. " * 30 + one, one + " The raid." * 90])
    found = tagger.find(text, [(m, n) for m, n in _lines(text)])
    assert [row[:2] for row in words(text, found)] == [("Kano", "said")] * 3


def _lines(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, at + len(line)))
        at += len(line) + 1
    return found
