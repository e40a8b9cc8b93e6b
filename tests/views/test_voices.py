from dataclasses import replace

from standoff.views.books import load_books
from standoff.views.dossier import dossier
from standoff.views.sides import side_of_statement
from standoff.views.voices import in_turn


def test_of_many_voices_each_side_is_heard_first(connection, story):
    found = dossier(connection, story.incidents[0].id, load_books().parties)
    every, number = in_turn(found, None)
    assert len(every) == number
    sides = {side_of_statement(s, found.book).key for s in found.statements.values()}
    some, counted = in_turn(found, len(sides))
    assert counted == number
    assert {side_of_statement(s, found.book).key for s in some if s.id in found.statements} == sides


def test_an_outlets_own_words_are_heard_once_whatever_they_tell(connection, story):
    found = dossier(connection, story.incidents[0].id, load_books().parties)
    bare = [replace(claim, statement=None) for claim in found.claims]
    alone = replace(found, statements={}, claims=(*bare, replace(bare[0], id="clm-2", slot="place")))
    heard, number = in_turn(alone, None)
    words = [(claim.evidence or (claim.quote,))[0] for claim in heard]
    assert number == len(words) == len(set(words)) == len(bare)
