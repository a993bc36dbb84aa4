"""What the days of known events tell: when that was which lies so long before or after one ("two weeks after the
coup"), and when a report came out that looks back on one ("the invasion 18 months ago").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.ontology.calendar import PRECISION, Unit, duration, period_of, shift
from dragoman.resolve.milestones import Milestones
from dragoman.resolve.times import find_times
from dragoman.types.milestone import Milestone
from dragoman.types.text import Sentence
from dragoman.types.time import TimeMention

_SINCE = re.compile(r"\s+(?P<way>after|before|prior to|ahead of|following|into)\s+", re.IGNORECASE)
_BACK = {"before", "prior to", "ahead of"}


def dated_by(
    times: Sequence[TimeMention], milestones: Milestones, sentences: Sequence[Sentence], texts: Sequence[str]
) -> tuple[TimeMention, ...]:
    """The times with days for those that lie so long before or after a known event: "two weeks after the coup"."""
    return tuple(_from_event(t, milestones, sentences, texts) or t for t in times)


def _from_event(
    time: TimeMention, milestones: Milestones, sentences: Sequence[Sentence], texts: Sequence[str]
) -> TimeMention | None:
    length = duration(time.value)
    way = _SINCE.match(texts[time.passage], time.end)
    if time.type != "DURATION" or length is None or length[1] not in _LEEWAY or way is None:
        return None
    sentence = next((s for s in sentences if s.holds(time.passage, time.start)), None)
    if sentence is None:
        return None
    after = next((t.index for t in sentence.tokens if t.start >= way.end()), len(sentence.tokens))
    meant = next((m for (s, at), m in sorted(milestones.items(), key=lambda kv: kv[0]) if s == sentence.index
                  and _opens_with(sentence, at, after)), None)  # fmt: skip
    if meant is None:
        return None
    count, unit = length
    back = way["way"].lower() in _BACK
    middle = shift(meant.first if back else meant.last, unit, -count if back else count)
    first, last = _around(middle, unit)
    value = middle.isoformat() if unit == "day" else middle.isoformat()[:7]
    basis = f"{way['way'].lower()} {meant.name}, {_span(meant)}"
    return replace(time, type="DATE", value=value, first=first, last=last, precision=PRECISION[unit], basis=basis)


def _opens_with(sentence: Sentence, at: int, after: int) -> bool:
    """Whether the phrase of a word begins at a token."""
    return at >= after and min(sentence.subtree(at)) <= after


_LEEWAY: dict[Unit, int] = {"day": 0, "week": 3, "month": 15, "year": 90}
"""Days by which a length told in a unit may be off either way."""


def _around(day: date, unit: Unit) -> tuple[date, date]:
    return day - timedelta(_LEEWAY[unit]), day + timedelta(_LEEWAY[unit])


def _span(milestone: Milestone) -> str:
    return milestone.first.isoformat()[: 7 if milestone.precision == "month" else 10]


@dataclass(frozen=True, slots=True)
class Lookback:
    """What a known event tells of a report's day: it came out from ``first`` to ``last``, None where that is open."""

    first: date
    last: date | None
    words: str


def lookbacks(
    milestones: Milestones, sentences: Sequence[Sentence], times: Sequence[TimeMention]
) -> Iterator[Lookback]:
    """What the known events of a report tell of its day: it came out after them, and how long after, where it says."""
    for (index, at), meant in milestones.items():
        sentence = sentences[index]
        if meant.alone and sentence.tokens[at].pos != "VERB":
            yield Lookback(meant.first, None, f"{meant.name} was on {_span(meant)}")
        for time in times:
            if not sentence.holds(time.passage, time.start):
                continue
            if (seen := _seen_from(sentence, at, meant, time)) is not None:
                words = f"{meant.name} was on {_span(meant)}, {time.text!r}"
                yield Lookback(*seen, words)


def _ago(text: str) -> tuple[int, Unit] | None:
    """How long ago a time says that something was."""
    told = find_times(text[: -len(" ago")], 0, None, lambda _: None) if text.lower().endswith(" ago") else ()
    length = duration(told[0].value) if told else None
    return length if length and length[1] in _LEEWAY else None


def _seen_from(sentence: Sentence, at: int, meant: Milestone, time: TimeMention) -> tuple[date, date] | None:
    """When a report came out that has a known event at a time: so long ago, or "last month"."""
    length = _ago(time.text)
    if length is not None and sentence.is_told_with(at, time.start, time.end):
        return _around(shift(meant.first, length[1], length[0]), length[1])
    told = _PERIOD.search(time.text)
    head = sentence.head_at(time.start, time.end)
    if told is None or head is None or sentence.clause(head) != sentence.clause(at):
        return None
    unit: Unit = "month" if told["unit"].lower() == "month" else "year"
    later = shift(meant.first, unit, int(told["which"].lower() == "last"))
    return period_of(unit, later).days


_PERIOD = re.compile(
    r"^(?:(?:earlier|late|early|later)\s+)?(?P<which>this|last)\s+(?P<unit>month|year)$", re.IGNORECASE
)
