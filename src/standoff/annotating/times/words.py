"""Hold the closed word classes of English time expressions: months, weekdays, units, numbers, directions."""

from __future__ import annotations


def listed(text: str) -> list[str]:
    """Return the words of a text, so that long word lists stay readable."""
    return text.split()


_MONTH_NAMES = listed("january february march april may june july august september october november december")
_MONTH_SHORT = {
    "jan": 1, "feb": 2, "mar.": 3, "apr": 4, "jun.": 6, "jul.": 7, "aug": 8, "sep.": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
MONTHS: dict[str, int] = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
MONTHS |= {short: number for short, number in _MONTH_SHORT.items()}
MONTHS |= {f"{short}.": number for short, number in _MONTH_SHORT.items() if not short.endswith(".")}

WEEKDAYS: dict[str, int] = {
    name: number for number, name in enumerate(listed("monday tuesday wednesday thursday friday saturday sunday"), 1)
}
WEEKDAYS |= {
    "mon.": 1, "tue.": 2, "tues.": 2, "wed.": 3, "weds.": 3, "thu.": 4, "thurs.": 4, "thur.": 4, "fri.": 5,
    "sat.": 6, "sun.": 7,
}  # fmt: skip
WEEKDAY_SETS: dict[str, int] = {f"{name}s": number for name, number in WEEKDAYS.items() if not name.endswith(".")}

# Codes follow TIMEX3: a duration of n is P{n}{code}, of hours and shorter PT{n}{code without T}.
UNITS: dict[str, str] = {
    "second": "TS", "seconds": "TS", "minute": "TM", "minutes": "TM", "hour": "TH", "hours": "TH", "hr": "TH",
    "hrs": "TH", "day": "D", "days": "D", "week": "W", "weeks": "W", "fortnight": "FN", "fortnights": "FN",
    "month": "M", "months": "M", "quarter": "Q", "quarters": "Q", "year": "Y", "years": "Y", "yr": "Y", "yrs": "Y",
    "decade": "DE", "decades": "DE", "century": "CE", "centuries": "CE", "millennium": "ML", "millennia": "ML",
    "weekend": "WE", "weekends": "WE", "night": "NI", "nights": "NI", "min": "TM", "mins": "TM",
    "semester": "H", "half": "H",
}  # fmt: skip
PLURALS = frozenset(word for word in UNITS if word.endswith("s") and word not in {"hrs", "mins", "yrs"})

SEASONS: dict[str, str] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS: dict[str, str] = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "noon": "T12:00", "midday": "T12:00",
    "midnight": "T24:00", "dawn": "TMO", "daybreak": "TMO", "sunrise": "TMO", "dusk": "TEV", "sunset": "TEV",
    "nightfall": "TEV", "lunchtime": "TAF", "overnight": "TNI",
}  # fmt: skip
PART_EDGES: dict[str, str] = {
    "dawn": "T05:00/T07:59", "daybreak": "T05:00/T07:59", "sunrise": "T05:00/T07:59", "dusk": "T17:00/T20:59",
    "sunset": "T17:00/T20:59", "nightfall": "T17:00/T20:59", "lunchtime": "T11:30/T14:30",
}  # fmt: skip
SET_PARTS: dict[str, str] = {"mornings": "TMO", "afternoons": "TAF", "evenings": "TEV", "nights": "TNI"}

_SMALL = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
SMALL_NUMBERS: dict[str, int] = {word: number for number, word in enumerate(_SMALL)}
TENS: dict[str, int] = {word: 20 + 10 * number for number, word in enumerate(_TENS)}
SCALES: dict[str, int] = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ORDINALS = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS: dict[str, int] = {word: number for number, word in enumerate(_ORDINALS, 1)} | {"thirtieth": 30}
DECADES: dict[str, int] = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip

VAGUE = frozenset(listed("several few many multiple numerous various"))
APPROXIMATE: dict[tuple[str, ...], str] = {
    ("about",): "APPROX", ("around",): "APPROX", ("approximately",): "APPROX", ("roughly",): "APPROX",
    ("nearly",): "LESS_THAN", ("almost",): "LESS_THAN", ("some",): "APPROX", ("over",): "MORE_THAN",
    ("more", "than"): "MORE_THAN", ("less", "than"): "LESS_THAN", ("at", "least"): "EQUAL_OR_MORE",
    ("at", "most"): "EQUAL_OR_LESS", ("up", "to"): "EQUAL_OR_LESS", ("no", "more", "than"): "EQUAL_OR_LESS",
    ("fewer", "than"): "LESS_THAN", ("no", "less", "than"): "EQUAL_OR_MORE", ("under",): "LESS_THAN",
}  # fmt: skip

# Which way a modifier points from the anchor, in whole units.
DIRECTIONS: dict[str, int] = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "coming": 1, "following": 1,
    "upcoming": 1, "this": 0, "current": 0, "same": 0, "that": 0, "ensuing": 1, "subsequent": 1,
}  # fmt: skip
FOCUSED = frozenset(listed("previous preceding prior following same that ensuing subsequent"))
EARLY_LATE: dict[str, str] = {
    "late": "END", "later": "END", "early": "START", "earlier": "START", "mid": "MID", "middle": "MID",
}  # fmt: skip
EDGES: dict[str, str] = {
    "end": "END", "close": "END", "beginning": "START", "start": "START", "middle": "MID", "turn": "START",
    "onset": "START",
}  # fmt: skip

DEICTIC: dict[str, tuple[str, int]] = {"today": ("D", 0), "yesterday": ("D", -1), "tomorrow": ("D", 1)}
REFERENCES: dict[str, str] = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "recently": "PAST_REF",
}  # fmt: skip
FREQUENCIES: dict[str, str] = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y",
    "biweekly": "P2W",
}  # fmt: skip
# Short names of zones, in capitals; which of them mean one zone only is told where clocks are moved.
ZONES = frozenset(
    listed(
        "gmt utc est edt pst pdt cst cdt mst mdt cet cest eet eest wet msk bst ist et pt kst jst hkt pht ict mmt npt "
        "pkt aft irst trt idt gst ast azt get amt eat cat wat sast aest aedt cot pet vet clt brt art"
    )
)
MERIDIEM: dict[str, int] = {"am": 0, "a.m.": 0, "a.m": 0, "pm": 12, "p.m.": 12, "p.m": 12}


def plain_ordinal(word: str) -> int | None:
    """Return the number of `first` or `25th`, or nothing."""
    if word in ORDINALS:
        return ORDINALS[word]
    if len(word) in (3, 4) and word[-2:] in ("st", "nd", "rd", "th") and word[:-2].isdigit():
        return int(word[:-2])
    return None
