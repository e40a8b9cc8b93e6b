from __future__ import annotations

import pytest

from tests.attributing.conftest import evidence_of


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
    assert fact in evidence_of(text)
