"""Review the record: what to look at next, decisions with their reasons, and the log of them."""

from __future__ import annotations

import getpass
import json
from typing import TYPE_CHECKING, Any, get_args

import click

from standoff.cli.options import glanced, json_option, limit_option, opened, store_option
from standoff.errors import UsageError
from standoff.model.decision import Relation

if TYPE_CHECKING:
    from standoff.model.decision import Decision, Verb
    from standoff.reviewing.desk import Vote
    from standoff.store.protocol import Store

FLAGS = {"true": True, "false": False}  # how yes and no are written in `--set`


@click.group()
def review() -> None:
    """Accept, reject, correct, join and part rows, with reasons.

    Nothing is deleted: each decision is an entry of a log that only grows. ID may be a full id, the beginning of one,
    or a short id. Incidents and differences are worked out again at once, or with `--later` by the next `standoff run`.
    """


def _voting(command: click.decorators.FC) -> click.decorators.FC:
    """Add the options of every decision."""
    for option in (
        click.option("--reviewer", help="Who decides; by default the name of the user.  [env: STANDOFF_REVIEWER]"),
        click.option("--reason", help="Why; kept in the log."),
        click.option("--later", is_flag=True, help="Leave working out incidents again to the next run."),
        store_option,
    ):
        command = option(command)
    return command


@review.command()
@store_option
@limit_option(20, "How many to list.", least=1)
@json_option("Print JSON lines instead.")
def queue(store: str | None, limit: int, as_json: bool) -> None:
    """List what to look at next, and why."""
    from standoff.reviewing.log import fold
    from standoff.reviewing.verdicts import anchored_log
    from standoff.views.books import load_books
    from standoff.views.screens.queue import queue as waiting
    from standoff.views.screens.reading import Reading

    kept = opened(store)
    entries = anchored_log(kept)
    with kept.connect() as connection:
        found = waiting(connection, entries, Reading(load_books(), fold(entries)), limit)
    kept.close()
    for task in found:
        row = {"kind": task.kind, "id": task.target, "reason": task.reason, "words": task.words}
        click.echo(json.dumps(row) if as_json else f"{task.target}  {task.reason}: {task.words}")
    if not found and not as_json:
        click.echo("Nothing is waiting for review.")


@review.command()
@click.argument("target", metavar="ID")
@_voting
def accept(target: str, **options: Any) -> None:
    """Accept a row as it is."""
    _decide(target, "accept", options)


@review.command(short_help="Reject a row, and leave it out of incidents.")
@click.argument("target", metavar="ID")
@_voting
def reject(target: str, **options: Any) -> None:
    """Reject a row; a rejected statement or event is left out of incidents."""
    _decide(target, "reject", options)


@review.command(short_help="Correct fields of a row.")
@click.argument("target", metavar="ID")
@click.option(
    "--set",
    "fields",
    metavar="FIELD=VALUE",
    multiple=True,
    required=True,
    help="A field to correct; may be given again.",
)
@_voting
def correct(target: str, fields: tuple[str, ...], **options: Any) -> None:
    """Correct fields of a statement or an event, or the value of a claim.

    Speakers, actors and places are given by id or name, days as YYYY-MM-DD; an empty value takes away what was read.
    For example: --set act=deny --set speaker="Ministry of Defence".
    """
    _decide(target, "correct", options, correction=dict(map(_field, fields)))


@review.command(short_help="Say that two rows are one happening.")
@click.argument("target", metavar="ID")
@click.argument("other", metavar="OTHER")
@_voting
def same(target: str, other: str, **options: Any) -> None:
    """Say that two events, or two incidents, are one happening."""
    _decide(target, "same", options, other=other)


@review.command(short_help="Say that two rows are not one happening.")
@click.argument("target", metavar="ID")
@click.argument("other", metavar="OTHER")
@_voting
def different(target: str, other: str, **options: Any) -> None:
    """Say that two events, or two incidents, are not one happening."""
    _decide(target, "different", options, other=other)


