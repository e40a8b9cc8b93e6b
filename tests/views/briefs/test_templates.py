from dataclasses import replace

import pytest

from standoff.model.decision import NO_VERDICTS
from standoff.views.agreements import ledgers
from standoff.views.briefs.across import accords, meetings
from standoff.views.briefs.choosing import of_incident, of_period, voices
from standoff.views.briefs.markdown import as_markdown
from standoff.views.briefs.sources import Sources
from standoff.views.briefs.telling import figures, told_of
from standoff.views.briefs.templates import HEADINGS, briefing
from standoff.views.dossier import dossier
from standoff.views.network import contacts
from standoff.views.period import ALWAYS, Period
from standoff.views.screens import brief
from standoff.views.screens.listing import Filters
from standoff.views.screens.reading import Reading


def made(connection, books, template="short", period=ALWAYS):
    return briefing(of_period(connection, books, NO_VERDICTS, period), template, books.slots)


@pytest.mark.parametrize("template", HEADINGS)
def test_no_sentence_stands_without_a_source(connection, books, template):
    found = made(connection, books, template)
    numbers = {citation.number for citation in found.citations}
    sentences = [sentence for section in found.sections for sentence in section.sentences]
    assert sentences
    for sentence in sentences:
        for _, cited in sentence.parts:
            assert cited
            assert set(cited) <= numbers


def test_sources_are_numbered_in_order_of_use_and_quote_the_words(connection, books, story):
    found = made(connection, books)
    assert [citation.number for citation in found.citations] == list(range(1, len(found.citations) + 1))
    texts = {desk.document.id: " ".join(desk.document.text.split()) for desk in story.desks}
    assert all(citation.quote in texts[citation.document] for citation in found.citations)


def test_calls_and_agreements_have_sections_of_their_own(connection, books):
    text = as_markdown(made(connection, books))
    assert "10 May 2023: call between India and Pakistan, according to India [" in text
    assert "loc-2021: India alleges a violation of it by Pakistan [" in text
    assert "“four civilians”, according to Pakistan (Morning Post, " in text


def test_the_orders_of_a_monitor_and_of_questions_name_who_says_so_in_their_own_case(connection, books, story):
    daily, questions = (as_markdown(made(connection, books, name)) for name in ("osce-daily", "question-led"))
    assert f"- {story.incidents[0].label}: Pakistan says so [" in daily
    assert "Killed, " in daily
    assert "- Did it happen? Pakistan says so [" in questions


def test_an_empty_period_says_so(connection, books):
    found = made(connection, books, period=Period(first="2030-01-01"))
    assert found.sections == ()
    assert "No incident; from 2030-01-01." in as_markdown(found)


def test_one_incident_is_told_of_alone(connection, books, story):
    matter = of_incident(connection, books, NO_VERDICTS, story.incidents[0].id)
    text = as_markdown(briefing(matter, "short", books.slots))
    assert "1 incident: 1 contested." in text
    assert story.incidents[1].short_id not in text


@pytest.mark.parametrize("template", HEADINGS)
def test_a_screen_tells_the_same_as_the_terminal(connection, books, template):
    page = brief.briefing(connection, Reading(books), template, Filters())
    found = made(connection, books, template)
    told = [(s.heading, s.incident, s.facts, [line.parts for line in s.sentences]) for s in page.sections]
    assert told == [(s.heading, s.short_id, s.facts, [line.parts for line in s.sentences]) for s in found.sections]
    assert [(s.key, s.quote, s.document) for s in page.sources] == [
        (c.key, c.quote, c.document) for c in found.citations
    ]


def test_equal_words_of_one_side_are_one_account_with_its_outlets(connection, books):
    (section, *_) = made(connection, books).sections
    differ = [sentence for sentence in section.sentences if "? Accounts differ (" in sentence.parts[0][0]]
    assert differ
    for sentence in differ:
        words = [text.casefold() for text, _ in sentence.parts]
        assert len(words) == len(set(words))


def test_a_call_that_only_an_outlet_tells_of_cites_its_words(connection, books, story):
    (call,) = contacts(connection)
    event = next(e for desk in story.desks for e in desk.events if e.plover.type == "CONSULT")
    told = replace(call, statements=(), told_by=(), events=(event.id,))
    heard = voices(connection, [told])
    (sentence,) = meetings([told], heard, Sources()).sentences
    assert sentence.parts[0][1] == (1,)
    assert event.trigger.quote in heard[event.id][0].quote


def test_whom_one_voice_accuses_is_told_in_one_part(connection, books):
    (ledger,) = ledgers(connection, books.agreements)
    (line,) = ledger.entries
    both = replace(ledger, entries=(line, replace(line, id="agl-2", statement=None, accused="China")))
    (sentence,) = accords([both], Sources()).sentences
    assert [text for text, _ in sentence.parts] == [
        "loc-2021: India alleges a violation of it by Pakistan",
        "India reports an alleged violation of it by China",
    ]


def test_a_headline_does_not_repeat_a_figure_that_its_report_has_from_somebody(connection, books, story):
    found = told_of(dossier(connection, story.incidents[0].id, books.parties))
    voiced = next(c for c in found.found.claims if c.slot == "killed" and c.principal)
    headline = replace(voiced, id="clm-2", principal=None, source=None, statement=None)
    more = replace(found, found=replace(found.found, claims=(*found.found.claims, headline)))
    assert [s.parts for s in figures(more, Sources())] == [s.parts for s in figures(found, Sources())]
