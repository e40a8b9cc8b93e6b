"""What the how-to pages tell to write does what they say: snippets of Python, codebook entries, side files, rows."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
from importlib.metadata import version
from pathlib import Path

import pytest

import standoff
from standoff import pipeline
from standoff.cli.main import COMMANDS
from standoff.codebook.load import FOLDER, Codebook, load
from standoff.errors import CodebookError
from standoff.exporting.tables import dictionary
from standoff.reading.document import reading_of
from standoff.reading.draft import Draft, Stated
from standoff.reading.normal import tidy
from tests.running import loaded

PAGES = Path(__file__).parents[2] / "docs" / "how-to"


def page(name: str) -> str:
    return (PAGES / f"{name}.md").read_text(encoding="utf-8")


def fences(text: str, kind: str) -> list[str]:
    """Return the blocks of a page whose first line is a kind."""
    return re.findall(rf"^```{re.escape(kind)}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_notebook_page_runs_from_top_to_bottom(place):
    printed, names = io.StringIO(), {}
    with contextlib.redirect_stdout(printed):
        for snippet in fences(page("notebooks"), "python"):
            exec(compile(snippet, "notebooks.md", "exec"), names)
    shown = printed.getvalue()
    assert "new=4" in shown
    assert "Pakistan · deny · that it had opened fire" in shown
    assert "contested" in page("notebooks")
    assert "deny denies" in shown


def test_what_the_notebook_page_names_exists():
    assert all(hasattr(standoff, name) for name in re.findall(r"standoff\.(\w+)\(", page("notebooks")))


def test_the_event_data_page_runs_and_names_fields_that_exist(place):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        for snippet in fences(page("event-data"), "python"):
            exec(compile(snippet, "event-data.md", "exec"), {})
    assert re.search(r"mentions of happenings$", printed.getvalue().strip())
    columns = {f"{table}.{column.name}" for table, found in dictionary().items() for column in found}
    named = re.findall(r"`((?:statements|events|incidents|discrepancies)\.\w+)`", page("event-data"))
    assert set(named) - {"statements.jsonl"} <= columns


def test_the_event_data_page_gives_the_figures_of_the_limits_page():
    limits = (PAGES.parent / "explanation" / "limits.md").read_text(encoding="utf-8")
    (table,) = re.findall(r"^\| columns \| how often right \|\n(.*?)\n\n", page("event-data"), re.MULTILINE | re.DOTALL)
    figures = re.findall(r"(?<![\w.])\.\d\d\b|\d+ of \d+", table)
    assert len(figures) > 12
    assert [figure for figure in figures if figure not in limits] == []


def test_the_citation_names_the_version():
    citation = (PAGES.parents[1] / "CITATION.cff").read_text(encoding="utf-8")
    assert f"version: {version('standoff')}\n" in citation


def entries() -> dict[str, str]:
    """Return the entries of the codebook page by file."""
    return dict(
        re.findall(r"^```(?:csv|yaml) (\S+)\n(.*?)^```$", page("extend-the-codebook"), re.MULTILINE | re.DOTALL)
    )


@pytest.fixture
def copy(tmp_path) -> Path:
    """Return a copy of the codebook with the entries of the page added."""
    folder = Path(shutil.copytree(FOLDER, tmp_path / "data"))
    for name, text in entries().items():
        path = folder / name
        path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n{text}", encoding="utf-8")
    return folder


def analysed(text: str, codebook: Codebook) -> standoff.notebook.Bundle:
    """Analyse one text with a codebook of one's own."""
    draft = Draft("-", text.encode(), "text/plain", tidy(text), Stated())
    return pipeline.process(reading_of(draft, codebook.publishers).document, codebook, loaded())


def test_the_codebook_page_shows_every_kind_of_entry():
    kinds = {"parties.csv", "holders.csv", "places.csv", "events/triggers.csv", "agreements.yaml"}
    assert entries().keys() == kinds
    assert all((FOLDER / name).is_file() for name in kinds)


def test_the_codebook_page_says_what_every_file_holds():
    rows = re.findall(r"^\| (`.+?) \| (.+?) \|$", page("extend-the-codebook"), re.MULTILINE)
    told = {name for files, holds in rows if holds for name in re.findall(r"`(\S+?)`", files)}
    files = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.suffix in {".yaml", ".csv"}}
    assert files - told == set()


