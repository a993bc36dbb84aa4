"""The day of an event: of the time expressions in its clause, the one that belongs to it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.attribute.nearness import FAR, distance, is_here, unheard
from dragoman.ontology.calendar import add_days
from dragoman.ontology.plover import SPEECH
from dragoman.types.coded import CodedEvent
from dragoman.types.event import EventDate
from dragoman.types.text import Sentence
from dragoman.types.time import TimeMention

_WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
_PAST = {"last", "ago", "yesterday", "past", "previous", "earlier"}
"""Words by which a time has gone by: what is asked for is yet to come, so that it is the asking's."""
_WEEK = timedelta(days=7)
_JUDGE = {
    "accuse", "acquit", "arrest", "blame", "charge", "condemn", "convict", "criticise", "criticize", "denounce",
    "detain", "expel", "fine", "imprison", "indict", "jail", "praise", "prosecute", "punish", "reprimand", "sanction",
    "sentence", "suspend", "thank", "try",
}  # fmt: skip
_WORD_GIVEN = {
    "agree", "announce", "ask", "authorise", "authorize", "commit", "decide", "demand", "direct", "hope", "instruct",
    "intend", "offer", "order", "plan", "pledge", "promise", "propose", "request", "resolve", "say", "swear", "tell",
    "threaten", "undertake", "urge", "vow", "vote", "want", "warn",
}  # fmt: skip
"""Verbs after which something is yet to be done."""
_BECAUSE = {"for", "of", "on", "over", "with", "including"}


def time_of(
    sentence: Sentence, event: CodedEvent, times: Iterable[TimeMention], others: Sequence[int] = ()
) -> TimeMention | None:
    """The dated time expression nearest to an event in the parse that doesn't belong to another clause, or to one of
    the ``others``: triggers of further events of the sentence.
    """
    best: tuple[float, int, TimeMention] | None = None
    odds = event.judgement.times if event.judgement else ()
    here = [t for t in times if t.first is not None and _is_when(t) and is_here(sentence, t.start)]
    for mention in here:
        if _is_end(sentence, mention, here):
            continue
        head = sentence.head_at(mention.start, mention.end)
        if head is None or _is_comparison(sentence, head) or _is_of_another(sentence, event.trigger, head):
            continue
        if _of_its_object(sentence, event, mention, head) or _is_age_of_other(sentence, event, head):
            continue
        asked = _of_what_is_asked(sentence, event, head)
        if asked and not _PAST & set(mention.text.lower().split()):
            continue
        apart = distance(sentence, event.trigger, head)
        first = next(t.index for t in sentence.tokens if t.end > mention.start)
        if any(_is_at(sentence, event.trigger, other, first) for other in others):
            continue
        if apart == FAR and any(_has_it(sentence, event.trigger, other, head) for other in others):
            continue
        cost = apart + unheard(sentence, mention.start, mention.end, odds)
        if cost < FAR and (best is None or (cost, abs(head - event.trigger)) < best[:2]):
            best = (cost, abs(head - event.trigger), mention)
    return best[2] if best else None


_UNTIL = {"until", "till"}


def _is_end(sentence: Sentence, mention: TimeMention, times: Sequence[TimeMention]) -> bool:
    """Whether a time is when something ends: of "from Feb. 28 to March 2" the first is when it was, of "banned rallies
    until Monday" none is; "not until Monday" is when it begins.
    """
    ends = {t.end: t.text.lower() for t in sentence.tokens}
    before = ends.get(mention.start - 1)
    if before in _UNTIL:
        word = next(t for t in sentence.tokens if t.end == mention.start - 1)
        above = {sentence.tokens[c].dep for c in sentence.children[sentence.clause(word.index)]}
        return "neg" not in above and ends.get(word.start - 1) not in {"not", "only"}
    if before not in {"to", "through"}:
        return False
    return any(ends.get(t.start - 1) == "from" and 0 < mention.start - t.end <= len(" through ") for t in times)


def of_a_noun(sentence: Sentence, time: TimeMention) -> bool:
    """Whether a time is that of a noun: "the attack of March 22", "a 2015 resolution"."""
    head = sentence.head_at(time.start, time.end)
    if head is None:
        return False
    above = sentence.tokens[sentence.tokens[head].head]
    of = above.text.lower() == "of" and sentence.tokens[above.head].pos == "NOUN"
    return of or _is_age(sentence, head)


