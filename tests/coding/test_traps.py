"""Keep the sentences right that event coders are known to get wrong."""

from __future__ import annotations

from tests.coding.conftest import Coder
from tests.coding.said import at, only, types, who


def test_an_urged_withdrawal_is_a_request_not_a_retreat(coded: Coder) -> None:
    events = coded("France urged Azerbaijan to withdraw its troops from Armenian territory.")
    request = only(events, "REQUEST", "yield")
    assert request.type == "urge_withdrawal"
    assert who(request) == {"FRA"}
    assert who(request, "recipient") == {"AZE"}
    withdrawal = only(events, "RETREAT", "withdraw")
    assert (withdrawal.frame, withdrawal.factuality) == ("hypothetical", "unknown")
    assert who(withdrawal) == {"AZE"}


def test_a_call_on_somebody_to_leave_is_the_same_request(coded: Coder) -> None:
    events = coded("The president called on Rwanda to withdraw immediately from Congolese territory in a tweet.")
    assert who(only(events, "REQUEST", "yield"), "recipient") == {"RWA"}
    assert only(events, "RETREAT").frame == "hypothetical"


def test_a_denied_occupation_is_a_denial_with_a_denied_event_in_it(coded: Coder) -> None:
    events = coded("Azerbaijan denied occupation of Armenia.")
    denial = at(events, "denied")
    assert (denial.type, denial.cameo, who(denial)) == ("denial", "015", {"AZE"})
    occupation = at(events, "occupation")
    assert occupation.factuality == "certain-"
    assert occupation.statement is not None


def test_help_not_asked_for_is_no_appeal(coded: Coder) -> None:
    appeal = only(coded("Pashinyan did not ask Putin for help, the Kremlin said."), "REQUEST")
    assert (appeal.type, appeal.factuality) == ("appeal_for_help", "certain-")


def test_the_minsk_group_is_not_belarus(coded: Coder) -> None:
    events = coded("The Minsk Group mediated between Armenia and Azerbaijan in Vienna.")
    assert events
    assert all("BLR" not in who(e) | who(e, "recipient") for e in events)


def test_troops_that_did_not_cross_but_took_up_positions_occupied_nothing(coded: Coder) -> None:
    text = "Azerbaijan insisted that its troops did not cross into Armenia and took up positions on their own side."
    events = coded(text)
    assert at(events, "cross").factuality == "certain-"
    positions = at(events, "took up")
    assert (positions.type, positions.factuality, who(positions)) == ("taking_positions", "certain+", {"AZE"})
    assert not types(events) & {"occupation", "territory_taken"}


def test_must_withdraw_is_a_demand(coded: Coder) -> None:
    events = coded('"Ethiopian forces invaded our land. They must withdraw immediately," Sudan\'s prime minister said.')
    assert only(events, "REQUEST").type == "urge_withdrawal"
    assert only(events, "RETREAT").frame == "hypothetical"


def test_readiness_in_words_is_no_mobilisation(coded: Coder) -> None:
    events = coded('"We must be ready to protect our sovereign territory," the deputy prime minister said.')
    assert not [e for e in events if e.plover.type == "MOBILIZE" and e.frame == "actual"]


def test_an_accusation_holds_the_accused_deed_in_the_accuser_s_mouth(coded: Coder) -> None:
    events = coded("Moscow accused Ukraine of violating the ceasefire near Donetsk.")
    accusation = only(events, "ACCUSE")
    assert (who(accusation), who(accusation, "recipient")) == ({"RUS"}, {"UKR"})
    violation = at(events, "violating")
    assert (violation.type, who(violation)) == ("ceasefire_violation", {"UKR"})
    assert violation.statement is not None
    assert violation.factuality == "certain+"


def test_reportedly_stays_a_hedge(coded: Coder) -> None:
    case = at(coded("Armenia's prosecutor general has reportedly opened a criminal case."), "opened")
    assert (case.type, case.factuality) == ("criminal_case", "probable+")


def test_detachments_that_fired_on_positions_dismissed_nobody(coded: Coder) -> None:
    events = coded("Armed Chadian detachments fired on Sudanese army positions near Tine, the ministry reported.")
    assert at(events, "fired").type == "firing"
    assert at(coded("The president fired the general after the defeat."), "fired").type == "dismissal"


def test_soldiers_that_leave_positions_do_not_resign(coded: Coder) -> None:
    events = coded("The Ethiopians left their positions in some places, the premier said.")
    assert "resignation" not in types(events)
    assert "resignation" in types(coded("Three ministers left their posts."))


def test_weapons_not_named_as_chemical_are_no_chemical_attack(coded: Coder) -> None:
    assert "chemical_attack" not in types(coded("No weapons were used, the Kenyan ministry added."))
    assert "chemical_attack" in types(coded("The army used chemical weapons against the town."))


def test_movement_that_is_suppressed_is_no_repression(coded: Coder) -> None:
    assert "repression" not in types(coded("The movement of the lorries was suppressed, the ministry said."))


def test_what_a_statement_is_called_is_no_call_for_a_truce(coded: Coder) -> None:
    text = "Sudan's foreign ministry called a Chadian statement on a truce violation surprising and regrettable."
    assert not types(coded(text)) & {"urge_ceasefire", "request"}


def test_a_question_is_no_request(coded: Coder) -> None:
    assert "request" not in types(coded('"But who would tell us?" the farmer asked.'))
