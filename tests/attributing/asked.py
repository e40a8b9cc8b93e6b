"""Ask short questions of statements."""

from __future__ import annotations

from standoff.model.statement import Statement


def only(statements: tuple[Statement, ...]) -> Statement:
    assert len(statements) == 1, [(cue(s), content(s)) for s in statements]
    return statements[0]


def by(statements: tuple[Statement, ...], word: str) -> Statement:
    found = [s for s in statements if word in cue(s)]
    assert len(found) == 1, f"{word}: {[(cue(s), content(s)) for s in statements]}"
    return found[0]


def source(statement: Statement) -> str | None:
    return statement.source.span.quote if statement.source.span else None


def cue(statement: Statement) -> str:
    return " … ".join(span.quote for span in statement.cue)


def content(statement: Statement) -> str:
    return " … ".join(span.quote for span in statement.content)
