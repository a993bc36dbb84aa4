"""Years before and after Christ, and dates of other calendars, which are told as gaps: they aren't converted."""

import re

from dragoman.ontology.calendar import Period, year_span
from dragoman.resolve.times.numbers import AMOUNT_AFTER
from dragoman.resolve.times.reading import STATED, Anchor, Reading, Rule, at, rule, unknown
from dragoman.resolve.times.vocab import capital

OTHER_CALENDAR = "a date of another calendar, which isn't converted"
_ISLAMIC = (
    r"muharram|safar|rabi['\u2019]? (?:al|ul|ath?)[- ]?[a-z]+|jumad[ai] (?:al|ul|ath?)[- ]?[a-z]+|rajab|"
    r"sha['\u2019]?ban|ramad[ah]n|ramazan|shawwal|(?:dhu|zul|dhul)[ -]?(?:al[ -])?(?:hijj?ah?|qa['\u2019]?dah?)"
)
_PERSIAN = r"farvardin|ordibehesht|khordad|tir|mordad|shahrivar|mehr|aban|azar|dey|bahman|esfand"
_HEBREW = r"tishr[ei]i?|c?heshvan|kislev|tevet|shevat|adar|nisan|iyy?ar|sivan|tamm?uz|elul"
MONTH = rf"(?:{_ISLAMIC}|{_PERSIAN}|{_HEBREW})"
_ERA = r"(?:heisei|reiwa|showa|taisho|meiji|juche|minguo)"


def read_other(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """15 Ramadan 1444; Bahman 1402; Heisei 30; 1444 AH; the Jewish year 5784."""
    name = m["month"] or m["era"]
    if name and not (capital(name) and re.search(r"\d|\b[a-z]+(?:st|nd|rd|th) of\b", m[0])):
        return None
    if m["other"] == "ah":
        return None
    return unknown("XXXX", OTHER_CALENDAR)


def read_year_of_our_era(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """AD 79, 44 B.C., the year 622. What lies before Christ has no days."""
    mark = m["ad"] or m["mark"] or ""
    year = int(m["year"] or m["after"] or m["named"])
    if year == 0 or mark.lower() == mark != "" or (m["named"] and AMOUNT_AFTER.match(anchor.after)):
        return None
    if mark.startswith("B"):
        return unknown(f"BC{year:04d}", "stated; before the calendar's first year")
    return at(Period("year", f"{year:04d}", year_span(year, year)), STATED)


RULES: tuple[Rule, ...] = (
    rule(
        "other calendar",
        rf"(?:(?:the )?(?:<DAYNUM>|\d{{4}})(?: of)? )?(?P<month>{MONTH})(?: \d{{1,2}}(?!\d))?(?:,? \d{{3,4}}(?!\d))?"
        rf"(?:,? (?:AH|A\.H\.|hijri))?|(?P<era>{_ERA}) \d{{1,3}}|\d{{3,4}} (?P<other>AH|A\.H\.|hijri|B\.E\.)|"
        r"the (?:jewish|hebrew|islamic|muslim|hijri|persian|iranian|solar|lunar|buddhist) year(?: of)? \d{3,4}",
        read_other,
    ),
    rule(
        "year of our era",
        r"(?P<ad>AD|A\.D\.) (?P<year>\d{1,4})|(?P<after>\d{1,4}) (?P<mark>BCE?|B\.C\.(?:E\.)?|CE|C\.E\.|AD|A\.D\.)|"
        r"the year (?P<named>\d{3,4})",
        read_year_of_our_era,
    ),
)
