"""Actors and days as a reader is to see them."""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from dragoman.brief.records import Party
from dragoman.ontology.pronouns import PRONOUNS
from dragoman.ontology.tables import rows

_DETERMINERS = re.compile(r"^(?:the|a|an|his|her|its|their|our|my|any|some|this|that|these|those)\s+", re.I)
_PLURAL = frozenset("people police children authorities forces military rulers women men militia troops".split())
_SINGULAR_S = frozenset("congress press business series".split())
_WITH_THE = re.compile(
    r"^(?:United |Netherlands|Philippines|Maldives|Bahamas|Gambia|Comoros|Solomon|Marshall|Seychelles|Vatican"
    r"|European Union|Democratic Republic|Central African Rep|Dominican Rep|Czech Rep|Holy See)"
    r"|\b(?:Union|Nations|Court|Council|Ministry|Organization|Organisation|Community|Commission|Committee|Group"
    r"|Command|Bank|League|Agency|Party|House|Senate|Army|Front|Assembly|Yuan|Fund|Alliance|Association|Federation"
    r"|Department|Government|Office|Forum|Service|Guard|Kremlin|Pentagon|Movement|Taliban)\b"
)
_OWNER = re.compile(r"\S+['’]s?\s")
_ACRONYM = re.compile(r"^[A-Z]{2,}$")
_BODIES = {"IGO": "international", "EUR": "Europe", "UNO": "United Nations"}


@cache
def _countries() -> dict[str, str]:
    return {row["iso3"]: row["name"] for row in rows("countries.tsv")}


def country_name(code: str) -> str:
    """The English short name of a country code; an unknown code as it is."""
    return _BODIES.get(code) or _countries().get(code, code)


def shown_name(party: Party) -> str:
    """The actor's name as it stands within a sentence, with its article."""
    if party.kind == "unnamed":
        return _unnamed(party)
    if party.kind == "office":
        return _office(party)
    article = party.kind in ("state", "body", "group") and _WITH_THE.search(party.name)
    return f"the {party.name}" if article and not _ACRONYM.match(party.name) else party.name


def _office(party: Party) -> str:
    """The office's holder; the text's own words where they speak of several ("lawmakers", "the coup leaders")."""
    written = _written(party)
    if not is_plural([written if " " in written else written.lower()]) or written.lower() in PRONOUNS:
        return f"the {party.name}"
    words = written.split()
    return " ".join([words[0].lower(), *words[1:]]) if len(words) == 1 or words[0] == "The" else written


def _written(party: Party) -> str:
    return " ".join((party.words.restored or party.words.text).split()) if party.words else ""


def _unnamed(party: Party) -> str:
    """The text's own words where they tell more than the coder's noun ("the Nigerien soldiers" for "soldier")."""
    written = _written(party)
    text = _DETERMINERS.sub("", written)
    if not text or text.lower() in PRONOUNS or len(text.split()) > 6:
        return "someone" if party.name == "person" else party.name
    if text == party.name:
        return _with_article(written, text)
    if party.name.lower().endswith(f" {text.lower()}"):
        return _with_article(written, party.name)
    if sum(word[:1].isupper() for word in text.split()) >= 2 or not party.country:
        return _with_article(written, text)
    noun = _as_written(party.name.split()[-1], text)
    return _with_article(written, " ".join([*party.name.split()[:-1], noun]))


def _with_article(written: str, phrase: str) -> str:
    """The phrase with the article that the text has; "the" for a single owned thing; none for a bare plural."""
    first = written.split()[0].lower()
    if first in ("a", "an"):
        return f"{'an' if phrase[0] in 'AEIOaeio' else 'a'} {phrase}"
    owned = first in PRONOUNS or (re.match(_OWNER, written) and not re.match(_OWNER, phrase))
    return f"the {phrase}" if first == "the" or (owned and not is_plural([phrase])) else phrase


def _as_written(noun: str, text: str) -> str:
    stem = noun[: max(3, len(noun) - 2)].lower()
    found = next((word for word in text.split() if word.lower().startswith(stem) and word.isalpha()), noun)
    return found.lower() if noun.islower() else found


def is_plural(names: Sequence[str]) -> bool:
    """Whether a verb after these takes the plural."""
    if len(names) != 1:
        return len(names) > 1
    words = re.split(r" (?:of|for|in|from) ", names[0])[0].split()
    last = words[-1] if words else ""
    if last in _PLURAL:
        return True
    return last.islower() and last.endswith("s") and not last.endswith("ss") and last not in _SINGULAR_S


def listed(names: Sequence[str], limit: int = 4) -> str:
    """ "A, B and C"; beyond the limit "A, B, C and 3 others"."""
    shown = list(names[:limit])
    if len(names) > limit:
        shown = [*shown[: limit - 1], f"{len(names) - limit + 1} others"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""


def sentence_case(text: str) -> str:
    """With a capital at the beginning."""
    return text[:1].upper() + text[1:]


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Each once, in order."""
    return tuple(dict.fromkeys(names))


def day_text(day: date | None) -> str:
    """ "14 Aug 2023", or "undated"."""
    return f"{day.day} {_month(day)} {day.year}" if day else "undated"


def days_text(first: date | None, last: date | None) -> str:
    """A day or a span, as short as can be: "14 Aug 2023", "7–13 Aug 2023", "Aug 2023", "2023", "undated"."""
    if first is None or last is None:
        return day_text(None) if first == last else f"from {day_text(first)}" if first else f"until {day_text(last)}"
    if first == last:
        return day_text(first)
    if _whole_months(first, last):
        if first.year == last.year and (first.month, last.month) == (1, 12):
            return str(first.year)
        if (first.year, first.month) == (last.year, last.month):
            return f"{_month(first)} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_text(last)}"
    begin = f"{first.day} {_month(first)}" if first.year == last.year else day_text(first)
    return f"{begin} – {day_text(last)}"


def _whole_months(first: date, last: date) -> bool:
    return first.day == 1 and last.day == monthrange(last.year, last.month)[1]


def _month(day: date) -> str:
    return "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()[day.month - 1]
