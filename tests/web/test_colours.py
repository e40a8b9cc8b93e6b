"""Check that the colours can be read: WCAG 2.2 AA asks for a contrast of 4.5 to 1."""

import re
from pathlib import Path

import pytest

CSS = (Path(__file__).parents[2] / "web" / "src" / "app.css").read_text("utf-8")
STANCES = ("asserts", "denies", "differs", "urges", "none")
PAIRS = [
    *[(ink, ground) for ink in ("ink", "soft", "accent") for ground in ("page", "panel", "sunk")],
    *[(stance, f"{stance}-ground") for stance in STANCES],
    *[(stance, ground) for stance in STANCES for ground in ("page", "panel")],
    *[("ink", ground) for ground in ("mark", "mark-strong", "accent-ground", "land")],
    ("accent", "accent-ground"),
]


def theme(name):
    block = re.search(r':root\[data-theme="dark"\] \{(.*?)\n\}' if name == "dark" else r":root \{(.*?)\n\}", CSS, re.S)
    return dict(re.findall(r"--([\w-]+): (#\w{6})", block[1]))


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_words_stand_out_from_their_ground(name, ink, ground):
    colours = theme(name)
    bright, dim = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
    assert (bright + 0.05) / (dim + 0.05) >= 4.5
