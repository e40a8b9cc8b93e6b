"""Check that the page's colours can be read: WCAG 2.2 AA asks for a contrast of 4.5 to 1."""

import re
from importlib.resources import files

import pytest

CSS = (files("standoff.exporting") / "assets" / "page.css").read_text("utf-8")
PAIRS = [
    *[(ink, paper) for ink in ("ink", "soft", "accent") for paper in ("page", "panel")],
    *[(f"{sign}", f"{sign}-on") for sign in ("asserts", "denies", "urges", "differs", "quiet")],
    *[(sign, "panel") for sign in ("asserts", "denies", "differs", "grey")],
    ("ink", "mark"),
    ("ink", "asserts-on"),
    ("grey", "page"),
    ("differs", "page"),
]


def themes():
    light, dark, dark_by_system = re.findall(r":root[^{]*\{([^}]*--page[^}]*)\}", CSS)
    assert re.findall(r"--[\w-]+: #\w+", dark) == re.findall(r"--[\w-]+: #\w+", dark_by_system)
    return {name: dict(re.findall(r"--([\w-]+): (#\w+)", body)) for name, body in (("light", light), ("dark", dark))}


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "paper"), PAIRS)
def test_words_stand_out_from_their_ground(theme, ink, paper):
    colours = themes()[theme]
    bright, dim = sorted((luminance(colours[ink]), luminance(colours[paper])), reverse=True)
    assert (bright + 0.05) / (dim + 0.05) >= 4.5
