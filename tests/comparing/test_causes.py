from standoff.comparing.causes import causes
from standoff.values.sentences import sentences_of
from tests.newsroom import CHAD, FRANCE, SUDAN, report, tell


def found(codebook, text: str, trigger: str = "killed") -> list[str]:
    desk = report("a", text)
    event = tell(desk, trigger, "killing", None, SUDAN)
    document = desk.document
    return [str(value["normal"]) for _, value in causes(event, document, sentences_of(document), codebook)]


def test_causes_are_found_around_losses(codebook) -> None:
    assert found(codebook, "A soldier was killed in an accident. A mine lay elsewhere.") == ["accident"]
    assert found(codebook, "Troops intentionally shot and killed a herder.") == ["intent"]
    assert found(codebook, "He was killed when he drove on a mine.") == ["mine"]


def test_a_denied_cause_is_none(codebook) -> None:
    assert found(codebook, "He was killed, and it was no accident.") == []


def test_two_sides_that_name_other_causes_disagree(outcome) -> None:
    def death(path: str, words: str, source) -> object:
        desk = report(path, f"{source.name} said a Sudanese soldier was killed {words} near Tine.", publisher=path)
        content = f"a Sudanese soldier was killed {words} near Tine"
        said = desk.say(source.name, content, "said", source, principal=source)
        tell(desk, "killed", "killing", None, SUDAN, statement=said)
        return desk

    made = outcome(death("a", "by a sniper", SUDAN), death("b", "in an accident", CHAD))
    (one,) = [d for d in made.discrepancies if d.slot == "cause"]
    assert one.kind == "disagreement"
    same = outcome(death("a", "in an accident", FRANCE), death("b", "in a mishap", CHAD))
    assert not [d for d in same.discrepancies if d.slot == "cause"]
