"""When a report came out, by its own text: inferred where no day was given, and held against the one that was.

Three things tell it. Offices: who is called "the defence minister" is it on the day of the report, so that the tenures
of those named so bound it. Dates: what is told in the past of a full date lies before the report, and a report that
opens with one came out on it or soon after; "Monday, August 14" has but one year in a few. Known events: a report that
looks back on the invasion of a country is from after it, and one that has it "18 months ago" from so long after. A
given day that these rule out is not believed, and the report says so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.ontology.calendar import add_days, safe_date
from dragoman.ontology.knowledge import Person, Tenure, knowledge, person_key
from dragoman.resolve.lookback import lookbacks
from dragoman.resolve.milestones import Milestones
from dragoman.resolve.naming import Reading, name_spans, name_words
from dragoman.resolve.offices import Title, office_name, titles_of
from dragoman.resolve.times import tense_in
from dragoman.types.report import Published
from dragoman.types.text import AnnotatedText, Sentence
from dragoman.types.time import TimeMention

_OPENING = 4
"""Sentences that a report opens with."""
_OPENS = 3
"""Days after the one that it opens with in which a report may come out."""
_SLACK = timedelta(days=183)
"""How far from a tenure a given day may lie before it is doubted."""
_LINGERS = timedelta(days=92)
"""How long the press may still give somebody an office that he has lost: who was ousted is "President" for long."""
_DATES = {"date", "opening"}
_KNOWN = "known"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY = re.compile(
    r"\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? (?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep"
    r"|Oct|Nov|Dec)[a-z]*)\.? (?P<day>\d\d?)\b(?!,? \d{4})"
)
_FIRST, _LAST = date(1990, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class Bound:
    """What a word of the text says of the day of publication: not before ``first``, not after ``last``."""

    first: date
    last: date
    words: str
    by: str
    """What it rests on: the key of a person, "page", ``_KNOWN`` or one of ``_DATES``."""


def publication(
    annotated: AnnotatedText, readings: Sequence[Reading], times: Sequence[TimeMention], known: Milestones
) -> Published:
    """The day of publication: the given one, with what speaks against it, or what the text tells of it. ``known`` are
    the events that it names as known.
    """
    given = annotated.clean.report.published
    told = [*_by_dates(annotated, times), *_by_offices(readings), *_by_events(annotated, times, known)]
    if given.first and given.last:
        told.append(Bound(given.first, given.last, given.why, "page"))
    if given.date is None:
        return _inferred([*told, *_by_weekday(annotated, _inferred(told))]) or given
    against = _against(told, given.date)
    if not against:
        return given
    doubt = f"{given.date} can't be: " + "; ".join(dict.fromkeys(b.words for b in against))
    return replace(_inferred(told) or Published(), stated=given.date, doubt=doubt)


def _against(told: Sequence[Bound], day: date) -> list[Bound]:
    """What rules a day out: a date told in the past, or tenures, unless the one that does is outvoted by another. A
    known event has a vote beside tenures; alone it may be another of its name.
    """
    later = [b for b in told if b.by in _DATES and b.first - day > timedelta(1)]
    held = [b for b in told if b.by not in {*_DATES, _KNOWN} and b.last != _LAST]
    held += [b for b in told if held and b.by == _KNOWN]
    out = [b for b in held if not b.first - _SLACK <= day <= b.last + _SLACK]
    return [*later, *(out if len(out) > len(held) - len(out) else [])]


def _inferred(told: Sequence[Bound]) -> Published | None:
    """The days that agree with most of what the text says; what contradicts that is left out."""
    first, last, used = _FIRST, _LAST, []
    for bound in sorted(told, key=lambda b: -sum(_meet(b, other) for other in told)):
        if max(first, bound.first) <= min(last, bound.last):
            first, last = max(first, bound.first), min(last, bound.last)
            used.append(bound)
    if not used:
        return None
    opening = next((b for b in used if b.by == "opening"), None)
    return Published(
        date=max(opening.first, first) if opening else None,
        basis="inferred",
        first=None if first == _FIRST else first,
        last=None if last == _LAST else last,
        why="; ".join(dict.fromkeys(b.words for b in used)),
    )


def _meet(one: Bound, other: Bound) -> bool:
    return max(one.first, other.first) <= min(one.last, other.last)


def _by_dates(annotated: AnnotatedText, times: Sequence[TimeMention]) -> Iterator[Bound]:
    """Full dates on which the text has something done. One that it opens with says more, if it is the latest of all."""
    latest = max((int(y) for p in annotated.clean.passages for y in _YEAR.findall(p.text)), default=0)
    for time in times:
        if time.type != "DATE" or time.precision != "day" or time.first is None or not _YEAR.search(time.text):
            continue
        sentence = next((s for s in annotated.sentences if s.holds(time.passage, time.start)), None)
        if sentence is not None and _is_of_a_deed(sentence, time):
            opens = sentence.index < _OPENING and time.first.year >= latest
            last = min(add_days(time.first, _OPENS), _LAST) if opens else _LAST
            yield Bound(time.first, last, f"{time.text!r} is told in the past", "opening" if opens else "date")


def _by_events(annotated: AnnotatedText, times: Sequence[TimeMention], known: Milestones) -> Iterator[Bound]:
    """Known events that the text looks back on: it is from after them, and from so long after as it says."""
    for seen in lookbacks(known, annotated.sentences, times):
        yield Bound(seen.first, seen.last or _LAST, seen.words, _KNOWN)


def _is_of_a_deed(sentence: Sentence, time: TimeMention) -> bool:
    """Whether a date says when something was done: on a verb in the past, and not on what it plans ("until", "to")."""
    at = sentence.head_at(time.start, time.end)
    if at is None:
        return False
    head = sentence.tokens[at]
    if head.dep == "pobj":
        head = sentence.tokens[head.head]
        if head.text.lower() not in {"on", "in", "since"}:
            return False
    return sentence.tokens[head.head].tag in {"VBD", "VBN"} and tense_in([sentence])(time.start) == "past"


def _by_weekday(annotated: AnnotatedText, known: Published | None) -> Iterator[Bound]:
    """Weekdays told with a day and a month that fall together in one year only of those that come in question."""
    if known is None or known.first is None or known.last is None:
        return
    for sentence in annotated.sentences[:_OPENING]:
        text = annotated.clean.passages[sentence.passage].text[sentence.start : sentence.end]
        for match in _WEEKDAY.finditer(text):
            weekday, month = (match[n].lower()[:3] for n in ("weekday", "month"))
            years = range(known.first.year, known.last.year + 1)
            days = [d for y in years if (d := safe_date(y, _MONTHS.index(month) + 1, int(match["day"])))]
            fitting = [d for d in days if known.first <= d <= known.last and _WEEKDAYS[d.weekday()] == weekday]
            if len(fitting) == 1 and tense_in([sentence])(sentence.start + match.start()) == "past":
                words = f"{match[0]!r} falls in {fitting[0].year} only"
                yield Bound(fitting[0], add_days(fitting[0], _OPENS), words, "opening")


def _by_offices(readings: Sequence[Reading]) -> list[Bound]:
    """Tenures of those whom the text calls by their office without a date of its own; each person once."""
    found: dict[tuple[str, str], Bound] = {}
    for reading in readings:
        if any(_YEAR.fullmatch(t.text) for t in reading.sentence.tokens):
            continue
        for first, last in name_spans(reading):
            words = name_words(reading.sentence, first, last)
            person = knowledge().persons.get(person_key(" ".join(words))) if len(words) > 1 else None
            for title in titles_of(reading, first, last) if person else ():
                bound = _of_office(person, title) if person else None
                if bound is not None:
                    found.setdefault((bound.by, bound.words), bound)
    return list(found.values())


def _of_office(person: Person, title: Title) -> Bound | None:
    """When somebody held the office that the text gives him; None where he held it twice, or not at all."""
    office = office_name(title.role, title.country or person.country) if title.role.office and not title.former else ""
    held = [t for t in person.tenures if t.office == office] if office else []
    if len(held) != 1 or not held[0].first:
        return None
    first, last = _day(held[0].first, end=False), _last(held[0])
    until = f"to {held[0].last}" if held[0].last else "on"
    return Bound(first, last, f"{person.name} was {office} from {held[0].first} {until}", person_key(person.name))


def _last(tenure: Tenure) -> date:
    return _day(tenure.last, end=True) + _LINGERS if tenure.last else _LAST


def _day(prefix: str, *, end: bool) -> date:
    """The first or last day of an ISO prefix: a year, a month or a day."""
    year, month, day = (*map(int, prefix.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day)
    if not end:
        return date(year, month or 1, 1)
    following = date(year + 1, 1, 1) if month in (0, 12) else date(year, month + 1, 1)
    return following - timedelta(1)
