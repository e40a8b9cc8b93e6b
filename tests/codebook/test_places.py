from __future__ import annotations

import pytest

from standoff.codebook.load import FOLDER
from standoff.codebook.places import load_places
from standoff.errors import CodebookError

HEADER = "id,name,kind,lat,lon,radius_km,country,claimed_by,names\n"


@pytest.fixture
def book():
    return load_places(FOLDER)


def test_the_book_is_wide(book):
    assert len(book.by_id) >= 400


@pytest.mark.parametrize(
    ("name", "other"),
    [("Stepanakert", "Khankendi"), ("Kherson", None), ("Transnistria", "Pridnestrovie"), ("Rafah crossing", None),
     ("Second Thomas Shoal", "Ayungin Shoal"), ("Line of Control", "LoC"), ("El Fasher", "Al-Fashir")],
)  # fmt: skip
def test_names_of_the_parties_lead_to_one_place(book, name, other):
    if other is not None:
        assert book.find(name) == book.find(other) != ()


def test_every_place_has_a_radius_and_disputed_ones_their_claims(book):
    assert all(place.radius_km for place in book.by_id.values())
    assert all(p.claimed_by for p in book.by_id.values() if p.kind == "breakaway_state" and p.country is None)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("x,X,castle,1,1,1,,,", "line 2, key 'kind'"),
        ("x,X,lake,91,1,1,,,", "line 2, key 'lat'"),
        ("x,X,lake,1,1,1,Armenia,,", "line 2, key 'country'"),
        ("x,X,lake,1,1,1,,,\nx,Y,lake,1,1,1,,,", "line 3, key 'id'"),
    ],
)
def test_a_malformed_row_is_refused_by_line_and_key(tmp_path, row, message):
    (tmp_path / "places.csv").write_text(HEADER + row + "\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=message):
        load_places(tmp_path)


def test_words_beside_a_name_tell_its_kind(book):
    assert "adm1" in book.words["province"]
    assert book.short["Tex."] == ("Texas", "USA")
