"""Wait until a page shows what a test is about: on a busy machine all of it comes late, and nothing at once."""

import pytest

expect = pytest.importorskip("playwright.sync_api").expect  # asks again and again until it holds
TRIES, PAUSE = 240, 250  # how often a page is asked, and the milliseconds between


def until(page, expression):
    """Wait until an expression holds; the pages' policy forbids the browser's own way, which evaluates text."""
    for _ in range(TRIES):
        if found := page.evaluate(expression):
            return found
        page.wait_for_timeout(PAUSE)
    pytest.fail(f"{expression} did not come true")
    return None


def settled(page):
    """Wait until a screen stands there and asks for nothing more."""
    page.wait_for_selector("main[aria-busy='false'] h1")
    return page


def ready(page):
    """Wait until an incident stands there with its words."""
    page.wait_for_selector("main[aria-busy='false'] .incident[data-ready='yes']")
    return page
