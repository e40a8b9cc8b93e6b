"""Tell whom a third-person pronoun points back to."""

from __future__ import annotations

from standoff.grounding.parties.coreference import GROUP_KINDS, LEADING, SUBJECTS, Discourse, Entity, Resolved
from standoff.model.parse import Parse

_BODIES = frozenset({"organisation", "armed_force"})


def resolve_pronoun(discourse: Discourse, token: int, sort: str, quoted: bool = False) -> Resolved | None:
    """Return whom a third-person pronoun points back to, or nothing; `quoted` tells that it stands in a quotation."""
    entity = _referent(discourse, token, sort, quoted)
    if entity is None:
        return None
    resolved = entity.resolved
    distance = float(discourse.sentence(token) - entity.sentence)
    gender = sort if sort in {"m", "f"} and resolved.ref.kind == "person" else None
    return Resolved(
        resolved.refs, resolved.principal, "pronoun", {"distance": distance}, resolved.roles, resolved.plural, gender
    )


def _referent(discourse: Discourse, token: int, sort: str, quoted: bool) -> Entity | None:
    """Return the entity a pronoun of a sort points back to.

    Outside a quotation it is nobody named in one of the same sentence: '"The rebels fired," its spokesman said'.
    """
    here = discourse.sentence(token)

    def free(entity: Entity) -> bool:
        within = entity.quoted and not quoted and entity.sentence == here
        return not within and not discourse.same_clause(token, entity)

    if sort in {"m", "f"}:
        other = "f" if sort == "m" else "m"

        def personal(entity: Entity) -> bool:
            return entity.kind == "person" and not entity.resolved.plural and entity.gender != other and free(entity)

        # machine translation calls ministries "he": a body that spoke just before outranks a person named long ago
        return (
            discourse.best(token, personal, reach=3)
            or discourse.best(token, lambda e: e.weight >= LEADING and e.kind in _BODIES and free(e), reach=3)
            or discourse.best(token, personal)
        )
    if sort == "n":
        if _pleonastic(discourse.parse, token):
            return None
        return discourse.best(token, lambda e: e.kind in GROUP_KINDS and not e.resolved.plural and free(e), reach=3)
    return discourse.best(token, lambda e: e.resolved.plural and free(e), reach=2) or discourse.best(
        token, lambda e: e.kind in GROUP_KINDS and free(e), reach=2
    )


def _pleonastic(parse: Parse, token: int) -> bool:
    """Tell whether an "it" points at nothing: "it is clear that", "it was noted that", "it rains"."""
    if parse.deps[token] == "expl":
        return True
    if parse.deps[token] not in SUBJECTS:
        return False
    verb = parse.heads[token]
    clausal = any(parse.deps[child] in {"ccomp", "xcomp", "csubj", "advcl"} for child in parse.children[verb])
    return clausal and (parse.lemmas[verb] in {"be", "seem", "appear", "take"} or parse.deps[token] == "nsubjpass")
