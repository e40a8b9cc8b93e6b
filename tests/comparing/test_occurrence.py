from tests.newsroom import CHAD, EGYPT, SUDAN, TINE, day, report, tell


def test_what_was_prevented_is_not_denied(outcome) -> None:
    text = "Sudan said Chadian troops took Tine. A truce prevented Chad from taking the town."
    desk = report("a", text)
    said = desk.say("Sudan", "Chadian troops took Tine", "said", SUDAN, principal=SUDAN)
    tell(desk, "took", "territory_taken", CHAD, SUDAN, statement=said, place=TINE)
    tell(desk, "taking", "territory_taken", CHAD, SUDAN, factuality="certain-", place=TINE)
    assert not outcome(desk).discrepancies


def test_a_report_that_denies_in_so_many_words_is_told(outcome) -> None:
    text = "Sudan said Chadian troops took Tine. Chadian troops did not take Tine."
    desk = report("a", text)
    said = desk.say("Sudan", "Chadian troops took Tine", "said", SUDAN, principal=SUDAN)
    tell(desk, "took", "territory_taken", CHAD, SUDAN, statement=said, place=TINE)
    tell(desk, "take Tine", "territory_taken", CHAD, SUDAN, factuality="certain-", place=TINE)
    assert [d.kind for d in outcome(desk).discrepancies] == ["contradiction"]


def test_talks_that_a_party_would_not_join_contradict_no_other_talks(outcome) -> None:
    text = "Egypt and Sudan talked. Sudan declined to talk of grain."
    desk = report("a", text)
    tell(desk, "talked", "talks", EGYPT, SUDAN)
    said = desk.say("Sudan", "to talk of grain", "declined", SUDAN, principal=SUDAN, act="reject", polarity="denies")
    tell(desk, "talk of", "talks", SUDAN, EGYPT, statement=said, factuality="certain-")
    assert not outcome(desk).discrepancies


def test_speakers_of_one_side_can_contradict_each_other(outcome) -> None:
    desk = report("a", "The army said shells fell on Tine. The governor said no shells fell on Tine.")
    army = SUDAN.__class__("SDN/army", "Sudanese army", "SDN", "armed_force")
    governor = SUDAN.__class__("SDN/governor", "Governor", "SDN", "person")
    one = desk.say("The army", "shells fell on Tine", "said", army, principal=SUDAN)
    other = desk.say(
        "The governor", "no shells fell on Tine", "said", governor, principal=SUDAN, polarity="denies", act="deny"
    )
    tell(desk, "fell", "shelling", CHAD, None, statement=one, place=TINE)
    tell(desk, "no shells", "shelling", CHAD, None, statement=other, place=TINE, factuality="certain-")
    assert [d.kind for d in outcome(desk).discrepancies] == ["contradiction"]


def test_who_denies_losses_does_not_deny_the_shots(outcome) -> None:
    desk = report(
        "a", "Sudan said Chadian troops fired on Tine. Chad said there were no dead among the troops at Tine."
    )
    one = desk.say("Sudan", "Chadian troops fired on Tine", "said", SUDAN, principal=SUDAN)
    other = desk.say("Chad", "there were no dead among the troops at Tine", "said there", CHAD, principal=CHAD)
    tell(desk, "fired", "firing", CHAD, SUDAN, statement=one, place=TINE)
    tell(desk, "dead", "casualties", None, CHAD, statement=other, place=TINE, factuality="certain-")
    assert not outcome(desk).discrepancies


def test_a_denial_of_something_else_named_answers_nothing(outcome) -> None:
    text = "Sudan said Chadian troops fired on Tine. Chad rejected the statements about the power line."
    desk = report("a", text)
    one = desk.say("Sudan", "Chadian troops fired on Tine", "said", SUDAN, principal=SUDAN)
    desk.say(
        "Chad", "the statements about the power line", "rejected", CHAD, principal=CHAD, act="reject", polarity="denies"
    )
    tell(desk, "fired", "firing", CHAD, SUDAN, statement=one, place=TINE)
    assert not outcome(desk).discrepancies


def test_what_shall_not_happen_again_is_not_denied(outcome) -> None:
    text = "Sudan said Chadian troops fired on Tine. Chad said it would ensure that shots are not fired on Tine again."
    desk = report("a", text)
    one = desk.say("Sudan", "Chadian troops fired on Tine", "said", SUDAN, principal=SUDAN)
    other = desk.say("Chad", "it would ensure that shots are not fired on Tine again", "would", CHAD, principal=CHAD)
    tell(desk, "fired", "firing", CHAD, SUDAN, statement=one, place=TINE)
    tell(desk, "shots are not fired", "firing", CHAD, SUDAN, statement=other, place=TINE, factuality="certain-")
    assert not outcome(desk).discrepancies