def _is_at(sentence: Sentence, trigger: int, other: int, first: int) -> bool:
    """Whether a time stands right after another event for which, or over which, a deed was done: "raided the town in
    revenge for the attack last week".
    """
    token = sentence.tokens[other]
    above = sentence.tokens[token.head]
    return trigger < other == first - 1 and token.dep == "pobj" and above.text.lower() in {"for", "over", "after"}


def _has_it(sentence: Sentence, trigger: int, other: int, head: int) -> bool:
    """Whether a time is that of another event, told between it and a trigger in a clause below the trigger's, or in a
    clause about its subject; what is said of the trigger's object tells on ("brokered the accord that both inked in
    2015").
    """
    up = sentence.path(other)
    below = sentence.clause(trigger) in up
    of_object = any(sentence.tokens[n].dep == "dobj" and sentence.tokens[n].head == trigger for n in up)
    clause, mine = sentence.clause(other), sentence.clause(trigger)
    beside = sentence.tokens[clause].head == sentence.tokens[mine].head != mine
    between = trigger < other < head or (max(other, head) < trigger and clause == sentence.clause(head))
    return between and (below or beside) and not of_object and distance(sentence, other, head) < FAR


def _is_when(mention: TimeMention) -> bool:
    """Whether an expression says when: a day, a month, or a stretch up to now ("over the past week")."""
    return mention.type in {"DATE", "TIME"} or bool(_PAST & set(mention.text.lower().split()))


def _is_of_another(sentence: Sentence, trigger: int, head: int) -> bool:
    """Whether a time belongs to something else than the deed told at a word: to what this is about, to a noun ("next
    month's summit"), or to what somebody does because of it ("charged on Monday with attacking soldiers").
    """
    owner = sentence.tokens[head]
    owned = owner.dep == "poss" and owner.head not in sentence.path(trigger)
    return (
        owned
        or _is_in_who_clause(sentence, trigger, head)
        or _of_topic(sentence, trigger, head)
        or _is_why(sentence, trigger, head)
        or _is_of_word(sentence, trigger, head)
    )


_AT_TIMES = {"after", "amid", "at", "before", "during", "following", "in", "since"}
_DUE = {"book", "due", "fix", "plan", "schedule", "set", "slate", "time"}
"""Words after which "for" tells when something will be."""


def _is_age(sentence: Sentence, head: int) -> bool:
    """Whether a year only says which of its kind something is, or what it is for: "in breach of a 2015 resolution",
    "signed a plan for 2024".
    """
    token = sentence.tokens[head]
    if not (token.text[:4].isdigit() and len(token.text) >= len("2015")):
        return False
    above = sentence.tokens[token.head]
    if token.dep in {"nummod", "compound", "nmod", "amod"}:
        when = above.dep == "pobj" and sentence.tokens[above.head].text.lower() in _AT_TIMES
        return above.pos in {"NOUN", "PROPN"} and not when
    return above.text.lower() == "for" and sentence.tokens[above.head].lemma.lower() not in _DUE


def _is_age_of_other(sentence: Sentence, event: CodedEvent, head: int) -> bool:
    """Whether a year is that of what is no part of an event: the raid's, of "France condemned the 2019 raid"."""
    if not _is_age(sentence, head):
        return False
    noun = sentence.tokens[sentence.tokens[head].head]
    held = noun.head == event.trigger and event.event_type not in SPEECH  # "held 2015 talks"
    return noun.pos == "ADP" or not (noun.index in sentence.path(event.trigger) or noun.index in event.words or held)


def _is_in_who_clause(sentence: Sentence, trigger: int, head: int) -> bool:
    """Whether a time is that of what is told beside of somebody: "received by Bachelet, who returned in March"."""
    up = sentence.path(trigger)
    for node in sentence.path(head):
        if node in up:
            return False
        if sentence.tokens[node].dep == "relcl":
            return any(sentence.tokens[c].text.lower() == "who" for c in sentence.children[node])
    return False


def _is_of_word(sentence: Sentence, trigger: int, head: int) -> bool:
    """Whether a time is that of the word given, before what is to be done: "agreed on Monday to ban", "said on Tuesday
    it would send troops".
    """
    below = sentence.path(head)
    for node in sentence.path(trigger):
        token = sentence.tokens[node]
        ahead = any(sentence.tokens[c].tag in {"TO", "MD"} for c in sentence.children[node])
        given = sentence.tokens[token.head].lemma.lower() in _WORD_GIVEN
        if given and ahead and token.dep in {"xcomp", "ccomp"} and token.head < head < node:
            subject = min((c for c in sentence.children[node] if sentence.tokens[c].dep == "nsubj"), default=head)
            return node not in below or head < subject
        if node in below:
            return False
    return False


