"""Two happenings a length of time apart: "nine years after NATO bombed Serbia", "two days before the swap".

What stands below "after" or "before" doesn't share the time of what stands above it: it lies as far from it as the text
says. Where one of the two has a date, the other gets it from that, as precise as the length is told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.attribute.recall import spoken_of
from dragoman.attribute.when import time_of
from dragoman.ontology.calendar import Interval, Unit, duration, period_of, stepped
from dragoman.types.coded import CodedEvent
from dragoman.types.event import EventDate, EventMention
from dragoman.types.resolved import ResolvedText
from dragoman.types.text import Sentence
from dragoman.types.time import Precision, TimeMention

_CUES = {"after": 1, "before": -1, "since": 1}
_COMING = {"be", "come", "follow"}
"""Verbs by which a report sets its news beside something else: "the visit comes two months after"."""
_SOON = {"hours", "minutes", "moments", "shortly", "immediately", "soon", "just"}
"""Lengths told by no number after which it is mostly the same day still."""
_A_DAY = 24
_TOLD = "what is told beside it"
_OF_DAY = "before its anniversary"
_WIDE: dict[Precision, Unit] = {"week": "week", "month": "month", "year": "year"}
_COARSER: tuple[Precision, ...] = ("day", "week", "month", "quarter", "year", "decade")


@dataclass(frozen=True, slots=True)
class Gap:
    """A length of time between what stands below a cue (``inner``: its words) and the clause above (``outer``: its
    verb). ``months`` and ``days`` are counted from the inner to the outer one.
    """

    inner: frozenset[int]
    outer: int
    cue: int
    text: str
    days: int
    months: int
    precision: Precision


@dataclass(frozen=True, slots=True)
class _Around:
    """What a sentence with a gap has: its times, its events as told so far, the dated mentions before it, and the
    report's own day.
    """

    sentence: Sentence
    times: Sequence[TimeMention]
    told: Sequence[tuple[CodedEvent, EventMention]] = ()
    before: Sequence[EventMention] = ()
    day: date | None = None


def set_apart(
    mentions: Sequence[EventMention], events: Sequence[CodedEvent], resolved: ResolvedText
) -> tuple[EventMention, ...]:
    """The mentions with the dates that follow from lengths of time between them. ``events`` go with ``mentions`` one by
    one.
    """
    found = list(mentions)
    day = resolved.annotated.clean.report.published.date
    for sentence in resolved.annotated.sentences:
        times = [t for t in resolved.times if sentence.holds(t.passage, t.start)]
        mine = [i for i, event in enumerate(events) if event.sentence == sentence.index]
        for gap in gaps(sentence, times) if mine else ():
            before = [m for m in found[: mine[0]] if not _leads_ahead(m, gap, day)]
            for i in mine:
                around = _Around(sentence, times, [(events[k], found[k]) for k in mine], before, day)
                found[i] = _apart(gap, events[i], found[i], around)
        for gap in anniversaries(sentence) if mine else ():
            for i in mine:
                around = _Around(sentence, times, [(events[k], found[k]) for k in mine])
                if _OF_DAY not in found[i].when.basis:
                    found[i] = _of_anniversary(gap, events[i], found[i], around)
    return tuple(old if _is_ahead(new, day) else new for old, new in zip(mentions, found, strict=True))


def _is_ahead(mention: EventMention, published: date | None) -> bool:
    """Whether what is told as done would lie after the report that tells it."""
    first = mention.when.first
    return first is not None and published is not None and mention.status == "happened" and first > published


def _leads_ahead(mention: EventMention, gap: Gap, published: date | None) -> bool:
    """Whether a length of time after a happening would end after the report that tells it."""
    first = mention.when.first
    after = _moved(first, gap.days, gap.months) if first else None
    return after is not None and published is not None and after > published


def _of_anniversary(gap: Gap, event: CodedEvent, mention: EventMention, around: _Around) -> EventMention:
    """A happening so many years before its anniversary; where that is itself so long before or after another ("a day
    before the second anniversary of the war"), the mention has the anniversary's date by now.
    """
    if event.trigger not in gap.inner:
        return mention
    apart = _TOLD in mention.when.basis
    known = mention.when if apart else _known(gap, around, inside=False)
    if known is None or known.first is None or known.last is None:
        return mention
    first, last = (_moved(day, 0, -gap.months) for day in (known.first, known.last))
    if first is None or last is None:
        return mention
    return replace(mention, when=EventDate(first, last, known.precision, f"{gap.text} {_OF_DAY}"))


def gaps(sentence: Sentence, times: Sequence[TimeMention]) -> Iterator[Gap]:
    """The lengths of time that a sentence tells between two of its happenings."""
    for token in sentence.tokens:
        sign = _CUES.get(token.text.lower())
        if sign is None or token.index == 0 or token.dep not in {"mark", "prep"}:
            continue
        if token.text.lower() == "since" and not (token.dep == "mark" and _is_counted_up(sentence, token.head)):
            continue
        before = next((t for t in times if t.type == "DURATION" and 0 <= token.start - t.end <= 1), None)
        word = sentence.tokens[token.index - 1].text.lower()
        length = _length(before.value) if before else (0, 0, "day") if word in _SOON else None
        if length is None and word in _SOON:
            length = (0, 0, "day")
        if length is None:
            continue
        below = token.head if token.dep == "mark" else _object(sentence, token.index)
        if below is None:
            continue
        days, months, precision = length
        inner = frozenset(i for i in sentence.subtree(below) if i > token.index)
        outer = sentence.clause(sentence.tokens[below if token.dep == "mark" else token.index].head)
        text = f"{before.text if before else word} {token.text}"
        yield Gap(inner, outer, token.index, text, sign * days, sign * months, precision)


def _is_counted_up(sentence: Sentence, verb: int) -> bool:
    """Whether a clause tells since when it is so long: "it is nine months since he was seized"."""
    above = sentence.tokens[sentence.clause(sentence.tokens[verb].head)]
    return above.lemma == "be" and any(sentence.tokens[c].text.lower() == "it" for c in sentence.children[above.index])


_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
_NUMBERED = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")


def anniversaries(sentence: Sentence) -> Iterator[Gap]:
    """What is so many years before its anniversary: "the second anniversary of the invasion"."""
    for token in sentence.tokens:
        if token.lemma.lower() != "anniversary":
            continue
        below = [sentence.tokens[c] for c in sentence.children[token.index]]
        years = next((n for t in below if (n := _ordinal(t.text.lower()))), 0)
        of = next((t.index for t in below if t.text.lower() == "of"), None)
        top = _object(sentence, of) if of is not None else None
        if years and top is not None:
            inner = frozenset(sentence.subtree(top))
            outer = sentence.clause(token.index)
            yield Gap(inner, outer, token.index, f"{years} years", 0, 12 * years, "day")


def _ordinal(word: str) -> int:
    match = _NUMBERED.fullmatch(word)
    return int(match[1]) if match else _ORDINALS.index(word) + 1 if word in _ORDINALS else 0


def _object(sentence: Sentence, preposition: int) -> int | None:
    """What a preposition governs."""
    below = (c for c in sentence.children[preposition] if sentence.tokens[c].dep in {"pobj", "pcomp"})
    return next(below, None)


def _length(value: str) -> tuple[int, int, Precision] | None:
    """Days, months and precision of a TIMEX3 duration; None where its length isn't told."""
    length = duration(value)
    if length is None:
        return None
    amount, unit = length
    lasting: dict[Unit, tuple[int, int, Precision]] = {
        "minute": (0, 0, "day"), "hour": (amount // _A_DAY, 0, "day"), "day": (amount, 0, "day"),
        "week": (7 * amount, 0, "week"), "month": (0, amount, "month"), "year": (0, 12 * amount, "year"),
    }  # fmt: skip
    return lasting.get(unit)


def _apart(gap: Gap, event: CodedEvent, mention: EventMention, around: _Around) -> EventMention:
    sentence = around.sentence
    inside = event.trigger in gap.inner
    if not inside and sentence.clause(event.trigger) != gap.outer:
        return mention
    own = time_of(sentence, event, around.times)
    if own is not None and _is_inside(sentence, gap, own) == inside:
        return mention
    if (own is None and mention.when.first is not None) or _OF_DAY in mention.when.basis:
        return mention
    known = _known(gap, around, inside=not inside)
    if known is None and inside:
        known = _of_news(gap, around)
    if known is None or known.first is None or known.last is None:
        return mention
    sign = -1 if inside else 1
    first, last = (_moved(day, sign * gap.days, sign * gap.months) for day in (known.first, known.last))
    if first is None or last is None:
        return mention
    precision = max(known.precision, gap.precision, key=_rank)
    first, last = _widened(first, last, precision)
    return replace(mention, when=EventDate(first, last, precision, f"{gap.text!r} {_TOLD}"))


def _rank(precision: Precision) -> int:
    return _COARSER.index(precision) if precision in _COARSER else -1


def _known(gap: Gap, around: _Around, *, inside: bool) -> TimeMention | EventDate | None:
    """When one side was: by the time that stands nearest to the cue, else by an event told on that side."""
    sentence = around.sentence
    start = sentence.tokens[gap.cue].start
    dated = [
        t
        for t in around.times
        if t.first is not None and t.type in {"DATE", "TIME"} and _is_inside(sentence, gap, t) == inside
    ]
    if dated:
        return min(dated, key=lambda t: abs(t.start - start))
    sides = (m.when for e, m in around.told if m.when.first is not None and _stands(sentence, gap, e, inside=inside))
    counted = inside and bool(gap.days or gap.months)
    if (told_there := next(sides, None)) is not None or not counted:
        return told_there
    meant = spoken_of(sentence, _object(sentence, gap.cue), around.before)
    return meant.when if meant else None


def _of_news(gap: Gap, around: _Around) -> EventDate | None:
    """When the news is that something else is set beside, told by a verb that is no event itself: an event told before
    that its subject means, else the report's own day.
    """
    tokens, children = around.sentence.tokens, around.sentence.children
    subject = next((c for c in children[gap.outer] if tokens[c].dep == "nsubj"), None)
    if tokens[gap.outer].lemma not in _COMING or subject is None:
        return None
    meant = spoken_of(around.sentence, subject, around.before)
    if meant is not None:
        return meant.when
    owned = {tokens[c].text.lower() for c in children[subject]} & {"the", "this", "his", "her", "their"}
    news = bool(owned) or tokens[subject].text.lower() == "it"
    return EventDate(around.day, around.day, "day", "the report's own day") if news and around.day else None


def _stands(sentence: Sentence, gap: Gap, event: CodedEvent, *, inside: bool) -> bool:
    if event.trigger in gap.inner:
        return inside
    return not inside and sentence.clause(event.trigger) == gap.outer


def _is_inside(sentence: Sentence, gap: Gap, time: TimeMention) -> bool:
    head = sentence.head_at(time.start, time.end)
    return head is not None and head in gap.inner


def _moved(day: date, days: int, months: int) -> date | None:
    """A day so many months and then days on; None beyond the calendar."""
    month = stepped(day, "month", months)
    return stepped(month, "day", days) if month else None


def _widened(first: date, last: date, precision: Precision) -> Interval:
    """The interval as wide as it is known: from the start of the week, month or year that it falls in to its end."""
    unit = _WIDE.get(precision)
    if unit is None or (unit == "week" and first != last):
        return first, last
    start, end = period_of(unit, first).days, period_of(unit, last).days
    return (start[0], end[1]) if start and end else (first, last)
