"""Find who speaks: the subject, shared or climbed to, the by-agent, the antecedent of a relative pronoun."""

from __future__ import annotations

from dataclasses import replace

from standoff.attributing.cues import Cue
from standoff.attributing.drafts import Voice
from standoff.attributing.sheet import Sheet, body_start
from standoff.codebook.acts import ActBook

_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_NOBODY = frozenset({"nobody", "none", "nothing", "whoever", "anyone", "anybody"})
_POINTERS = frozenset({"this", "these"})
_SHARES = frozenset({"percent", "per cent", "cent", "%"})
_EMPTY_SUBJECTS = frozenset({"it", "there"})
_CLIMB = frozenset({"xcomp", "advcl", "conj", "pcomp", "ccomp", "acl", "prep", "dep", "parataxis"})
_CLIMB_LIMIT = 5
_LONGEST = 150  # tokens of a noun phrase looked at
_CLOSERS = frozenset({",", '"', "”", "'", "’", "»", "?", "!", "–", "—"})
_HYPHENS = frozenset({"-", "‐", "‑"})
_PEOPLES = frozenset({"NORP", "GPE", "ORG"})
_OWNED_BY = frozenset({"of", "by", "from"})
_SETTINGS = frozenset({"in", "on", "at", "during"})  # "the minister, in an interview, ruled out"
_NOMINAL = frozenset({"dobj", "npadvmod", "attr", "dep", "nsubj", "compound", "det", "poss"})
_SPEAKING = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def find_voice(sheet: Sheet, cue: Cue) -> Voice | None:
    """Return the source of a verb cue, or nothing where nobody is named."""
    voice = _voice(sheet, cue)
    if voice is None or voice.stop + 1 >= min(len(sheet.parse), cue.head) or sheet.words[voice.stop] not in _HYPHENS:
        return voice
    name = range(voice.stop - 1, voice.stop + 2)
    touch = all(sheet.parse.stops[t] == sheet.parse.starts[t + 1] for t in name[:-1])
    return replace(voice, stop=voice.stop + 2) if touch and sheet.parse.forms[name[-1]][:1].isupper() else voice


def _voice(sheet: Sheet, cue: Cue) -> Voice | None:
    """Return the source of a verb cue by the parse, a name cut at its hyphen ("Har-Even") not made whole."""
    if cue.passive:
        agent = _agent(sheet, cue.head)
        voice = _noun_phrase(sheet, agent) if agent is not None else None
        return _without_deed(sheet, cue, voice) if voice is not None else None
    subject = _named_subject(sheet, own_subject(sheet, cue.head))
    if subject is not None and subject < cue.head and _is_quoted_words(sheet, subject, cue.head):
        return _inverted(sheet, cue)
    if subject is not None:
        return _resolved(sheet, cue.head, subject, shared=False)
    return _inverted(sheet, cue) or _shared(sheet, cue) or _just_before(sheet, cue)


def _is_quoted_words(sheet: Sheet, subject: int, verb: int) -> bool:
    """Tell whether a subject before a verb is a quotation that ends with a comma: what is said, not who says it."""
    quote = sheet.quote_at(subject)
    if quote is None or quote.last >= verb:
        return False
    return "," in (sheet.words[quote.last - 1], sheet.words[min(quote.last + 1, verb)])


def own_subject(sheet: Sheet, verb: int) -> int | None:
    """Return the subject a verb has of its own, or nothing: of two, the one after the verb of ", said X, ".

    Of a relative pronoun and another before the verb it is the other: "the raid, which it said left ten dead".
    """
    subjects = sheet.children(verb, *_SUBJECTS)
    if not subjects:  # "the president had in 2023 threatened", the parser hangs him on "had"
        subjects = [c for aux in sheet.children(verb, "aux") for c in sheet.children(aux, *_SUBJECTS)]
    if len(subjects) > 1 and sheet.words[subjects[0]] in _RELATIVES and subjects[1] < verb:
        return subjects[1]
    if len(subjects) > 1 and subjects[-1] > verb and sheet.words[verb - 1] == ",":
        return subjects[-1]
    return subjects[0] if subjects else None


def _named_subject(sheet: Sheet, subject: int | None) -> int | None:
    """Return the subject of a headline's first verb where that was taken for the next's: "Rebels claim raid, deny"."""
    if subject is None or sheet.parse.tags[subject] not in ("VBP", "VBZ", "VBD"):
        return subject
    return next(iter(sheet.children(subject, *_SUBJECTS)), subject)


def _agent(sheet: Sheet, verb: int) -> int | None:
    """Return the noun of a by-phrase that names who does what a passive verb says."""
    for child in sheet.parse.children[verb]:
        if child > verb and sheet.words[child] == "by" and sheet.parse.deps[child] in ("agent", "prep"):
            return sheet.child(child, "pobj")
    return None


