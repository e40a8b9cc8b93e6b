from __future__ import annotations

import pytest

from tests.attributing.asked import content, cue, source
from tests.attributing.conftest import Reader


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Secretary-General condemns these attacks and calls on all concerned to support the mission.",
            [("condemns", "these attacks"), ("calls on", "all concerned to support the mission")],
        ),
        (
            "The Council calls upon the parties to desist from further provocation and appeals to all states to help.",
            [
                ("calls upon", "the parties to desist from further provocation"),
                ("appeals to", "all states to help"),
            ],
        ),
    ],
)
def test_an_act_joined_on_that_the_parser_took_for_a_noun_is_one(
    told: Reader, text: str, expected: list[tuple[str, str]]
) -> None:
    statements = told(text)
    assert [(cue(s), content(s)) for s in statements] == expected
    assert len({s.source.span for s in statements}) == 1


def test_nouns_joined_on_stay_nouns(told: Reader) -> None:
    (statement,) = told("Riga rejects the threats and claims of the separatists.")
    assert content(statement) == "the threats and claims of the separatists"


def test_a_headline_may_report_after_a_name_in_quotation_marks(told: Reader) -> None:
    (statement,) = told('Tiraspol "security committee" claims drone hit antenna near Maiac')
    assert (source(statement), cue(statement)) == ('Tiraspol "security committee"', "claims")
    assert content(statement) == "drone hit antenna near Maiac"


def test_a_finite_verb_goes_with_what_governs_an_infinitive(told: Reader) -> None:
    statements = told("It asks the African Union to intervene and complains of a blockade of fuel.")
    assert [(source(s), content(s)) for s in statements] == [
        ("It", "the African Union to intervene"),
        ("It", "a blockade of fuel"),
    ]


def test_a_name_before_a_verb_speaks(told: Reader) -> None:
    first, second = told("• MINUSCA states that it has doubled patrols; civil society groups contest this.")
    assert (source(first), content(first)) == ("MINUSCA", "that it has doubled patrols")
    assert source(second) == "civil society groups"
