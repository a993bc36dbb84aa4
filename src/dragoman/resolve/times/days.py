"""Days told from that of publication or from the date named before: "yesterday", "last Friday", "the next morning"."""

import re
from datetime import date

from dragoman.ontology.calendar import add_days, day_period, stepped
from dragoman.resolve.times.numbers import amount
from dragoman.resolve.times.reading import FROM_PUBLICATION, Anchor, Reading, Rule, at, rule, unknown
from dragoman.resolve.times.relations import AHEAD, BACK, FROM_FOCUS, REL, is_last_of_something
from dragoman.resolve.times.vocab import DAY_PARTS, capital, weekday_number

DAY_WORDS = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "this day": 0,
}


def part_of_day(reading: Reading, part: str | None) -> Reading:
    """A part of a day: its value gets TMO, TAF, TEV or TNI."""
    if not part:
        return reading
    code = DAY_PARTS[re.split(r"[\s-]+|(?<=mid)", part.lower())[-1]]
    return Reading("TIME", f"{reading.value}T{code}", reading.days, reading.precision, reading.basis, "hour")


OF_OUR_TIME = re.compile(
    r"['\u2019]s (?:(?:young|modern|globali[sz]ed|digital|complex|interconnected|volatile|polari[sz]ed) )?"
    r"(?:age|battlefields?|children|consumers|culture|era|generations?|geopolitics|kids|parents|realit(?:y|ies)|society|"
    r"standards|teenagers|technology|times|warfare|women|world|young|youngsters|youth)\b",
    re.IGNORECASE,
)
"""After a "today" that is no day: "today's youth"."""


def read_day_word(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Today, tonight, yesterday evening, the day after tomorrow."""
    word = " ".join(m["word"].lower().split())
    if word == "today" and OF_OUR_TIME.match(anchor.after):
        return None
    part = "night" if word == "tonight" else m["part"]
    if anchor.published is None:
        return part_of_day(unknown("XXXX-XX-XX"), part)
    day = stepped(anchor.published, "day", DAY_WORDS[word])
    if day is None:
        return part_of_day(unknown("XXXX-XX-XX", "beyond the calendar"), part)
    return part_of_day(at(day_period(day), f"{word}, {FROM_PUBLICATION}"), part)


def read_this_part(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """This morning, last night, overnight, the next morning, the same evening."""
    rel = "last" if m["overnight"] else " ".join(m["rel"].lower().split())
    if rel == "final" and is_last_of_something(m, anchor):
        return None
    part = "night" if m["overnight"] else m["part"]
    from_publication = rel in ("this", "last", "final")
    base = anchor.published if from_publication else anchor.base("day")
    if base is None:
        return part_of_day(unknown("XXXX-XX-XX"), part)
    step = -1 if rel in BACK else int(rel in AHEAD or rel == "very next")
    basis = FROM_PUBLICATION if from_publication else anchor.base_basis("day")
    return part_of_day(at(day_period(add_days(base, step)), basis), part)


EVENT_AHEAD = re.compile(r"\b(?:ahead of|before|for|until|till|prior to|in time for|next|ready for)\s+$", re.IGNORECASE)
"""What stands before "Sunday's election" where it is still to come."""
WEEKDAY_RANGE = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:to|through|until|till) $", re.IGNORECASE)


def weekday_near(anchor: Anchor, weekday: int, rel: str) -> tuple[date, str] | None:
    """The day a weekday's name stands for: by "last" or "next", else by the tense of its clause."""
    here = anchor.base("day") if rel in FROM_FOCUS else anchor.published
    if here is None:
        return None
    back, ahead = (here.weekday() - weekday) % 7, (weekday - here.weekday()) % 7
    if rel in BACK:
        before = stepped(here, "day", -(back or 7))
        return (before, f"the one before, {_from(anchor, rel)}") if before else None
    if rel in AHEAD:
        return add_days(here, ahead or 7), f"the one after, {_from(anchor, rel)}"
    if rel in ("that", "same"):
        return add_days(here, -back), anchor.base_basis("day")
    first = anchor.day_focus.days if anchor.day_focus and WEEKDAY_RANGE.search(anchor.before) else None
    if first and not rel:
        return add_days(first[0], (weekday - first[0].weekday()) % 7 or 7), "the first after the day it is told from"
    return _by_tense(anchor, here, rel, back, ahead)


def _by_tense(anchor: Anchor, here: date, rel: str, back: int, ahead: int) -> tuple[date, str]:
    if not rel and re.match(r"['\u2019]s\b", anchor.after):
        return _of_an_event(anchor, here, back, ahead)
    if anchor.tense == "future" or (rel == "this" and anchor.tense != "past"):
        return add_days(here, ahead), "the first from publication on, by the tense"
    return add_days(here, -back), "the last up to publication, by the tense"


def _of_an_event(anchor: Anchor, here: date, back: int, ahead: int) -> tuple[date, str]:
    """ "Thursday's ruling" is over unless its clause looks ahead ("before Sunday's vote"): then it is the nearest."""
    if anchor.tense == "future" or EVENT_AHEAD.search(anchor.before):
        return add_days(here, ahead if ahead < back else -back), "the nearest to publication"
    return add_days(here, -back), "the last up to publication"


def _from(anchor: Anchor, rel: str) -> str:
    return anchor.base_basis("day") if rel in FROM_FOCUS else FROM_PUBLICATION


def read_weekday(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Monday; last Friday; late Tuesday; Wednesday night; Monday of last week."""
    if not capital(m["weekday"]):
        return None
    weekday = weekday_number(m["weekday"])
    rel = " ".join((m["rel"] or "").lower().split())
    if m["week"] and anchor.published:
        step = {"last": -7, "this": 0, "next": 7}[m["week"].lower()]
        monday = add_days(anchor.published, step - anchor.published.weekday())
        return part_of_day(at(day_period(add_days(monday, weekday)), FROM_PUBLICATION), m["part"])
    found = weekday_near(anchor, weekday, rel)
    reading = at(day_period(found[0]), found[1]) if found else unknown(f"XXXX-WXX-{weekday + 1}")
    return part_of_day(reading, m["part"])


def read_week_from(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """A week from Tuesday; two weeks from today."""
    if anchor.published is None:
        return unknown("XXXX-XX-XX")
    weekday = None if m["word"].lower() in DAY_WORDS else weekday_number(m["word"])
    base = anchor.published
    if weekday is None:
        base = add_days(base, DAY_WORDS[m["word"].lower()])
    else:
        base = add_days(base, (weekday - base.weekday()) % 7)
    weeks = int(amount(m["num"]) or 1)
    return at(day_period(add_days(base, 7 * min(weeks, 100))), FROM_PUBLICATION)


_PART = r"(?P<part><PART>)"

RULES: tuple[Rule, ...] = (
    rule(
        "day word",
        rf"(?P<word>today|tonight|yesterday|tomorrow|the day (?:before yesterday|after tomorrow))(?: {_PART})?",
        read_day_word,
    ),
    rule(
        "this part",
        rf"(?:(?:the )?(?P<rel>this|last|final|next|following|previous|same|that|very next) {_PART}|"
        r"(?P<overnight>overnight))",
        read_this_part,
    ),
    rule(
        "weekday",
        rf"(?:(?:the )?{REL} )?(?P<weekday><WEEKDAY>)(?: {_PART})?"
        r"(?:,? (?:of )?(?P<week>last|this|next) week)?",
        read_weekday,
    ),
    rule("week from", r"(?P<num>an?|<NUM>) weeks? from (?P<word><WEEKDAY>|today|tomorrow|yesterday)", read_week_from),
)
