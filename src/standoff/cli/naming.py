"""Say how many rows a table has (`1 discrepancy`, `1,204 agreement links`), and what failed."""

from __future__ import annotations


def rows_words(number: int, table: str) -> str:
    """Say how many rows a table has."""
    many = table.replace("_", " ")
    one = f"{many[:-3]}y" if many.endswith("ies") else many[:-1]
    return f"{number:,} {one if number == 1 else many}"


def failure_words(path: str, step: str, reason: str) -> str:
    """Say what failed, at which step and why; a reason may begin with the path itself."""
    return f"{path}: {step}: {reason.removeprefix(f'{path}: ')}"
