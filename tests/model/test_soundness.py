"""A bundle that breaks an invariant never leaves the process that made it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standoff.errors import InvariantError
from standoff.model.grounding import Grounding
from standoff.model.soundness import sound
from standoff.model.span import Span
from tests.factories import kashmir

BUNDLE = kashmir().bundles[0]


def test_a_sound_bundle_stays_as_it_is():
    for bundle in kashmir().bundles:
        assert sound(bundle) == bundle


def test_what_is_said_twice_is_kept_once_in_its_order():
    twice = replace(BUNDLE, statements=(*BUNDLE.statements, replace(BUNDLE.statements[0], act="other")))
    assert sound(twice) == BUNDLE


@pytest.mark.parametrize(
    ("fields", "match"),
    [
        ({"groundings": (Grounding("gnd-1", "ann-none"),)}, "refers to ann-none"),
        ({"events": (replace(BUNDLE.events[0], statement="stm-none"),)}, "refers to stm-none"),
        ({"statements": (replace(BUNDLE.statements[0], parent="stm-none"), *BUNDLE.statements[1:])}, "to stm-none"),
        ({"events": (replace(BUNDLE.events[0], trigger=Span(BUNDLE.document.id, 0, 4, "shel")),)}, "quotes 'shel'"),
        ({"events": (replace(BUNDLE.events[0], trigger=Span("doc-other", 0, 4, "Shel")),)}, "quotes 'Shel'"),
    ],
)
def test_what_breaks_an_invariant_is_refused(fields, match):
    with pytest.raises(InvariantError, match=match):
        sound(replace(BUNDLE, **fields))
