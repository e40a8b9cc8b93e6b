from standoff.comparing.utterances import REACH, Same, echoes, laid_out, placed, renderings, weighing
from standoff.model.entity import PartyRef
from standoff.model.reach import pairs
from tests.newsroom import CHAD, SUDAN, report


def same_utterances(given) -> tuple[Same, ...]:
    found = renderings(given.record, given.codebook, weighing(given.codebook))
    return laid_out(echoes(found, pairs(placed(found), REACH)), given)


def said(path: str, content: str, source=SUDAN, published: str = "2023-06-16"):
    desk = report(path, f"{source.name} said: {content}", published, publisher=path)
    desk.say(source.name, content, "said", source, principal=source)
    return desk


QUOTED = "that “not one of our soldiers has left the valley” since May"


def test_a_quoted_run_of_words_is_one_utterance(given) -> None:
    other = "“not one of our soldiers has left the valley,” as rumours had it"
    (same,) = same_utterances(given(said("a", QUOTED), said("b", other)))
    assert same.quoted


def test_a_paraphrase_with_most_of_the_words_is_one_utterance(given) -> None:
    one = "the garrison would withdraw immediately from the northern valley"
    other = "a withdrawal of the garrison from the northern valley, immediately"
    (same,) = same_utterances(given(said("a", one), said("b", other)))
    assert not same.quoted


def test_other_speakers_days_and_words_are_other_utterances(given) -> None:
    assert not same_utterances(given(said("a", QUOTED), said("b", QUOTED, CHAD)))
    assert not same_utterances(given(said("a", QUOTED), said("b", QUOTED, SUDAN, "2023-07-30")))
    assert not same_utterances(given(said("a", QUOTED), said("b", "grain had become dear in the capital's markets")))


def test_one_report_does_not_render_itself(given) -> None:
    desk = said("a", QUOTED)
    desk.say("Sudan", "not one of our soldiers has left the valley", "said", SUDAN, principal=SUDAN)
    assert not same_utterances(given(desk))


def test_unnamed_speakers_of_two_reports_are_not_one(given) -> None:
    police = PartyRef(None, "police", None, "group")
    desks = [report(name, f"Police said gunmen attacked the police station of {name}.") for name in ("Tine", "Bahai")]
    for desk, name in zip(desks, ("Tine", "Bahai"), strict=True):
        desk.say("Police", f"gunmen attacked the police station of {name}", "said", police)
    assert not same_utterances(given(*desks))
