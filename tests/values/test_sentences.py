from standoff.values.sentences import sentences

TEXT = "The U.S. envoy left. “Nothing was signed,” he said.\n\nShells fell at 3.5 km. “Go!” she cried."


def around(words: str) -> str:
    start, stop = sentences(TEXT).around(TEXT.index(words))
    return TEXT[start:stop]


def test_sentences_end_at_stops_and_line_breaks() -> None:
    assert around("envoy") == "The U.S. envoy left."
    assert around("signed") == "“Nothing was signed,” he said."
    assert around("3.5") == "Shells fell at 3.5 km."


def test_a_wrapped_line_goes_on_and_a_block_ends() -> None:
    text = "Troops of the\ngarrison left.\nHeadline without a stop\nMore text here."
    start, stop = sentences(text).around(text.index("garrison"))
    assert text[start:stop] == "Troops of the\ngarrison left."
    edge = text.index("More")
    start, stop = sentences(text, (edge,)).around(text.index("Headline"))
    assert text[start:stop] == "Headline without a stop"


def test_an_empty_or_endless_text_is_one_sentence() -> None:
    assert sentences("").around(0) == (0, 1)
    assert sentences("a" * 10_000).around(5_000) == (0, 10_000)


def test_paragraphs_run_together_are_told_apart() -> None:
    text = "It began in the 1990s.The truce held until May.”On Monday he left St.Petersburg for www.site.com and Gen.X."
    starts = sentences(text).starts
    assert [text[start : start + 6] for start in starts] == ["It beg", "The tr", "On Mon"]


def test_initials_end_a_sentence_but_a_single_one_does_not() -> None:
    text = "He spoke for the SPLM-IO. A convoy left. J. Doe of the U.S. Army saw it."
    starts = sentences(text).starts
    assert [text[start : start + 6] for start in starts] == ["He spo", "A conv", "J. Doe"]
