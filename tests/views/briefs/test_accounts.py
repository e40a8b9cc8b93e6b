from dataclasses import replace

import pytest

from standoff.views.briefs.accounts import differing
from standoff.views.briefs.sources import Sources
from standoff.views.differences import differences
from standoff.views.dossier import dossier


@pytest.fixture
def shelling(connection, story, books):
    return dossier(connection, story.incidents[0].id, books.parties)


@pytest.fixture
def killed(shelling):
    return next(found for found in differences(shelling) if found.discrepancy.slot == "killed")


def test_figures_are_given_by_question_with_who_gives_them(shelling, killed, books):
    (first, _), *rest = differing([killed], shelling, books.slots, Sources()).parts
    assert first.startswith("How many were killed? Accounts differ (")
    assert all(", according to " in words for words, _ in [(first, ()), *rest])


def test_a_party_is_named_once_for_all_who_name_it_and_a_denial_is_no_account_of_it(shelling, killed, books):
    blamed = {"text": "Chadian troops", "name": "Chad", "side": "TCD"}
    one, other = (
        replace(account, claim=replace(account.claim, value=blamed | {"text": text}))
        for account, text in zip(killed.accounts[:2], ("Chad", "Chadian troops"), strict=True)
    )
    denied = replace(other, claim=replace(other.claim, id="clm-3", polarity="denies"))
    shown = replace(killed, accounts=(one, other, denied))
    said, refused = [words for words, _ in differing([shown], shelling, books.slots, Sources()).parts]
    assert "Chad, according to " in said
    assert refused.startswith("Chad, denied by ")


def test_what_a_source_leaves_open_comes_last(shelling, killed, books):
    open_, *others = killed.accounts
    quiet = replace(open_, claim=replace(open_.claim, value={"text": "did not say how many", "unsaid": True}))
    shown = replace(killed, accounts=(quiet, *others))
    parts = [words for words, _ in differing([shown], shelling, books.slots, Sources()).parts]
    assert parts[-1].startswith("“did not say how many”, left open by ")
