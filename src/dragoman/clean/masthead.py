"""Lines between the title and the first paragraph that say where and when a report came out: "QUITO, 16 May 2017",
"The Southern Ledger | Opinion | February 27, 2019", "October 2022"; and who published it: "The Lakes Standard".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.clean.dateline import Dateline, whole_dateline
from dragoman.clean.dates import MONTH, find_dates, month_number
from dragoman.clean.furniture import Furniture
from dragoman.clean.lines import Line
from dragoman.ontology.calendar import Interval, period_of

_HEAD = 8
_LONGEST = 180
_PROSE = 150
_BARRED = 3
"""Parts set off by bars from which a long line is no prose."""
_SENTENCE = 12
"""Words from which a line that ends as a sentence does is prose."""
_OF_MONTH = re.compile(rf"({MONTH})(?: |, )([12][0-9]{{3}})")
_CLOCK = re.compile(r"\b[0-9]{1,2}(?:[:.][0-9]{2}| ?(?=[ap]\.?m))(?: ?[ap]\.?m\.?)?\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(
    "a admin am an and at by de del di da du edition el en et first for from h hrs immediate in issued la last le les "
    "live local min modified of on online p page m pm posted print published read reading release s special the time "
    "to updated version vol no kl uhr klo der die und von van al".split()
)
"""Words in small letters in the names of papers, and beside a date."""
PAPER = frozenset(
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
_BARS = re.compile(r" ?[|•·»] ?| //? | [—–-] ")
_PARTS = re.compile(rf"{_BARS.pattern}|, | \(")


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
    told_day: date | None = None
    dateline: Dateline | None = None
    told_month: Interval | None = None
    for place, line in _head(lines):
        if place == 0 and not titled:
            continue
        name = _publisher(line.text)
        if (day := _day_of(line.text)) is not None:
            told_day = told_day or day
            found[place] = Furniture(line, "masthead", name)
            dateline = dateline or (None if name else _dateline(line.text))
        elif (month := _month_of(line.text)) is not None:
            told_month = told_month or month
            found[place] = Furniture(line, "masthead")
        elif name:
            found[place] = Furniture(line, "masthead", name)
    new = {place: furniture for place, furniture in found.items() if place not in taken}
    return Masthead(new, told_day, dateline, told_month)


def _head(lines: Sequence[Line]) -> Iterator[tuple[int, Line]]:
    """The lines before the first one of prose."""
    for place, line in enumerate(lines[:_HEAD]):
        ends = line.text.rstrip("\"'”’)")[-1:] in {".", "!", "?"} and not line.text.endswith(".m.")
        if (
            len(line.text) > _PROSE
            and len(_BARS.split(line.text)) < _BARRED
            or (ends and len(line.text.split()) >= _SENTENCE)
        ):
            return
        yield place, line


def _day_of(text: str) -> date | None:
    """The day in a line that has nothing else but names and words that stand beside dates."""
    dates = list(find_dates(text)) if len(text) <= _LONGEST else []
    if not 0 < len(dates) <= _DATES:
        return None
    (start, end, day), rest = dates[0], _dateless(text)
    brief = end == len(text.rstrip()) and text[:start].rstrip().endswith(",") and len(rest.split()) <= _BRIEF
    return day if brief or _is_named(rest) or _is_part(text) else None


def _dateless(text: str) -> str:
    """A text without its dates."""
    for start, end, _ in reversed(list(find_dates(text))):
        text = f"{text[:start]} {text[end:]}"
    return text


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
    return len(parts) > 1 and any(_dateless(p) != p and _is_named(_dateless(p)) for p in parts)


def _publisher(text: str) -> str:
    """The paper or agency that a line begins with, and tells no more than that and where or what kind of piece."""
    if len(text) > _LONGEST or text[-1:] in {".", "?", "!"}:
        return ""
    name = _PARTS.split(text.strip())[0].removeprefix("By ").removeprefix("by ").strip()
    words = _WORD.findall(name)
    fits = 2 <= len(words) <= _NAME_WORDS and words[-1].lower() in PAPER
    return name if fits and (_is_named(_dateless(text)) or len(_BARS.split(text)) > 1) else ""


def _dateline(text: str) -> Dateline | None:
    """The dateline that a line is, and nothing else."""
    return whole_dateline(text.strip().strip("()").rstrip(" -–—―:").rstrip(") "))
