"""Check that tracked files carry no path of a machine and no host of a registry."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORBIDDEN = re.compile(
    "|".join(
        (
            "/wor" + "k/",
            "pythonhosted" + r"\.org",
            "registry" + r"\.npmjs",
            "pypi" + r"\.org",
            "/ro" + "ot/",
            "/home/" + "[a-z]",
        )
    )
)


def test_no_machine_path_and_no_registry_host() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    found = []
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if path.suffix in {".onnx", ".png"} or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [f"{name}: {match.group()}" for match in FORBIDDEN.finditer(text)]
    assert found == []