@review.command(short_help="Say how two incidents are related.")
@click.argument("target", metavar="ID")
@click.argument("other", metavar="OTHER")
@click.option("--as", "relation", type=click.Choice(get_args(Relation)), required=True, help="What ID is to OTHER.")
@_voting
def relate(target: str, other: str, relation: str, **options: Any) -> None:
    """Say how two incidents are related, which stay two: one is part of the other, follows it, or answers it."""
    options["later"] = True  # how incidents are related changes nothing that is derived
    _decide(target, "relate", options, other=other, correction={"relation": relation})


@review.command()
@click.argument("outlet", metavar="OUTLET")
@click.option(
    "--reliability", type=click.Choice(list("ABCDEF")), required=True, help="Of the outlet; F: cannot be judged."
)
@click.option("--credibility", type=click.Choice(list("123456")), required=True, help="Of what it says; 6: likewise.")
@_voting
def grade(outlet: str, reliability: str, credibility: str, **options: Any) -> None:
    """Grade an outlet by the Admiralty code."""
    options["later"] = True  # a grade changes nothing that is derived
    _decide(outlet, "grade", options, correction={"reliability": reliability, "credibility": credibility})


@review.command(short_help="Take a decision back.")
@click.argument("decision", metavar="DECISION")
@_voting
def retract(decision: str, **options: Any) -> None:
    """Take a decision back, with a further entry of the log."""
    from standoff.reviewing.desk import retract as take_back

    kept = opened(options["store"])
    click.echo(_line(take_back(kept, decision, _vote("retract", options))))
    _take_effect(kept, options)


@review.command(short_help="Print the log of decisions.")
@store_option
@json_option("Print JSON lines instead.")
def log(store: str | None, as_json: bool) -> None:
    """Print the log of decisions, and how each is attached to the rows there are now."""
    from standoff.reviewing.verdicts import anchored_log

    kept = glanced(store)
    entries = anchored_log(kept)
    kept.close()
    for entry in entries:
        decision = entry.decision
        if as_json:
            click.echo(json.dumps(_as_json(decision) | {"attachment": entry.attachment, "target_now": entry.target}))
        else:
            click.echo(_line(decision) + ("" if entry.attachment == "exact" else f"  [{entry.attachment}]"))
    if not entries and not as_json:
        click.echo("The log is empty.")


def _decide(target: str, verb: Verb, options: dict[str, Any], **more: Any) -> None:
    """Take one decision and print its entry."""
    from standoff.reviewing.desk import decide

    kept = opened(options["store"])
    click.echo(_line(decide(kept, target, _vote(verb, options, **more))))
    _take_effect(kept, options)


def _take_effect(store: Store, options: dict[str, Any]) -> None:
    """Work out incidents and differences again, unless that is left to the next run."""
    if not options["later"]:
        from standoff.pipeline import rejoin

        if not rejoin(store):
            click.echo("Some documents wait to be analysed: the decision takes effect with `standoff run`.", err=True)
    store.close()


def _vote(verb: Verb, options: dict[str, Any], **more: Any) -> Vote:
    """Return what the options decide."""
    from standoff.reviewing.desk import Vote
    from standoff.settings import read_settings

    reviewer = options["reviewer"] or read_settings().reviewer or getpass.getuser()
    return Vote(verb, reviewer, options["reason"], **more)


def _field(assignment: str) -> tuple[str, str | bool | None]:
    """Return name and value of `FIELD=VALUE`; `true` and `false` are flags, an empty value is none."""
    name, equals, value = assignment.partition("=")
    if not equals or not name:
        raise UsageError(f"`--set {assignment}` must be FIELD=VALUE, such as act=deny.")
    return name.strip(), FLAGS.get(value, value or None)


def _line(decision: Decision) -> str:
    """Return an entry of the log as one line."""
    pair = f" and {decision.other}" if decision.other else ""
    takes_back = f" {decision.supersedes}, on" if decision.supersedes else ""
    fields = "".join(f" {name}={value}" for name, value in decision.correction.items())
    reason = f": {decision.reason}" if decision.reason else ""
    return (
        f"{decision.id}  {decision.recorded}  {decision.reviewer} {decision.verb}{takes_back} "
        f"{decision.target_kind} {decision.target}{pair}{fields}{reason}"
    )


def _as_json(decision: Decision) -> dict[str, Any]:
    """Return an entry of the log as JSON."""
    from standoff.store.codecs import DECISION

    encoded: dict[str, Any] = DECISION.encode(decision)
    return encoded
