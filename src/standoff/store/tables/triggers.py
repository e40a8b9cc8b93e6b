"""Hold the rules that the database itself keeps: kept rows never change, the review log only grows, quotes are true."""

from __future__ import annotations

FOREVER = {
    "raws": "raw bytes are kept as they came",
    "documents": "the text of a document never changes: a corrected page is a new document",
    "blocks": "the layout of a document never changes",
    "decisions": "the review log only grows: take a decision back with a further one",
}
QUOTING = ("marks", "annotations")
COUNTED = (
    "documents",
    "failures",
    "statements",
    "events",
    "incidents",
    "claims",
    "discrepancies",
    "agreement_links",
    "copies",
    "decisions",
)  # tables whose sizes are told after every run, and so are not to be counted each time
QUOTE = """
CREATE TRIGGER {table}_quote_{name} BEFORE {verb} ON {table} WHEN NEW.quote IS NOT
    (SELECT substr(text, NEW.start + 1, NEW.stop - NEW.start) FROM documents WHERE id = NEW.document)
BEGIN SELECT RAISE(ABORT, 'a mark must quote the text it points at'); END
"""
SEARCH = """
CREATE VIRTUAL TABLE IF NOT EXISTS documents_fts USING fts5(
    title, text, content='documents', content_rowid='number', tokenize='unicode61 remove_diacritics 2')
"""  # external content: the index keeps no second copy of the texts
NAMES = """
CREATE VIRTUAL TABLE IF NOT EXISTS names_fts USING fts5(
    kind, key UNINDEXED, name, tokenize='unicode61 remove_diacritics 2')
"""  # names of incidents, parties and places; filled with the sums
COUNT = """
CREATE TRIGGER {name} AFTER {verb} ON {table}
BEGIN UPDATE sizes SET number = number {step} 1 WHERE name = '{table}'; END
"""
INDEX_DOCUMENT = """
CREATE TRIGGER documents_fts_insert AFTER INSERT ON documents
BEGIN INSERT INTO documents_fts(rowid, title, text) VALUES (NEW.number, NEW.title, NEW.text); END
"""


def sqlite_rules() -> list[str]:
    """Return the triggers and full-text indexes as SQLite statements, in an order in which they can be run again."""
    rules = {**_unchangeable(), **_quotes(), **_sizes(), "documents_fts_insert": INDEX_DOCUMENT}
    made = [step for name, rule in rules.items() for step in (f"DROP TRIGGER IF EXISTS {name}", rule)]
    return [SEARCH, NAMES, *made]


def _unchangeable() -> dict[str, str]:
    """Return, by name, triggers that refuse to update or delete what is kept."""
    return {
        f"{table}_no_{verb.lower()}": f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{reason}'); END"
        for table, reason in FOREVER.items()
        for verb in ("UPDATE", "DELETE")
    }


def _quotes() -> dict[str, str]:
    """Return, by name, triggers that refuse a mark whose quote is not the text at its offsets (code points)."""
    return {
        f"{table}_quote_{verb.lower()}": QUOTE.format(table=table, verb=verb, name=verb.lower())
        for table in QUOTING
        for verb in ("INSERT", "UPDATE")
    }


def _sizes() -> dict[str, str]:
    """Return, by name, triggers that count the rows of a table that come and go."""
    return {
        f"{table}_{name}": COUNT.format(name=f"{table}_{name}", verb=verb, table=table, step=step)
        for table in COUNTED
        for name, verb, step in (("came", "INSERT", "+"), ("went", "DELETE", "-"))
    }
