from __future__ import annotations

from pathlib import Path

from tests.texts import codebook

SOURCES = Path(__file__).parents[2] / "src" / "standoff"


def test_every_word_class_is_asked_for_by_a_trigger_or_a_rule() -> None:
    tables = (SOURCES / "codebook" / "data" / "events").glob("*")
    asked = "".join(path.read_text(encoding="utf-8") for path in [*tables, *(SOURCES / "coding").glob("*.py")])
    idle = [name for name in codebook().events.classes if f"@{name}" not in asked and f'"{name}"' not in asked]
    assert not idle, f"no trigger, class or rule asks for {idle}"
