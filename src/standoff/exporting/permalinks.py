"""Say where the pages show an exported row: what stands behind the address at which they are served or published."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from standoff.exporting.rows import Row
from standoff.model.ids import speakable


def _words(row: Mapping[str, Any]) -> str:
    """Lead to the words of a statement, or to the document where the outlet says so itself."""
    return f"#/documents/{row['document']}" + (f"?at={row['statement']}" if row["statement"] else "")


def _shown(incident: str, show: str) -> str:
    """Lead to an incident with something chosen on it."""
    return f"#/incidents/{speakable(incident)}?show={quote(show, safe='')}"


_PAGES: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "doc": lambda row: f"#/documents/{row['id']}",
    "stm": lambda row: f"#/documents/{row['document']}?at={row['id']}",
    "evt": _words,
    "agl": _words,
    "inc": lambda row: f"#/incidents/{speakable(row['id'])}",
    "clm": lambda row: _shown(row["incident"], f"card:{row['statement'] or row['id']}"),
    "dsc": lambda row: _shown(row["incident"], f"diff:{row['id']}"),
}


def page_of(row: Row) -> str:
    """Return the page of a row by the kind that its id begins with: documents and what is derived from them."""
    return _PAGES[str(row["id"])[:3]](row)
