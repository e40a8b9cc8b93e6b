from standoff.views.finding import named, nearest


def test_incidents_are_found_by_words_and_documents_by_path(connection, story):
    assert [c.id for c in named(connection, "incident", "neelum SHELLING")] == [story.incidents[0].id]
    assert named(connection, "incident", "100%") == ()
    assert [c.name for c in named(connection, "document", "wire")] == ["wire.txt"]
    assert named(connection, "statement", "wire") == ()


def test_near_short_ids_are_found(connection, story):
    short = story.incidents[0].short_id
    assert nearest(connection, "incident", short[:-1])[0].short_id == short
    assert nearest(connection, "incident", "something else") == ()
