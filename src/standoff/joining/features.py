"""Score likenesses of two events, each by a small pure function from -1 (apart) to 1 (alike); 0 is unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from standoff.joining.topics import cosine
from standoff.model.entity import PlaceRef
from standoff.model.sketch import Sketch, Window
from standoff.values.place import distance_km

# Precise places this far apart beyond their radii are two places for one happening.
NEAR_KM = 15.0
# To lie within a town's area says much, within a province's little, within a country's next to nothing.
TOWN_KM = 25.0
PROVINCE_KM = 90.0
# So far apart lie two happenings of any sort, and two deeds that are each told of a town.
FAR_KM, TOWNS_APART_KM = 120.0, 40.0
# A bare word such as "the infiltration" means what was told at most this many sentences away.
BESIDE = 4
# One report names a single side of a contact, the other two.
ALONE_AND_TWO, ONE_SIDED = 3, -0.3
# A report goes on about a contact within so many sentences.
JUST_BEHIND = 2
# An undated report of this many days after a dated happening is likely to tell of it.
NEWS_DAYS = 2
# How alike in time two reports of one day's news are, one of which may leave the day open.
SAME_NEWS = 0.45
# Beyond these days it tells of something else ever more likely.
_DAYS_LATER, _WEEK = 3, 7
# Two figures of one matter, such as a toll that rises, differ by no more than this factor.
CLOSE_FIGURES = 1.5
# A charge and its denial stand at most this many sentences apart.
ANSWERED_WITHIN = 8


def type_likeness(one: Sketch, other: Sketch) -> float:
    """Score types: the same, of one family, of one kind, or only a judging word or outcome in common."""
    if one.type == other.type:
        return 0.7 if one.generic else 1.0
    if one.outcome != other.outcome or one.generic or other.generic:
        return 0.35
    return 0.75 if one.family == other.family else 0.5


def sides_likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Score sides in one role: shared, unknown on either hand, or different."""
    if not one or not other:
        return 0.1
    if one == other:
        return 1.0
    return 0.6 if one & other else -1.0


def swapped(one: Sketch, other: Sketch) -> float:
    """Score 1 where who did it and to whom stand the other way round."""
    crossed = one.actors & other.recipients or other.actors & one.recipients
    return 1.0 if crossed and not one.actors & other.actors else 0.0


def parties_likeness(one: Sketch, other: Sketch) -> float:
    """Score who took part, whatever the role: shared over united, and against it persons who differ.

    Of whom a side spoke to, its name alone says nothing to another report.
    """
    if not one.sides or not other.sides:
        return 0.0
    shared = len(one.sides & other.sides) / len(one.sides | other.sides)
    if one.document != other.document and len(one.sides) + len(other.sides) == ALONE_AND_TWO:
        return min(shared * 2 - 1, ONE_SIDED)
    if one.persons and other.persons and not one.persons & other.persons:
        return min(shared, 0.3) - 0.5
    return shared * 2 - 1


def time_likeness(one: Sketch, other: Sketch) -> float:
    """Score days: one stated day, windows that meet, or days near each other."""
    left, right = one.window, other.window
    if left is None or right is None:
        return 0.0
    gap = max(left.first - right.last, right.first - left.last)
    if gap > 0:
        return -0.6 if gap == 1 else -1.0
    if left.exact and right.exact:
        return 1.0 if left.last == right.last or left.first == right.first else 0.3
    if left.stated and right.stated:
        return 0.4
    if one.document == other.document:
        return 0.15
    return SAME_NEWS if _same_news(left, right) else _old_news(left, right)


def _same_news(left: Window, right: Window) -> bool:
    """Tell whether undated reports came out within a day of each other, or within two of the day the other states."""
    if left.stated == right.stated:
        return abs(left.last - right.last) <= 1
    told, open_ = (left, right) if left.stated else (right, left)
    return told.exact and 0 <= open_.last - told.last <= NEWS_DAYS


def _old_news(left: Window, right: Window) -> float:
    """Score reports that came out further apart: the later one without a day is ever less likely to mean the same."""
    between = abs(left.last - right.last)
    return 0.15 if between <= _DAYS_LATER else 0.05 if between <= _WEEK else -0.1


def undated(one: Sketch, other: Sketch) -> float:
    """Score 1 where two reports tell of happenings of which one has no day at all, not even that of its report."""
    if one.document == other.document:
        return 0.0
    return 1.0 if one.window is None or other.window is None else 0.0


def gap_days(one: Sketch, other: Sketch) -> int:
    """Return how many days lie between two windows; 0 where they meet or one is unknown."""
    if one.window is None or other.window is None:
        return 0
    return max(one.window.first - other.window.last, other.window.first - one.window.last, 0)


