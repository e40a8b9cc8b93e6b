"""Gather the commands, load each only when it is called, and turn failures into one sentence and an exit code."""

from __future__ import annotations

import errno
import gc
import importlib
import io
import logging
import os
import sys
from collections.abc import Mapping
from typing import Any

import click

from standoff.errors import StandoffError

_GARBAGE = 50_000  # objects made before garbage is looked for; at Python's 700 that is a sixth of a short command

_OUTSIDE = {  # errors of the machine, which are no bugs -> what to do
    errno.ENOSPC: "free space, and run the command again",
    errno.EDQUOT: "free space, and run the command again",
    errno.EACCES: "check its permissions",
    errno.EPERM: "check its permissions",
    errno.EROFS: "choose a place that may be written to",
    errno.EIO: "check the disk, and run the command again",
}

# Name of a command -> where it is and the sentence that the list of commands says of it.
COMMANDS: Mapping[str, tuple[str, str]] = {
    "run": ("standoff.cli.stages:run", "Read, analyse, join, compare and store reports."),
    "rebuild": ("standoff.cli.stages:rebuild", "Derive everything in a store again from its documents."),
    "show": ("standoff.cli.show:show", "Show incidents, or one incident, document or statement."),
    "matrix": ("standoff.cli.matrix:matrix", "Draw who asserts, who denies and who differs in an incident."),
    "timeline": ("standoff.cli.timeline:timeline", "List incidents in order of happening."),
    "stories": ("standoff.cli.stories:stories", "Group the reports by what they are about."),
    "contacts": ("standoff.cli.timeline:contacts", "List calls, visits and meetings."),
    "agreements": ("standoff.cli.agreements:agreements", "List who invokes or charges breaches of agreements."),
    "brief": ("standoff.cli.brief:brief", "Write a briefing, each sentence with its sources."),
    "export": ("standoff.cli.export:export", "Write the record to files."),
    "publish": ("standoff.cli.publish:publish", "Write the record as pages that open anywhere."),
    "serve": ("standoff.cli.serve:serve", "Show the record in a browser, and review it there."),
    "review": ("standoff.cli.review:review", "Accept, reject, correct, join and part rows, with reasons."),
    "gazetteer": ("standoff.cli.gazetteer:gazetteer", "Build the gazetteer, add to it, look names up in it."),
    "doctor": ("standoff.cli.stages:doctor", "Say which versions, models, codebook and store are in use."),
}


class Commands(click.Group):
    """List commands by their one sentence, and import one only to run it or to print its help."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands, in the order of their use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - likewise
        """Return a command, or nothing where the name is unknown."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - likewise
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, sentence) for name, (_, sentence) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is called; of an unknown one it names the nearest."""
        from difflib import get_close_matches

        close = [] if args[0] in COMMANDS else get_close_matches(args[0], COMMANDS, n=1)
        if close:
            raise click.UsageError(f"No such command {args[0]!r}: did you mean `standoff {close[0]}`?", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=Commands)
@click.version_option(package_name="standoff")
@click.option("--debug", is_flag=True, help="Show tracebacks and log what happens.")
def cli(debug: bool) -> None:
    """Turn conflicting reports of a conflict into an auditable record."""
    logging.basicConfig(level=logging.DEBUG if debug else logging.ERROR, format="%(levelname)s %(name)s: %(message)s")


def main(arguments: list[str] | None = None) -> None:
    """Run one command and exit: 0 well, 3 some documents failed, 2 wrong usage, 1 otherwise."""
    gc.set_threshold(_GARBAGE)
    for stream in (sys.stdout, sys.stderr):  # a letter that the terminal cannot show must not end the command
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(outcome(sys.argv[1:] if arguments is None else arguments))


def outcome(arguments: list[str]) -> int:
    """Run one command and return its exit code; a failure is said in one sentence on stderr."""
    out = sys.stdout
    try:
        returned: Any = cli.main(arguments, prog_name="standoff", standalone_mode=False)
        return returned if isinstance(returned, int) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.ClickException as error:
        return _say(_usage(error), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return _say("Stopped; what was committed is kept, and the next run goes on from there.", 130)
    except SystemExit as error:  # rich exits by it where our reader is gone; so does click, which hushes stdout too
        if sys.stdout is out and not isinstance(error.__context__, BrokenPipeError):
            raise
        return _hush()
    except Exception as error:  # the last boundary: a bug becomes a sentence, and --debug shows all of it
        if "--debug" in arguments:
            raise
        return _failed(error)


def _failed(error: Exception) -> int:
    """Say what failed, and return the exit code."""
    if isinstance(error, StandoffError):
        return _say(str(error), error.exit_code)
    if isinstance(error, OSError) and error.errno in _OUTSIDE:
        what = error.filename or "The output"
        return _say(f"{what} cannot be read or written ({error.strerror}): {_OUTSIDE[error.errno]}.", 1)
    return _say(
        f"Unexpected {type(error).__name__}: {error}. This is a bug: run again with `standoff --debug ...` "
        "and report what it prints.",
        1,
    )


def _hush() -> int:
    """Say no more: the reader of our output, such as `head`, has seen enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return 0


def _usage(error: click.ClickException) -> str:
    """Return what is wrong with the arguments, and where help is."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "standoff"
    return f"{error.format_message()} Try `{path} --help`."


def _say(sentence: str, code: int) -> int:
    """Write one sentence to stderr and return the exit code."""
    click.echo(" ".join(sentence.split()), err=True)
    return code
