"""Files in the layout of ECB+ are read with their marked events, and scored in stories."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import ecbplus
from bench.ecbplus import read

FILE = """<?xml version="1.0"?><Document doc_name="{name}.xml">
{tokens}
<Markables><ACTION_OCCURRENCE m_id="1"><token_anchor t_id="{verb}"/></ACTION_OCCURRENCE>
<HUMAN_PART_PER m_id="2"><token_anchor t_id="1"/></HUMAN_PART_PER>
<ACTION_OCCURRENCE m_id="3" TAG_DESCRIPTOR="the shelling"/></Markables>
<Relations><CROSS_DOC_COREF r_id="9" note="ACT1"><source m_id="1"/><target m_id="3"/></CROSS_DOC_COREF></Relations>
</Document>"""
TEXTS = {
    "5_1ecb": ("Rebels shelled Zalingei market stalls .", 2),
    "5_2ecb": ("Shelling of Zalingei market stalls .", 1),
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "ECB+" / "5"
    folder.mkdir(parents=True)
    for name, (text, verb) in TEXTS.items():
        tokens = "".join(
            f'<token t_id="{n}" sentence="0" number="{n - 1}">{w}</token>' for n, w in enumerate(text.split(), start=1)
        )
        (folder / f"{name}.xml").write_text(FILE.format(name=name, tokens=tokens, verb=verb), encoding="utf-8")
    (tmp_path / ecbplus.VALID).write_text("Topic,File,Sentence Number\n5,1ecb,0\n5,2ecb,0\n", encoding="utf-8")
    return tmp_path


def test_events_of_validated_sentences_are_read_with_their_clusters(data: Path) -> None:
    pages = list(read(data, [5]))
    assert [page.events for page in pages] == [{"1": (1,)}, {"1": (0,)}]
    assert {page.clusters["1"] for page in pages} == {"ACT1"}


def test_forms_of_one_word_in_one_story_are_one_happening(data: Path) -> None:
    report = ecbplus.run(data, "5")
    assert report.n == 2
    assert report.metrics["conll"] == pytest.approx(1.0)
