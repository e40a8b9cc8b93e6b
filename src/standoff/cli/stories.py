"""List the reports of some days by story, with the incidents that each story holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from standoff.cli.options import glanced, json_option, limit_option, store_option
from standoff.cli.periods import published_options

if TYPE_CHECKING:
    from rich.text import Text

    from standoff.views.period import Period
    from standoff.views.stories import Pile, Story

_INCIDENTS = 3  # named of a story, those that most of its reports tell of


@click.command()
@published_options
@limit_option(30, "Stories shown; 0 shows all.")
@json_option("Print stories as JSON, one a line.")
@store_option
def stories(period: Period, limit: int, as_json: bool, store: str | None) -> None:
    """Group the reports of some days by what they are about, those that most outlets report first.

    Reports of one story share rare words and came out within a week of each other; what they tell need not be coded. An
    incident is what parties did; a story is what is written on it, copies counted apart.
    """
    from standoff.codebook.load import FOLDER
    from standoff.codebook.spread import load_spread
    from standoff.views.stories import stories as found_in

    with glanced(store).connect() as connection:
        found = found_in(connection, load_spread(FOLDER), period)
    shown = found.stories[: limit or None]
    if as_json:
        from standoff.cli.rows import print_rows

        print_rows(map(_row, shown))
        return
    _print(shown, found, period)


def _row(story: Story) -> dict[str, Any]:
    """Return a story as a row of JSON."""
    return {
        "title": story.name,
        "documents": [report.heading.id for report in story.reports],
        "days": [day.isoformat() for day in story.days],
        "copies": story.copies,
        "outlets": list(story.outlets),
        "incidents": [{"id": incident.id, "documents": number} for incident, number in story.incidents],
    }


def _print(shown: tuple[Story, ...], found: Pile, period: Period) -> None:
    """Print stories as a list."""
    from standoff.cli.drawing import console, plain
    from standoff.cli.lists import list_table, say_rest
    from standoff.views.wording import count_words

    out = console()
    if not shown:
        out.print(f"No document was published in the period ({period.words}).", soft_wrap=True)
        return
    table = list_table()
    table.add_column("Reports", justify="right")
    table.add_column("Story", ratio=1)
    for story in shown:
        table.add_row(plain(str(len(story.reports))), _told(story))
    out.print(table)
    total = len(found.stories)
    say_rest(out, len(shown), total)
    if found.read < found.published:
        out.print(plain(_portion(found, period), "dim"), soft_wrap=True)
    reports = sum(len(story.reports) for story in shown)
    out.print(plain(f"{count_words(total, 'story', 'stories')}; {count_words(reports, 'report')} shown.", "dim"))


def _portion(found: Pile, period: Period) -> str:
    """Say that stories were sought among the last reports of a period only."""
    return (
        f"Sought among the last {found.read:,} of the {found.published:,} documents published in the period "
        f"({period.words}); --from and --to give other days."
    )


def _told(story: Story) -> Text:
    """Return the title, the days and outlets of a story, and the incidents that most of its reports tell of."""
    from standoff.cli.drawing import STATUS_STYLES, plain, shorten, stacked
    from standoff.values.days import day_words
    from standoff.views.wording import count_words, list_words, without_date

    days = " to ".join(map(day_words, story.days)) or "undated"
    copies = [count_words(story.copies, "copy", "copies")] if story.copies else []
    facts = " · ".join([days, *copies, list_words([outlet.replace(" · ", "/") for outlet in story.outlets])])
    rows = [plain(shorten(story.name, 90), "bold"), plain(facts, "dim")]
    for incident, number in story.incidents[:_INCIDENTS]:
        style = STATUS_STYLES[incident.status]
        rows.append(plain(incident.short_id, "cyan") + plain(" ") + plain(without_date(incident.label), style))
        rows[-1] += plain(f" ({count_words(number, 'report')})", "dim")
    return stacked(rows)
