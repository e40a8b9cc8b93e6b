from __future__ import annotations

from pathlib import Path

import pytest

from standoff.codebook.event_types import read_intensities, read_types
from standoff.codebook.load import FOLDER
from standoff.errors import CodebookError

ENTRY = """- id: truce
  plover: {code}
  description: A truce
  example: They kept the truce.
"""


def test_intensity_is_plover_s_for_type_and_mode(tmp_path: Path) -> None:
    (tmp_path / "types.yaml").write_text(ENTRY.format(code="RETREAT/ceasefire"), encoding="utf-8")
    kinds = read_types(tmp_path / "types.yaml", read_intensities(FOLDER / "events" / "plover.csv"))
    assert (kinds["truce"].intensity, kinds["truce"].family, kinds["truce"].kind) == (7.5, "truce", "deed")


@pytest.mark.parametrize("code", ["RETREAT/nonsense", "retreat", "PEACE"])
def test_an_unknown_code_is_refused(tmp_path: Path, code: str) -> None:
    (tmp_path / "types.yaml").write_text(ENTRY.format(code=code), encoding="utf-8")
    with pytest.raises(CodebookError, match=r"types\.yaml, line 1, key 'plover'"):
        read_types(tmp_path / "types.yaml", read_intensities(FOLDER / "events" / "plover.csv"))
