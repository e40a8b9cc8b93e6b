"""What the explaining pages say of sentences and of pairs of reports is what the program makes of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

import standoff
from standoff.cli.main import cli
from standoff.exporting.records import NAMES
from standoff.model.claim import DiscrepancyKind
from standoff.store.tables import metadata
from standoff.values import count
from tests.running import codebook, load_once

DOCS = Path(__file__).parents[2] / "docs"
ROOT = DOCS.parent


def page(name: str) -> str:
    return (DOCS / "explanation" / f"{name}.md").read_text(encoding="utf-8")


PAIRS = re.findall(r"^```jsonl (\w+) (\w+)\n(.*?)^```$", page("discrepancies"), re.MULTILINE | re.DOTALL)
SENTENCES = re.findall(r"^\| ([A-Z][^|]+\.) \| `(\w+)` \| (\w+) \|$", page("statements-and-polarity"), re.MULTILINE)


@pytest.fixture(autouse=True)
def models(monkeypatch):
    load_once(monkeypatch)


def test_each_kind_of_discrepancy_has_its_pair():
    assert list(dict.fromkeys(kind for kind, _, _ in PAIRS)) == list(get_args(DiscrepancyKind))
    assert all(slot in codebook().slots.slots for _, slot, _ in PAIRS)


@pytest.mark.parametrize(("kind", "slot", "lines"), PAIRS, ids=[f"{kind} {slot}" for kind, slot, _ in PAIRS])
def test_a_pair_of_reports_differs_as_the_page_says(kind, slot, lines, tmp_path):
    path = tmp_path / "pair.jsonl"
    path.write_text(lines, encoding="utf-8")
    record = standoff.read(path)
    found = [(row["kind"], row["slot"], len(row["documents"])) for row in record.discrepancies]
    record.close()
    assert found == [(kind, slot, 2)]


def test_there_are_sentences_of_each_polarity():
    assert {polarity for _, _, polarity in SENTENCES} == {"asserts", "denies", "open"}


@pytest.mark.parametrize(("sentence", "act", "polarity"), SENTENCES, ids=[act for _, act, _ in SENTENCES])
def test_a_sentence_has_the_act_and_polarity_that_the_page_says(sentence, act, polarity):
    told = [(s.act, s.polarity) for s in standoff.process(sentence).statements]
    assert (act, polarity) in told


def test_acts_named_as_examples_have_the_polarity_of_their_row():
    for polarity, acts in re.findall(
        r"^\| (asserts|denies|open) \| [^|]+ \| ([^|]+) \|$", page("statements-and-polarity"), re.MULTILINE
    ):
        for act in acts.strip().split(", "):
            assert codebook().acts.acts[act].polarity == polarity, act


def test_a_negated_act_leaves_the_matter_open():
    (statement,) = standoff.process("The ministry did not confirm that a soldier was killed.").statements
    assert (statement.act, statement.polarity, statement.negated_act) == ("confirm", "open", True)


def test_a_statement_within_another_has_it_as_its_parent():
    outer, inner = standoff.process("The envoy said that Khartoum denies the charge.").statements
    assert "“the envoy said that Khartoum denies the charge”" in " ".join(page("statements-and-polarity").split())
    assert (inner.parent, inner.act) == (outer.id, "deny")
    assert inner.principal is not None
    assert inner.principal.name == "Sudan"


def test_figures_are_compared_as_far_as_their_words_reach():
    told = " ".join(page("discrepancies").split())
    for left, right, outcome in (("about 6,000", "6,200", "can both hold"), ("9", "17", "cannot")):
        assert f"{left}” and {right} {outcome}" in told or f"{left} and {right} {outcome}" in told
        conflicting = count.compare(count.parse(left), count.parse(right)).outcome == "conflicting"
        assert conflicting == (outcome == "cannot")


def test_the_pipeline_page_tells_every_step_in_order():
    steps = ["reading", "annotating", "grounding", "attributing", "coding", "joining", "comparing"]
    assert re.findall(r"^\| `(\w+)` \|", page("pipeline"), re.MULTILINE) == steps
    assert all((ROOT / "src" / "standoff" / step).is_dir() for step in steps)
    assert "links" in metadata.tables


def test_every_runner_named_beside_a_figure_exists():
    from bench.__main__ import RUNNERS

    named = re.findall(r"python -m bench (\w+)", page("limits"))
    assert named
    assert set(named) <= {*RUNNERS, "gate"}


def test_the_index_leads_to_every_page():
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    pages = [path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md") if path.name != "index.md"]
    assert [name for name in pages if f"({name})" not in index] == []


@pytest.mark.parametrize(
    ("reference", "names"),
    [
        ("acts", lambda: codebook().acts.acts),
        ("channels", lambda: [channel.id for channel in codebook().acts.channels]),
        ("slots", lambda: codebook().slots.slots),
        ("event-types", lambda: codebook().events.types),
        ("agreements", lambda: codebook().agreements.agreements),
        ("tables", lambda: metadata.tables),
    ],
)
def test_every_name_stands_in_its_reference(reference, names):
    text = (DOCS / "reference" / f"{reference}.md").read_text(encoding="utf-8")
    assert [name for name in names() if f"`{name}`" not in text] == []


def test_every_setting_stands_in_its_reference():
    source = (ROOT / "src" / "standoff" / "settings.py").read_text(encoding="utf-8")
    text = (DOCS / "reference" / "settings.md").read_text(encoding="utf-8")
    variables = set(re.findall(r'"(STANDOFF_\w+)"', source))
    assert len(variables) >= 5
    assert [name for name in variables if name not in text] == []


def test_every_command_stands_in_the_readme_or_its_links():
    import click

    text = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
    for name in cli.list_commands(click.Context(cli)):
        assert f"## `standoff {name}`" in text
    assert "jsonl.md" in (DOCS / "reference" / "exports.md").read_text(encoding="utf-8")
    assert all(f"## {name}.jsonl" in (DOCS / "reference" / "jsonl.md").read_text(encoding="utf-8") for name in NAMES)
