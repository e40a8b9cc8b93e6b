from __future__ import annotations

import pytest

from standoff.annotating.annotate import annotate
from standoff.attributing.attribute import attributed
from standoff.grounding.ground import ground
from tests.texts import codebook, gazetteer, language, paper


def _facts(text: str) -> set[str]:
    book = codebook()
    page = ground(annotate(paper(text, None), language(), book), book, gazetteer())
    return set(attributed(page, book)[0].evidence)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Iran said that it welcomes the truce.", "performs:support|True"),
        ("Ghana said that two soldiers were killed by gunmen.", "suffered|by:True"),
        ("Ghana said that Togo must leave the village.", "modal:must|other"),
        ("Ghana said that the talks were fragile.", "is:fragile"),
        ('"Who gave them the maps?" the mayor asked.', "asks"),
        ("Ghana said that no shell had fallen.", "opens:no"),
    ],
)
def test_the_wording_is_evidence_for_the_act(text: str, fact: str) -> None:
    assert fact in _facts(text)
