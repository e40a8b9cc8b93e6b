"""Borders and places said by a common noun are marked; people and verbs that are called like them are not."""

from __future__ import annotations

import pytest

from tests.pages import annotated


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Troops crossed the eastern border on Friday.", [("eastern border", "border")]),
        ("The frontier was closed.", [("frontier", "border")]),
        ("The border guards fired.", []),
        ("The border situation calmed.", [("border", "border")]),
        ("They reached the lake and left.", [("lake", "lake")]),
        ("Aid entered the enclave and its airport.", [("enclave", "region"), ("airport", "airport")]),
        ("Lakes and rivers dried up.", []),
    ],
)
def test_places_without_a_name(text: str, found: list[tuple[str, str]]) -> None:
    marks = [mark for mark in annotated(text).annotations if mark.kind == "place" and mark.attributes.get("noun")]
    assert [(mark.span.quote, mark.attributes["noun"]) for mark in marks] == found
