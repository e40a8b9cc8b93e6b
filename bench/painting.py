"""Measure how soon an incident's page is painted in chromium, over loopback, with nothing in the browser's cache."""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Sequence

PAINTED = 9  # incidents opened
_READY = ".incident[data-ready='yes']"
_PAINT = (
    "() => ({first: performance.getEntriesByName('first-contentful-paint')[0].startTime, ready: performance.now()})"
)


def painted(address: str, incidents: Sequence[str]) -> dict[str, float]:
    """Return in milliseconds when something was painted first, and when matrix and words stood there, or nothing."""
    program = shutil.which("chromium")
    if program is None:
        return {}
    from playwright.sync_api import sync_playwright

    first: list[float] = []
    ready: list[float] = []
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for key in incidents[:: max(len(incidents) // PAINTED, 1)][:PAINTED]:
            page = browser.new_context().new_page()
            page.goto(f"{address}/#/incidents/{key}", wait_until="commit")
            page.wait_for_selector(_READY)
            found = page.evaluate(_PAINT)
            first.append(found["first"])
            ready.append(found["ready"])
            page.context.close()
        browser.close()
    return {
        "first_paint_median_ms": statistics.median(first),
        "first_paint_worst_ms": max(first),
        "words_there_median_ms": statistics.median(ready),
        "words_there_worst_ms": max(ready),
    }
