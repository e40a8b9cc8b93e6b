"""The speaker runner matches names fairly and counts what no mark tells as words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.speakers import agree, cases, same_party, wording


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        ("Ministry of Defense of Chad", "Ministry of Defence of Chad"),
        ("Presidency of Egypt", "Office of the President of Egypt"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("United States", "US"),
    ],
)
def test_one_party_under_two_names(found: str, wanted: str) -> None:
    assert same_party(found, wanted)


def test_two_parties() -> None:
    assert not same_party("Ministry of Defence of Chad", "Ministry of Defence of Niger")
    assert not same_party("Mali", "Malawi")


def test_every_wanted_name_must_be_found() -> None:
    assert agree(["India", "Pakistan"], ("Pakistan", "India"))
    assert not agree(["India"], ("Pakistan", "India"))
    assert not agree([], ("India",))


def test_wording() -> None:
    assert [wording(quote) for quote in ("He", "the ministry", "Kenya")] == ["pronoun", "description", "explicit"]


def test_reads_passages(tmp_path: Path) -> None:
    source = {"start": 0, "end": 5, "text": "Kenya"}
    row = {
        "id": "1",
        "text": "Kenya agreed.",
        "statements": [{"source": source, "speaker": ["Kenya"], "on_behalf_of": "Kenya"}],
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    ((document, found),) = cases(tmp_path)
    assert document.text == "Kenya agreed."
    assert (found[0].quote, found[0].speakers, found[0].principals) == ("Kenya", ("Kenya",), ("Kenya",))
