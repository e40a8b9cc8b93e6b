from __future__ import annotations

from standoff.joining.copies import find_copies, held, shares
from standoff.model.clock import UNKNOWN, Interval
from standoff.model.document import Block, Document

ORIGINAL = """Two
shells hit the grain terminal of the port shortly after dawn, killing a crane operator, the harbour office said.
The regional command denied that its guns had fired and spoke of an accident with fuel. Monitors of the ceasefire
mission were refused entry for three hours, and a spokeswoman said their report would be published on Thursday.
Residents of the northern quarter said they had counted nine explosions before the sirens sounded over the bay."""
EDITED = """Two shells hit
the port's grain terminal shortly after dawn, killing a crane operator, the harbour office said.
The regional command denied that its guns had fired and spoke of an accident with fuel. Monitors of the ceasefire
mission were refused entry for several hours, and a spokeswoman said their report would be published on Thursday."""
INDEPENDENT = """A crane operator was killed at the port on Tuesday when shells struck, according to the harbour office.
Commanders of the region rejected the blame. Observers waited outside for hours; their findings are due this week.
People living in the north of the city told of nine blasts, one after the other, and of sirens that came too late."""


def document(key: str, text: str, day: str | None = None, agency: str | None = None, outlet: str = "X") -> Document:
    published = Interval(day, day, "stated") if day else UNKNOWN
    blocks = (Block("paragraph", 0, len(text)),)
    return Document(key, text, "", "", key, publisher=outlet, agency=agency, published=published, blocks=blocks)


def test_the_same_text_elsewhere_is_a_copy_of_the_earlier() -> None:
    (link,) = find_copies([document("doc-a", ORIGINAL, "2016-08-03"), document("doc-b", ORIGINAL, "2016-08-02")])
    assert (link.document, link.copy_of, link.share) == ("doc-a", "doc-b", 1.0)


def test_light_edits_are_a_copy_with_a_share() -> None:
    (link,) = find_copies([document("doc-a", ORIGINAL, "2016-08-02"), document("doc-b", EDITED, "2016-08-03")])
    assert (link.document, link.copy_of) == ("doc-b", "doc-a")
    assert 0.6 < link.share < 1.0


def test_a_passage_inside_a_longer_report_is_found_with_its_share() -> None:
    longer = INDEPENDENT + "\n" + ORIGINAL
    (link,) = find_copies([document("doc-a", ORIGINAL, "2016-08-02"), document("doc-b", longer, "2016-08-03")])
    assert link.document == "doc-b"
    assert 0.35 < link.share < 0.7


def test_an_independent_report_of_the_same_happening_is_no_copy() -> None:
    assert find_copies([document("doc-a", ORIGINAL), document("doc-b", INDEPENDENT)]) == ()


def test_one_statement_quoted_by_both_is_no_copy() -> None:
    quote = "“" + " ".join(ORIGINAL.split()[:60]) + "”"
    first = document("doc-a", f"The minister was brief. {quote} he said before leaving the hall with his aides.")
    other = document("doc-b", f"Late in the evening a statement came out. {quote} it read, and nobody took questions.")
    assert find_copies([first, other]) == ()
    assert shares(held(other), held(first))[0] > 0.5


def test_on_one_day_the_agency_itself_is_the_origin() -> None:
    ours = document("doc-a", ORIGINAL, "2016-08-02", agency="AFP", outlet="Some Daily")
    agency = document("doc-z", ORIGINAL, "2016-08-02", agency="AFP", outlet="AFP")
    (link,) = find_copies([ours, agency])
    assert (link.document, link.copy_of) == ("doc-a", "doc-z")


def test_undated_copies_come_after_dated_ones() -> None:
    (link,) = find_copies([document("doc-a", ORIGINAL), document("doc-b", ORIGINAL, "2016-08-02")])
    assert link.document == "doc-a"


def test_hundreds_of_copies_each_link_to_the_first() -> None:
    many = [document(f"doc-{number:03}", ORIGINAL, "2016-08-02") for number in range(300)]
    links = find_copies(many)
    assert len(links) == 299
    assert {link.copy_of for link in links} == {"doc-000"}


def test_order_of_input_changes_nothing() -> None:
    texts = (ORIGINAL, EDITED, INDEPENDENT, ORIGINAL + EDITED)
    given = [document(f"doc-{n}", text, "2016-08-02") for n, text in enumerate(texts)]
    assert find_copies(given) == find_copies(reversed(given))
