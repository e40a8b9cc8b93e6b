from dataclasses import replace

import pytest

from standoff.comparing.agreements import agreement_links, lowered
from standoff.model.entity import PartyRef
from standoff.model.event import Argument
from tests.newsroom import report, tell

INDIA = PartyRef("IND", "India", "IND", "state")
PAKISTAN = PartyRef("PAK", "Pakistan", "PAK", "state")
UKRAINE = PartyRef("UKR", "Ukraine", "UKR", "state")
RUSSIA = PartyRef("RUS", "Russia", "RUS", "state")


def spoken(text: str, content: str, source: PartyRef, published: str, **fields):
    desk = report("a", text, published)
    desk.say(source.name, content, "said", source, principal=source, **fields)
    return desk


def links(given, desk) -> list[tuple[str, str, str | None]]:
    return [
        (link.agreement, link.relation, link.accused and link.accused.name) for link in agreement_links(given(desk))
    ]


def test_the_ceasefire_is_the_one_in_force_among_those_concerned(given) -> None:
    text = "Pakistan said Indian guns violated the ceasefire."
    desk = spoken(text, "Indian guns violated the ceasefire", PAKISTAN, "2022-03-01", act="accuse")
    tell(desk, "violated", "ceasefire_violation", INDIA, PAKISTAN, statement=desk.statements[0])
    assert links(given, desk) == [("loc-ceasefire-2003", "alleges_violation", "India")]


def test_another_day_and_other_parties_mean_another_agreement(given) -> None:
    text = "Ukraine said Russia violated the ceasefire."
    desk = spoken(text, "Russia violated the ceasefire", UKRAINE, "2016-08-01", act="accuse")
    tell(desk, "violated", "ceasefire_violation", RUSSIA, UKRAINE, statement=desk.statements[0])
    assert links(given, desk) == [("minsk-2-2015", "alleges_violation", "Russia")]


def test_a_denied_breach_accuses_nobody(given) -> None:
    text = "India said its guns did not violate the ceasefire with Pakistan."
    fields = {"act": "deny", "polarity": "denies"}
    desk = spoken(text, "its guns did not violate the ceasefire with Pakistan", INDIA, "2022-03-01", **fields)
    tell(desk, "violate", "ceasefire_violation", INDIA, PAKISTAN, statement=desk.statements[0], factuality="certain-")
    assert links(given, desk) == [("loc-ceasefire-2003", "denies_violation", None)]


def test_a_name_invokes_and_a_call_to_respect_affirms(given) -> None:
    text = "India said the Simla Agreement settles such matters with Pakistan."
    desk = spoken(text, "the Simla Agreement settles such matters with Pakistan", INDIA, "2025-06-01")
    tell(desk, "settles", "talks", INDIA, PAKISTAN)
    assert links(given, desk) == [("simla-1972", "invokes", None)]
    text = "India said both must respect the Simla Agreement with Pakistan."
    desk = spoken(text, "both must respect the Simla Agreement with Pakistan", INDIA, "2025-06-01")
    tell(desk, "respect", "talks", INDIA, PAKISTAN)
    assert links(given, desk) == [("simla-1972", "affirms", None)]


@pytest.mark.parametrize(
    ("text", "content", "published"),
    [
        ("India said a ceasefire with Pakistan was needed.", "a ceasefire with Pakistan was needed", "2022-03-01"),
        ("India said the ceasefire with Pakistan held.", "the ceasefire with Pakistan held", "1999-06-01"),
    ],
)
def test_a_wished_for_or_unknown_truce_is_no_agreement(text: str, content: str, published: str, given) -> None:
    desk = spoken(text, content, INDIA, published)
    tell(desk, "ceasefire", "ceasefire", INDIA, PAKISTAN, frame="hypothetical")
    assert links(given, desk) == []


def test_an_appeal_to_its_body_invokes_a_treaty_and_a_mere_mention_does_not(given) -> None:
    desk = report("a", "Poland asked NATO for consultations.", "2022-11-16")
    poland, nato = PartyRef("POL", "Poland", "POL", "state"), PartyRef("NATO", "NATO", None, "organisation")
    tell(desk, "asked", "request_consultations", poland, nato)
    assert links(given, desk) == [("north-atlantic-1949", "invokes", None)]
    desk = report("a", "NATO met in Brussels.", "2022-11-16")
    tell(desk, "met", "meeting", nato, poland)
    assert links(given, desk) == []


