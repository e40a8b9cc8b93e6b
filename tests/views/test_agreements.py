from standoff.model.agreement import Agreement, Clause
from standoff.views.agreements import ledgers


def test_a_ledger_names_who_accuses_whom(connection):
    (ledger,) = ledgers(connection, {})
    (entry,) = ledger.entries
    assert (entry.voice, entry.relation, entry.accused) == ("India", "alleges_violation", "Pakistan")
    assert entry.quote == "violated the ceasefire understanding of February 2021"
    assert entry.publisher == "Delhi Herald"


def test_an_agreement_goes_by_the_codebooks_name_and_clauses(connection):
    known = Agreement(
        "loc-2021", "Understanding of 2021", ("IND", "PAK"), "2021-02-25", clauses=(Clause("1", "Stop."),)
    )
    (ledger,) = ledgers(connection, {"loc-2021": known})
    assert ledger.name == "Understanding of 2021"
    assert ledger.clause_text("1") == "Stop."
    assert ledger.clause_text("9") is None


def test_an_incident_has_the_entries_that_tell_of_it(connection, story):
    assert ledgers(connection, {}, story.incidents[0].id) == ()
