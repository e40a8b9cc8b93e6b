"""Contacts of one day are told apart by the rank of those who met: leaders, ministers or commanders."""

import pytest

from standoff.joining.join import join
from tests.newsroom import CHAD, SUDAN, day, record, report, tell


@pytest.mark.parametrize(
    ("text", "trigger", "levels"),
    [
        ("The presidents of Chad and Sudan spoke by telephone.", "spoke", {"leaders"}),
        ("Army officers of Chad and Sudan spoke on the hotline.", "spoke", {"commanders"}),
        ("The defence minister and chief of staff met.", "met", {"ministers", "commanders"}),
        ("Chad and Sudan held talks.", "talks", set()),
    ],
)
def test_offices_named_in_the_sentence_give_the_rank(laid, text: str, trigger: str, levels: set[str]) -> None:
    desk = report("a", text)
    tell(desk, trigger, "talks", CHAD, SUDAN)
    assert laid(desk)[trigger].levels == levels


def test_who_only_tells_of_a_contact_gives_no_rank(laid) -> None:
    desk = report("a", "The foreign minister said that Chad and Sudan had spoken.")
    said = desk.say("The foreign minister", "that Chad and Sudan had spoken", "said", CHAD, principal=CHAD)
    tell(desk, "spoken", "talks", CHAD, SUDAN, statement=said)
    assert laid(desk)["spoken"].levels == frozenset()


def _contacts(codebook, *told: str) -> int:
    desks = []
    for number, words in enumerate(told):
        desk = report(str(number), f"{words} of Chad and Sudan spoke by telephone on Thursday.", "2023-06-16")
        tell(desk, "spoke", "phone_call", CHAD, SUDAN, happened=day("2023-06-15"))
        desks.append(desk)
    return len(join(record(desks), codebook).incidents)


def test_a_call_of_commanders_is_not_that_of_presidents(codebook) -> None:
    assert _contacts(codebook, "The army chiefs", "The presidents") == 2
    assert _contacts(codebook, "The presidents", "The heads of state") == 1