def test_a_named_article_is_the_clause(given) -> None:
    text = "Poland said article 4 of the North Atlantic Treaty applied."
    poland = PartyRef("POL", "Poland", "POL", "state")
    desk = spoken(text, "article 4 of the North Atlantic Treaty applied", poland, "2022-11-16")
    tell(desk, "applied", "invocation", poland, None)
    (link,) = agreement_links(given(desk))
    assert link.clause == "4"


def test_lower_case_keeps_offsets() -> None:
    assert len(lowered("İstanbul Straße")) == len("İstanbul Straße")


def test_to_say_that_an_agreement_does_not_apply_is_no_invocation(given) -> None:
    text = "India said the matter with Pakistan does not come under the Simla Agreement."
    desk = spoken(text, "the matter with Pakistan does not come under the Simla Agreement", INDIA, "2025-06-01")
    tell(desk, "matter", "talks", INDIA, PAKISTAN)
    assert links(given, desk) == []


def test_a_breach_without_a_named_doer_is_laid_to_the_one_other_party_its_sentence_names(given) -> None:
    text = "Ukraine said the strike on Russia's order was a breach of the Minsk agreements."
    desk = spoken(text, "the strike on Russia's order was a breach of the Minsk agreements", UKRAINE, "2016-08-01")
    tell(desk, "breach", "ceasefire_violation", None, None, statement=desk.statements[0])
    assert links(given, desk) == [("minsk-2-2015", "alleges_violation", "Russia")]


def test_sides_that_accuse_each_other_are_both_accused(given) -> None:
    text = "India and Pakistan accused each other of violating the ceasefire."
    desk = report("a", text, "2022-03-01")
    desk.say("India", "violating the ceasefire", "accused", INDIA, principal=INDIA, act="accuse")
    breach = tell(desk, "violating", "ceasefire_violation", INDIA, PAKISTAN, statement=desk.statements[0])
    both = replace(breach, arguments=(*breach.arguments, Argument("actor", breach.trigger, PAKISTAN)))
    desk.events[:] = [both]
    found = agreement_links(given(desk))
    assert {(link.accused.name, link.statement is None) for link in found} == {("Pakistan", False), ("India", True)}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Russia had violated the Budapest Memorandum", "alleges_violation"),
        ("the Budapest Memorandum was grossly violated by Russia", "alleges_violation"),
        ("Russia must stop violating the Budapest Memorandum", "alleges_violation"),
        ("Russia refuses to comply with the Budapest Memorandum", "alleges_violation"),
        ("nobody had ever violated the Budapest Memorandum with Russia", "denies_violation"),
        ("it never violated the Budapest Memorandum with Russia", "denies_violation"),
        ("Russia would violate the Budapest Memorandum by that", "invokes"),
        ("it upheld the Budapest Memorandum with Russia", "affirms"),
    ],
)
def test_words_tell_of_a_breach_where_no_event_does(content: str, expected: str, given) -> None:
    desk = spoken(f"Ukraine said {content}.", content, UKRAINE, "2014-04-01")
    tell(desk, "said", "talks", UKRAINE, RUSSIA)
    ((agreement, relation, accused),) = links(given, desk)
    assert (agreement, relation) == ("budapest-1994", expected)
    assert accused == ("Russia" if expected == "alleges_violation" else None)


def test_who_denies_a_charge_that_another_made_is_told_beside_the_charge(given) -> None:
    text = "Russia rejected Ukraine's claim that it breached the Minsk agreements."
    desk = report("a", text, "2016-08-01")
    outer = desk.say("Russia", "Ukraine's claim that it breached the Minsk agreements", "rejected", RUSSIA,
                     principal=RUSSIA, act="reject", polarity="denies")  # fmt: skip
    inner = desk.say("Ukraine", "it breached the Minsk agreements", "claim", UKRAINE, principal=UKRAINE, act="accuse",
                     parent=outer.id)  # fmt: skip
    tell(desk, "breached", "ceasefire_violation", RUSSIA, UKRAINE, statement=inner)
    assert [found[1] for found in links(given, desk)] == ["alleges_violation", "denies_violation"]


@pytest.mark.parametrize(("named", "clause"), [("Article V", "5"), ("paragraph 6", "6"), ("points 3 and 4", "3")])
def test_a_clause_is_kept_as_named(named: str, clause: str, given) -> None:
    text = f"India said {named} of the Simla Agreement with Pakistan settled it."
    desk = spoken(text, f"{named} of the Simla Agreement with Pakistan settled it", INDIA, "2025-06-01")
    tell(desk, "settled", "talks", INDIA, PAKISTAN)
    assert [link.clause for link in agreement_links(given(desk))] == [clause]