def test_the_entries_of_the_codebook_page_are_found(copy):
    codebook = load(copy)
    party = codebook.parties.find("LVF")
    assert party is not None
    assert party.id == "lower-valley-front"
    assert codebook.parties.holders.persons("Amna Daud")
    assert [found.id for found in codebook.places.find("Umm Sample")]
    assert codebook.agreements["sample-truce-2024"].parties == ("SDN", "lower-valley-front")
    assert codebook.digest != load().digest


def test_the_entries_of_the_codebook_page_are_used(copy):
    bundle = analysed("The Valley Front denied on Monday that it plastered the town with shells.", load(copy))
    (statement,) = bundle.statements
    assert statement.source.ref is not None
    assert (statement.source.ref.party, statement.act) == ("lower-valley-front", "deny")
    assert "shelling" in {event.type for event in bundle.events}


def test_a_wrong_row_is_refused_as_the_page_shows(copy):
    path = copy / "parties.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("Front,group,SDN,,self", "Front,grup,SDN,,self"), "utf-8")
    with pytest.raises(CodebookError) as refused:
        load(copy)
    shown = next(line for line in page("extend-the-codebook").splitlines() if line.startswith("parties.csv, line"))
    assert re.sub(r"line \d+", "line N", str(refused.value)) == re.sub(r"line \d+", "line N", shown)


def test_the_side_file_and_the_row_of_the_page_are_read(place):
    side, row = fences(page("read-your-own-reports"), "json")
    Path("in").mkdir()
    Path("in/seized.txt").write_text("The army said on Thursday that rebels had seized 14 lorries near El Obeid.\n")
    Path("in/seized.json").write_text(side)
    Path("in/reports.jsonl").write_text(row)
    record = standoff.read("in")
    told = {found["publisher"]: found["published"]["earliest"] for found in record.documents}
    failures = list(record.failures)
    record.close()
    assert told == {"Nile Courier": "2023-06-16", "Radio Kordofan FM": "2023-06-17"}
    assert failures == []


def test_a_corrected_report_stands_beside_the_earlier_one_as_the_page_says(place):
    report = Path("in/lorries.txt")
    report.parent.mkdir()
    for number in (14, 15):
        report.write_text(f"The army said on Monday that rebels had seized {number} lorries near El Obeid.\n")
        standoff.read("in", store="record.db").close()
    record = standoff.open_record("record.db")
    assert [row["replaces"] for row in record.documents] == [None, None]
    record.close()


def test_a_corrected_page_of_one_address_says_what_it_replaces(place):
    Path("in").mkdir()
    Path("in/lorries.json").write_text('{"url": "https://courier.example/lorries"}')
    for number in (14, 15):
        Path("in/lorries.txt").write_text(f"The army said that rebels had seized {number} lorries near El Obeid.\n")
        standoff.read("in", store="record.db").close()
    record = standoff.open_record("record.db")
    told = {row["text"].split()[7]: row for row in record.documents}
    assert told["15"]["replaces"] == told["14"]["id"]
    record.close()


def test_a_report_in_another_language_is_kept_and_counted_as_failed(place):
    Path("in").mkdir()
    text = "Le ministère de la Défense a démenti lundi que ses troupes aient franchi la frontière, selon des témoins."
    Path("in/fr.txt").write_text(text, encoding="utf-8")
    record = standoff.read("in")
    assert record.counts is not None
    assert (len(record.documents), record.counts.failed) == (1, 1)
    (failure,) = record.failures
    assert "only English" in failure["reason"]
    record.close()


def test_every_verb_of_review_is_told():
    from standoff.cli.review import review

    told = page("review")
    assert [verb for verb in review.commands if f"`{verb}`" not in told and f"review {verb}" not in told] == []


def test_every_correctable_field_is_told():
    from standoff.reviewing.choices import FIELDS

    told = page("review")
    assert [field for fields in FIELDS.values() for field in fields if f"`{field}`" not in told] == []


def test_every_form_of_export_is_told():
    from standoff.cli.export import FORMATS

    assert [form for form in FORMATS if f"`{form}`" not in page("export-and-publish")] == []


def test_commands_named_in_running_text_exist():
    for path in PAGES.parent.rglob("*.md"):
        named = set(re.findall(r"`standoff ([a-z]+)", path.read_text(encoding="utf-8")))
        assert named <= set(COMMANDS), path.name
