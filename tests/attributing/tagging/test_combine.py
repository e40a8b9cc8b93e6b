"""Check what the tagger may change in the drafts of the rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from standoff.annotating.annotate import annotate
from standoff.attributing.drafts import Draft
from standoff.attributing.sheet import Sheet, sheet
from standoff.attributing.spans import find_drafts
from standoff.attributing.tagging.combine import Policy, combined
from standoff.attributing.tagging.tagger import Found
from tests.texts import codebook, language, paper

POLICY = Policy(drop=0.05, add=0.8, worth=0.65, content=0.9, source=0.9)
Words = tuple[str | None, str, str]


def place(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def read(text: str, source: str, cue: str, content: str, **probable: float) -> Found:
    probable = {"chance": 1.0, "sure": 1.0, **probable}
    return Found(place(text, cue), place(text, source), (place(text, content),), "accuse", **probable)


@pytest.fixture(scope="module")
def told() -> Callable[..., list[Words]]:
    """Return the drafts of a text as words of source, cue and content, with what a tagger read beside."""

    def run(text: str, *found: Found) -> list[Words]:
        book = codebook()
        laid = sheet(annotate(paper(text), language(), book), book.acts)

        def revise(marked: Sheet, cues, drafts: list[Draft]) -> list[Draft]:
            return combined(marked, book.acts, (cues, drafts), found, POLICY)

        return [_words(laid, draft) for draft in find_drafts(laid, book.acts, revise)]

    return run


def _words(laid: Sheet, draft: Draft) -> Words:
    text, parse = laid.page.document.text, laid.parse
    voice = draft.voice
    source = text[parse.starts[voice.first] : parse.stops[voice.stop - 1]] if voice else None
    cue = text[parse.starts[draft.cue.tokens[0]] : parse.stops[draft.cue.tokens[-1]]]
    return source, cue, " … ".join(text[slice(*fragment)] for fragment in draft.content)


PLAIN = "The ministry said that the bridge was mined."
RULED = ("The ministry", "said", "that the bridge was mined")


def test_without_a_tagger_the_rules_stand(told) -> None:
    assert told(PLAIN) == [RULED]


def test_a_cue_that_the_tagger_hardly_believes_in_falls(told) -> None:
    unlikely = read(PLAIN, "The ministry", "said", "that the bridge was mined", chance=0.01)
    assert told(PLAIN, unlikely) == []
    assert told(PLAIN, read(PLAIN, "The ministry", "said", "the bridge", chance=0.1, sure=0.5)) == [RULED]


def test_a_cue_that_the_rules_do_not_know_is_added_when_the_tagger_is_sure(told) -> None:
    text = "Leaflets semaphored that the bridge was mined."
    sure = read(text, "Leaflets", "semaphored", "that the bridge was mined")
    assert told(text, sure) == [("Leaflets", "semaphored", "that the bridge was mined")]
    assert told(text, read(text, "Leaflets", "semaphored", "that the bridge was mined", chance=0.6)) == []
    assert told(text, read(text, "Leaflets", "semaphored", "that the bridge was mined", sure=0.6)) == []


def test_a_source_that_names_nobody_makes_no_statement(told) -> None:
    text = "Leaflets quietly semaphored that the bridge was mined."
    assert told(text, read(text, "quietly", "semaphored", "that the bridge was mined")) == []


def test_a_name_cut_at_its_hyphen_is_made_whole(told) -> None:
    text = "President Moon Jae-in semaphored that the bridge was mined."
    found = read(text, "President Moon Jae-", "semaphored", "that the bridge was mined")
    assert told(text, found)[0][0] == "President Moon Jae-in"


def test_an_attitude_of_the_codebook_is_not_added(told) -> None:
    text = "The ministry hoped that the bridge was mined."
    assert told(text, read(text, "The ministry", "hoped", "that the bridge was mined")) == []


def test_other_content_is_taken_but_no_mere_lengthening_or_shortening_of_it(told) -> None:
    text = "The ministry said that the bridge, which led to the port, was mined. Two guards saw it."
    ruled = told(text)[0][2]
    assert ruled.endswith("was mined")
    for other in ("that the bridge", "that the bridge, which led to the port, was mined. Two guards saw it"):
        assert told(text, read(text, "The ministry", "said", other))[0][2] == ruled
    elsewhere = read(text, "The ministry", "said", "Two guards saw it")
    assert told(text, elsewhere)[0][2] == "Two guards saw it"
    assert told(text, replace(elsewhere, sure=0.8))[0][2] == ruled
    parts = (*elsewhere.content, place(text, "that the bridge, which led to the port, was mined"))
    assert told(text, replace(elsewhere, content=tuple(sorted(parts))))[0][2] == f"{ruled} … Two guards saw it"


def test_content_that_goes_on_without_a_sign_is_taken(told) -> None:
    text = "The ministry said that 165 died incl. 27 guards at the bridge. Two drivers saw it."
    whole = "that 165 died incl. 27 guards at the bridge"
    assert told(text, read(text, "The ministry", "said", whole))[0][2] == whole
    text = "The mayor accused the guards of idling while the bridge burned, months after a flood."
    ruled = told(text)[0][2]
    assert ruled == "the guards of idling"
    whole = f"{ruled} while the bridge burned"
    assert told(text, read(text, "The mayor", "accused", whole))[0][2] == whole
    assert told(text, read(text, "The mayor", "accused", whole, sure=0.5))[0][2] == ruled


def test_another_source_is_taken_when_the_tagger_is_sure(told) -> None:
    text = "Kano, whose bridges fell, said that Lira mined them."
    assert told(text, read(text, "bridges", "said", "that Lira mined them"))[0][0] == "bridges"
    ruled = told(text)[0][0]
    assert told(text, read(text, "bridges", "said", "that Lira mined them", sure=0.8))[0][0] == ruled


def test_a_gloss_is_no_statement_and_what_another_said_no_content_of_its_own(told) -> None:
    gloss = '"We met them at the line," the army said in a note, referring to the frontier.'
    assert len(told(gloss, read(gloss, "the army", "referring", "to the frontier"))) == 1
    text = "The council claimed that the dead were farmers and called a shutdown."
    one = read(text, "The council", "called", "a shutdown")
    split = replace(one, content=(place(text, "that the dead were farmers"), *one.content))
    assert told(text, split)[-1] == ("The council", "called", "a shutdown")


def test_a_verb_that_its_object_makes_another_deed_is_not_added(told) -> None:
    text = "On Monday two members of the patrol denied the mission passage."
    assert told(text, read(text, "two members of the patrol", "denied", "the mission passage")) == []
    text = "On Monday two members of the patrol whispered the password."
    assert len(told(text, read(text, "two members of the patrol", "whispered", "the password"))) == 1


def test_the_object_of_a_verb_is_not_given_up_for_what_stands_before_it(told) -> None:
    text = "Gunmen kill ten in Riga, survivors blame the army"
    (draft,) = told(text, read(text, "survivors", "blame", "Gunmen kill ten in Riga"))
    assert draft == ("survivors", "blame", "the army")


def test_the_next_act_of_a_speaker_stays_out_of_the_content_before(told) -> None:
    text = "It asks Addis Ababa to step in and warns of a famine."
    longer = read(text, "It", "asks", "Addis Ababa to step in and warns of a famine")
    assert [draft[2] for draft in told(text, longer)] == ["Addis Ababa to step in", "of a famine"]


def test_who_is_told_something_does_not_tell_it(told) -> None:
    text = "The mission was not informed of the reasons."
    assert told(text, read(text, "The mission", "was not informed", "of the reasons")) == []


def test_a_cue_is_read_at_the_infinitive_that_completes_it(told) -> None:
    text = "The envoy undertook to transmit the message."
    unlikely = read(text, "The envoy", "undertook", "to transmit the message", chance=0.01)
    tagged = read(text, "The envoy", "transmit", "the message")
    assert told(text, unlikely, tagged) == [("The envoy", "undertook", "to transmit the message")]
