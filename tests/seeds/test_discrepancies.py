"""What must come out of the five seed reports: where they differ, and where they only seem to."""

from tests.seeds.conftest import Outcome


def test_the_advance_is_asserted_and_denied(seeds: Outcome) -> None:
    advance = seeds.incident_of("000", "invaded Armenian territory", "invasion")
    (found,) = [d for d in seeds.discrepancies("occurred") if d.incident == advance.id]
    assert found.kind == "contradiction"
    assert "Azerbaijan denies it" in found.explanation


def test_only_the_advances_of_2021_and_2022_are_contested(seeds: Outcome) -> None:
    contested = {seeds.file(document)[:3] for d in seeds.discrepancies("occurred") for document in d.documents}
    assert len(seeds.discrepancies("occurred")) <= 2
    assert contested <= {"000", "001", "002", "003", "004"}


def test_three_kilometres_two_miles_and_several_kilometres_are_one_length(seeds: Outcome) -> None:
    (found,) = seeds.discrepancies("distance")
    assert found.kind == "granularity"
    assert {"3 kilometers", "several kilometers"} <= seeds.values(found)


def test_whose_border_troops_is_a_question_of_transmission(seeds: Outcome) -> None:
    (found,) = seeds.discrepancies("subject")
    assert found.kind == "transmission"
    assert {document[:3] for document in map(seeds.file, found.documents)} == {"000", "002"}


def test_a_tweet_in_one_report_is_a_facebook_post_in_another(seeds: Outcome) -> None:
    (found,) = seeds.discrepancies("channel")
    assert found.kind == "transmission"
    assert {seeds.file(document) for document in found.documents} == {"001", "003"}


def test_6000_against_6500_dead_cannot_both_hold(seeds: Outcome) -> None:
    kinds = {found.kind: seeds.values(found) for found in seeds.discrepancies("killed")}
    assert any("6,000" in words for words in kinds["disagreement"])
    assert any("6,500" in words for words in kinds["disagreement"])


def test_tens_of_thousands_and_30000_dead_are_one_figure_at_two_precisions(seeds: Outcome) -> None:
    (found,) = [d for d in seeds.discrepancies("killed") if any("30,000" in words for words in seeds.values(d))]
    assert found.kind == "granularity"
    assert any("tens of thousands" in words for words in seeds.values(found))


def test_thousands_on_both_sides_are_all_the_dead_at_another_precision(seeds: Outcome) -> None:
    found = [d for d in seeds.discrepancies("killed") if "thousands" in seeds.values(d)]
    assert [d.kind for d in found] == ["granularity"]


def test_44_days_and_six_weeks_are_no_conflict(seeds: Outcome) -> None:
    assert all(found.kind == "granularity" for found in seeds.discrepancies("duration"))


def test_wednesday_happened_and_thursday_said_are_two_clocks(seeds: Outcome) -> None:
    assert not seeds.discrepancies("time")


def test_an_appeal_to_the_alliance_and_no_help_asked_of_the_president_are_two_scopes(seeds: Outcome) -> None:
    labels = {incident.id: incident.type for incident in seeds.analysed.joined.incidents}
    appeals = {"appeal_for_help", "request", "request_consultations", "urge_talks", "invocation"}
    assert not [d for d in seeds.discrepancies("occurred") if labels[d.incident] in appeals]


def test_few_discrepancies_are_reported_so_that_each_can_be_believed(seeds: Outcome) -> None:
    assert len(seeds.analysed.compared.discrepancies) <= 12
