from dataclasses import dataclass

from standoff.comparing.claims import claims
from standoff.comparing.replies import replies
from standoff.joining.join import join
from tests.newsroom import CHAD, SUDAN, report, tell

TEXT = (
    "Sudan said Chadian troops crossed near Tine. {between} "
    "Sudan also said that Chadian guns shelled Nyala. Chad rejected {denied}."
)


@dataclass(frozen=True)
class Case:
    crossing: list
    shelling: list
    denial: object


def case(codebook, given, denied: str, between: str = "") -> tuple[object, Case]:
    desk = report("a", TEXT.format(denied=denied, between=between))
    one = desk.say("Sudan", "Chadian troops crossed near Tine", "said", SUDAN, principal=SUDAN)
    other = desk.say("Sudan", "Chadian guns shelled Nyala", "said that", SUDAN, principal=SUDAN)
    tell(desk, "crossed", "incursion", CHAD, SUDAN, statement=one)
    tell(desk, "shelled", "shelling", CHAD, SUDAN, statement=other)
    desk.say("Chad", denied, "rejected", CHAD, principal=CHAD, act="reject", polarity="denies")
    held = given(desk)
    made = claims(join(held.record, codebook).incidents, held)
    occurred = [claim for claim in made if claim.slot == "occurred" and claim.event]
    denial = next(claim for claim in made if claim.quote.quote == denied)
    by_type = {str(claim.value["type"]): [claim] for claim in occurred}
    return replies(made, codebook), Case(by_type["incursion"], by_type["shelling"], denial)


def test_a_bare_denial_answers_what_stands_just_before_it(codebook, given) -> None:
    told, found = case(codebook, given, "the claim", "Nothing else was known for days. " * 20)
    assert told.answers(found.denial, found.shelling, "TCD")


def test_a_denial_that_names_something_answers_what_names_it_too(codebook, given) -> None:
    told, found = case(codebook, given, "the claim that guns shelled anyone")
    assert told.answers(found.denial, found.shelling, "TCD")
    assert not told.answers(found.denial, found.crossing, "TCD")


def test_without_an_assertion_in_the_report_nothing_is_answered(codebook, given) -> None:
    told, found = case(codebook, given, "the claim")
    assert not told.answers(found.denial, [], "TCD")
