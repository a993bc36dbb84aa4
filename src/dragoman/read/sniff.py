"""What kind of input comes in without a name."""

import re

from dragoman.read.decode import bom_of
from dragoman.read.files import Kind

HEAD = 4096
_FEED = re.compile(r"<(?:rss|feed|rdf:rdf|channel)\b", re.IGNORECASE)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|title|article|div|p|h1)\b", re.IGNORECASE)
_WHOLE_PAGE = re.compile(r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)


def sniff(head: bytes) -> Kind:
    """The kind of an input by its first 4,096 bytes: JSON Lines, a feed, a WARC, HTML, or else text."""
    text = _characters(head).lstrip()
    if text.startswith("WARC/"):
        return "warc"
    if text.startswith("{"):
        return "jsonl"
    if text.startswith("<"):
        if _FEED.search(text) and not _WHOLE_PAGE.match(text):
            return "feed"
        if _HTML.match(text) or _WHOLE_PAGE.search(text):
            return "html"
    return "text"


def is_page(head: bytes) -> bool:
    """True for a web page, whatever its file is called."""
    return _WHOLE_PAGE.match(_characters(head)) is not None


def _characters(head: bytes) -> str:
    marked = bom_of(head)
    if marked is None:
        return head.decode("latin-1")
    bom, name = marked
    return head[len(bom) :].decode(name, "ignore")
