import json

from standoff.exporting.geojson import export, features
from tests.factories import kashmir


def test_unplaced_incidents_have_no_geometry(store, tmp_path):
    export(store, tmp_path / "x.geojson")
    found = json.loads((tmp_path / "x.geojson").read_text("utf-8"))
    assert found["type"] == "FeatureCollection"
    assert "no boundary is drawn" in found["note"]
    places = {f["properties"]["place"]: f["geometry"] for f in found["features"]}
    assert places["Poonch"] == {"type": "Point", "coordinates": [74.09, 33.77]}
    assert places["Neelum Valley"] is None
    assert places[None] is None


def test_features_say_how_precise_they_are_and_who_says_so(store, tmp_path):
    export(store, tmp_path / "x.geojson")
    found = json.loads((tmp_path / "x.geojson").read_text("utf-8"))
    poonch = next(f["properties"] for f in found["features"] if f["properties"]["place"] == "Poonch")
    assert poonch["precision"] == "within about 25 km"
    assert poonch["country"] is None
    assert poonch["asserted_by"] == ["Pakistan"]
    assert poonch["denied_by"] == ["India"]


def test_features_say_what_reviewers_made_of_them_and_where_the_pages_show_them():
    incident = kashmir().incidents[0]
    for feature in features(incident, "rejected"):
        assert feature["properties"]["review"] == "rejected"
        assert feature["properties"]["page"] == f"#/incidents/{incident.short_id}"
