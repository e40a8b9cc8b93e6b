"""Bad input is a row with a reason, good input beside it is done, and the exit code says so."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from standoff.cli.main import outcome
from standoff.engines import local
from standoff.engines.inline import Inline
from standoff.store.open import open_store
from tests.running import REPORTS, folder, load_once

GOOD = REPORTS["poonch.txt"]


@pytest.fixture(autouse=True)
def models(monkeypatch):
    load_once(monkeypatch)
    monkeypatch.setattr(local, "Local", lambda _: Inline())


def run(tmp_path: Path, **files: bytes) -> tuple[int, list[str], int]:
    """Run over one good report and some files; return exit code, reasons and the number of documents kept."""
    reports = folder(tmp_path / "in", "poonch.txt")
    for name, data in files.items():
        (reports / name.replace("__", ".")).write_bytes(data)
    code = outcome(["run", str(reports), "--store", str(tmp_path / "record.db")])
    store = open_store(tmp_path / "record.db")
    reasons = [failure.reason for failure in store.failures()]
    kept = store.counts()["documents"]
    assert any("poonch" in document.path for document in store.documents())
    assert store.counts()["statements"] >= 2
    assert store.check() == "ok"
    store.close()
    return code, reasons, kept


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty__txt", b"", "empty"),
        ("blank__txt", b" \n\t\r\n", "empty"),
        ("picture__txt", bytes(range(256)) * 40, "text"),
        ("zeros__txt", b"\0" * 5_000, "text"),
        ("program__exe", b"MZ" + bytes(5_000), "format"),
        ("broken__jsonl", b'{"text": "cut', "JSON"),
        ("list__jsonl", b"[1, 2]\n", "row"),
        ("empty__html", b"<html></html>", "text"),
    ],
)
def test_what_is_no_text_is_a_row(tmp_path, name, data, reason):
    code, reasons, kept = run(tmp_path, **{name: data})
    assert (code, kept, len(reasons)) == (3, 1, 1)
    assert reason in reasons[0]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252", "cp1251", "latin-1", "utf-32"])
def test_texts_in_other_encodings_are_read_or_are_rows(tmp_path, encoding):
    text = "The “army” denied – on Tuesday – that it fired at the café. ".replace("“", '"').replace("”", '"')
    text = text.replace("–", "-").replace("é", "e") if encoding == "cp1251" else text.replace("–", "-")
    code, reasons, kept = run(tmp_path, other__txt=(text * 5).encode(encoding))
    assert (code, kept) in ((0, 2), (3, 1))
    assert len(reasons) == (code == 3)


def test_nul_bytes_within_a_text_do_not_reach_the_store(tmp_path):
    code, _, _ = run(tmp_path, nul__txt=b"The army\0 denied it.\0 The rebels said\0 it fired. " * 3)
    assert code in (0, 3)


def test_odd_quote_marks_break_nothing(tmp_path):
    odd = "“He said: ‘We «never fired„ at «them”’ ‹and “ left' it \"so”, the army said. “““ «« „„ ''' \"\"\" ’’’"
    code, reasons, kept = run(tmp_path, odd__txt=(odd + "\n").encode() * 50)
    assert (code, reasons, kept) == (0, [], 2)


def test_one_endless_line_is_analysed(tmp_path):
    line = "The army said that rebels shelled the town and the rebels denied it, " * 500
    code, reasons, kept = run(tmp_path, line__txt=line.encode())
    assert (code, reasons, kept) == (0, [], 2)


def test_one_endless_word_is_analysed(tmp_path):
    code, reasons, kept = run(tmp_path, word__txt=b"a" * 150_000)
    assert kept + len(reasons) == 2
    assert code == (3 if reasons else 0)


def test_brackets_and_dates_without_end_are_analysed(tmp_path):
    for text in ("(" * 1_500, "12-" * 1_500, "on Monday " * 1_500, "the the " * 1_500, '"' * 1_500):
        code, reasons, _ = run(tmp_path, odd__txt=("The army said so. " + text).encode())
        assert code == (3 if reasons else 0)


def test_a_text_of_50_mb_is_a_row(tmp_path):
    code, reasons, kept = run(tmp_path, huge__txt=b"The army said that it won. " * 2_000_000)
    assert (code, kept) == (3, 1)
    assert "more than the" in reasons[0]


def test_a_text_longer_than_is_analysed_is_kept_and_is_a_row(tmp_path):
    code, reasons, kept = run(tmp_path, long__txt=b"The army said that it won. " * 50_000)
    assert (code, kept) == (3, 2)
    assert "longer than the 1,000,000 that are analysed at once; split it" in reasons[0]


def test_an_html_bomb_is_read_or_is_a_row(tmp_path):
    deep = b"<div>" * 20_000 + b"The army denied it." + b"</div>" * 20_000
    wide = b"<html><body>" + b"<p>The army denied it.<b><i>" * 20_000 + b"</body></html>"
    entities = (
        b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><html>&c;&c;&c;</html>'
    )
    code, reasons, kept = run(tmp_path, deep__html=deep, wide__html=wide, entities__html=entities)
    assert kept + len(reasons) == 4
    assert code == (3 if reasons else 0)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read anything")
def test_an_unreadable_file_is_a_row(tmp_path):
    reports = folder(tmp_path / "in", "poonch.txt")
    (reports / "secret.txt").write_text(GOOD)
    (reports / "secret.txt").chmod(0)
    assert outcome(["run", str(reports), "--store", str(tmp_path / "record.db")]) == 3


def test_what_is_no_file_is_a_row(tmp_path):
    reports = folder(tmp_path / "in", "poonch.txt")
    (reports / "dangling.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(reports / "pipe.txt")
    assert outcome(["run", str(reports), "--store", str(tmp_path / "record.db")]) == 3
    store = open_store(tmp_path / "record.db")
    assert sorted(Path(failure.path).name for failure in store.failures()) == ["dangling.txt", "pipe.txt"]
    store.close()


def test_the_same_bytes_twice_are_one_document(tmp_path, capsys):
    code, reasons, kept = run(tmp_path, again__txt=GOOD.encode())
    assert (code, reasons, kept) == (0, [], 1)
    assert " 1 new," in capsys.readouterr().out


def test_names_that_no_terminal_shows_are_kept_as_text(tmp_path):
    reports = folder(tmp_path / "in")
    os.rename(reports / "poonch.txt", os.fsencode(str(reports)) + b"/odd\xff\n\x1bname.txt")
    assert outcome(["run", str(reports), "--store", str(tmp_path / "record.db")]) == 0


def test_another_language_is_kept_and_is_a_row(tmp_path):
    german = "Die Armee bestritt am Dienstag, dass ihre Truppen die Grenze überschritten haben. " * 5
    code, reasons, kept = run(tmp_path, deutsch__txt=german.encode())
    assert (code, kept) == (3, 2)
    assert "the language 'de' is not analysed yet" in reasons[0]
