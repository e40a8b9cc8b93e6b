from tests.newsroom import CHAD, SUDAN, day, report, tell


def freed(path: str, words: str):
    desk = report(path, f"Chad freed 15 {words} at the border on Monday.", publisher=path)
    tell(desk, "freed", "release", CHAD, SUDAN, happened=day("2023-06-12"))
    return desk


def test_two_standings_of_the_same_men_differ(outcome) -> None:
    (found,) = outcome(freed("a", "prisoners of war"), freed("b", "detained Sudanese")).discrepancies
    assert (found.slot, found.kind) == ("status", "disagreement")
    assert "prisoners of war" in found.explanation


def test_two_words_for_one_standing_do_not(outcome) -> None:
    assert not outcome(freed("a", "prisoners of war"), freed("b", "POWs")).discrepancies


def test_a_word_in_a_sentence_about_something_else_gives_no_standing(outcome) -> None:
    desk = report("a", "Terrorists shelled Tine.")
    tell(desk, "shelled", "shelling", CHAD, SUDAN)
    assert not [claim for claim in outcome(desk).claims if claim.slot == "status"]
