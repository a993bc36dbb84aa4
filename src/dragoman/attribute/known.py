"""Events of which the world knows the day: the day of what a report tells of them, or at them."""

from dragoman.attribute.recall import nouns_within
from dragoman.types.coded import CodedEvent
from dragoman.types.event import EventDate, Status
from dragoman.types.milestone import Milestone
from dragoman.types.resolved import ResolvedText
from dragoman.types.text import Sentence
from dragoman.types.time import TimeMention

_TOLD = {"happened", "alleged"}
_MARGINS = {"sideline", "sidelines", "margin", "margins", "fringe", "fringes", "day"}


def day_of(resolved: ResolvedText, event: CodedEvent, status: Status, told: TimeMention | None) -> EventDate | None:
    """The day of an event that is a known one, or that was done at one; None where the time that is ``told`` of it in
    the text says otherwise.
    """
    if status not in _TOLD:
        return None
    known = resolved.known_in(resolved.annotated.sentences[event.sentence])
    at, own = next(((w, known[w]) for w in (event.trigger, *event.words) if w in known), (0, None))
    if own is not None and (told is None or _is_of(own, told) or _is_beside(resolved, event, at, told)):
        return EventDate(own.first, own.last, own.precision, f"the day of {own.name}, which is known")
    around = _during(resolved, event) if told is None else None
    if around is not None:
        return EventDate(around.first, around.last, around.precision, f"during {around.name}, which is known")
    return None


def is_known_ones(resolved: ResolvedText, sentence: Sentence, event: CodedEvent, time: TimeMention) -> bool:
    """Whether a time is that of a known event which an event isn't: "sanctions since the invasion 18 months ago"."""
    known = set(resolved.known_in(sentence)).difference(event.words)
    return any(sentence.is_told_with(at, time.start, time.end) for at in known)


def _is_of(known: Milestone, time: TimeMention) -> bool:
    """Whether a time in the text only says less closely when a known event was, or is counted from it."""
    if known.name in time.basis:
        return True
    if time.first is None or time.last is None or time.precision not in {"month", "year"}:
        return False
    return time.first <= known.first <= time.last


def _is_beside(resolved: ResolvedText, event: CodedEvent, at: int, told: TimeMention) -> bool:
    """Whether a time is that of something else than a known event's noun: "Pelosi, whose visit to Taipei had angered
    Beijing, arrived on Thursday".
    """
    sentence = resolved.annotated.sentences[event.sentence]
    noun = sentence.tokens[at].pos == "NOUN"
    return noun and told.start > sentence.tokens[at].end and not sentence.is_told_with(at, told.start, told.end)


def _during(resolved: ResolvedText, event: CodedEvent) -> Milestone | None:
    """The known event at which something was done: "met Xi at the summit in Bali", "on the sidelines of"."""
    sentence = resolved.annotated.sentences[event.sentence]
    for at, known in resolved.known_in(sentence).items():
        token, above = sentence.tokens[at], sentence.tokens[sentence.tokens[at].head]
        beside = above.text.lower() == "of" and sentence.tokens[above.head].lemma.lower() in _MARGINS
        here = beside and token.dep == "pobj" and sentence.clause(at) == sentence.clause(event.trigger)
        if here or at in nouns_within(sentence, event):
            return known
    return None