def _is_why(sentence: Sentence, trigger: int, head: int) -> bool:
    """Whether a deed is why somebody was judged, for which the time before it is told."""
    below = sentence.path(head)
    up = sentence.path(trigger)
    meeting = next((i for i, node in enumerate(up) if node in below), 0)
    if head > trigger or meeting < 2 or sentence.tokens[up[meeting]].lemma.lower() not in _JUDGE:
        return False
    return sentence.tokens[up[meeting - 1]].text.lower() in _BECAUSE


def _is_comparison(sentence: Sentence, head: int) -> bool:
    """ "The first visit since 1978" isn't of 1978: "since" on a noun tells what came before."""
    above = sentence.tokens[sentence.tokens[head].head]
    return above.text.lower() == "since" and sentence.tokens[above.head].pos in {"NOUN", "PROPN", "ADJ"}


_DEEDS = {"sign", "ratify", "grant", "lift", "ease", "sue", "file", "vote"}
"""Verbs of what is done and not only said: "signed the accord of May 3" has no other day."""
_ANSWERS = {"ACCUSE", "SUPPORT", "REJECT"}
"""Types whose object was there before: what was agreed, threatened or asked for was made by the saying."""
_FROM = {"begin", "start", "commence"}


def _of_its_object(sentence: Sentence, event: CodedEvent, mention: TimeMention, head: int) -> bool:
    """Whether a date is that of what is condemned, welcomed or offered: "condemned the bombings of October 30",
    "offered places, beginning in April 2009".
    """
    if (
        sentence.tokens[event.trigger].lemma in _DEEDS
        or event.event_type not in SPEECH
        or not any(c.isdigit() for c in mention.text)
    ):
        return False
    up = sentence.path(event.trigger)
    below = [n for n in sentence.path(head) if n not in up and n != head and n not in event.words]
    tokens = sentence.tokens
    judged = event.event_type in _ANSWERS or any(tokens[n].text.lower() == "of" for n in below)
    noun = judged and any(
        tokens[n].dep in {"dobj", "pobj"} and tokens[n].pos == "NOUN" and not tokens[n].entity for n in below
    )
    begun = any(tokens[n].lemma in _FROM and tokens[n].tag == "VBG" for n in below)
    return noun or begun


def _of_what_is_asked(sentence: Sentence, event: CodedEvent, head: int) -> bool:
    """Whether a time is that of what somebody is to do: "ordered him to appear on Friday" wasn't ordered on Friday; nor
    was what is told beside a word given: "discussed the truce and agreed to meet again in May".
    """
    up = sentence.path(event.trigger)
    for node in sentence.path(head):
        token = sentence.tokens[node]
        if node in up or node in event.words:
            return False
        to = token.tag == "VB" and sentence.is_infinitive(node)
        given = token.dep == "xcomp" and token.head not in up and sentence.tokens[token.head].lemma in _WORD_GIVEN
        if to and (given or (event.event_type in SPEECH and token.dep in {"xcomp", "ccomp", "advcl"})):
            return True
    return False


def _of_topic(sentence: Sentence, trigger: int, head: int) -> bool:
    """Whether a time belongs to what a deed is about."""
    up = sentence.path(trigger)
    return any(_is_topic(sentence, n) for n in sentence.path(head) if n not in up)


def _is_topic(sentence: Sentence, node: int) -> bool:
    """Whether a word is what a deed is about: the time of "blamed for the raid in May" is the raid's."""
    token = sentence.tokens[node]
    above = sentence.tokens[token.head]
    topical = token.dep == "pobj" and above.text.lower() in {"for", "over", "about"}
    return topical and token.entity not in {"DATE", "TIME"} and bool(sentence.children[node])


def is_weekday(text: str) -> bool:
    """Whether a time expression is a bare weekday, which looks both ways ("Tuesday", "Tuesday evening")."""
    words = text.lower().split()
    return any(w in _WEEKDAYS for w in words) and not {"last", "next", "this"} & set(words)


def ahead(when: EventDate, published: date) -> EventDate:
    """The day a week later, where what is planned would lie before the report that plans it."""
    if when.first is None or when.last is None or not timedelta(0) < published - when.last <= _WEEK:
        return when
    basis = f"{when.basis}; planned, so the next one"
    return replace(when, first=add_days(when.first, 7), last=add_days(when.last, 7), basis=basis)