def test_what_a_report_tells_itself_is_not_set_against_a_denial_of_something_else(outcome) -> None:
    desk = report("a", "There was a provocation at Tine, but Chad said that there was no shelling at Tine.")
    tell(desk, "provocation", "provocation", None, None, place=TINE)
    said = desk.say(
        "Chad", "there was no shelling at Tine", "said", CHAD, principal=CHAD, act="deny", polarity="denies"
    )
    tell(desk, "shelling", "shelling", None, None, statement=said, factuality="certain-", place=TINE)
    assert not [d for d in outcome(desk).discrepancies if d.slot == "occurred"]


def test_what_is_called_no_excuse_for_a_deed_does_not_deny_it(outcome) -> None:
    text = "Sudan said Chadian troops fired on Tine. Chad said a raid was no justification for the fire on Tine."
    desk = report("a", text)
    one = desk.say("Sudan", "Chadian troops fired on Tine", "said", SUDAN, principal=SUDAN)
    other = desk.say("Chad", "a raid was no justification for the fire on Tine", "said a", CHAD, principal=CHAD)
    tell(desk, "fired", "firing", CHAD, SUDAN, statement=one, place=TINE)
    tell(desk, "fire on Tine", "firing", CHAD, SUDAN, statement=other, place=TINE, factuality="certain-")
    assert not outcome(desk).discrepancies


def test_who_calls_reports_of_a_deed_disinformation_denies_it(outcome) -> None:
    text = "Sudan said Chadian troops fired on Tine. Egypt said that reports of fire on Tine were disinformation."
    desk = report("a", text)
    one = desk.say("Sudan", "Chadian troops fired on Tine", "said", SUDAN, principal=SUDAN)
    content = "that reports of fire on Tine were disinformation"
    other = desk.say("Egypt", content, "said that", EGYPT, principal=EGYPT, act="deny", polarity="denies")
    tell(desk, "fired", "firing", CHAD, SUDAN, statement=one, place=TINE)
    tell(desk, "fire on Tine", "firing", CHAD, SUDAN, statement=other, place=TINE)
    (found,) = outcome(desk).discrepancies
    assert "Sudan says so" in found.explanation
    assert "Egypt denies it" in found.explanation


def test_a_side_that_mostly_asserts_is_not_put_among_those_who_deny(outcome) -> None:
    text = (
        "Sudan said Chadian troops fired on Tine. Sudan said Chadian guns shelled Tine. "
        "Sudan said Chad did not shoot at Tine twice. Chad said it opened no fire on Tine."
    )
    desk = report("a", text)
    for content, trigger, kind, factuality in (
        ("Chadian troops fired on Tine", "fired", "firing", "certain+"),
        ("Chadian guns shelled Tine", "shelled", "firing", "certain+"),
        ("Chad did not shoot at Tine twice", "shoot", "firing", "certain-"),
    ):
        said = desk.say("Sudan", content, "said", SUDAN, principal=SUDAN)
        tell(desk, trigger, kind, CHAD, SUDAN, statement=said, place=TINE, factuality=factuality)
    content = "it opened no fire on Tine"
    said = desk.say("Chad", content, "said", CHAD, principal=CHAD, act="deny", polarity="denies")
    tell(desk, "opened no fire", "firing", CHAD, SUDAN, statement=said, place=TINE, factuality="certain-")
    found = [d for d in outcome(desk).discrepancies if d.slot == "occurred"]
    assert [("Sudan says so" in d.explanation, "Chad denies it" in d.explanation) for d in found] == [(True, True)]


def test_who_says_that_his_own_were_not_hurt_does_not_deny_that_others_were(outcome) -> None:
    one = report("a", "Sudan said a blast at Tine wounded many Sudanese.", publisher="a")
    two = report("b", "Egypt said that no Egyptian was hurt in the blast at Tine.", publisher="b")
    said = one.say("Sudan", "a blast at Tine wounded many Sudanese", "said", SUDAN, principal=SUDAN)
    tell(one, "wounded", "wounding", None, SUDAN, statement=said, place=TINE)
    said = two.say("Egypt", "that no Egyptian was hurt in the blast at Tine", "said", EGYPT, principal=EGYPT,
                   polarity="denies", act="deny")  # fmt: skip
    tell(two, "hurt", "wounding", None, EGYPT, statement=said, place=TINE, factuality="certain-")
    assert not [d for d in outcome(one, two).discrepancies if d.slot == "occurred"]


