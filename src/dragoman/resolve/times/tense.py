"""The tense of the clause at a position, from parsed sentences.

The tense looked for is the one that tells whether a day named in the clause lies before or after the report: the
verb that governs the position and its auxiliaries, and for infinitives and participles the word they hang on.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from dragoman.resolve.times.reading import Tense
from dragoman.types.text import Sentence, Token

AHEAD = frozenset(
    {"will", "'ll", "\u2019ll", "wo", "shall", "would", "may", "might", "could", "'d", "can", "must", "should"}
)
PLANS = frozenset(
    {
        "schedule",
        "expect",
        "plan",
        "due",
        "slate",
        "set",
        "agree",
        "want",
        "hope",
        "likely",
        "intend",
        "prepare",
        "ready",
        "aim",
        "vow",
        "promise",
        "threaten",
        "propose",
        "seek",
        "decide",
        "able",
        "unlikely",
        "need",
        "urge",
        "call",
        "order",
        "invite",
        "arrange",
        "pledge",
        "poise",
        "book",
        "upcoming",
        "tentatively",
        "projected",
        "ask",
        "expected",
        "scheduled",
        "planned",
        "forthcoming",
        "deadline",
        "consider",
        "bind",
    }
)
FORESEEN = frozenset({"plan", "schedule", "slate", "expect", "await", "anticipate", "eye", "arrange"})
"""Verbs whose object lies ahead whatever their own tense: "planned a march on Sunday", "has scheduled talks Friday"."""
TIMETABLED = frozenset(
    {"meet", "begin", "start", "open", "resume", "convene", "expire", "close", "end", "vote", "leave", "arrive",
     "return", "travel", "fly", "go", "face", "hold", "visit", "host", "kick"}
)  # fmt: skip
"""Verbs that the simple present puts on a timetable: "the envoys meet Monday"."""
TELL = frozenset({"say", "comment", "discuss", "confirm", "elaborate", "identify", "disclose", "reveal", "give"})
"""Verbs of which "would not" tells a refusal: "officials would not comment Friday"."""
OBJECTS = frozenset({"dobj", "xcomp"})
SENTENCE_ENDS = frozenset({".", "!", "?", "\u201d", '"', "''"})
CLIMBS = 12


PUT_OFF_TO = frozenset({"schedule", "expect", "plan", "due", "slate", "set", "intend", "project", "book", "poise"})
"""Participles that look ahead; "ordered", "invited", "called" on a day were so on that day."""


def tense_in(sentences: Sequence[Sentence]) -> Callable[[int], Tense | None]:
    """A function from a position of the passage that the sentences make up to the tense of the clause there."""
    starts = [s.start for s in sentences]

    def tense_of(position: int) -> Tense | None:
        number = bisect_right(starts, position) - 1
        if number < 0:
            return None
        tokens = sentences[number].tokens
        token = next((t for t in tokens if t.end > position), None)
        if token is None:
            return None
        return "past" if _follows_past_verb(sentences[number], token) else clause_tense(sentences[number], token)

    return tense_of


def _follows_past_verb(sentence: Sentence, token: Token) -> bool:
    """ "Said Monday", "met on Tuesday": the verb right before tells more than the parse."""
    before = [t for t in sentence.tokens[max(0, token.index - 2) : token.index]]
    if before and before[-1].text.lower() == "on":
        before.pop()
    return bool(before) and before[-1].tag == "VBD" and not _auxiliaries(sentence, before[-1]) & AHEAD


def clause_tense(sentence: Sentence, token: Token) -> Tense | None:
    """The tense of the clause a token stands in; None where no verb governs it."""
    start = token
    for _ in range(CLIMBS):
        if token.lemma.lower() in PLANS and token.pos != "NOUN":
            found: Tense | None = "past" if _fell_through(sentence, token) else "future"
            if not _is_told_as_done(sentence, token):
                return found
        if token.pos in ("VERB", "AUX"):
            found = _foreseen(sentence, token, start) or _verb_tense(sentence, token)
            if found:
                return found
        if token.head == token.index:
            return None
        token = sentence.tokens[token.head]
    return None


def _foreseen(sentence: Sentence, verb: Token, date: Token) -> Tense | None:
    """What is planned, and what a timetable has, lies ahead. Headlines tell the past in the present tense."""
    before_date = [c for c in sentence.children[verb.index] if c < date.index]
    stands = "had" not in _auxiliaries(sentence, verb)
    if stands and verb.lemma.lower() in FORESEEN and any(sentence.tokens[c].dep in OBJECTS for c in before_date):
        return "future"
    if verb.tag not in ("VBZ", "VBP"):
        return None
    if verb.lemma.lower() in PLANS:
        return "future"
    is_prose = sentence.tokens[-1].text in SENTENCE_ENDS
    return "future" if is_prose and verb.lemma.lower() in TIMETABLED else None


def _is_told_as_done(sentence: Sentence, token: Token) -> bool:
    """A plan word that tells what was done ("agreed Monday", "called on Tuesday") rather than what is to come."""
    auxiliaries = _auxiliaries(sentence, token)
    if token.tag == "VBN" and token.lemma.lower() in PUT_OFF_TO and not ({"have", "'ve", "had", "has"} & auxiliaries):
        return False
    return token.pos in ("VERB", "AUX")


def _fell_through(sentence: Sentence, plan: Token) -> bool:
    """ "Had been due to expire", "had been scheduled for": a plan that another has overtaken."""
    helpers = _auxiliaries(sentence, plan)
    above = sentence.tokens[plan.head]
    if plan.pos == "ADJ" and above.lemma == "be":
        helpers |= _auxiliaries(sentence, above) | {above.text.lower()}
    return {"had", "been"} <= helpers


def _auxiliaries(sentence: Sentence, token: Token) -> set[str]:
    return {
        sentence.tokens[c].text.lower()
        for c in sentence.children[token.index]
        if sentence.tokens[c].dep in ("aux", "auxpass")
    }


def _verb_tense(sentence: Sentence, verb: Token) -> Tense | None:
    """The tense a verb shows by itself or by its auxiliaries; None for infinitives and participles to climb from."""
    auxiliaries = _auxiliaries(sentence, verb)
    if auxiliaries & AHEAD or verb.text.lower() in AHEAD:
        return "past" if "have" in auxiliaries or _failed(sentence, verb, auxiliaries) else "future"
    if verb.tag == "VBD" or auxiliaries & {"had", "was", "were", "did", "has", "have", "been", "'ve", "\u2019ve"}:
        return "past"
    if "to" in auxiliaries:
        return _infinitive_tense(sentence, verb)
    if verb.tag in ("VBZ", "VBP") or auxiliaries & {"is", "are", "am", "'s", "'re", "does", "do"}:
        return "present"
    if verb.tag == "VBN" and verb.dep in ("acl", "relcl", "ROOT", "advcl"):
        return "past"
    return None


def _failed(sentence: Sentence, verb: Token, auxiliaries: set[str]) -> bool:
    """ "Could not be reached Friday", "would not say Friday" tell what was tried."""
    below = [sentence.tokens[c] for c in sentence.children[verb.index]]
    denied = any(t.dep == "neg" or (t.dep in ("nsubj", "nsubjpass", "preconj", "cc") and _is_none(t)) for t in below)
    denied = denied or any(_is_none(sentence.tokens[c]) for t in below for c in sentence.children[t.index])
    return denied and ("could" in auxiliaries or ("would" in auxiliaries and verb.lemma.lower() in TELL))


def _is_none(token: Token) -> bool:
    return token.text.lower() in ("neither", "nobody", "none", "no", "nothing")


def _infinitive_tense(sentence: Sentence, verb: Token) -> Tense | None:
    """ "Is to visit", "plans to visit" look ahead; "went to visit" doesn't."""
    head = sentence.tokens[verb.head]
    if head.index == verb.index:
        return "future"
    if head.lemma.lower() in PLANS and _fell_through(sentence, head):
        return "past"
    if head.lemma == "be" or head.text.lower() == "going" or head.lemma.lower() in PLANS or head.tag in ("VBZ", "VBP"):
        return "future"
    return (
        "future"
        if head.pos in ("NOUN", "PROPN")
        and head.lemma.lower()
        in ("plan", "decision", "proposal", "agreement", "intention", "promise", "vow", "pledge", "deadline")
        else None
    )
