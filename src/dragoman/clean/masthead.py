"""Lines between the title and the first paragraph that say where and when a report came out: "QUITO, 16 May 2017",
"The Southern Ledger | Opinion | February 27, 2019", "October 2022"; and who published it: "The Lakes Standard".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.clean.dateline import Dateline, find_dateline
from dragoman.clean.dates import MONTH, WEEKDAY, find_date, month_number
from dragoman.clean.furniture import Furniture
from dragoman.clean.lines import Line
from dragoman.ontology.calendar import Interval, period_of

_HEAD = 8
_LONGEST = 140
_PROSE = 150
_SENTENCE = 12
"""Words from which a line that ends as a sentence does is prose."""
_FULL = re.compile(
    rf"(?:{WEEKDAY},? )?(?:{MONTH} [0-3]?[0-9](?:st|nd|rd|th)?(?:, ?| )[12][0-9]{{3}}|"
    rf"[0-3]?[0-9](?:st|nd|rd|th)?(?: of)? {MONTH},? [12][0-9]{{3}}|[12][0-9]{{3}}-[01][0-9]-[0-3][0-9]|"
    r"[0-3]?[0-9]\.[01]?[0-9]\.[12][0-9]{3})\b"
)
_OF_MONTH = re.compile(rf"({MONTH})(?: |, )([12][0-9]{{3}})")
_CLOCK = re.compile(r"\b[0-9]{1,2}(?:[:.][0-9]{2}| ?(?=[ap]\.?m))(?: ?[ap]\.?m\.?)?\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(
    "a am an and at by de del di da du edition el en et first for from h hrs in la last le les live local min modified "
    "of on online p m pm posted print published read reading s special the time to updated version vol no kl uhr klo "
    "der die und von van al".split()
)
"""Words in small letters in the names of papers, and beside a date."""
_PAPER = frozenset(
    "agency bulletin chronicle comet courier daily digest dispatch examiner express gazette globe guardian herald "
    "independent inquirer journal ledger mail mercury mirror monitor news newswire observer post press quarterly radio "
    "review sentinel standard star sun telegraph times tribune weekly wire".split()
)
"""What papers and agencies are called, by the last word of their names."""
_NAME_WORDS = 6
_DATES = 2
"""When a report came out, and when it was changed."""
_BRIEF = 5
"""Words that a line may have before the date that it ends with, whatever they are."""
_PARTS = re.compile(r" ?[|•·] ?| [—–-] |, | \(")
_NO_PLACE = re.compile(rf"{WEEKDAY}|{MONTH}")
_BARS = re.compile(r" ?[|•·] ?| [—–-] ")
_FILLED = " — X"
"""What stands after a dateline in the paragraph that it usually opens."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """The lines taken, by their places, and what they tell: a day, a dateline, or no more than a month."""

    lines: Mapping[int, Furniture]
    day: date | None = None
    dateline: Dateline | None = None
    month: Interval | None = None


def find_masthead(lines: Sequence[Line], taken: Mapping[int, Furniture], *, titled: bool) -> Masthead:
    """The masthead among the lines before the first paragraph; of those in ``taken`` only the day counts. The first
    line of a report without a title is its headline.
    """
    found: dict[int, Furniture] = {}
    days: list[date] = []
    datelines: list[Dateline] = []
    months: list[Interval] = []
    for place, line in _head(lines):
        if place == 0 and not titled:
            continue
        name = _publisher(line.text)
        if (day := _day_of(line.text)) is not None:
            days.append(day)
            found[place] = Furniture(line, "masthead", name)
            datelines += [d for d in (_dateline(line.text),) if d is not None and not name]
        elif (month := _month_of(line.text)) is not None:
            months.append(month)
            found[place] = Furniture(line, "masthead")
        elif name:
            found[place] = Furniture(line, "masthead", name)
    new = {place: furniture for place, furniture in found.items() if place not in taken}
    return Masthead(new, *(next(iter(told), None) for told in (days, datelines, months)))  # type: ignore[arg-type]


def _head(lines: Sequence[Line]) -> Iterator[tuple[int, Line]]:
    """The lines before the first one of prose."""
    for place, line in enumerate(lines[:_HEAD]):
        ends = line.text.rstrip("\"'”’)")[-1:] in {".", "!", "?"} and not line.text.endswith(".m.")
        if len(line.text) > _PROSE or (ends and len(line.text.split()) >= _SENTENCE):
            return
        yield place, line


def _day_of(text: str) -> date | None:
    """The day in a line that has nothing else but names and words that stand beside dates."""
    dates = _FULL.findall(text) if len(text) <= _LONGEST else []
    rest = _FULL.sub(" ", text)
    at_end = rest.rstrip() == text[: len(rest.rstrip())] and rest.rstrip().endswith(",")
    brief = at_end and len(rest.split()) <= _BRIEF
    told = 0 < len(dates) <= _DATES and (brief or _is_named(rest) or _is_part(text))
    return find_date(text) if told else None


def _month_of(text: str) -> Interval | None:
    match = _OF_MONTH.fullmatch(text.strip(" ()|"))
    return period_of("month", date(int(match[2]), month_number(match[1]), 1)).days if match else None


def _is_named(rest: str) -> bool:
    """Whether a line has no word but names and what stands beside dates."""
    words = _WORD.findall(_CLOCK.sub(" ", rest))
    return all(word[0].isupper() or word in _SMALL for word in words)


def _is_part(text: str) -> bool:
    """Whether a date, with what stands beside dates, is one of several parts of a line."""
    parts = _BARS.split(text)
    return len(parts) > 1 and any(_FULL.search(p) and _is_named(_FULL.sub(" ", p)) for p in parts)


def _publisher(text: str) -> str:
    """The paper or agency that a line begins with, and tells no more than that and where or what kind of piece."""
    if len(text) > _LONGEST or text[-1:] in {".", "?", "!"}:
        return ""
    name = _PARTS.split(text.strip())[0].removeprefix("By ").removeprefix("by ").strip()
    words = _WORD.findall(name)
    fits = 2 <= len(words) <= _NAME_WORDS and words[-1].lower() in _PAPER
    return name if fits and (_is_named(_FULL.sub(" ", text)) or len(_BARS.split(text)) > 1) else ""


def _dateline(text: str) -> Dateline | None:
    """The dateline that a line is, and nothing else."""
    bare = text.strip().strip("()").rstrip(" -–—―:").rstrip(") ")
    found = find_dateline(bare + _FILLED)
    whole = found is not None and found.length == len(bare + _FILLED) - 1
    return found if whole and found is not None and not _NO_PLACE.fullmatch(found.place) else None