def _without_deed(sheet: Sheet, cue: Cue, voice: Voice) -> Voice:
    """Return an agent without the deed that the parser hung on it ("accused by the court | of looting")."""
    for token in range(voice.head + 1, voice.stop):
        if sheet.words[token] in cue.entry.frames & {"of", "for", "with"} and "accuse" in cue.entry.act:
            return Voice(voice.first, token, voice.head, voice.shared)
    return voice


def _resolved(sheet: Sheet, verb: int, subject: int, shared: bool) -> Voice | None:
    """Return a subject as a voice; a relative pronoun stands for the noun its clause hangs on."""
    if sheet.words[subject] in _RELATIVES and sheet.parse.tags[subject] in ("WDT", "WP", "IN", "DT"):
        clause = _relative_clause(sheet, verb)
        if clause is not None:
            return _noun_phrase(sheet, sheet.parse.heads[clause], shared)
    return _noun_phrase(sheet, subject, shared)


def _relative_clause(sheet: Sheet, verb: int) -> int | None:
    """Return the verb of the relative clause that a verb belongs to, or nothing."""
    for _ in range(_CLIMB_LIMIT):
        if sheet.parse.deps[verb] == "relcl":
            return verb
        if sheet.parse.deps[verb] not in ("conj", "xcomp"):
            return None
        verb = sheet.parse.heads[verb]
    return None


def _inverted(sheet: Sheet, cue: Cue) -> Voice | None:
    """Return a subject that the parser missed right after the verb: "wrote on Twitter Ann Lee", "says Baku"."""
    parse, sentence = sheet.parse, sheet.sentence(cue.head)
    before = cue.tokens[0] - 1
    if before < 0 or sheet.words[before] not in _CLOSERS or sheet.is_opening(before):
        return None
    if parse.tags[cue.head] not in ("VBD", "VBZ", "VBP"):
        return None
    taken = sheet.child(cue.head, "dobj")
    if taken is not None and sheet.lefts[taken] == cue.stem + 1 and "clause" in cue.entry.frames:
        return _noun_phrase(sheet, taken)
    at = cue.stem + 1
    if at + 1 < sentence.stop and parse.tags[at] == "IN" and parse.pos[at + 1] == "PROPN":
        at += 2
    elif at >= sentence.stop or parse.deps[at] not in _NOMINAL:
        return None
    return _name_at(sheet, at, sentence.stop)


def _name_at(sheet: Sheet, at: int, stop: int) -> Voice | None:
    """Return the name of a person, body or state that begins at a token or just after its article."""
    parse = sheet.parse
    for token in range(at, min(at + 3, stop)):
        if parse.entities[token] in _SPEAKING:
            if token == at or parse.entity_starts[token] or sheet.lefts[token] >= at:
                return _plain_name(sheet, token, stop)
        elif parse.pos[token] not in ("DET", "PRON", "ADJ"):
            return None
    return None


def _just_before(sheet: Sheet, cue: Cue) -> Voice | None:
    """Return the noun phrase right before a finite verb whose subject the parser hung elsewhere."""
    parse, sentence = sheet.parse, sheet.sentence(cue.head)
    if parse.tags[cue.head] not in ("VBD", "VBZ", "VBP", "NNS") or parse.deps[cue.head] in ("advcl", "acl"):
        return None
    last = cue.tokens[0] - 1
    if (name := _misread_name(sheet, last)) is not None:
        return name
    while last > sentence.start and (parse.pos[last] == "ADV" or sheet.words[last] == ","):
        last -= 1
    if last < sentence.start or parse.pos[last] not in ("NOUN", "PROPN", "ADJ"):
        return None
    head = last
    while parse.deps[head] == "compound" and parse.heads[head] <= last:
        head = parse.heads[head]
    if parse.deps[head] == "appos" and parse.deps[parse.heads[head]] != "pobj":
        head = parse.heads[head]
    first = sheet.lefts[head] if head in range(sheet.lefts[head], last + 1) else last
    first = max(first, sentence.start)
    return Voice(first, last + 1, head) if first <= last else None


def _misread_name(sheet: Sheet, token: int) -> Voice | None:
    """Return a name after a quotation that the parser took for a plain word: '," Long said'."""
    if token <= sheet.sentence(token).start or sheet.words[token - 1] not in _CLOSERS:
        return None
    plain = sheet.parse.pos[token] in ("ADV", "ADJ", "VERB", "NOUN", "X")
    return Voice(token, token + 1, token) if plain and sheet.parse.forms[token][:1].isupper() else None


def _plain_name(sheet: Sheet, first: int, stop: int) -> Voice:
    """Return a name read on from its first token, with an apposition after a comma."""
    last = first
    while last + 1 < stop and sheet.parse.pos[last + 1] in ("PROPN", "PART", "NOUN", "ADP", "DET"):
        last += 1
    if last + 2 < stop and sheet.words[last + 1] == "," and sheet.words[last + 2] in ("a", "an", "the"):
        return Voice(first, _phrase_stop(sheet, first, stop), last)
    return Voice(first, last + 1, last)


