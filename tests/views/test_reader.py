from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.views.dossier import dossier, headings
from standoff.views.reader import Body, bodies, card, sheets, window

TEXT = "One stood here. Two said so. Three came. Four left.\n\nSubscribe now"


def test_a_window_holds_whole_sentences_with_a_neighbour_each_side():
    start = TEXT.index("Two")
    assert TEXT[slice(*window(Body(TEXT), start, start + 11))] == "One stood here. Two said so. Three came."


def test_no_window_runs_into_what_is_not_analysed():
    start = TEXT.index("Four")
    body = Body(TEXT, ((TEXT.index("Subscribe"), len(TEXT)),))
    assert TEXT[slice(*window(body, start, start + 10))] == "Three came. Four left."


@settings(deadline=None)  # a busy machine is no defect
@given(text=st.text(alphabet="ab. \n!", min_size=1, max_size=80), data=st.data())
def test_a_window_holds_what_it_is_about(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    stop = data.draw(st.integers(start + 1, len(text)))
    first, last = window(Body(text), start, stop)
    assert 0 <= first <= start < stop <= last <= len(text)


def test_a_card_names_speaker_and_principal_and_marks_the_words(connection, story, books):
    found = dossier(connection, story.incidents[0].id, books.parties)
    statement = next(s for s in found.statements.values() if "did not fire" in s.content[0].quote)
    texts = bodies(connection, {statement.document})
    shown = card(statement, found.documents[statement.document], texts[statement.document], books.parties)
    assert shown.crumbs == ("Arindam Rao", "India")
    assert shown.published == "undated, inferred 10–11 May 2023"
    assert [p.text for p in shown.pieces if "content" in p.kinds] == ["Its guns did not fire across the line"]
    assert shown.cut_before is False or "".join(p.text for p in shown.pieces)


def test_a_sheet_joined_is_the_text_and_greys_boilerplate(connection, story):
    known = headings(connection)
    for sheet, desk in zip(sheets(connection, known), story.desks, strict=True):
        joined = "".join(p.text for paragraph in sheet.paragraphs for p in paragraph.pieces)
        assert joined == desk.document.text
        assert sheet.paragraphs[0].kind == "paragraph"
    kinds = {p.kind for p in next(iter(sheets(connection, known))).paragraphs}
    assert "boilerplate" in kinds
