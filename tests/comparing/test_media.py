import pytest

from standoff.codebook.load import load
from standoff.comparing.media import rendered_channel
from tests.newsroom import SUDAN, report

NOUNS = load().acts.channel_nouns


@pytest.mark.parametrize(
    ("content", "channel", "words"),
    [
        ("the army to leave the valley in a tweet after the call", "twitter", "the army to leave the valley "),
        ("the army to leave, on his Facebook page", "facebook", "the army to leave, "),
        ("the army to leave the valley", None, "the army to leave the valley"),
    ],
)
def test_a_channel_named_behind_the_words_is_no_part_of_them(content: str, channel: str | None, words: str) -> None:
    desk = report("a", f"Sudan urged {content}.")
    said = desk.say("Sudan", content, "urged", SUDAN, principal=SUDAN)
    assert rendered_channel(said, NOUNS) == (channel, words)


def test_a_channel_that_is_known_stays() -> None:
    desk = report("a", "Sudan urged the army to leave in a tweet.")
    said = desk.say("Sudan", "the army to leave in a tweet", "urged", SUDAN, channel="email")
    assert rendered_channel(said, NOUNS)[0] == "email"
