from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from standoff.errors import ModelError
from standoff.grounding.places.gazetteer import open_gazetteer
from standoff.grounding.places.gazetteer_build import build_path
from standoff.grounding.places.gazetteer_import import import_dumps, imports
from tests.texts import gazetteer


def line(number: int, names: str, point: str, code: str, people: int) -> str:
    """Return a line of a dump: a feature in province 77 of Chad."""
    name, _, others = names.partition(",")
    feature = code.replace(".", "\t")
    rest = ("TD", "", "77", "", "", "", str(people), "", "300", "Africa/Ndjamena", "2024-01-01")
    return "\t".join((str(number), name, name, others, point, feature, *rest))


PROVINCE = line(9900001, "Zorvany", "10.0\t20.0", "A.ADM1", 5000)
VILLAGE = line(9900002, "Qamarli Tepe,Qemerli,Камарли", "10.1\t20.2", "P.PPL", 1200)
HOTEL = line(9900003, "Grand Hotel", "10.1\t20.2", "S.HTL", 0)
CAPITAL = line(2427123, "N'Djamena,Ndjamenaville", "12.1\t15.0", "P.PPLC", 700000)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a copy of the gazetteer."""
    shutil.copyfile(gazetteer().path, build_path(tmp_path))
    return tmp_path


def dump(folder: Path, *lines: str, name: str = "TD.txt") -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def zipped(folder: Path, *lines: str) -> Path:
    path = folder / "TD.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "what this is")
        archive.writestr("TD.txt", "\n".join(lines))
    return path


def test_a_dump_brings_places_with_province_zone_and_latin_names(folder):
    (done,) = import_dumps([zipped(folder, VILLAGE, PROVINCE, HOTEL, CAPITAL)], folder)
    assert (done.new, done.known, done.skipped) == (2, 1, 1)
    opened = open_gazetteer(folder)
    (village,) = opened.candidates("Qemerli")
    (province,) = opened.candidates("Zorvany")
    assert (village.country, village.zone, village.admin1) == ("TCD", "Africa/Ndjamena", province.number)
    assert village.radius
    assert opened.candidates("Ndjamenaville")[0].kind == "capital"
    assert opened.candidates("Grand Hotel Zorvany") == ()
    assert [(name, places) for name, _, places in imports(folder)] == [("TD.zip", 3)]


def test_importing_again_adds_nothing(folder):
    path = dump(folder, VILLAGE)
    import_dumps([path], folder)
    (done,) = import_dumps([path], folder)
    assert (done.new, done.known) == (0, 1)


@pytest.mark.parametrize(
    ("broken", "where"),
    [
        ("only\tthree\tcells", r"line 2 has 3 columns, not 19"),
        (VILLAGE.replace("10.1", "910.1"), r"line 2, column 5 \(latitude\) must be degrees"),
        (VILLAGE.replace("20.2", "east"), r"line 2, column 6 \(longitude\) must be degrees .* 'east'"),
        (VILLAGE.replace("9900002", "x"), r"line 2, column 1 \(geonameid\)"),
        (VILLAGE.replace("1200", "many"), r"line 2, column 15 \(population\)"),
        (VILLAGE.replace("Qamarli Tepe", "", 1), r"line 2, column 2 \(name\)"),
    ],
)
def test_a_malformed_line_is_told_and_nothing_changes(folder, broken, where):
    before = build_path(folder).read_bytes()
    with pytest.raises(ModelError, match=where):
        import_dumps([dump(folder, PROVINCE, broken)], folder)
    assert build_path(folder).read_bytes() == before
    assert not list(folder.glob("*.part"))


def test_bytes_that_are_no_utf8_are_told(folder):
    path = folder / "TD.txt"
    path.write_bytes(PROVINCE.replace("Zorvany", "Zorv\xe9", 1).encode("latin-1") + b"\n")
    with pytest.raises(ModelError, match="line 1, byte"):
        import_dumps([path], folder)


def test_an_archive_that_unpacks_to_far_more_is_refused(folder):
    path = folder / "AM.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("AM.txt", b"\0" * 20_000_000)
    with pytest.raises(ModelError, match="unpacks to"):
        import_dumps([path], folder)


def test_an_archive_without_a_table_is_refused(folder):
    path = folder / "AM.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("AM.csv", "a,b")
    with pytest.raises(ModelError, match="must hold one table"):
        import_dumps([path], folder)


def test_an_empty_file_and_a_broken_archive_are_refused(folder):
    with pytest.raises(ModelError, match="is empty"):
        import_dumps([(folder / "E.txt", (folder / "E.txt").write_bytes(b""))[0]], folder)
    good = zipped(folder, VILLAGE).read_bytes()
    (folder / "cut.zip").write_bytes(good[: len(good) // 2])
    with pytest.raises(ModelError, match=r"cut\.zip"):
        import_dumps([folder / "cut.zip"], folder)
