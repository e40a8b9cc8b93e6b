"""Draw signs, texts and tables on a terminal: shapes and words first, colour only where there is a terminal."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from standoff.cli.harmless import clean
from standoff.views.wording import SIGNS, Stance

STYLES: dict[Stance, str] = {
    "asserts": "bold blue",
    "denies": "bold red",
    "urges": "bold magenta",
    "differs": "bold yellow",
    "no_position": "",
    "not_reported": "dim",
}
STATUS_STYLES = {"contested": "bold yellow", "uncontested": "bold blue", "single_origin": "dim"}
_PIPED_WIDTH = 100


def console() -> Console:
    """Return the console of standard output: as wide as the terminal; plain and of a fixed width when piped."""
    made = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)
    return (
        made
        if made.is_terminal
        else Console(
            highlight=False,
            markup=False,
            emoji=False,
            no_color=True,
            color_system=None,
            width=made.width if _sized() else _PIPED_WIDTH,
        )
    )


def _sized() -> bool:
    """Tell whether the environment says how wide the output is."""
    return "COLUMNS" in os.environ


def plain(text: str, style: str = "") -> Text:
    """Return a text of the reports as it may be printed."""
    return Text(clean(text), style=style)


def indented(columns: int, text: str, style: str = "") -> Padding:
    """Return a text that stays so many columns from the left where it is broken into lines."""
    return Padding(plain(text, style), (0, 0, 0, columns))


def sign(stance: Stance, count: int = 0, spelt: bool = False) -> Text:
    """Return a stance as shape and word, with the number of voices if there are several; silence is a dash alone."""
    shown = SIGNS[stance]
    if stance == "not_reported" and not spelt:
        return Text(shown.shape, style=STYLES[stance])
    several = f" ×{count}" if count > 1 else ""
    return Text(f"{shown.shape} {shown.word}{several}", style=STYLES[stance])


def flowed(facts: Iterable[Text], width: int) -> Text:
    """Join facts with dots into lines of a width, each fact whole on one line where it fits."""
    lines: list[Text] = []
    for fact in filter(None, facts):
        if lines and lines[-1].cell_len + 3 + fact.cell_len <= width:
            lines[-1] = Text(" · ").join([lines[-1], fact])
        else:
            lines.append(fact)
    return Text("\n").join(lines)


def stacked(parts: Iterable[Text | None]) -> Text:
    """Join texts line under line, leaving out those that are empty."""
    return Text("\n").join([part for part in parts if part])


def shorten(text: str, most: int) -> str:
    """Cut a text at a space so that it has at most so many characters, with an ellipsis."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    return flat[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:·") + "…"


def widths(total: int, first: int, number: int) -> int:
    """Return how wide each of a number of columns can be beside a first one, borders counted."""
    return (total - first - 4 - 3 * number) // max(number, 1)


def joined(parts: Sequence[str], between: str = " · ") -> str:
    """Join the parts that are not empty."""
    return between.join(part for part in parts if part)