def where_likeness(one: Sketch, other: Sketch) -> float:
    """Score where two events are told to lie: a deed at two towns lies at either of them."""
    pairs = product(one.places, other.places)
    return max((place_likeness(*pair) for pair in pairs), default=place_likeness(one.place, other.place))


def nearest_km(one: Iterable[PlaceRef], other: Iterable[PlaceRef]) -> float | None:
    """Return how far the nearest of two events' places lie apart beyond the larger radius; nothing where unknown."""
    gaps = (apart_km(*pair) for pair in product(one, other))
    return min((gap for gap in gaps if gap is not None), default=None)


def far_km(one: Sequence[PlaceRef], other: Sequence[PlaceRef], *, one_deed: bool) -> float | None:
    """Return how far two events' places lie apart where that is too far for one; towns differ sooner than provinces."""
    close = one_deed and all((place.precision_km or 0.0) <= TOWN_KM for place in (*one, *other))
    gap = nearest_km(one, other)
    return gap if gap is not None and gap > (TOWNS_APART_KM if close else FAR_KM) else None


def gap_minutes(one: Sketch, other: Sketch) -> int:
    """Return how many minutes lie between two events of which both the hour is told; 0 else."""
    if one.clock is None or other.clock is None:
        return 0
    return max(one.clock[0] - other.clock[1], other.clock[0] - one.clock[1], 0)


def place_likeness(one: PlaceRef | None, other: PlaceRef | None) -> float:
    """Score places: the same, one within the other, near, unknown or apart."""
    if one is None or other is None:
        return 0.0
    if one.place and one.place == other.place:
        return 1.0 if (one.precision_km or 0.0) <= PROVINCE_KM else 0.3
    beyond = apart_km(one, other)
    if beyond is None:
        return 0.0
    if beyond <= 0:
        wide = max(one.precision_km or 0.0, other.precision_km or 0.0)
        return 0.6 if wide <= TOWN_KM else 0.3 if wide <= PROVINCE_KM else 0.05
    return 0.2 if beyond <= NEAR_KM else -1.0


