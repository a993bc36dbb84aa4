"""The dateline at the head of a report: place, date, agency ("MINSK, Feb. 28 (BelTA) -")."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files

from dragoman.clean.dates import MONTH, WEEKDAY, latest_before, month_number, on
from dragoman.clean.tables import rows

LONGEST = 160
"""Characters at the head of a paragraph in which a dateline may stand."""

_CAPITALS = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’]{1,24}(?:[ -][A-Z\u00c0-\u00de.'’]{1,24}){0,4}"
_SMALL = r"(?:of|de|la|el|es|al|au|on|the|upon)"
_TITLED = rf"[A-Z\u00c0-\u00de][^\W\d_]{{1,24}}\.?(?:[ -](?:[A-Z\u00c0-\u00de][^\W\d_]{{1,24}}|{_SMALL})){{0,4}}"
_NO_DAY = rf"(?!{MONTH}\W|{WEEKDAY}\W)"
_REGION = (
    r"(?:,? ?\([A-Z][A-Za-z .]{1,24}\)(?=,)|, (?:[A-Z]\.){2,3}|"
    rf", (?:the )?{_NO_DAY}[A-Z][^\W\d_]{{0,24}}\.?(?:[ -]{_NO_DAY}[A-Z][^\W\d_]{{0,24}}\.?){{0,3}})"
)
_DAY = (
    rf"(?:{WEEKDAY},? )?(?:(?P<month>{MONTH}) (?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?|"
    rf"(?P<day2>[0-3]?[0-9])(?:st|nd|rd|th)? (?P<month2>{MONTH}))(?:,? (?P<year>(?:19|20)[0-9]{{2}}))?|{WEEKDAY}"
)
_AGENCY = r"(?:\((?P<agency>[A-Z][^()]{1,48})\)|/(?P<agency2>[A-Z][A-Za-z -]{1,24})/)"
_DASH = r"(?:\s?(?:--?-?|–|—|―|−|_)(?=[\s\"“'‘A-Z])\s{0,3})"
_DATELINE = re.compile(
    rf"(?:(?P<place>{_NO_DAY}(?:{_CAPITALS}|{_TITLED}))(?P<region>{_REGION})?(?P<second>\s?/\s?{_CAPITALS})?)?"
    rf"(?:(?P<comma>[,.]?)\s{{0,2}}(?:{_DAY})[.,]?)?(?:\s{{0,2}}{_AGENCY}\.?)?(?P<dash>{_DASH}|:\s{{1,3}}(?=[A-Z\"“]))?\s{{0,3}}"
)
_AROUND = re.compile(r"\(([^()]{3,60})\)\s?(?:--?-?|–|—|―)\s{1,3}(?=\S)")
"""A dateline in brackets, as rights groups write it: "(Beirut, August 9, 2015) – "."""
_NO_PLACE = frozenset(
    "breaking update updated exclusive analysis opinion watch video photo live explainer editorial factbox correction "
    "note summary advertisement question answer q a host byline interview read more source timeline wrapup insight "
    "special report background developing alert urgent flash recap key points transcript editor editors "
    "nato asean brics unicef unesco opec hamas covid interpol frontex ecowas".split()
)
_STARTS = re.compile(r"[A-Z(\u00c0-\u00de/]")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline of ``length`` characters. ``month`` and ``day`` are 0 where it names no date, ``year`` likewise."""

    length: int
    place: str = ""
    publisher: str = ""
    year: int = 0
    month: int = 0
    day: int = 0

    def date(self, anchor: date | None) -> date | None:
        """The day that it names; without a year, the last such day up to ``anchor``, or None where there is none."""
        if not self.month:
            return None
        if self.year:
            return on(self.year, self.month, self.day)
        return latest_before(self.month, self.day, anchor) if anchor is not None else None


def find_dateline(text: str) -> Dateline | None:
    """The dateline that a paragraph begins with, if it does."""
    head = text[:LONGEST]
    if not _STARTS.match(head):
        return None
    if (around := _AROUND.match(head)) is not None and (inner := whole_dateline(around[1])) is not None:
        return replace(inner, length=around.end())
    match = _DATELINE.match(head)
    if match is None or not match.group().strip() or match.end() >= len(text) or not _is_dateline(match):
        return None
    return _read(match)


def whole_dateline(text: str) -> Dateline | None:
    """The dateline that a text is, and nothing else: "QUITO, 16 May 2017"; what usually follows it is filled in."""
    filled = f"{text} — "
    match = _DATELINE.match(filled + "X")
    whole = match is not None and match.end() == len(filled) and _is_dateline(match)
    return _read(match) if whole and match is not None else None


@cache
def agencies() -> dict[str, str]:
    """Names of agencies by the ways they are written, in small letters."""
    found: dict[str, str] = {}
    for name, others in rows("agencies.tsv", 2):
        found |= dict.fromkeys([name.lower(), *others.split("|")], name)
    return found


@cache
def _cities() -> frozenset[str]:
    text = files("dragoman.clean").joinpath("data", "dateline_cities.txt").read_text(encoding="utf-8")
    return frozenset(line.strip() for line in text.split("\n") if line.strip() and not line.startswith("#"))


def _is_dateline(match: re.Match[str]) -> bool:
    """Whether what looks like a dateline has enough marks of one."""
    place, agency = match["place"] or "", _agency(match)
    dated = bool(match["month"] or match["month2"])
    known = place.lower().replace("’", "'") in _cities()
    dash = (match["dash"] or "").strip()
    if any(word in _NO_PLACE for word in re.findall(r"[a-z]+", place.lower())):
        return False
    if dash not in ("", ":") and place.lower() in agencies() and not match["region"]:
        return True
    if agency and not (agency.lower() in agencies() or place or dated):
        return False
    if dash == ":":
        return known and (place.isupper() or dated)
    if not dash:
        return bool(place and agency and (dated or known) and match["agency2"] is None) or bool(
            place and match["agency2"] and dated
        )
    if not place:
        return bool(agency)
    return bool(agency) or known or (dated and bool(match["comma"])) or _stands_out(match)


def _stands_out(match: re.Match[str]) -> bool:
    """A place in capitals before a new sentence: one that isn't in the list of places."""
    place = match["place"] or ""
    if not place.isupper() or len(place.split()) > 3:
        return False
    begins = match.string[match.end() : match.end() + 1]
    return bool(match["region"]) or (len(place) > 4 and (begins.isupper() or begins in "\"“'‘"))


def _agency(match: re.Match[str]) -> str:
    return (match["agency"] or match["agency2"] or "").strip()


def _read(match: re.Match[str]) -> Dateline:
    agency = re.split(r"[/,;]| - ", _agency(match))[0].strip()
    month, day = match["month"] or match["month2"] or "", match["day"] or match["day2"] or "0"
    region = (match["region"] or "").strip(" ,()")
    place = match["place"] or ""
    if place.lower() in agencies():
        agency, place = place, ""
    return Dateline(
        match.end(),
        _place(place, region),
        agencies().get(agency.lower(), agency),
        int(match["year"] or 0),
        month_number(month) if month else 0,
        int(day),
    )


def _place(place: str, region: str) -> str:
    """A place as it is written elsewhere: "PORT-AU-PRINCE" is Port-au-Prince."""
    name = place.replace("’", "'").strip(" ,")
    if name.isupper() and len(name) > 3:
        name = re.sub(r"\b(Au|De|La|El|Of|On|The|Es|Al)\b", lambda m: m[0].lower(), name.title())
        name = re.sub(r"'S\b", "'s", name[:1].upper() + name[1:])
    return f"{name}, {region}" if region else name
