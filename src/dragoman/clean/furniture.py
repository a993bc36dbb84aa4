"""Page furniture: what stands on a page beside the report. The patterns are data (``data/furniture.tsv``)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.clean.lines import Line, Stretch
from dragoman.clean.tables import rows

LONGEST = 320
"""Characters of the longest line that can be furniture as a whole."""
_HEAD = 8
_TAIL = 8
_SHORT = 110
_SENTENCE = re.compile(r".*[.!?][\"'”’)]?")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_HANDLES = re.compile(r"(?:[|,\s]*@[A-Za-z0-9_.]{2,40})+")
_RULED = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Rules:
    """Compiled rules by where they look. ``line`` and the like hold one pattern for all rules beside each of them."""

    line: "Family"
    head: "Family"
    tail: "Family"
    lists: "Family"
    inline: "Family"
    words: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Rules tried together: ``any`` matches where one of ``rules`` does."""

    any: re.Pattern[str]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line taken as furniture, by which rule, and the publisher that it names."""

    line: Line
    rule: str
    publisher: str = ""


@cache
def rules() -> Rules:
    """The compiled patterns. Raises ValueError for an unknown place."""
    found: dict[str, list[Rule]] = {place: [] for place in ("line", "head", "tail", "list", "inline")}
    words: list[frozenset[str]] = []
    for name, where, pattern in rows("furniture.tsv", 3):
        if where == "words":
            words.append(frozenset(pattern.split(" ")))
        elif where in found:
            found[where].append(Rule(name, re.compile(pattern, re.IGNORECASE)))
        else:
            raise ValueError(f"furniture.tsv: no such place: {where}")
    made = {place: _family(members) for place, members in found.items()}
    return Rules(made["line"], made["head"], made["tail"], made["list"], made["inline"], tuple(words))


def _family(members: Sequence[Rule]) -> Family:
    union = "|".join(f"(?:{re.sub('[(][?]P<[a-z]+>', '(?:', rule.pattern.pattern)})" for rule in members)
    return Family(re.compile(union or r"(?!)", re.IGNORECASE), tuple(members))


def find_furniture(lines: Sequence[Line], title: str) -> dict[int, Furniture]:
    """The lines that are furniture, by their index. ``title`` is the report's title, whose repetition is furniture."""
    known = rules()
    found: dict[int, Furniture] = {}
    seen: dict[str, int] = {}
    for place, line in enumerate(lines):
        if place in found:
            continue
        hit = _repeated(line, seen, title, place) or _ruled(line, place, len(lines), known)
        if hit is not None:
            found[place] = hit
        elif _whole(known.lists, line.text) is not None:
            found |= _with_list(lines, place, known)
    found |= {p: Furniture(lines[p], "capitals-headline") for p in _capitals(lines, found)}
    return found


def _repeated(line: Line, seen: dict[str, int], title: str, place: int) -> Furniture | None:
    key = plain(line.text)
    if title and key == plain(title) and place < _HEAD:
        return Furniture(line, "repeated-title")
    if len(key) >= 40 and key in seen:
        return Furniture(line, "repeated-line")
    seen[key] = place
    return None


def plain(text: str) -> str:
    """A line as it is compared: letters and digits, small."""
    return " ".join(_WORD.findall(text.casefold()))


def _ruled(line: Line, place: int, count: int, known: Rules) -> Furniture | None:
    text = line.text
    if len(text) > LONGEST:
        return None
    if _RULED.fullmatch(text):
        return Furniture(line, "ruled-line")
    families = [known.line]
    if place < _HEAD:
        families.append(known.head)
    if place >= count - _TAIL:
        families.append(known.tail)
    for family in families:
        hit = _whole(family, text)
        if hit is not None:
            # In the middle of a text "Source: NATO" is the source of a table, not the publisher of the report.
            outer = place < _HEAD or place >= count - _TAIL or hit.rule != "source-name"
            return Furniture(line, hit.rule, hit.publisher if outer else "")
    return _of_words(line, known)


@dataclass(frozen=True, slots=True)
class _Hit:
    rule: str
    publisher: str


def _whole(family: Family, text: str) -> _Hit | None:
    text = text.replace("’", "'")
    if len(text) > LONGEST or family.any.fullmatch(text) is None:
        return None
    for rule in family.rules:
        match = rule.pattern.fullmatch(text)
        if match is not None:
            return _Hit(rule.name, publisher_name(match.groupdict().get("publisher") or ""))
    return None


def _of_words(line: Line, known: Rules) -> Furniture | None:
    if len(line.text) > 160:
        return None
    if _HANDLES.fullmatch(line.text):
        return Furniture(line, "social-handle")
    said = _WORD.findall(line.text.lower())
    if said and any(all(word in words for word in said) for words in known.words):
        return Furniture(line, "share-bar")
    return None


def _with_list(lines: Sequence[Line], place: int, known: Rules) -> dict[int, Furniture]:
    """A heading over a list of links, and the short lines under it that are no sentences."""
    hit = _whole(known.lists, lines[place].text)
    name = hit.rule if hit is not None else "related"
    found = {place: Furniture(lines[place], name)}
    for under in range(place + 1, len(lines)):
        text = lines[under].text
        if len(text) > _SHORT or _SENTENCE.fullmatch(text):
            break
        found[under] = Furniture(lines[under], name)
    return found


def _capitals(lines: Sequence[Line], found: dict[int, Furniture]) -> Iterator[int]:
    """Headlines of other reports, in capitals between the lines of this one."""
    kept = [place for place in range(len(lines)) if place not in found]
    loud = [place for place in kept if _is_capitals(lines[place].text)]
    if len(loud) > max(1, len(kept) // 4):
        return
    for place in loud:
        if kept[0] < place < kept[-1] and not _is_capitals(lines[place - 1].text):
            yield place


def _is_capitals(text: str) -> bool:
    if len(text) > 160 or not text.isupper() or text[-1] in ".:;," or text[0] in "\"“'‘" or text.startswith("BY "):
        return False
    return sum(sign.isalpha() for sign in text) >= 12 and len(text.split()) >= 3


def publisher_name(text: str) -> str:
    """A publisher as it is written down: no ``www.``; capitals as in a name where all were capitals."""
    name = re.sub(r"^(?:https?://)?(?:www\.)?", "", text.strip().rstrip(".").rstrip(), flags=re.IGNORECASE)
    if "." in name and " " not in name:
        return name.lower()
    return name.title() if len(name) > 5 and name.isupper() else name


def inline_furniture(source: str, start: int, end: int) -> Iterator[Stretch]:
    """Furniture inside a line that is otherwise kept, with the space after it."""
    known = rules().inline
    for match in known.any.finditer(source, start, end):
        rule = next((r.name for r in known.rules if r.pattern.fullmatch(match.group())), "furniture")
        after = match.end()
        while after < end and source[after] in " \t":
            after += 1
        yield Stretch(match.start(), after, rule)
