from __future__ import annotations

from tests.attributing.asked import by, content, source
from tests.attributing.conftest import Reader


def test_a_spokesman_reports_what_another_did_not_ask(told: Reader) -> None:
    statements = told("Mr Peskov said Mr Pashinyan had not asked for help.")
    inner, outer = by(statements, "not asked"), by(statements, "said")
    assert inner.parent == outer.id
    assert outer.parent is None
    assert (source(inner), inner.negated_act) == ("Mr Pashinyan", True)


def test_a_chain_of_three_voices_keeps_every_link(told: Reader) -> None:
    statements = told("Reuters reported that the governor said the rebels had threatened to attack the dam.")
    threat, said, reported = (by(statements, word) for word in ("threatened", "said", "reported"))
    assert (threat.parent, said.parent, reported.parent) == (said.id, reported.id, None)


def test_nested_content_ends_where_its_reporter_speaks(told: Reader) -> None:
    statements = told("The president urged his allies to wait, his office said Friday.")
    assert content(by(statements, "urged")) == "his allies to wait"
    assert by(statements, "urged").parent == by(statements, "said").id


def test_i_in_a_quotation_is_the_speaker(told: Reader) -> None:
    statements = told('"I call on all parties to stop," President Macron said.')
    inner = by(statements, "call on")
    assert inner.source.refs == by(statements, "said").source.refs
