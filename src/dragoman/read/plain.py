"""Plain text: a title line, if there is one, and the text as it stands."""

import re

from dragoman.errors import BadReport
from dragoman.read.decode import decode, text_fault
from dragoman.read.language import require_english
from dragoman.read.limits import Limits
from dragoman.read.source import Source
from dragoman.types.report import Raw, ReadReport, Report

_LONGEST_TITLE = 160
_WRAP_WIDTH = 100
_ENDS_SENTENCE = re.compile(r"[.;:,…][\"'”’)\]]*$")
_ENDS_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Jr|Sr|Inc|Corp|Ltd|Co|No|St)\.$")
_WEEKDAYS = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thur?s?|fri|sat|sun)"
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_ZONES = r"(?:gmt|utc|bst|cest?|ist|[ecmp][sd]t)"
# Possessive repetition throughout: a hostile first line must not cost more than one pass.
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)+\b")
"""A site's name, with which a line may begin in a small letter."""
_NO_TITLE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\[/?\w+[^\]]*\]$",
        r"(?:https?://|www\.)\S+$",
        r"\S+\.(?:jpe?g|png|gif|webp|mp4|svg)$",
        r"by\s+\S+(?:\s+\S+){0,4}$",
        r"(?:published|posted|updated|last (?:updated|modified))\b.*\d",
        r"(?:file )?(?:photo|image|picture|video)s?(?:\s+(?:embed|credits?|by|source|caption)\b.*|\s*[:/].*)?$",
        r"(?:share(?: this)?|advertisement)\b.{0,30}$",
        rf"(?:{_WEEKDAYS}|{_MONTHS}|\d{{1,4}}(?:st|nd|rd|th)?|[ap]\.?m\.?|{_ZONES}|at|on|of|[\s,./|:+-])++$",
        r"(?-i:[^a-z]{2,60}\([^)]{2,40}\))\s*(?:[-–—:].*)?$",
        rf"[^,]{{2,40}},\s+{_MONTHS}\.?\s+\d{{1,2}}\b.*[-–—]",
    )
)


def read_plain(data: bytes, source: Source) -> ReadReport:
    """The report in a text file. Raises BadReport.

    The first line becomes the title only if it looks like one; the text is what follows, verbatim, and otherwise
    the whole file.
    """
    decoded = decode(data)
    source.note(decoded.note)
    check_text(decoded.text, source.terms.limits)
    title, text = split_title(decoded.text)
    report = Report(source_id="", title=title, text=text, language=require_english(text))
    return source.accept(report, Raw(data, "text/plain"))


def check_text(text: str, limits: Limits) -> None:
    """Raises BadReport for a text that can't be coded whatever its language."""
    if not text.strip():
        raise BadReport("the text is empty")
    if len(text) > limits.report_characters:
        raise BadReport(f"the text has {len(text):,} characters; the limit is {limits.report_characters:,}")
    fault = text_fault(text)
    if fault:
        raise BadReport(f"the text {fault}")
    if not any(map(str.isalpha, text)):
        raise BadReport("the text holds no words")


def split_title(text: str) -> tuple[str, str]:
    """Title and text; the title is empty where the first line looks like anything else, such as a date, a byline,
    a dateline, a shortcode or the first sentence."""
    lines = text.lstrip().splitlines(keepends=True)
    if len(lines) < 2:
        return "", text
    title, rest = lines[0].strip(), "".join(lines[1:])
    if looks_like_title(title) and _goes_on(title, lines[1:]):
        return title, rest.lstrip("\r\n\v\f\u2028\u2029 \t")
    return "", text


def looks_like_title(line: str) -> bool:
    """True for a short line of at least two words that is no sentence and none of the known other things."""
    if len(line) > _LONGEST_TITLE or len(line.split()) < 2 or not any(map(str.isalpha, line)):
        return False
    if _ENDS_SENTENCE.search(line) and not _ENDS_ABBREVIATION.search(line):
        return False
    return not any(pattern.match(line) for pattern in _NO_TITLE)


def _goes_on(title: str, lines: list[str]) -> bool:
    """True if a text follows that the line could head: longer than it, and not its own continuation."""
    following = [line.strip() for line in lines if line.strip()]
    if not following or sum(map(len, following)) < len(title):
        return False
    if not lines[0].strip():
        return True
    widest = max(map(len, (title, *following)))
    wrapped = widest <= _WRAP_WIDTH and len(following) > 2 and len(title) >= 0.75 * widest
    return (not following[0][0].islower() or bool(_SITE.match(following[0]))) and not wrapped
