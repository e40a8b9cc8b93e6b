"""Hold every module to the rules of the house: sizes, sentences, and what is done in one place alone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "standoff"
MODULES = {path.relative_to(SOURCE).as_posix(): path.read_text("utf-8") for path in sorted(SOURCE.rglob("*.py"))}
WRITTEN = [path for folder in ("src", "bench", "docs", "training") for path in sorted((ROOT / folder).rglob("*.py"))]
LONGEST_MODULE = 400  # lines
LONGEST_FUNCTION = 60
USUAL_FUNCTION = 8
EXEMPTION = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma)(?P<reason>.*)")

# What only some modules may do, as a pattern of the code that does it.
IN_ONE_PLACE = {
    "offsets become those of browsers": (r"\.encode\(\"utf-16", {"views/marking.py"}),
    "the environment is read": (r"os\.environ|getenv", {"settings.py", "cli/drawing.py"}),
    "the clock on the wall is read": (r"datetime\.now|time\.time\(", {"reviewing/desk.py", "store/sql.py"}),
    "ids are made": (r"sha256\(payload", {"model/ids.py"}),
}


def functions(text: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield the functions and methods of a module."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines of a function's body, its docstring left out."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_no_module_and_no_function_is_too_long() -> None:
    assert [name for name, text in MODULES.items() if text.count("\n") >= LONGEST_MODULE] == []
    long = [(name, node.name) for name, text in MODULES.items() for node in functions(text)
            if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION]  # fmt: skip
    assert long == []
    assert median(length(node) for text in MODULES.values() for node in functions(text)) <= USUAL_FUNCTION


@pytest.mark.parametrize("what", IN_ONE_PLACE)
def test_is_done_in_one_place(what: str) -> None:
    pattern, places = IN_ONE_PLACE[what]
    assert {name for name, text in MODULES.items() if re.search(pattern, text)} == places


def test_docstrings_are_sentences() -> None:
    odd = []
    for name, text in MODULES.items():
        for node in (ast.parse(text), *functions(text)):
            told = ast.get_docstring(node)
            if told and (not told[0].isupper() or not told.split("\n\n")[0].rstrip().endswith((".", ":"))):
                odd.append((name, getattr(node, "name", "module"), told.split("\n")[0]))
    assert odd == []


def test_every_exemption_from_a_check_gives_its_reason() -> None:
    bare = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in WRITTEN
        for line in path.read_text("utf-8").splitlines()
        if (found := EXEMPTION.search(line)) and not re.search(r"(?: - |# )\w+", found["reason"])
    ]
    assert bare == []


def test_nothing_is_left_to_be_done_later() -> None:
    later = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|HA" + r"CK)\b")
    assert [str(path) for path in WRITTEN if later.search(path.read_text("utf-8"))] == []


def test_no_module_keeps_state_that_changes() -> None:
    """Refuse names of a module that are bound anew, and empty containers waiting to be filled."""
    kept = []
    for name, text in MODULES.items():
        tree = ast.parse(text)
        kept += [(name, node.names) for node in ast.walk(tree) if isinstance(node, ast.Global)]
        for node in tree.body:
            fixed = isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation).startswith("Mapping")
            value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) and not fixed else None
            if isinstance(value, ast.Dict | ast.List) and not (
                getattr(value, "keys", None) or getattr(value, "elts", None)
            ):
                kept.append((name, [ast.unparse(node)]))
    assert kept == []
