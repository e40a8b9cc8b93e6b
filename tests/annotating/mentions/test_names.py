"""Names are found by parser and codebook together, trimmed and rightly labelled."""

from __future__ import annotations

from standoff.model.page import Page
from tests.pages import annotated


def names(page: Page) -> dict[str, object]:
    return {m.span.quote: m.attributes["label"] for m in page.annotations if m.kind == "name"}


def test_articles_and_possessives_are_no_part_of_a_name() -> None:
    found = names(annotated("The Taliban's envoy met the United Nations in Doha."))
    assert {"Taliban", "United Nations", "Doha"} <= set(found)


def test_title_is_no_part_of_a_person() -> None:
    page = annotated("Somali President Hassan Sheikh Mohamud spoke on Friday.")
    person = next(m for m in page.annotations if m.span.quote == "Hassan Sheikh Mohamud")
    assert person.attributes["label"] == "person"
    assert person.attributes["title"] == "president"


def test_surname_alone_is_a_person_once_named_in_full() -> None:
    found = names(annotated("Getnet Alemu spoke to reporters. Alemu said the road was closed."))
    assert found["Alemu"] == "person"


def test_misspelt_state_is_that_state() -> None:
    page = annotated("Azerbaijain's army moved north.")
    mark = next(m for m in page.annotations if m.kind == "name")
    assert mark.attributes["party"] == "AZE"


def test_ministry_is_described_and_not_named() -> None:
    found = names(annotated("The Sudanese Foreign Ministry rejected the report."))
    assert set(found) == {"Sudanese"}


def test_common_word_is_no_newspaper() -> None:
    assert "Dawn" not in names(annotated("Dawn broke over the town as the shelling stopped."))


def test_months_are_no_names() -> None:
    assert not names(annotated("In March and May the shelling stopped."))


def test_a_council_is_the_owners_where_there_is_one() -> None:
    page = annotated(
        "The Security Council met. Armenia's Security Council met too. The Pakistani Foreign Office did not."
    )
    found = [m.span.quote for m in page.annotations if m.kind == "name"]
    assert found.count("Security Council") == 1
    assert "Foreign Office" not in found


def test_a_deputys_name_holds_no_title() -> None:
    names = [
        mark.head.quote
        for mark in annotated("Deputy Spokesperson Haq: We have seen it.").annotations
        if mark.kind == "name"
    ]
    assert names == ["Haq"]


def test_a_name_cut_in_two_is_whole() -> None:
    body = annotated(
        "The Cambodian Mine Action and Victim Assistance Authority (CMAA) rejected it. The CMAA's head left."
    )
    found = [mark.head.quote for mark in body.annotations if mark.kind == "name"]
    assert found[0] == "Cambodian Mine Action and Victim Assistance Authority"
    assert set(found[1:]) == {"CMAA"}


def test_a_charge_is_no_part_of_a_name() -> None:
    page = annotated("Deputy Prime Minister for Reintegration Roman Roscovan said so.")
    assert "Roman Roscovan" in names(page)


def test_a_place_after_a_body_tells_its_branch() -> None:
    names = [m for m in annotated("Amnesty International Indonesia urged calm.").annotations if m.kind == "name"]
    assert [(m.span.quote, m.attributes["party"]) for m in names] == [("Amnesty International Indonesia", "amnesty")]


def test_latin_american_is_no_adjective_of_one_state() -> None:
    page = annotated("Latin American officials wept. A South Korean slept.")
    assert [m.attributes["party"] for m in page.annotations if m.attributes.get("party")] == ["KOR"]
