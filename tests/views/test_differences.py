from standoff.views.differences import differences, tell_apart
from standoff.views.dossier import dossier


def test_words_that_not_all_share_are_told_apart():
    one, other = tell_apart(["its border troops are taking positions", "Chad's border troops were taking positions"])
    assert [(word.text, word.differs) for word in one] == [
        ("its ", True),
        ("border troops ", False),
        ("are ", True),
        ("taking positions", False),
    ]
    assert "".join(word.text for word in other) == "Chad's border troops were taking positions"


def test_equal_words_in_other_letters_do_not_differ():
    assert not any(word.differs for words in tell_apart(["Three km", "three KM"]) for word in words)


def test_accounts_begin_with_one_who_asserts_and_one_who_denies(connection, story, books):
    found = differences(dossier(connection, story.incidents[0].id, books.parties))
    contradiction = next(d for d in found if d.discrepancy.kind == "contradiction")
    assert [a.claim.polarity for a in contradiction.accounts[:2]] == ["asserts", "denies"]
    assert [a.side for a in contradiction.accounts[:2]] == ["Pakistan", "India"]
    assert contradiction.accounts[0].context == "Indian guns shelled Neelum village, killing four civilians"
