"""The commands and the Python lines on the front page run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import standoff
from standoff.cli.main import outcome

PAGE = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
LINES = [line.partition("#")[0].strip() for line in re.findall(r"^standoff .*$", PAGE, re.MULTILINE)]


def test_the_ten_lines_run(place, capsys):
    (place / "examples" / "kashmir").rename(place / "reports")
    ids: dict[str, str] = {}
    for line in LINES:
        words = [ids.get(word, word) for word in shlex.split(line)[1:]]
        assert outcome(words) == 0, f"{line}: {capsys.readouterr().err}"
        if words[0] == "run":
            record = standoff.open_record("record.db")
            ids = {"SHORTID": next(iter(record.incidents))["short_id"], "ID": next(iter(record.documents))["id"]}
            record.close()
    assert {line.split()[1] for line in LINES} >= {"run", "timeline", "matrix", "show", "brief", "publish", "export"}
    assert (place / "record.html").stat().st_size > 10_000
    assert (place / "export" / "statements.jsonl").is_file()


def test_the_python_lines_run(place):
    (place / "reports").mkdir()
    (place / "reports" / "one.txt").write_text("India denied on Tuesday that its troops had shelled Poonch.\n")
    (snippet,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    names: dict[str, object] = {}
    exec(compile(snippet, "README.md", "exec"), names)
    record = names["record"]
    assert isinstance(record, standoff.notebook.OpenRecord)
    assert len(record.documents) == 1
    record.close()