def apart_km(one: PlaceRef, other: PlaceRef) -> float | None:
    """Return how far two places lie apart beyond the larger one's radius, or nothing where one has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    distance = distance_km((one.lat, one.lon), (other.lat, other.lon))
    return distance - max(one.precision_km or 0.0, other.precision_km or 0.0)


def counts_likeness(one: Sketch, other: Sketch) -> float:
    """Score figures of one kind: 1 where one is equal, -1 where all lie far apart, 0 between or unknown.

    A toll that rises from eleven to twelve sets nothing apart.
    """
    shared = one.counts.keys() & other.counts.keys()
    return max((_figures_likeness(one.counts[kind], other.counts[kind]) for kind in sorted(shared)), default=0.0)


def _figures_likeness(one: tuple[float | None, ...], other: tuple[float | None, ...]) -> float:
    """Score two figures, each from its least to its most: 1 the same, 0 close to each other or vague, -1 far apart."""
    if one == other:
        return 1.0
    sizes = [next((bound for bound in bounds if bound), 0.0) for bounds in (one, other)]
    small, large = min(sizes), max(sizes)
    return 0.0 if 0 < large <= CLOSE_FIGURES * small else -1.0


def words_likeness(one: Sketch, other: Sketch) -> float:
    """Score the words around two triggers: the cosine of their TF-IDF vectors; one sentence is no likeness."""
    if same_sentence(one, other) == 1:
        return 0.0
    return cosine(one.words, other.words)


def topic_likeness(one: Sketch, other: Sketch) -> float:
    """Score what two reports of one day's news are about: the cosine of the words that say most of it.

    Weeks later, reports of a crisis still share their words, though they tell of something else.
    """
    if one.document == other.document or time_likeness(one, other) < SAME_NEWS:
        return 0.0
    return cosine(one.topic, other.topic)


def led_to(one: Sketch, other: Sketch) -> float:
    """Score 1 where one sentence, in one voice, tells a deed and what it led to, not an old war told in passing."""
    together = same_sentence(one, other) == 1 and one.statement == other.statement
    if not together or one.outcome == other.outcome:
        return 0.0
    outcome, deed = (one, other) if one.outcome else (other, one)
    nearer = outcome.deed not in (None, deed.id) and outcome.past != deed.past
    return 0.0 if nearer else 1.0


def same_sentence(one: Sketch, other: Sketch) -> float:
    """Score 1 for two triggers of one sentence, 0.3 for one document, else 0."""
    if one.document != other.document:
        return 0.0
    return 1.0 if one.sentence == other.sentence else 0.3


def bare(one: Sketch, other: Sketch, mutual: bool) -> float:
    """Score 1 where an event of no party, place or day of its own stands beside another of one document and family.

    A contact is told beside many others, so that only a contact in the same sentence is meant.
    """
    pointing = (one.bare and not one.outcome) or (other.bare and not other.outcome)
    if one.document != other.document or not pointing or set_apart(one, other):
        return 0.0
    if abs(one.sentence - other.sentence) > (0 if mutual else BESIDE):
        return 0.0
    loose = one.generic or other.generic or (one.sentence == other.sentence and len(one.kinds) + len(other.kinds) > 2)
    return 1.0 if one.family == other.family or loose else 0.0


def toll(one: Sketch, other: Sketch) -> float:
    """Score 1 where one tells dead, wounded or damage of the deed told last before it."""
    return 1.0 if one.anchor == other.id or other.anchor == one.id else 0.0


def told_on(one: Sketch, other: Sketch) -> float:
    """Score 1 where one voice tells in the next sentence of the same type of deed and nothing sets the two apart."""
    if one.document != other.document or one.type != other.type or one.outcome:
        return 0.0
    if one.voice != other.voice or abs(one.sentence - other.sentence) > 1 or one.polarity != other.polarity:
        return 0.0
    if set_apart(one, other):
        return 0.0
    clash = any(
        left and right and not left & right
        for left, right in ((one.actors, other.actors), (one.recipients, other.recipients))
    )
    return 0.0 if clash else 1.0


def taken_up(one: Sketch, other: Sketch) -> float:
    """Score 1 where a report goes on about a contact it has just told, naming fewer of those who took part.

    Another call is told as a call again; that "we discussed the truce" goes back to the one before.
    """
    if one.document != other.document or one.polarity != other.polarity or one.type == other.type:
        return 0.0
    first, later = (one, other) if one.sentence <= other.sentence else (other, one)
    fewer = bool(later.sides) and later.sides < first.sides
    return 1.0 if fewer and later.sentence - first.sentence <= JUST_BEHIND else 0.0


def one_breath(one: Sketch, other: Sketch) -> float:
    """Score 1 where one voice tells two deeds of one actor in one sentence."""
    if same_sentence(one, other) < 1 or one.statement != other.statement:
        return 0.0
    return 1.0 if one.actors & other.actors else 0.0


def one_report(one: Sketch, other: Sketch) -> float:
    """Score 1 where one report tells twice, as done or as not done, what one actor did."""
    if one.document != other.document or one.past != other.past or one.family != other.family:
        return 0.0
    if one.polarity != other.polarity:
        return 0.0
    return 1.0 if one.actors & other.actors and same_sentence(one, other) < 1 else 0.0


def same_era(one: Sketch, other: Sketch) -> float:
    """Score 1 where two texts that are about the same sides tell of a long happening of one stated time."""
    if one.window is None or other.window is None or not (one.window.stated and other.window.stated):
        return 0.0
    if gap_days(one, other) > 0 or (one.sides and other.sides and not one.sides & other.sides):
        return 0.0
    return 1.0 if len(one.around & other.around) >= 2 else 0.0


def answers(one: Sketch, other: Sketch) -> float:
    """Score 1 where one text tells what one voice asserts and then what the side concerned denies, of one deed."""
    if one.document != other.document or {one.polarity, other.polarity} != {"asserts", "denies"}:
        return 0.0
    if one.anchor and other.anchor and one.anchor != other.anchor:
        return 0.0
    charge, answer = (one, other) if one.polarity == "asserts" else (other, one)
    if charge.voice == answer.voice or not 0 <= answer.sentence - charge.sentence <= ANSWERED_WITHIN:
        return 0.0
    return 1.0 if not charge.actors or not answer.actors or charge.actors & answer.actors else 0.0


def set_apart(one: Sketch, other: Sketch) -> float:
    """Score 1 where one of two events is set apart from what was told before, in another sentence or text."""
    if same_sentence(one, other) == 1 or one.anchor == other.id or other.anchor == one.id:
        return 0.0
    return 1.0 if one.anew != other.anew else 0.0


def adrift(one: Sketch, other: Sketch) -> float:
    """Score 1 where two reports name neither a side nor a place in common, so that little but the day ties them."""
    if one.document == other.document or one.sides & other.sides or one.around & other.around:
        return 0.0
    return 0.0 if where_likeness(one, other) > 0 else 1.0
