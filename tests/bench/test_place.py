from __future__ import annotations

from pathlib import Path

import pytest

from bench.place import read_cases, run

LGL = """<articles><article docid="1"><text>Shells fell on Goma and Sake.</text><toponyms>
<toponym><start>{start}</start><end>{stop}</end><phrase>Goma</phrase><gaztag geonameid="216281"><fcode>PPLA</fcode>
<lat>-1.67</lat><lon>29.22</lon></gaztag></toponym>
<toponym><start>24</start><end>28</end><phrase>Sake</phrase></toponym></toponyms></article></articles>"""
GEOVIRUS = """<articles><article><text>Cases rose in Lagos.</text><locations><location><name>Lagos</name>
<start>15</start><end>20</end><lat>6.45</lat><lon>3.39</lon></location></locations></article></articles>"""


def only(folder: Path):
    (case,) = read_cases(folder)
    return case


def test_unresolved_gold_names_are_left_out(tmp_path):
    (tmp_path / "lgl.xml").write_text(LGL.format(start=15, stop=19), encoding="utf-8")
    assert [gold.name for gold in only(tmp_path).gold] == ["Goma"]


def test_drifted_offsets_are_put_right(tmp_path):
    (tmp_path / "drift.xml").write_text(LGL.format(start=11, stop=15), encoding="utf-8")
    case = only(tmp_path)
    assert case.text[case.gold[0].start : case.gold[0].stop] == "Goma"


def test_a_drifted_offset_finds_whole_words_first(tmp_path):
    text = "Nigerian officials met in Abuja. Niger was absent."
    (tmp_path / "trnews.xml").write_text(
        f"<articles><article docid='2'><text>{text}</text><toponyms><toponym><start>3</start><end>8</end>"
        "<phrase>Niger</phrase><gaztag geonameid='2440476'><name>Niger</name><fclass>A</fclass><fcode>PCLI</fcode>"
        "<lat>18</lat><lon>9</lon></gaztag></toponym></toponyms></article></articles>",
        encoding="utf-8",
    )
    (gold,) = only(tmp_path).gold
    assert gold.start == text.index("Niger was")
    assert gold.country == "2440476"


def test_speed_and_memory_are_rows(tmp_path):
    (tmp_path / "lgl.xml").write_text(LGL.format(start=15, stop=19), encoding="utf-8")
    metrics = run(tmp_path, None).metrics
    assert {"gazetteer_opened_ms", "gazetteer_mb", "words_a_second_beside_the_parse"} <= metrics.keys()
    assert metrics["acc_161"] == 1.0


def test_offsets_that_count_from_one_are_understood(tmp_path):
    (tmp_path / "geovirus.xml").write_text(GEOVIRUS, encoding="utf-8")
    case = only(tmp_path)
    assert case.text[case.gold[0].start : case.gold[0].stop] == "Lagos"


def test_geowebnews_points_into_its_own_texts(tmp_path):
    (tmp_path / "geocoding_files").mkdir()
    (tmp_path / "geocoding_files" / "0").write_text("Fighting in Irish towns.", encoding="utf-8")
    (tmp_path / "gwn_full.txt").write_text("Ireland,,Irish,,53.0,,-8.0,,12,,17||\n", encoding="utf-8")
    gold = only(tmp_path).gold[0]
    assert (gold.name, gold.lat, gold.country) == ("Irish", 53.0, "Ireland")


@pytest.mark.parametrize(
    ("page", "meant"),
    [("https://en.wikipedia.org/wiki/Georgia_(country)", "Georgia"), ("https://en.wikipedia.org/wiki/Niger", "Niger")],
)
def test_a_country_is_told_by_its_page(tmp_path, page, meant):
    text = GEOVIRUS.replace("Lagos", meant).replace("<lat>", f"<page>{page}</page><lat>")
    (tmp_path / "geovirus.xml").write_text(text, encoding="utf-8")
    assert only(tmp_path).gold[0].country == meant
    assert run(tmp_path, None).metrics["acc_161"] == 1.0  # wherever the point of so wide a land is put


def test_a_location_without_a_point_is_left_out(tmp_path):
    (tmp_path / "geovirus.xml").write_text(GEOVIRUS.replace("6.45", ""), encoding="utf-8")
    assert only(tmp_path).gold == ()


def test_one_file_is_read_as_a_folder_of_it(tmp_path):
    (tmp_path / "geovirus.xml").write_text(GEOVIRUS, encoding="utf-8")
    assert only(tmp_path / "geovirus.xml").text == "Cases rose in Lagos."
