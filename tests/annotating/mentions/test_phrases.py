"""Role phrases are found longest first, as nouns only."""

from __future__ import annotations

from standoff.annotating.mentions.phrases import find_phrases, phrase_from
from tests.pages import annotated, codebook, document, language


def found(text: str) -> list[tuple[str, str]]:
    parse = language().parse(document(text))
    phrases = find_phrases(parse, codebook().parties.roles)
    return [(" ".join(parse.forms[p.first : p.after]), p.role) for p in phrases]


def test_longest_phrase_wins() -> None:
    assert ("deputy prime minister", "deputy_prime_minister") in found("The deputy prime minister resigned.")


def test_american_and_british_spellings_are_one() -> None:
    text = "The Defense Ministry and the defence ministry agree."
    assert [role for _, role in found(text)] == ["mod", "mod"]


def test_the_two_is_a_phrase_but_two_soldiers_are_not() -> None:
    assert ("two", "men") in found("The two agreed to meet.")
    assert ("two", "men") not in found("Two soldiers were killed.")


def test_a_phrase_can_begin_anywhere() -> None:
    parse = language().parse(document("The opposition parties left."))
    phrase = phrase_from(parse, 2, codebook().parties.roles)
    assert phrase is not None
    assert phrase.role == "sides"
    assert phrase_from(parse, len(parse), codebook().parties.roles) is None


def test_an_hour_is_no_premier() -> None:
    assert not [m for m in annotated("Shots fell around 9.40 pm on Sunday.").annotations if m.kind == "description"]