def test_a_truce_that_has_just_ended_can_be_said_broken(given) -> None:
    azerbaijan, armenia = PartyRef("AZE", "Azerbaijan", "AZE", "state"), PartyRef("ARM", "Armenia", "ARM", "state")
    text = "Armenia said Azerbaijan violated the humanitarian truce of October."
    desk = spoken(text, "Azerbaijan violated the humanitarian truce of October", armenia, "2020-11-12")
    tell(desk, "violated", "ceasefire_violation", azerbaijan, armenia, statement=desk.statements[0])
    assert links(given, desk) == [("nk-humanitarian-truce-2020", "alleges_violation", "Azerbaijan")]


def test_each_side_that_accuses_the_other_is_accused_whoever_brought_them_together(given) -> None:
    content = "the other of violating the deal"
    text = f"India and Pakistan agreed to a ceasefire after US-led talks, and each side accused {content}."
    desk = report("a", text, "2025-05-10")
    tell(desk, "agreed", "agreement", INDIA, PAKISTAN)
    said = desk.say("each side", content, "accused", INDIA, principal=INDIA, act="accuse")
    tell(desk, "violating", "ceasefire_violation", None, None, statement=said)
    found = agreement_links(given(desk))
    assert [(link.accused.name, link.statement) for link in found] == [("India", None), ("Pakistan", None)]
    assert len({link.id for link in found}) == 2


def test_a_third_voice_that_blames_both_is_quoted_for_both(given) -> None:
    guest = PartyRef("USA", "United States", "USA", "state")
    content = "both India and Pakistan had violated the ceasefire"
    desk = spoken(f"The United States said {content}.", content, guest, "2025-05-11", act="accuse")
    tell(desk, "violated", "ceasefire_violation", INDIA, None, statement=desk.statements[0])
    second = Argument("actor", desk.span("Pakistan"), PAKISTAN)
    desk.events[0] = replace(desk.events[0], arguments=(*desk.events[0].arguments, second))
    found = agreement_links(given(desk))
    assert {link.accused.name for link in found} == {"India", "Pakistan"}
    assert {link.statement for link in found} == {desk.statements[0].id}


def test_what_only_dates_something_is_no_invocation(given) -> None:
    content = "it held twenty soldiers captured after the ceasefire with Pakistan"
    desk = spoken(f"India said {content}.", content, INDIA, "2022-03-01")
    tell(desk, "captured", "capture", INDIA, PAKISTAN, statement=desk.statements[0])
    assert links(given, desk) == []


def test_the_second_of_a_list_is_said_by_the_same_voice_and_names_in_titles_accuse_nobody(given) -> None:
    content = "the strike violated the Simla Agreement on the settlement of disputes"
    text = f"India said {content}, as well as the Charter of the United Nations."
    desk = spoken(text, content, INDIA, "2025-06-01", act="accuse")
    tell(desk, "strike", "strike", None, INDIA, statement=desk.statements[0])
    found = agreement_links(given(desk))
    assert [link.agreement for link in found] == ["simla-1972", "un-charter-1945"]
    assert [link.statement for link in found] == [desk.statements[0].id] * 2
    assert [link.accused for link in found] == [None, None]


def test_a_sentence_that_names_an_agreement_twice_charges_once(given) -> None:
    content = "Pakistan violated the 2003 ceasefire and the ceasefire understanding"
    desk = spoken(f"India said {content}.", content, INDIA, "2022-03-01", act="accuse")
    tell(desk, "violated", "ceasefire_violation", PAKISTAN, INDIA, statement=desk.statements[0])
    assert links(given, desk) == [("loc-ceasefire-2003", "alleges_violation", "Pakistan")]


def test_what_is_said_to_be_in_violation_of_an_agreement_is_part_of_the_charge(given) -> None:
    desk = report("a", "India accused Pakistan of firing at posts, in violation of the Simla Agreement.", "2025-06-01")
    said = desk.say("India", "Pakistan of firing at posts", "accused", INDIA, principal=INDIA, act="accuse")
    tell(desk, "firing", "firing", PAKISTAN, INDIA, statement=said)
    (found,) = agreement_links(given(desk))
    assert (found.statement, found.relation) == (said.id, "alleges_violation")


def test_initials_may_have_stops(given) -> None:
    content = "the strike broke the U.N. Charter"
    desk = spoken(f"India said {content}.", content, INDIA, "2025-06-01", act="accuse")
    tell(desk, "strike", "strike", PAKISTAN, INDIA, statement=desk.statements[0])
    assert [link[0] for link in links(given, desk)] == ["un-charter-1945"]
