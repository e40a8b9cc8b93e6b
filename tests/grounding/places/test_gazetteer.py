from __future__ import annotations

import pytest

from standoff.errors import ModelError
from standoff.grounding.places.gazetteer import open_gazetteer
from standoff.grounding.places.gazetteer_build import build_path
from standoff.grounding.places.geometry import BEARINGS, offset
from standoff.grounding.places.names import fold
from standoff.values.place import distance_km
from tests.texts import gazetteer


def test_names_are_folded():
    assert fold("Chișinău") == fold("CHISINAU") == "chisinau"
    assert fold("Deir ez-Zor") == fold("Deir ez Zor")
    assert fold("St. Petersburg") == "saint petersburg"


def test_a_capital_is_found_by_other_names():
    kinds = {(c.kind, c.country) for c in gazetteer().candidates("Kiev")}
    assert ("capital", "UKR") in kinds


def test_a_country_has_centre_radius_and_parts():
    chad = gazetteer().country("TCD")
    assert chad is not None
    assert chad.point is not None
    assert chad.radius is not None
    assert chad.radius > 300
    south = gazetteer().part(chad, "S")
    assert south is not None
    assert south[0] < chad.point[0]


def test_neighbours_share_a_border_and_islands_do_not():
    assert gazetteer().border("IND", "PAK") == gazetteer().border("PAK", "IND") != ()
    assert gazetteer().border("CUB", "JPN") == ()


def test_an_unknown_name_has_no_candidates():
    assert gazetteer().candidates("Qwertzuiopolis") == ()


def test_a_broken_file_is_reported_by_name(tmp_path):
    build_path(tmp_path).write_bytes(b"no database at all" * 100)
    with pytest.raises(ModelError, match="delete it"):
        open_gazetteer(tmp_path)


@pytest.mark.parametrize("bearing", BEARINGS.values())
def test_an_offset_lies_as_far_as_told(bearing):
    assert distance_km((48.0, 37.8), offset((48.0, 37.8), bearing, 25)) == pytest.approx(25, abs=0.1)
