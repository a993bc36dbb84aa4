"""Signs as a parser wants them: straight quotation marks, plain spaces, no invisible characters, entities resolved."""

import re
from collections.abc import Iterator
from html import unescape

from dragoman.clean.lines import INVISIBLE
from dragoman.clean.pieces import Edit

RULE = "typography"

_PLAIN = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u2010\u2011", "-"),
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
}
_BLANK = rf"(?:[\s{INVISIBLE}]|&(?:nbsp|ensp|emsp|thinsp|shy|zwnj|zwj|\#160|\#173|\#8203);)"
_ODD = re.compile(
    rf"(?P<blank>(?:(?! ){_BLANK}|\ {_BLANK}){_BLANK}*+)"
    r"|(?P<entity>&(?:[A-Za-z][A-Za-z0-9]{1,10}|\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6});)"
    r"|(?P<tex>``|'')"
    rf"|(?P<sign>[{''.join(_PLAIN)}])"
    r"|(?P<glued>(?<=[a-z][a-z)%0-9])[.!?](?P<mark>[\"\u201c\u201d]?)(?=[A-Z][a-z]))"
)
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_UNSEEN = re.compile(rf"(?:[{INVISIBLE}]|&(?:shy|zwnj|zwj|\#173|\#8203);)+")
_QUOTE = re.compile('["\u201c\u201d]')


def typography(source: str, start: int, end: int) -> Iterator[Edit]:
    """The edits, in source offsets and in order, that put the signs of ``source[start:end]`` right.

    Covered: curly quotation marks and apostrophes, runs of white space and other spaces than the plain one,
    invisible characters, HTML entities, ligatures, and the space missing between two sentences (``end.The``).
    """
    quotes = _Quotes(source, start)
    for match in _ODD.finditer(source, start, end):
        text = _replacement(match, quotes)
        if text is not None and text != match.group():
            yield Edit(match.start(), match.end(), text, RULE)


class _Quotes:
    """Counts quotation marks from the left, to tell an opening mark from a closing one."""

    def __init__(self, source: str, start: int) -> None:
        self._source = source
        self._at = start
        self._open = False

    def open_at(self, position: int) -> bool:
        if len(_QUOTE.findall(self._source, self._at, position)) % 2:
            self._open = not self._open
        self._at = position
        return self._open


def _replacement(match: re.Match[str], quotes: _Quotes) -> str | None:
    kind = match.lastgroup if match["mark"] is None else "glued"
    text = match.group()
    if kind == "blank":
        return "" if _UNSEEN.fullmatch(text) else " "
    if kind == "entity":
        return _entity(text)
    if kind == "tex":
        return '"'
    if kind == "sign":
        return _PLAIN[text]
    return _parted(text, quotes.open_at(match.start()))


def _entity(text: str) -> str | None:
    plain = unescape(text)
    if plain == text:
        return None
    if _INVISIBLE.fullmatch(plain):
        return ""
    if plain.isspace() or not plain.isprintable():
        return " "
    return "".join(_PLAIN.get(sign, sign) for sign in plain)


def _parted(text: str, within_quotation: bool) -> str:
    """A full stop that runs into the next sentence, with the space put in where it belongs."""
    if len(text) == 1:
        return text + " "
    closes = text[1] == "\u201d" or (text[1] == '"' and within_quotation)
    return f'{text[0]}" ' if closes else f'{text[0]} "'
