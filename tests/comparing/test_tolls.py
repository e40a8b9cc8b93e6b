import pytest

from standoff.codebook.load import load
from standoff.comparing.tolls import toll
from standoff.values.sentences import sentences_of
from tests.newsroom import CHAD, report, tell

CODEBOOK = load()


@pytest.mark.parametrize(
    ("text", "trigger", "slot", "bounds"),
    [
        ("The number of people killed in the raid has risen to 84, doctors said.", "killed", "killed", (84, 84)),
        ("A woman died on Monday, taking the number of civilians killed in Tine to two.", "killed", "killed", (2, 2)),
        ("Shelling of Tine: number of wounded rises to five", "wounded", "wounded", (5, 5)),
        ("The raid raised the death toll to at least 20.", "toll", "killed", (20, None)),
        ("The number of wounded brought to two hospitals is unknown.", "wounded", "wounded", None),
        ("People were killed, and the number of camps rose to 84.", "killed", "killed", None),
    ],
)
def test_the_figure_a_toll_has_reached(text: str, trigger: str, slot: str, bounds: tuple | None) -> None:
    desk = report("a", text)
    event = tell(desk, trigger, "killing", CHAD, None)
    document = desk.document
    found = toll(slot, event, document, sentences_of(document), CODEBOOK)
    assert (found and (found[1]["low"], found[1]["high"])) == bounds
