from __future__ import annotations

from standoff.attributing.attribute import attribute, attributed
from standoff.model.page import page
from tests.attributing.asked import by, content, cue, only, source
from tests.attributing.conftest import Reader
from tests.texts import codebook, language, paper


def test_a_plain_report_has_source_cue_and_content(told: Reader) -> None:
    statement = only(told("Sudan's army said its air defences had shot down two drones over Atbara."))
    assert source(statement) == "Sudan's army"
    assert cue(statement) == "said"
    assert content(statement) == "its air defences had shot down two drones over Atbara"
    assert statement.directness == "indirect"


def test_spans_quote_the_text(told: Reader) -> None:
    for statement in told("Ghana’s envoy said: “The road is open.” Mali denied the report."):
        for span in (*statement.cue, *statement.content):
            assert span.stop - span.start == len(span.quote)


def test_an_empty_or_wordless_page_has_no_statements(told: Reader) -> None:
    assert told("... !!! ...") == ()
    assert told("\n\n \n") == ()


def test_a_tagger_may_take_the_place_of_the_rules() -> None:
    document = paper("Kenya denied the report. Uganda confirmed it.")
    parsed = page(document, language().parse(document))
    assert attribute(parsed, codebook(), find=lambda _sheet, _book: ()) == ()
    assert len(attributed(parsed, codebook())) == 2


def test_ids_are_the_same_on_every_run(told: Reader) -> None:
    text = "Peru accused Chile of moving a border post. Chile denied it."
    assert [s.id for s in told(text)] == [s.id for s in told(text)]
    assert len({s.id for s in told(text)}) == 2


def test_every_statement_of_the_seeds_lies_inside_its_document(told: Reader, shared) -> None:
    text = next(iter(sorted(shared("seeds").glob("003_*.txt")))).read_text(encoding="utf-8")
    statements = told(text)
    assert len(statements) > 12
    denial = by(statements, "insisted")
    assert content(denial).startswith("that its troops did not cross into Armenia and simply took up positions")
    assert (denial.act, denial.polarity) == ("deny", "denies")