def test_what_could_not_be_done_without_help_was_done(outcome) -> None:
    text = "Chad said it struck Tine. Sudan said Chad could not have struck Tine without help."
    desk = report("a", text)
    one = desk.say("Chad", "it struck Tine", "said", CHAD, principal=CHAD)
    content = "Chad could not have struck Tine without help"
    other = desk.say("Sudan", content, "said Chad", SUDAN, principal=SUDAN)
    tell(desk, "struck", "airstrike", CHAD, SUDAN, statement=one, place=TINE)
    tell(desk, "have struck", "airstrike", CHAD, SUDAN, statement=other, place=TINE, factuality="certain-")
    assert not outcome(desk).discrepancies


def test_a_denial_ends_at_a_semicolon(outcome) -> None:
    text = "Sudan said five were killed in Tine. Chad said no plane was lost; five killed in Tine."
    desk = report("a", text)
    one = desk.say("Sudan", "five were killed in Tine", "said", SUDAN, principal=SUDAN)
    other = desk.say("Chad", "no plane was lost; five killed in Tine", "said no", CHAD, principal=CHAD)
    tell(desk, "killed", "killing", CHAD, SUDAN, statement=one, place=TINE)
    tell(desk, "five killed", "killing", CHAD, SUDAN, statement=other, place=TINE, factuality="certain-")
    assert not outcome(desk).discrepancies


def shelled(path: str, source, words: str, published: str, **fields):
    desk = report(path, f"{source.name} said {words}.", published, publisher=path)
    said = desk.say(source.name, words, "said", source, principal=source, polarity=fields.pop("polarity", "asserts"))
    tell(desk, fields.pop("trigger"), "shelling", CHAD, SUDAN, statement=said, **fields)
    return desk


def test_a_denial_of_no_day_long_after_is_of_something_else(outcome) -> None:
    one = shelled("a", SUDAN, "Chad shelled Tine", "2023-06-12", trigger="shelled", happened=day("2023-06-12"))
    words = {"polarity": "denies", "trigger": "shelled any", "factuality": "certain-"}
    said = "it has not shelled any town after the truce"
    kinds = [d.kind for d in outcome(one, shelled("b", CHAD, said, "2023-06-13", **words)).discrepancies]
    assert set(kinds) <= {"contradiction"}
    assert not outcome(one, shelled("b", CHAD, said, "2023-06-25", **words)).discrepancies


def test_a_denial_answers_what_its_own_report_charges_not_another_days_shots(outcome) -> None:
    old = report("a", "Sudan said Chadian troops opened fire at a patrol.", "2023-06-14")
    said = old.say("Sudan", "Chadian troops opened fire at a patrol", "said", SUDAN, principal=SUDAN)
    tell(old, "opened fire", "firing", CHAD, SUDAN, statement=said)
    desk = report("b", "Sudan said the airfield was hit by Chadian shells. Chad denied firing at the airfield.")
    said = desk.say("Sudan", "the airfield was hit by Chadian shells", "said", SUDAN, principal=SUDAN)
    tell(desk, "hit", "firing", CHAD, SUDAN, statement=said)
    no = desk.say("Chad", "firing at the airfield", "denied", CHAD, principal=CHAD, act="deny", polarity="denies")
    tell(desk, "firing at", "firing", CHAD, SUDAN, statement=no, factuality="certain-")
    (found,) = outcome(old, desk).discrepancies
    assert found.documents == (desk.document.id,)


def test_a_denial_of_any_losses_answers_a_count_of_the_dead(outcome) -> None:
    desk = report(
        "a", "Sudan said the strike killed seven people in Tine. Chad denied any civilian casualties in Tine."
    )
    said = desk.say("Sudan", "the strike killed seven people in Tine", "said", SUDAN, principal=SUDAN)
    tell(desk, "strike", "airstrike", CHAD, SUDAN, statement=said, place=TINE)
    tell(desk, "killed", "killing", CHAD, None, statement=said, place=TINE)
    no = desk.say(
        "Chad", "any civilian casualties in Tine", "denied", CHAD, principal=CHAD, act="deny", polarity="denies"
    )
    tell(desk, "casualties", "casualties", CHAD, None, statement=no, factuality="certain-", place=TINE)
    assert [d.kind for d in outcome(desk).discrepancies] == ["contradiction"]
