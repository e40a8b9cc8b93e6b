from standoff.views.books import kept_books, kept_parties


def test_a_store_keeps_the_parties_a_view_needs(connection):
    book = kept_parties(connection)
    assert book.get("PAK/press").principal == "PAK"
    assert book.get("PAK").name == "Pakistan"
    assert book.get("FRA") is None


def test_questions_come_from_the_codebook(connection):
    assert kept_books(connection).slots["killed"].question == "How many were killed?"
