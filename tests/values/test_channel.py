from standoff.values import channel


def outcome(one: str, other: str) -> str:
    return channel.compare(channel.parse(one), channel.parse(other)).outcome


def test_two_posts_exclude_each_other() -> None:
    assert outcome("twitter", "facebook") == "conflicting"


def test_a_family_holds_its_members_and_a_generic_word_holds_any() -> None:
    assert outcome("social media", "twitter") == "compatible"
    assert outcome("statement", "twitter") == "compatible"
    assert outcome("phone call", "phone call") == "same"


def test_a_channel_is_shown_in_plain_words() -> None:
    assert channel.show(channel.parse("facebook post")) == "facebook post"
    assert channel.show(channel.parse("twitter")) == "Twitter (X)"
    assert channel.named("press conference") == "press conference"
