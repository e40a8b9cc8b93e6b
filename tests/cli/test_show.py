import json
import re

import pytest

from standoff.cli.harmless import clean
from standoff.cli.main import outcome
from standoff.codebook.load import FOLDER
from standoff.codebook.publishers import load_publishers
from standoff.model.run import Failure
from standoff.reading.read import read
from standoff.store.open import open_store
from tests.factories import kashmir


@pytest.fixture
def standoff(kept, capsys, monkeypatch):
    def run(*arguments, columns=100):
        monkeypatch.setenv("COLUMNS", str(columns))
        code = outcome([*arguments, "--store", kept])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_incidents_are_listed_with_the_ids_to_type(standoff):
    code, out, _ = standoff("show")
    assert code == 0
    assert kashmir().incidents[0].short_id in out
    assert out.index("contested") < out.index("single origin")
    assert "2 incidents: 1 contested and 1 single origin." in out


def test_a_cut_list_says_so(standoff):
    assert "The first 1 of 2" in standoff("show", "--limit", "1")[1]


def test_documents_are_listed_with_what_they_repeat(standoff):
    _, out, _ = standoff("show", "documents")
    assert "undated, inferred 10–11 May 2023" in out
    assert "repeats 30 %" in out


@pytest.mark.parametrize("name", ["neelum shelling", "INC", "short"])
def test_an_incident_is_found_by_id_short_id_or_words(standoff, name):
    incident = kashmir().incidents[0]
    name = {"INC": incident.id[:12], "short": incident.short_id}.get(name, name)
    code, out, _ = standoff("show", "incident", name)
    assert code == 0
    assert "Pakistan says so; India denies it; China and the United Nations take no position." in out
    assert "⟦Its guns did not fire across the line⟧" in out
    assert "killed: “four civilians” (Pakistan in Morning Post" in out


def test_an_id_says_of_which_kind_it_is(standoff):
    incident, statement = kashmir().incidents[0], kashmir().desks[0].statements[0]
    assert standoff("show", incident.short_id) == standoff("show", "incident", incident.id)
    assert standoff("show", statement.id[:12]) == standoff("show", "statement", statement.id)
    code, _, err = standoff("show", "nonsense")
    assert code == 2
    assert "has the id, the short id or the name 'nonsense'" in err
    code, _, err = standoff("show", "nonsense", "x")
    assert code == 2
    assert "'nonsense' is no kind of row: give incident, document, statement" in err


def test_half_a_short_id_meets_the_whole_one(standoff):
    short = kashmir().incidents[0].short_id
    code, _, err = standoff("matrix", short.split("-")[1])
    assert code == 1
    assert f"Did you mean {short}?" in err


def test_failures_are_listed_with_their_reasons(standoff, tmp_path, capsys):
    assert "Nothing failed" in standoff("show", "failures")[1]
    store = open_store(tmp_path / "failed.db", create=True)
    store.fail([Failure("reports/a.pdf", "reading", "reports/a.pdf: the input is empty; remove it.", None)])
    store.close()
    assert outcome(["show", "failures", "--store", str(tmp_path / "failed.db")]) == 0
    assert capsys.readouterr().out == "reports/a.pdf: reading: the input is empty; remove it.\n"


def test_of_many_voices_some_are_shown_and_the_rest_counted(standoff):
    _, out, _ = standoff("show", "incident", "neelum", "--limit", "2")
    assert "2 of 7, some of each side; --limit N shows more, --limit 0 all." in out
    assert "some of each side" not in standoff("show", "incident", "neelum", "--limit", "0")[1]


def test_casualties_nobody_reports_are_not_counted_as_none(standoff):
    _, out, _ = standoff("show", "incident", "directors")
    assert "casualties: none reported" in out


def test_a_documents_text_is_shown_with_its_statements(standoff):
    code, out, _ = standoff("show", "document", "dawn.txt")
    assert code == 0
    assert "Subscribe to our newsletter" in out
    assert "Statements (3)" in out


def test_a_statement_names_the_incidents_it_tells_of(standoff):
    statement = kashmir().desks[0].statements[0]
    code, out, _ = standoff("show", "statement", statement.id[:10])
    assert code == 0
    assert "Pakistan's military press wing › Pakistan" in out
    assert f"tells of {kashmir().incidents[0].short_id}" in " ".join(out.split())


def test_json_is_the_row_that_export_writes(standoff):
    incident = kashmir().incidents[0]
    row = json.loads(standoff("show", "incident", incident.short_id, "--json")[1])
    assert row["id"] == incident.id
    assert row["label"] == incident.label


def test_a_mistyped_short_id_meets_the_nearest(standoff):
    short = kashmir().incidents[0].short_id
    code, _, err = standoff("show", "incident", short[:-1] + ("a" if short[-1] != "a" else "o"))
    assert code == 1
    assert f"Did you mean {short}?" in err


def test_words_of_several_incidents_are_told_apart(standoff):
    code, _, err = standoff("matrix", "in")
    assert code == 2
    assert all(incident.short_id in err for incident in kashmir().incidents)


def test_a_row_of_another_kind_points_to_its_command(standoff):
    statement = kashmir().desks[0].statements[0]
    code, _, err = standoff("show", "incident", statement.id)
    assert code == 2
    assert "standoff show statement" in err


def test_a_kind_without_a_name_says_what_to_type(standoff):
    code, _, err = standoff("show", "incident")
    assert code == 2
    assert "standoff show incidents" in err


@pytest.mark.parametrize("columns", [60, 80, 100, 160])
def test_the_matrix_fits_the_terminal(standoff, columns):
    code, out, _ = standoff("matrix", "neelum", columns=columns)
    assert code == 0
    assert max(len(line.rstrip()) for line in out.splitlines()) <= columns
    assert "\x1b" not in out  # no colour where there is no terminal
    for words in ("▲ asserts ×3", "▼ denies ×2", "○ no position", "● urges", "◆ differs"):
        assert words in out


