from tests.newsroom import CHAD, FRANCE, SUDAN, day, report, tell


def call(path: str, source, other, about: str, tail: str = ""):
    desk = report(path, f"{source.name} said it spoke by phone with {other.name} about {about}.{tail}", publisher=path)
    content = f"it spoke by phone with {other.name} about {about}"
    said = desk.say(source.name, content, "said", source, principal=source)
    tell(desk, "spoke", "phone_call", source, other, statement=said, happened=day("2023-06-15"))
    return desk


def matters(outcome, *desks):
    return [d for d in outcome(*desks).discrepancies if d.slot == "matters"]


def test_each_readout_names_what_the_other_leaves_out(outcome) -> None:
    found = matters(outcome, call("a", CHAD, SUDAN, "prisoners"), call("b", SUDAN, CHAD, "trade"))
    assert [d.kind for d in found] == ["granularity"]
    assert found[0].explanation == (
        "Two readouts of one contact: Sudan names trade, which Chad leaves out; "
        "Chad names prisoners, which Sudan leaves out."
    )


def test_readouts_that_name_the_same_do_not_differ(outcome) -> None:
    assert not matters(outcome, call("a", CHAD, SUDAN, "a truce"), call("b", SUDAN, CHAD, "a ceasefire"))


def test_a_readout_that_only_leaves_out_weighs_less(outcome) -> None:
    less = matters(outcome, call("a", CHAD, SUDAN, "prisoners and trade"), call("b", SUDAN, CHAD, "trade"))
    more = matters(outcome, call("a", CHAD, SUDAN, "prisoners"), call("b", SUDAN, CHAD, "trade"))
    assert len(less) == 1
    assert less[0].score < more[0].score
    assert "Sudan names" not in less[0].explanation


def test_who_took_no_part_gives_no_readout(outcome) -> None:
    desk = report("c", "France said the call between Chad and Sudan was about trade.", publisher="c")
    said = desk.say("France", "the call between Chad and Sudan was about trade", "said", FRANCE, principal=FRANCE)
    tell(desk, "call", "phone_call", CHAD, SUDAN, statement=said, happened=day("2023-06-15"))
    assert not matters(outcome, call("a", CHAD, SUDAN, "prisoners"), desk)


def test_what_a_side_says_of_other_things_behind_a_call_is_no_readout(outcome) -> None:
    tail = " Since then Sudan demands a withdrawal."
    desk = call("b", CHAD, SUDAN, "trade", tail)
    desk.say("Sudan", "a withdrawal", "demands", SUDAN, principal=SUDAN)
    assert not matters(outcome, desk)


def test_who_tells_of_the_two_leaders_behind_a_call_gives_a_readout(outcome) -> None:
    desk = report("b", "Chad and Sudan spoke by phone. Chad said the two leaders discussed prisoners. "
                  "Sudan said they discussed trade.")  # fmt: skip
    tell(desk, "spoke", "phone_call", CHAD, SUDAN, happened=day("2023-06-15"))
    desk.say("Chad said", "the two leaders discussed prisoners", "said the", CHAD, principal=CHAD)
    desk.say("Sudan said", "they discussed trade", "said they", SUDAN, principal=SUDAN)
    (found,) = matters(outcome, desk)
    assert "Chad names prisoners, which Sudan leaves out" in found.explanation


def test_what_a_side_names_of_a_call_with_somebody_else_is_not_set_against_this_one(outcome) -> None:
    desks = [call("a", CHAD, FRANCE, "prisoners"), call("b", SUDAN, CHAD, "trade"), call("c", FRANCE, SUDAN, "mines")]
    for found in matters(outcome, *desks):
        assert "prisoners, which Sudan" not in found.explanation


def test_who_denies_that_a_matter_came_up_does_not_name_it(outcome) -> None:
    denying = report("b", "Sudan denied that trade came up in the call with Chad about prisoners.", publisher="b")
    said = denying.say(
        "Sudan", "trade came up in the call with Chad about prisoners", "denied that", SUDAN, principal=SUDAN,
        act="deny", polarity="denies",
    )  # fmt: skip
    tell(denying, "call", "phone_call", SUDAN, CHAD, statement=said, happened=day("2023-06-15"))
    assert not matters(outcome, call("a", CHAD, SUDAN, "prisoners"), denying)


def test_a_sides_own_page_goes_on_about_the_call_up_to_another_one(outcome) -> None:
    text = "Chad and Sudan spoke by phone. The two discussed trade. Chad and France spoke by phone of prisoners."
    page = report("p", text, publisher="Presidency of Chad")
    tell(page, "spoke", "phone_call", CHAD, SUDAN, happened=day("2023-06-15"))
    tell(page, "phone of prisoners", "phone_call", CHAD, FRANCE, happened=day("2023-06-15"))
    (found,) = matters(outcome, page, call("b", SUDAN, CHAD, "grain"))
    assert "Chad names trade, which" in found.explanation
    newsroom = report("n", text, publisher="Tine Gazette")
    tell(newsroom, "spoke", "phone_call", CHAD, SUDAN, happened=day("2023-06-15"))
    assert not matters(outcome, newsroom, call("b", SUDAN, CHAD, "grain"))
