"""RSS and Atom feeds that were saved to a file. Nothing is fetched, no entity of a DTD is expanded.

RSS 0.9 to 2.0 and Atom 0.3 and 1.0, by local names, so that a wrong or missing namespace does no harm. Not by
feedparser: on hostile feeds of one megabyte (a long author, thousands of unclosed tags in a description) it takes
minutes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5

from lxml import etree

from dragoman.errors import BadReport
from dragoman.read.dates import parse_date
from dragoman.read.decode import decode
from dragoman.read.html_text import fragment_text
from dragoman.read.limits import Limits
from dragoman.read.page import declared_charset
from dragoman.read.records import read_fields
from dragoman.read.source import Source
from dragoman.read.stream import Stream
from dragoman.types.report import ReadReport, Rejected

_FEEDS = ("rss", "feed", "RDF")
_ENTRIES = ("item", "entry")
_DATES = ("pubDate", "published", "date", "issued", "created", "updated", "modified")
_CONTENTS = ("encoded", "content", "description", "summary")
_NAMED_ENTITY = re.compile(r"&([a-zA-Z]{2,31}\d{0,2};)")
_XML_ENTITIES = ("lt;", "gt;", "amp;", "quot;", "apos;")
_LONGEST_FIELD = 2000
_DECLARATION = re.compile(r"<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True)
class _Feed:
    """A parsed feed. ``fault`` says what of it may be missing."""

    title: str
    entries: list[etree._Element]
    fault: str


def read_feed(stream: Stream, source: Source) -> Iterator[ReadReport | Rejected]:
    """The entries of a feed; each one's full content if it has it, otherwise its summary, as text."""
    data = stream.read_whole(source.terms.limits.feed_bytes)
    try:
        if stream.fault:
            raise BadReport(stream.fault)
        if data is None:
            raise BadReport(f"the feed has more than {source.terms.limits.feed_bytes:,} bytes")
        feed = _parse(data, source)
    except BadReport as bad:
        yield source.reject(bad.reason)
        return
    for number, entry in enumerate(feed.entries, start=1):
        yield _read(entry, feed.title, source.record(number))
    if feed.fault:
        yield source.reject(feed.fault)


def _parse(data: bytes, source: Source) -> _Feed:
    decoded = decode(data, declared_charset(data))
    source.note(decoded.note)
    text = decoded.text.lstrip()
    declaration = _DECLARATION.match(text)
    text = text[declaration.end() :].lstrip() if declaration else text
    markup = _NAMED_ENTITY.sub(_character, text).encode("utf-8")
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(markup, parser)
    except (etree.LxmlError, ValueError):
        root = None
    if root is None or _name(root) not in _FEEDS:
        raise BadReport("is no RSS or Atom feed")
    entries = [element for element in root.iter(etree.Element) if _is_entry(element)]
    if not entries:
        raise BadReport("the feed has no entries")
    return _Feed(_feed_title(root), entries, _fault(parser))


def _is_entry(element: etree._Element) -> bool:
    """True for an entry that stands in no other, as one does where an end tag is missing."""
    return _name(element) in _ENTRIES and not any(_name(outer) in _ENTRIES for outer in element.iterancestors())


def _fault(parser: etree.XMLParser) -> str:
    """What broken XML may have cost: stray characters cost nothing, a premature end does."""
    kinds = {error.type_name for error in parser.error_log}
    if "ERR_TAG_NOT_FINISHED" in kinds or "ERR_DOCUMENT_END" in kinds:
        return "the feed is cut off; what came before was read"
    if "ERR_RESOURCE_LIMIT" in kinds or "ERR_INTERNAL_ERROR" in kinds:
        return "the feed is nested too deeply, or has entities that grow without bound; what came before was read"
    return ""


def _character(match: re.Match[str]) -> str:
    """The character that an HTML entity stands for; XML doesn't know them, but feeds use them."""
    return match[0] if match[1] in _XML_ENTITIES else html5.get(match[1], match[0])


def _feed_title(root: etree._Element) -> str:
    channel = next((element for element in root if _name(element) == "channel"), root)
    return _inner(_child(channel, "title"))[:_LONGEST_FIELD].strip()


def _read(entry: etree._Element, publisher: str, place: Source) -> ReadReport | Rejected:
    try:
        return read_fields(_fields(entry, publisher, place.terms.limits), place)
    except BadReport as bad:
        return place.reject(f"the entry {bad.reason}")


def _fields(entry: etree._Element, publisher: str, limits: Limits) -> dict[str, object]:
    source = _child(entry, "source")
    day = _first(entry, _DATES)
    published = _day(day)
    return {
        "id": _whole(_first(entry, ("guid", "id"))),
        "title": " ".join(fragment_text(_first(entry, ("title",))[:_LONGEST_FIELD], limits).split()),
        "published": {"date": published, "basis": "page"} if published else None,
        "url": _whole(_link(entry)),
        "publisher": (_source_title(source) or publisher)[:_LONGEST_FIELD],
        "byline": _byline(entry)[:_LONGEST_FIELD],
        "text": fragment_text(max((_inner(_child(entry, name)) for name in _CONTENTS), key=len), limits),
    }


def _whole(name: str) -> str:
    """An id or URL; none where it is longer than any real one."""
    return name if len(name) <= _LONGEST_FIELD else ""


def _day(written: str) -> str:
    """The day in ISO form; empty for a date that can't be read, which costs the entry nothing but its date."""
    try:
        day = parse_date(written)
    except BadReport:
        return ""
    return day.isoformat() if day else ""


def _link(entry: etree._Element) -> str:
    links = [element for element in entry if _name(element) == "link"]
    for link in links:
        if link.get("rel", "alternate") == "alternate":
            return ((link.text or "").strip() or link.get("href") or "").strip()
    return ""


def _byline(entry: etree._Element) -> str:
    """Who wrote it: Dublin Core's creator, the name in Atom's author, or RSS's author."""
    author = _child(entry, "author")
    name = _child(author, "name") if author is not None else None
    return _first(entry, ("creator",)) or _inner(name if name is not None else author).strip()


def _source_title(source: etree._Element | None) -> str:
    """The paper that an entry was taken from: RSS names it as text, Atom in a title."""
    if source is None:
        return ""
    title = _child(source, "title")
    return _inner(source if title is None else title).strip()


def _first(entry: etree._Element, names: tuple[str, ...]) -> str:
    """The first of some children that holds something."""
    return next(filter(None, (_inner(_child(entry, name)).strip() for name in names)), "")


def _child(element: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in element if _name(child) == name), None)


def _inner(element: etree._Element | None) -> str:
    """What is in an element: its characters, or its markup where it holds elements (XHTML in Atom)."""
    if element is None:
        return ""
    if not len(element):
        return element.text or ""
    for inside in element.iter(etree.Element):
        inside.tag = _name(inside)
    markup: str = etree.tostring(element, encoding="unicode", with_tail=False)
    return markup


def _name(element: etree._Element) -> str:
    """An element's local name; empty for an entity reference that was left alone."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