def _phrase_stop(sheet: Sheet, first: int, stop: int) -> int:
    """Return the end of an apposition that runs to the end of the sentence, its full stop left out."""
    while stop - 1 > first and sheet.parse.pos[stop - 1] == "PUNCT":
        stop -= 1
    return stop


def _shared(sheet: Sheet, cue: Cue) -> Voice | None:
    """Return the subject a verb shares with one it hangs on: coordination, participle, infinitive, "by saying"."""
    parse, verb = sheet.parse, cue.head
    for _ in range(_CLIMB_LIMIT):
        dep, head = parse.deps[verb], parse.heads[verb]
        if head == verb:
            return None
        if dep in ("acl", "relcl") and parse.pos[head] in ("NOUN", "PROPN", "PRON"):
            return _issuer(sheet, head) or _signatory(sheet, head) or _noun_phrase(sheet, head, shared=True)
        if dep == "pcomp" and sheet.words[head] == "as":
            quoted = sheet.child(parse.heads[head], "dobj")
            if quoted is not None:
                return _noun_phrase(sheet, quoted, shared=True)  # "quoted him as saying": he says
        if dep not in _CLIMB and not (dep == "acomp" and sheet.listed(verb, "undone")):
            return None
        if dep == "xcomp" and (governed := sheet.child(head, "dobj")) is not None and parse.tags[verb] != "VBG":
            return _noun_phrase(sheet, governed, shared=True)  # "urged Riga to ask": Riga asks
        subject = sheet.child(head, "nsubj", "nsubjpass")
        if subject is not None:
            return _resolved(sheet, head, subject, shared=True)
        if dep in ("conj", "advcl") and (first := _unhung(sheet, replace(cue, head=head, tokens=(head,), stem=head))):
            return replace(first, shared=True)
        verb = head
    return None


def _unhung(sheet: Sheet, cue: Cue) -> Voice | None:
    """Return the subject right after or before a verb that the parser hung elsewhere."""
    return _inverted(sheet, cue) or _misread_name(sheet, cue.head - 1)


def _issuer(sheet: Sheet, noun: int) -> Voice | None:
    """Return who puts out a paper that says something ("issued a statement denying", "said in a note urging")."""
    parse = sheet.parse
    if not sheet.listed(noun, "issued"):
        return None
    if (author := _author(sheet, noun)) is not None:
        return _noun_phrase(sheet, author, shared=True)
    if parse.deps[noun] not in ("dobj", "pobj"):
        return None
    verb = parse.heads[noun] if parse.deps[noun] == "dobj" else parse.heads[parse.heads[noun]]
    subject = sheet.child(verb, *_SUBJECTS)
    if subject is None or sheet.words[subject] in _RELATIVES:
        return None
    return _noun_phrase(sheet, subject, shared=True)


def _author(sheet: Sheet, paper: int) -> int | None:
    """Return whose a paper is said to be by name ("welcomed the statement of the African Union calling for")."""
    links = (link for link in sheet.children(paper, "prep") if sheet.words[link] in _OWNED_BY)
    owners = [*sheet.children(paper, "poss"), *(noun for link in links for noun in sheet.children(link, "pobj"))]
    return next((owner for owner in owners if sheet.parse.entities[owner] in _SPEAKING), None)


def _signatory(sheet: Sheet, paper: int) -> Voice | None:
    """Return who follows a paper after a comma, hung on it by mistake: "In a statement, Baku and Kyiv urged"."""
    link, named = sheet.parse.heads[paper], sheet.child(paper, "appos")
    opens = sheet.parse.deps[paper] == "pobj" and link == sheet.sentence(paper).start
    if not opens or named is None or not sheet.listed(paper, "issued") or sheet.parse.pos[named] != "PROPN":
        return None
    return _noun_phrase(sheet, named)


def _noun_phrase(sheet: Sheet, head: int, shared: bool = False) -> Voice | None:
    """Return the noun phrase of a head: titles and apposition in, relative clauses and stray clauses out."""
    parse = sheet.parse
    first = max(sheet.lefts[head], head - _LONGEST)
    while first < head and (parse.pos[first] in ("PUNCT", "SCONJ") or _stray(sheet, first, head)):
        first = sheet.rights[first] + 1 if parse.deps[first] == "prep" else first + 1
    body = body_start(sheet, sheet.sentence(head))
    if first < body:
        if head < body:
            later = sheet.parse.head_of(parse.starts[body], parse.stops[max(body, sheet.rights[head])])
            return _noun_phrase(sheet, later, shared) if later is not None and later >= body else None
        first = body
    stop = _cut(sheet, head)
    while stop - 1 > head and parse.pos[stop - 1] in ("PUNCT", "CCONJ") and not _closes(sheet, stop - 1, first):
        stop -= 1
    if sheet.words[head] in _EMPTY_SUBJECTS and sheet.words[head] == "there":
        return None
    return Voice(first, stop, head, shared)


