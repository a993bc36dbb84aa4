"""Who wrote a report: "By Anna Kovacs and Jo Lim", a name on a line of its own, an author's note at the end."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.clean.furniture import Furniture, plain
from dragoman.clean.lines import Line
from dragoman.clean.masthead import PAPER

_NAME = r"[A-Z\u00c0-\u00de][^\W\d_]{0,20}\.?(?:['’-][A-Z]?[^\W\d_]{1,20}){0,2}"
_PARTICLE = r"(?:van|von|der|den|de|da|di|del|dos|la|le|bin|ibn|al|el|bint|ter|af|zu)"
_PERSON = rf"{_NAME}(?: (?:{_PARTICLE} ){{0,2}}{_NAME}){{1,3}}"
_PEOPLE = rf"{_PERSON}(?:(?:, | and |, and | & ){_PERSON}){{0,4}}"
_BY = re.compile(
    rf"(?:(?:Written |Reported |Story |Report )?[Bb]y|BY|Author:|From|Text:)\s{{1,3}}"
    rf"(?P<who>{_PEOPLE}|[A-Z][\w.'’&-]*(?: (?:[A-Z][\w.'’&-]*|of|the|and|for|our)){{0,5}})"
    r"(?P<rest>(?:\s?[,|/•·–—-].{0,119}[^.!?:;,])?)"
)
_BY_CAPITALS = re.compile(r"BY (?P<who>[A-Z][A-Z .,'’&-]{3,80})")
_ALONE = re.compile(rf"(?P<who>{_PEOPLE})(?P<rest>(?:\s?[,|/•·–—] ?[^.!?]{{2,80}})?)")
_NOTE = re.compile(
    rf"(?P<who>{_PERSON})(?: \([^()]{{1,40}}\))? "
    r"(?:is|was|has been|covers|writes|reports|joined|works|contributed)\b.{5,330}"
)
_JOB = re.compile(
    r"\b(?:reporter|correspondent|journalist|editor|columnist|writer|contributor|freelance|freelancer|bureau chief|"
    r"stringer|producer|fellow|author|professor|covers|writes)\b"
)
_AT = re.compile(r"\b(?:for|at|with|of|covering|based in|who covers|specializing|focusing on|on|about)\b")
_CREDIT = re.compile(rf"reporting by (?P<who>{_PEOPLE})", re.IGNORECASE)
_NO_NAME = frozenset(
    "the a an in on at of to for with from after before as and or but new news world war update updates analysis "
    "opinion politics police army president minister ministry government court election elections talks deal crisis "
    "attack attacks africa asia europe america middle east west north south united states kingdom nations union "
    "china russia ukraine iran iraq israel syria india pakistan france germany britain japan korea photo video live "
    "breaking exclusive explainer report reports special international national foreign security council house white "
    "party summit peace background context timeline conclusion introduction summary key points what why how who".split()
)
_NO_AUTHOR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december then now contrast comparison law far default request".split()
)
_PAPER = PAPER | {"reuters", "associated", "correspondent", "reporter", "editor", "staff"}
_FIRST_LINES = 6
_LAST_LINES = 5


@dataclass(frozen=True, slots=True)
class Bylines:
    """The lines that name who wrote a report, and the names themselves (of those who wrote, then who reported)."""

    lines: tuple[Furniture, ...] = ()
    byline: str = ""


def find_bylines(lines: Sequence[Line], taken: Mapping[int, Furniture], title: str) -> Bylines:
    """Bylines among the lines that ``taken`` leaves; a credit in the report's last lines counts where no other is."""
    left = [line for place, line in enumerate(lines) if place not in taken]
    found: list[Furniture] = []
    names: list[str] = []
    for place, line in enumerate(left[:_FIRST_LINES]):
        who = _by(line.text) or (_alone(left, place, title) if len(left) > 2 else "")
        if who:
            found.append(Furniture(line, "byline"))
            names.append(who)
    after = max(len(found) + 1, len(left) - _LAST_LINES)
    found += [Furniture(line, "author-note") for line in left[after:] if _is_note(line, left)]
    return Bylines(tuple(found), names[0] if names else _credit(taken.values()))


def _by(text: str) -> str:
    if len(text) > 200:
        return ""
    capitals = _BY_CAPITALS.fullmatch(text)
    if capitals is not None:
        return capitals["who"].strip(" ,").title()
    match = _BY.fullmatch(text)
    if match is None or match["who"].split(" ")[0].lower() in _NO_AUTHOR:
        return ""
    return _persons(match["who"])


def _persons(who: str) -> str:
    """The names in a list of names, up to the paper or office that may follow them."""
    parts = re.split(r"(, )", who)
    for place in range(2, len(parts), 2):
        if any(word in _PAPER for word in parts[place].lower().split(" ")):
            return "".join(parts[: place - 1])
    return who


def _alone(left: Sequence[Line], place: int, title: str) -> str:
    """A name on a line of its own, under a heading, whose words the report doesn't use again."""
    match = _ALONE.fullmatch(left[place].text) if len(left[place].text) <= 120 else None
    if match is None or (place == 0 and not title) or _is_body(left[:place]):
        return ""
    said = plain(match["who"]).split(" ")
    if any(word in _NO_NAME for word in said) or match["who"].isupper() or match["who"].endswith("."):
        return ""
    others = plain(" ".join([title, *(line.text[:2000] for line in left if line is not left[place])]))
    elsewhere = frozenset(others.split(" "))
    return "" if any(len(word) > 2 and word in elsewhere for word in said) else _persons(match["who"])


def _is_body(lines: Sequence[Line]) -> bool:
    return any(len(line.text) > 150 for line in lines)


def _is_note(line: Line, left: Sequence[Line]) -> bool:
    """An author's note: somebody of whom the report says nothing is a journalist for somebody."""
    match = _NOTE.fullmatch(line.text) if len(line.text) <= 400 else None
    if match is None or not (_JOB.search(line.text) and _AT.search(line.text)):
        return False
    if any(word in _NO_NAME for word in plain(match["who"]).split(" ")):
        return False
    surname = match["who"].split(" ")[-1]
    body = [other for other in left if other is not line and len(other.text) > 60]
    return bool(body) and not any(surname in other.text for other in body)


def _credit(taken: Iterable[Furniture]) -> str:
    """Who is named in a "Reporting by ..." line."""
    for furniture in taken:
        match = _CREDIT.search(furniture.line.text) if furniture.rule == "agency-tail" else None
        if match is not None:
            return match["who"]
    return ""
