from __future__ import annotations

from standoff.annotating.annotate import annotate
from standoff.attributing.attribute import attribute
from standoff.coding.code import candidates
from standoff.coding.desk import lay_out
from standoff.coding.evidence import evidence
from standoff.grounding.ground import ground
from tests.texts import codebook, gazetteer, language, paper


def _signs(text: str, word: str) -> set[str]:
    book = codebook()
    page = ground(annotate(paper(text), language(), book), book, gazetteer())
    desk = lay_out(page, attribute(page, book), book)
    found = candidates(desk, attribute(page, book))
    return next(set(s) for one, s in zip(found, evidence(desk, found), strict=True) if one.event.trigger.quote == word)


def test_signs_tell_type_grammar_roles_and_voice() -> None:
    signs = _signs("Sudan said on Monday that rebels had seized the town of Kutum.", "seized")
    assert {"kind:deed.v", "aux:had.VBN", "plover:ASSAULT", "frame:actual", "directness:indirect"} <= signs
    assert not {"voice:publisher", "root"} & signs


def test_signs_tell_what_a_text_has_told_before() -> None:
    text = "Rebels shelled Kutum on Monday. The army shelled Mellit on Tuesday."
    assert "type is new" in _signs(text, "shelled")
    assert "type before:2" in _signs("Rebels shelled Kutum. The army bombarded Mellit.", "bombarded")


def test_a_trigger_under_another_shows() -> None:
    signs = _signs("France urged Chad to withdraw its troops from Tissi.", "withdraw")
    assert {"under a trigger", "frame:hypothetical"} <= signs


def test_a_heading_of_a_long_text_shows() -> None:
    told = "Rebels shelled Kutum again\n\n" + "Rebels bombarded the town of Kutum on Monday, the army said. " * 40
    assert "headline" in _signs(told, "shelled")
    assert "headline" not in _signs(told, "bombarded")
    assert "headline" not in _signs(f"{told}Gunmen ambushed it.", "ambushed")
    assert "headline" not in _signs(told[:160], "shelled")
