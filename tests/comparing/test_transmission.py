from standoff.model.event import Argument
from tests.newsroom import CHAD, SUDAN, figure, report, tell


def denial(path: str, content: str, channel: str | None = None):
    desk = report(path, f"Chad said {content}.", publisher=path)
    said = desk.say("Chad", content, "said", CHAD, principal=CHAD, act="deny", polarity="denies", channel=channel)
    tell(desk, "fired", "firing", CHAD, SUDAN, statement=said, factuality="certain-")
    return desk


def test_a_narrowing_word_in_one_rendering_only_is_told(outcome) -> None:
    one = denial("a", "its guards never fired aimed shots across the river near Tine")
    other = denial("b", "its guards never fired shots across the river near Tine")
    (found,) = [d for d in outcome(one, other).discrepancies if d.slot == "wording"]
    assert found.kind == "transmission"
    assert "only one has “aimed”" in found.explanation


def test_two_posts_for_the_same_words_are_told_and_a_statement_beside_a_post_is_not(outcome) -> None:
    words = "its guards never fired shots across the river near Tine"
    posts = outcome(denial("a", words, "twitter"), denial("b", words, "facebook"))
    assert [d.kind for d in posts.discrepancies if d.slot == "channel"] == ["transmission"]
    plain = outcome(denial("a", words, "twitter"), denial("b", words, "statement"))
    assert not [d for d in plain.discrepancies if d.slot == "channel"]


def test_claims_on_channels_are_among_the_claims(outcome) -> None:
    words = "its guards never fired shots across the river near Tine"
    made = outcome(denial("a", words, "twitter"), denial("b", words, "facebook"))
    ids = {claim.id for claim in made.claims}
    assert all(set(found.claims) <= ids for found in made.discrepancies)


def test_the_speaker_is_not_the_subject_of_his_words(outcome) -> None:
    def quoted(path: str, actor, words: str):
        desk = report(
            path, f"“The guards stopped the convoy and drove the lorries north,” said {words}.", publisher=path
        )
        content = "The guards stopped the convoy and drove the lorries north"
        said = desk.say(words, content, "said", SUDAN, principal=SUDAN, directness="direct")
        span = desk.span(words) if actor == SUDAN else desk.span("The guards")
        tell(desk, "stopped", "incursion", None, None, statement=said, extra=[Argument("actor", span, actor)])
        return desk

    made = outcome(quoted("a", CHAD, "an officer"), quoted("b", SUDAN, "an officer"))
    assert not [d for d in made.discrepancies if d.slot == "subject"]


def charge(path: str, number: str, low: int, published: str = "2023-06-15"):
    content = f"guards stopped the convoy near Tine and killed {number} drivers before they drove the lorries north"
    desk = report(path, f"Chad said {content}.", published, publisher=path)
    said = desk.say("Chad", content, "said", CHAD, principal=CHAD, act="accuse")
    tell(desk, "killed", "killing", SUDAN, CHAD, statement=said, extra=[figure(desk, number, "killed", low, low)])
    return desk


def test_a_figure_that_a_copy_gives_otherwise_arose_on_the_way(outcome) -> None:
    found = [d for d in outcome(charge("a", "two", 2), charge("b", "three", 3)).discrepancies if d.slot == "killed"]
    assert "transmission" in [d.kind for d in found]
    same = outcome(charge("a", "two", 2), charge("b", "two", 2)).discrepancies
    assert not [d for d in same if d.slot == "killed"]
    later = outcome(charge("a", "two", 2), charge("b", "three", 3, "2023-06-17")).discrepancies
    assert "transmission" not in [d.kind for d in later if d.slot == "killed"]