def test_texts_cannot_steer_the_terminal():
    assert clean("a\x1b[31mb\x07c\u202ed\te\n") == "a [31mb c d\te\n"


def test_the_timeline_is_in_order_and_bounded(standoff):
    _, out, _ = standoff("timeline")
    assert out.index("9 May 2023") < out.index("10 May 2023")
    _, out, _ = standoff("timeline", "--from", "2023-05-10")
    assert "9 May 2023" not in out
    assert standoff("timeline", "--from", "soon")[0] == 2
    _, out, _ = standoff("timeline", "--why", "--limit", "1")
    assert "independent report" in out
    assert "of 2 that count most" in out


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        (80, r"call: India and Pakistan\s+10 May 2023 · told by India"),
        (140, r"10 May 2023\s+call\s+India and Pakistan\s+India"),
    ],
)
def test_contacts_say_who_met_whom_and_who_tells_of_it(standoff, columns, words):
    _, out, _ = standoff("contacts", columns=columns)
    assert re.search(words, out)


@pytest.mark.parametrize("columns", [60, 80, 140])
@pytest.mark.parametrize("kind", ["incidents", "documents"])
def test_lists_fit_the_terminal(standoff, kind, columns):
    _, out, _ = standoff("show", kind, columns=columns)
    assert max(len(line.rstrip()) for line in out.splitlines()) <= columns


def test_the_ledger_counts_who_alleges_a_breach_now_and_before(standoff):
    code, out, _ = standoff("agreements", "--from", "2023-05-08", "--to", "2023-05-14")
    assert code == 0
    assert "India alleges a violation of it" in out
    assert "accused: Pakistan: 1, before 0" in out
    assert "No agreement" in standoff("agreements", "--from", "2020-01-01", "--to", "2020-01-07")[1]


def test_a_document_whose_dates_contradict_each_other_says_so(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("GOMA, March 4, 2023 - Shells fell on the depot.", encoding="utf-8")
    (tmp_path / "a.json").write_text('{"published": "2023-04-05"}', encoding="utf-8")
    (reading,) = read(tmp_path / "a.txt", load_publishers(FOLDER))
    store = open_store(tmp_path / "record.db", create=True)
    store.add([reading])
    store.close()
    assert outcome(["show", "document", reading.document.id, "--store", str(tmp_path / "record.db")]) == 0
    assert "date in doubt: It is held to be of (stated) 2023-04-05" in capsys.readouterr().out.replace("\n", " ")


def test_lists_come_as_json_lines_too(standoff):
    rows = [json.loads(line) for line in standoff("show", "--json")[1].splitlines()]
    assert {row["id"] for row in rows} == {incident.id for incident in kashmir().incidents}
    assert len(standoff("show", "documents", "--json", "--limit", "1")[1].splitlines()) == 1
    assert standoff("show", "failures", "--json")[:2] == (0, "")


def test_a_discrepancy_of_the_queue_is_shown_with_all_its_accounts(standoff):
    story = kashmir()
    code, out, _ = standoff("show", story.discrepancies[0].id)
    assert code == 0
    assert f"◆ {story.discrepancies[0].kind}" in out
    assert f"in {story.incidents[0].short_id}" in out
    assert json.loads(standoff("show", story.discrepancies[0].id, "--json")[1])["id"] == story.discrepancies[0].id


def test_claims_events_and_agreement_links_are_shown_with_their_words(standoff):
    story = kashmir()
    claim = next(claim for claim in story.claims if claim.slot == "killed")
    out = standoff("show", claim.id)[1]
    assert claim.value["text"] in out
    assert f"tells of {story.incidents[0].short_id}" in out
    event = story.desks[0].events[0]
    out = standoff("show", event.id)[1]
    assert f"PLOVER {event.plover.type}" in out
    assert event.trigger.quote in out
    link = story.agreement_links[0]
    assert "violation" in standoff("show", link.id)[1]


def test_an_incident_is_found_by_words_of_its_places(standoff):
    code, out, _ = standoff("show", "poonch")
    assert code == 0
    assert kashmir().incidents[0].short_id in out


def test_nothing_typed_and_too_much_typed_are_refused_briefly(standoff):
    assert standoff("matrix", " ")[2] == "Say which incident: give its id, its short id, or words of its name.\n"
    code, _, err = standoff("matrix", "x" * 5000)
    assert code == 1
    assert len(err) < 300


def test_a_number_beyond_every_table_shows_all(standoff):
    assert standoff("show", "--limit", "9" * 30) == standoff("show", "--limit", "0")


def test_a_period_without_incidents_is_told_from_an_empty_record(standoff):
    assert standoff("timeline", "--from", "2031-01-01")[1] == "No incident lies in the period (from 2031-01-01).\n"
    code, _, err = standoff("timeline", "--from", "2023-05-10", "--to", "2023-05-01")
    assert code == 2
    assert err == "`--from 2023-05-10` is after `--to 2023-05-01`: give the earlier day first.\n"


def test_an_empty_file_is_no_store_and_stays_empty(tmp_path, capsys):
    path = tmp_path / "empty.db"
    path.touch()
    assert outcome(["show", "--store", str(path)]) == 1
    assert "There is no store at" in capsys.readouterr().err
    assert path.stat().st_size == 0
    assert outcome(["show", "--store", str(tmp_path)]) == 1
    assert "is a folder: give the path of a file" in capsys.readouterr().err


def test_agreements_of_other_days_are_named(standoff):
    out = standoff("agreements", "--from", "2001-01-01", "--to", "2001-01-02")[1]
    assert "Spoken of at other times" in out
