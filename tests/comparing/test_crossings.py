from standoff.comparing.claims import bench
from standoff.comparing.compare import Laid, crossed_by, made_of
from standoff.comparing.crossings import also_left_out, counterparts
from standoff.joining.join import join
from standoff.model.decision import NO_VERDICTS
from tests.newsroom import CHAD, FRANCE, SUDAN, day, record, report, tell


def crossed(codebook, *desks):
    held = record(desks)
    incidents = join(held, codebook).incidents
    given = bench(held, codebook)
    rows = crossed_by(Laid(given, incidents, made_of(incidents, given, NO_VERDICTS), (), {}), NO_VERDICTS)
    return rows, {incident.id: incident for incident in incidents}


def blaming(path: str, source, actor):
    words = f"{actor.name} fired at {source.name}"
    desk = report(path, f"{source.name} said {words}.", publisher=path)
    said = desk.say(source.name, words, "said", source, principal=source)
    tell(desk, "fired", "firing", actor, source, statement=said, happened=day("2023-06-12"))
    return desk


def test_who_blames_whom_is_sought_under_the_exchanged_key_within_a_few_days(codebook):
    (row,), held = crossed(codebook, blaming("a", SUDAN, CHAD))
    ((key, least, most),) = counterparts(row, held[row.incident])
    (other,), _ = crossed(codebook, blaming("b", CHAD, SUDAN))
    assert (key, row.rank) == (other.key, "2023-06-12")
    assert least < other.rank <= most


def test_an_appeal_is_set_beside_others_only_where_an_addressee_is_left_out(codebook):
    named = report("a", "France called on Chad to pull back.", published="2023-06-12", publisher="a")
    tell(named, "called on", "urge_withdrawal", FRANCE, CHAD)
    silent = report("b", "France asked for restraint. It did not name the side.", published="2023-06-12", publisher="b")
    tell(silent, "asked", "urge_restraint", FRANCE)
    (plain,), _ = crossed(codebook, named)
    rows, _ = crossed(codebook, silent)
    assert list(counterparts(plain, None)) == []
    assert also_left_out(plain) in {row.key for row in rows}
    assert [key for row in rows for key, *_ in counterparts(row, None)] == [plain.key]
