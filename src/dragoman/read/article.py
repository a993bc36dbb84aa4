"""The article on a web page, out of everything around it.

Text and metadata by trafilatura (Barbaresi, "Trafilatura", ACL 2021), the date by htmldate. The options were
chosen on the pages of the article-extraction benchmark; ``tests/read/test_bench_pages.py`` holds the figure.
"""

import logging
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document

from dragoman.errors import BadReport
from dragoman.read.dates import url_date
from dragoman.read.html_guard import refuse_oversized, shorten_metadata
from dragoman.read.html_text import parse
from dragoman.read.limits import Limits

# A page that can't be read is reported by us, once; the libraries' own remarks go nowhere unless asked for.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("htmldate").addHandler(logging.NullHandler())

_DATE_OPTIONS: dict[str, str | bool] = {
    "original_date": True,
    # A date found anywhere in the text would be a guess.
    "extensive_search": False,
    # Fixed, since htmldate's default is the day of the run, and the same bytes must give the same report.
    "max_date": "2099-12-31",
}
# What the libraries let escape on broken pages.
_LIBRARY_FAULTS = (ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError, OverflowError)
_NO_PUBLISHER = re.compile(r"(?:copyright|©|all rights|home\b|index\b)", re.IGNORECASE)
_SEPARATOR = r"\s*(?:[|–—:»·]|\s-|-\s)\s*"
_SEPARATOR_AFTER = re.compile(_SEPARATOR + "$")
_SEPARATOR_BEFORE = re.compile(_SEPARATOR)
_BODY_CLASS = re.compile(
    r"(?:article|story|post|entry|content|body)[\w-]{0,30}(?:body|content|text|chunk|copy)|body", re.I
)
# What trafilatura puts before list items and table rows.
_MARKER = re.compile(r"(?:- |\| )+")
_LONGEST_CLASS = 300
_SHORTEST_PARAGRAPH = 80
_LONGEST_FIELD = 1000


@dataclass(frozen=True, slots=True)
class Page:
    """An article and what its page says of it; empty strings and None where it says nothing.

    ``text`` has a line for each paragraph and heading.
    """

    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    byline: str = ""
    published: date | None = None


def extract(html: str, url: str, limits: Limits) -> Page:
    """The article on a page. ``url`` stands in where the page doesn't give its own. Raises BadReport."""
    tree = parse(html)
    refuse_oversized(tree, limits)
    shorten_metadata(tree)
    join_chunks(tree)
    unfold_layout(tree)
    found = _run(tree, url)
    text = (found.text or "") if found else ""
    if found is None or not text.strip():
        raise BadReport("no article text was found on the page")
    address = _address(found.url) or _address(url)
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    publisher = _field(found.sitename)
    if not publisher or _NO_PUBLISHER.match(publisher):
        publisher = host
    title = _headline(_field(found.title), (publisher, host))
    published = url_date(address) or _iso(found.date)
    return Page(_paragraphs(text, title), title, publisher, address, _field(found.author), published)


def join_chunks(tree: HtmlElement) -> None:
    """Puts an article together that its page cuts into several containers of one class, with advertisements in
    between; the extractor would take only one of them."""
    groups: dict[tuple[str, str], list[HtmlElement]] = defaultdict(list)
    for element in tree.iter("div", "section"):
        name = (element.get("class") or "")[:_LONGEST_CLASS]
        if _BODY_CLASS.search(name) and _holds_paragraph(element):
            groups[element.tag, name].append(element)
    for first, *others in groups.values():
        if others and all(_continues(first, other) for other in others):
            for other in others:
                first.extend(list(other))


def unfold_layout(tree: HtmlElement) -> None:
    """Makes plain blocks of tables that hold paragraphs: they are layout, as on old pages, and no data."""
    for cell in tree.xpath("//td[.//p or .//br[2]]"):
        for element in (cell, *cell.iterancestors("tr", "tbody", "table")):
            element.tag = "div"


def _holds_paragraph(element: HtmlElement) -> bool:
    return any(len(child.text_content()) >= _SHORTEST_PARAGRAPH for child in element.iterchildren("p"))


def _continues(first: HtmlElement, other: HtmlElement) -> bool:
    """True if two containers stand side by side, or their wrappers do, and no heading starts a new article."""
    ours, theirs = first.getparent(), other.getparent()
    if ours is None or theirs is None:
        return False
    if ours is theirs:
        return not _headed(other)
    beside = ours.getparent() is theirs.getparent() and ours.tag == theirs.tag
    return beside and theirs.tag not in ("article", "li") and not _headed(other)


def _headed(element: HtmlElement) -> bool:
    """True if a heading stands before the container's text, in it or in its wrapper."""
    before = element.getprevious()
    starts = element[0] if len(element) else None
    return any(one is not None and one.tag in ("h1", "h2", "h3", "header") for one in (before, starts))


def _run(tree: HtmlElement, url: str) -> Document | None:
    try:
        found = trafilatura.bare_extraction(
            tree,
            url=url or None,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=dict(_DATE_OPTIONS),
        )
    except _LIBRARY_FAULTS as error:
        raise BadReport(f"the page can't be taken apart ({type(error).__name__})") from error
    return found if isinstance(found, Document) else None


def _field(value: str | None) -> str:
    return " ".join((value or "").split())[:_LONGEST_FIELD]


def _address(url: str | None) -> str:
    """The URL if it is one that a browser would open."""
    url = (url or "").strip()
    if len(url) > 2 * _LONGEST_FIELD or not url.lower().startswith(("http://", "https://")):
        return ""
    try:
        return url if urlsplit(url).hostname else ""
    except ValueError:
        return ""


def _headline(title: str, names: tuple[str, ...]) -> str:
    """The title without the site's name before or behind it."""
    for name in filter(None, names):
        if len(name) >= len(title):
            continue
        if title.casefold().endswith(name.casefold()):
            title = _cut(title, _SEPARATOR_AFTER.search(title[: -len(name)]), keep_before=True)
        elif title.casefold().startswith(name.casefold()):
            title = _cut(title, _SEPARATOR_BEFORE.match(title, len(name)), keep_before=False)
    return title


def _cut(title: str, separator: re.Match[str] | None, *, keep_before: bool) -> str:
    if separator is None:
        return title
    return (title[: separator.start()] if keep_before else title[separator.end() :]) or title


def _paragraphs(text: str, title: str) -> str:
    """One line for each paragraph; the headline, where the text repeats it, is left to ``title``."""
    lines = [_MARKER.sub("", line.strip()).removesuffix(" |") for line in text.split("\n")]
    lines = [line for line in lines if line]
    if len(lines) > 1 and lines[0].casefold() == title.casefold():
        del lines[0]
    return "\n".join(lines)


def _iso(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None