def _closes(sheet: Sheet, token: int, first: int) -> bool:
    """Tell whether a token closes a bracket, or a quotation that begins within the phrase."""
    quote = sheet.quote_at(token)
    return sheet.words[token] == ")" or (quote is not None and quote.last == token and quote.first >= first)


def _stray(sheet: Sheet, token: int, head: int) -> bool:
    """Tell whether a leading token is an adverb or conjunction that does not belong to the name, or "For his part,"."""
    if sheet.parse.deps[token] == "prep" and sheet.parse.heads[token] == head:
        return sheet.words[min(sheet.rights[token] + 1, head)] == ","
    both = sheet.words[token] in ("both", "either", "neither")
    return sheet.parse.heads[token] == head and sheet.parse.deps[token] in ("advmod", "cc", "mark", "intj") and not both


def _cut(sheet: Sheet, head: int) -> int:
    """Return where a noun phrase ends: before its first relative or participial clause, wherever that hangs."""
    parse, stop = sheet.parse, min(sheet.rights[head] + 1, head + _LONGEST)
    keep_participle = parse.pos[head] == "PRON"
    for token in range(head + 1, stop):
        dep = parse.deps[token]
        if dep == "relcl" or (dep == "acl" and not keep_participle and _is_outer(sheet, token, head)):
            return sheet.lefts[token] if sheet.lefts[token] > head else token
        if (
            dep == "prep"
            and parse.heads[token] == head
            and sheet.words[token - 1] == ","
            and sheet.words[token] in _SETTINGS
        ):
            return token - 1
        if dep == "prep" and parse.heads[token] == head and _is_day(sheet, token):
            return token
        if dep in ("advcl", "ccomp", "parataxis"):
            return max(head + 1, sheet.lefts[token])
        if sheet.quote_index[token] != sheet.quote_index[head] and sheet.is_opening(token):
            return token if sheet.parse.pos[token - 1] != "DET" else stop
    return stop


def _is_day(sheet: Sheet, link: int) -> bool:
    """Tell whether a preposition leads to a day: "the coast guard | on Monday, August 11, said"."""
    day = sheet.child(link, "pobj")
    return day is not None and sheet.words[link] in _SETTINGS and sheet.parse.entities[day] == "DATE"


def _is_outer(sheet: Sheet, token: int, head: int) -> bool:
    """Tell whether a participial clause hangs on the head itself and not on an apposition."""
    return sheet.parse.heads[token] == head


def noun_voice(sheet: Sheet, noun: int) -> Voice | None:
    """Return who stands behind a cue noun: its owner, a people or body ("Saudi claims"), by or from whom it comes."""
    owner = sheet.child(noun, "poss")
    if owner is not None:
        return _noun_phrase(sheet, owner)
    people = next((c for c in sheet.children(noun, "amod", "compound") if sheet.parse.entities[c] in _PEOPLES), None)
    if people is not None:
        return Voice(people, people + 1, people)
    for given in sheet.children(noun, "acl"):
        giver = _agent(sheet, given) if sheet.parse.tags[given] == "VBN" else None
        if giver is not None:
            return _noun_phrase(sheet, giver)
    for child in sheet.children(noun, "prep", "agent"):
        if sheet.words[child] in ("by", "from"):
            inner = sheet.child(child, "pobj")
            return _noun_phrase(sheet, inner) if inner is not None else None
    return None


def phrase_voice(sheet: Sheet, preposition: int) -> Voice | None:
    """Return the source after "according to" and its like."""
    inner = sheet.child(preposition, "pobj")
    if inner is None:
        inner = next((c for p in sheet.children(preposition, "prep") for c in sheet.children(p, "pobj")), None)
    return _noun_phrase(sheet, inner) if inner is not None else None


def can_speak(sheet: Sheet, voice: Voice, book: ActBook) -> bool:
    """Tell whether a source can speak at all: events and things do not, and nobody did not."""
    if sheet.words[voice.head] in _NOBODY | _POINTERS or (
        sheet.words[voice.first] == "no" and sheet.words[voice.head] == "one"
    ):
        return False
    if sheet.parse.pos[voice.head] == "PROPN":
        return True
    if sheet.parse.forms[voice.head][:1].isdigit():
        return False
    lemma = sheet.parse.lemmas[voice.head].lower()
    if sheet.parse.entities[voice.head] in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"):
        return sheet.words[voice.head] in _SHARES  # "19 percent said they would stay"
    return lemma not in book.words.get("not_speakers", frozenset())
