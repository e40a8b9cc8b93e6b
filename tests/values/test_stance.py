import pytest

from standoff.codebook.load import load
from standoff.values.stance import stance
from tests.newsroom import CHAD, SUDAN, report, tell

CODEBOOK = load()


@pytest.mark.parametrize(
    ("factuality", "expected"),
    [("certain+", "asserts"), ("possible+", "asserts"), ("certain-", "denies"), ("unknown", "open")],
)
def test_a_voice_stands_where_its_factuality_puts_it(factuality: str, expected: str) -> None:
    desk = report("a", "Chad shelled Tine.")
    assert stance(tell(desk, "shelled", "shelling", CHAD, None, factuality=factuality), None, CODEBOOK) == expected


def test_who_denies_reports_of_his_own_deed_denies_the_deed() -> None:
    desk = report("a", "Chad denied reports that its guns shelled Tine.")
    content = "reports that its guns shelled Tine"
    said = desk.say("Chad", content, "denied", CHAD, principal=CHAD, act="deny", polarity="denies")
    own = tell(desk, "shelled", "shelling", CHAD, None, statement=said)
    assert stance(own, said, CODEBOOK) == "denies"
    others = tell(desk, "guns", "shelling", SUDAN, None, statement=said)
    assert stance(others, said, CODEBOOK) == "denies"


def test_who_denies_something_else_asserts_the_deed_of_others() -> None:
    desk = report("a", "Chad denied responsibility since Sudan shelled Tine.")
    said = desk.say(
        "Chad", "responsibility since Sudan shelled Tine", "denied", CHAD, principal=CHAD, act="deny", polarity="denies"
    )
    assert stance(tell(desk, "shelled", "shelling", SUDAN, None, statement=said), said, CODEBOOK) == "asserts"


def test_to_speak_of_tension_leaves_open_what_happened() -> None:
    for factuality in ("certain+", "certain-"):
        desk = report("a", "There was a border dispute.")
        dispute = tell(desk, "dispute", "border_dispute", CHAD, None, factuality=factuality)
        assert stance(dispute, None, CODEBOOK) == "open"


def test_no_state_accuses_itself() -> None:
    desk = report("a", "The ministry accused Sudan of shelling Tine.")
    said = desk.say("The ministry", "Sudan of shelling Tine", "accused", SUDAN, principal=SUDAN, act="accuse")
    deed = tell(desk, "shelling", "shelling", SUDAN, CHAD, statement=said)
    assert stance(deed, said, CODEBOOK) == "open"
    theirs = tell(desk, "shelling", "shelling", CHAD, SUDAN, statement=said)
    assert stance(theirs, said, CODEBOOK) == "asserts"
