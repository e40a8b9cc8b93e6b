import pytest

from standoff.errors import ConflictError
from standoff.joining.clustering import Clusters, check, cluster
from standoff.model.decision import NO_VERDICTS, Verdicts
from standoff.model.incident import Link
from tests.newsroom import CHAD, EL_GENEINA, NYALA, SUDAN, day, report, tell


def grown(laid, codebook, facts, verdicts=NO_VERDICTS, joined=None):
    """Cluster events told one a report, with a full link between each pair named in `joined`."""
    desks = []
    for word, fields in facts.items():
        desk = report(word, f"{word} happened.", publisher=word)
        tell(desk, word, "shelling", fields.pop("actor", SUDAN), None, **fields)
        desks.append(desk)
    found = laid(*desks)
    names = {mention.id: word for word, mention in found.items()}
    clusters = Clusters({m.id: m for m in found.values()}, codebook.incidents.kinds)
    ids = {word: mention.id for word, mention in found.items()}
    links = [Link(*sorted((ids[a], ids[b])), 0.9, True) for a, b in joined or ()]
    bound = Verdicts(
        tuple((ids[a], ids[b]) for a, b in verdicts.must_link), tuple((ids[a], ids[b]) for a, b in verdicts.cannot_link)
    )
    decided = cluster(clusters, links, bound)
    return {frozenset(names[key] for key in members) for members in clusters.all()}, decided


def test_links_join_and_what_is_unlinked_stays_alone(laid, codebook) -> None:
    groups, _ = grown(laid, codebook, {"a1": {}, "b1": {}, "c1": {}}, joined=[("a1", "b1")])
    assert groups == {frozenset({"a1", "b1"}), frozenset({"c1"})}


def test_an_undated_report_does_not_chain_two_days(laid, codebook) -> None:
    facts = {"mon": {"happened": day("2023-06-12")}, "open": {}, "tue": {"happened": day("2023-06-13")}}
    groups, decided = grown(laid, codebook, facts, joined=[("mon", "open"), ("open", "tue")])
    assert frozenset({"mon", "open", "tue"}) not in groups
    assert any(link.reason and "stated days" in link.reason for link in decided)


def test_a_vague_report_does_not_chain_two_towns_or_two_actors(laid, codebook) -> None:
    towns = {"w1": {"place": EL_GENEINA}, "v1": {}, "n1": {"place": NYALA}}
    assert len(grown(laid, codebook, towns, joined=[("w1", "v1"), ("v1", "n1")])[0]) == 2
    actors = {"s1": {"actor": SUDAN}, "x1": {"actor": None, "happened": day("2023-06-12")}, "c1": {"actor": CHAD}}
    assert len(grown(laid, codebook, actors, joined=[("s1", "x1"), ("x1", "c1")])[0]) == 2


def test_decisions_come_before_links(laid, codebook) -> None:
    verdicts = Verdicts(must_link=(("a1", "c1"),), cannot_link=(("a1", "b1"),))
    groups, _ = grown(laid, codebook, {"a1": {}, "b1": {}, "c1": {}}, verdicts, [("a1", "b1"), ("b1", "c1")])
    assert groups == {frozenset({"a1", "c1"}), frozenset({"b1"})}


def test_contradicting_decisions_name_their_path() -> None:
    with pytest.raises(ConflictError, match="x = y = z"):
        check(Verdicts(must_link=(("x", "y"), ("z", "y")), cannot_link=(("x", "z"),)))
