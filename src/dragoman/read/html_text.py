"""Markup to paragraphs, for pieces of HTML that are known to be content, such as a feed's summary."""

import re
from collections.abc import Iterator

from lxml import etree, html
from lxml.html import HtmlElement

from dragoman.errors import BadReport
from dragoman.read.html_guard import refuse_attribute_flood, refuse_oversized, without_control
from dragoman.read.limits import Limits

_BLOCKS = frozenset(
    "address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table td th tr ul".split()
)
_SKIPPED = frozenset(("script", "style", "noscript", "template", "iframe", "svg", "head", "form", "button"))
_SPACE = re.compile(r"[^\S\n]+")


def parse(markup: str) -> HtmlElement:
    """The tree of a page. Raises BadReport for what can't be parsed, or not in reasonable time."""
    refuse_attribute_flood(markup)
    parser = html.HTMLParser(encoding="utf-8", collect_ids=False, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(without_control(markup).encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError, TypeError):
        raise BadReport("is no HTML that can be parsed") from None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        # libxml2 stops at a depth of 256 and leaves out the rest.
        raise BadReport("the page's elements are nested too deeply")
    return tree


def fragment_text(markup: str, limits: Limits) -> str:
    """The text of a fragment: a line for each block, white space made single.
    Raises BadReport."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    tree = parse(f"<html><body><div>{markup}</div></body></html>")
    refuse_oversized(tree, limits)
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(_pieces(tree)).split("\n"))
    return "\n".join(filter(None, lines))


def _pieces(tree: HtmlElement) -> Iterator[str]:
    """Text and line breaks in document order; without recursion, since depth is the input's choice."""
    skipping: HtmlElement | None = None
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start" and skipping is None:
            if element.tag in _SKIPPED:
                skipping = element
                continue
            yield "\n" if element.tag in _BLOCKS else ""
            yield (element.text or "").replace("\n", " ")
        elif event == "end":
            if skipping is element:
                skipping = None
            elif skipping is None:
                yield "\n" if element.tag in _BLOCKS else ""
            if skipping is None:
                yield (element.tail or "").replace("\n", " ")
