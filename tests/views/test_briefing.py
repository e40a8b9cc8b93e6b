from standoff.views.briefing import as_markdown, short
from standoff.views.period import Period


def test_no_sentence_stands_without_a_source(connection, books):
    made = short(connection, books)
    numbers = {citation.number for citation in made.citations}
    sentences = [sentence for section in made.sections for sentence in section.sentences]
    assert sentences
    for sentence in sentences:
        for _, cited in sentence.parts:
            assert cited
            assert set(cited) <= numbers


def test_sources_are_numbered_in_order_of_use_and_quote_the_words(connection, books, story):
    made = short(connection, books)
    assert [citation.number for citation in made.citations] == list(range(1, len(made.citations) + 1))
    texts = " ".join(" ".join(desk.document.text.split()) for desk in story.desks)
    assert all(citation.quote in texts for citation in made.citations)


def test_calls_and_agreements_have_sections_of_their_own(connection, books):
    text = as_markdown(short(connection, books))
    assert "10 May 2023: call between India and Pakistan, according to India [" in text
    assert "loc-2021: India alleges a violation of it by Pakistan [" in text
    assert "“four civilians” (Pakistan in Morning Post) [" in text


def test_an_empty_period_says_so(connection, books):
    made = short(connection, books, Period(first="2030-01-01"))
    assert made.sections == ()
    assert "No incident" in as_markdown(made)
