"""What a web page may not be, so that reading it can't take minutes.

libxml2 needs time quadratic in the number of attributes of one tag (80,000 take ten seconds), trafilatura time
quadratic in depth times elements, and in the length of what it runs its patterns over: attributes, titles, JSON-LD.
All of these are bounded before the work begins.
"""

import json
import re

from lxml import etree
from lxml.html import HtmlElement

from dragoman.errors import BadReport
from dragoman.read.limits import Limits

_MOST_ATTRIBUTES = 1000
_HARMLESS_SIZE = 50_000

# Tags and comments as the HTML standard's tokenizer sees them (sections 13.2.5.6 to 13.2.5.40 and 13.2.5.43 on).
_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+))?+"""
_MARKUP = re.compile(
    r"<(?:!--.*?(?:--!?>|\Z)|[!?][^>]*+"
    rf"|/?(?P<name>[a-zA-Z][^\s/>]*+)(?:{_ATTRIBUTE}){{0,{_MOST_ATTRIBUTES}}}+[\s/]*+(?P<end>>|\Z)?)",
    re.DOTALL,
)
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LONGEST_VALUE = 2_000
_LONGEST_DATA = 500_000
_LONGEST_BROKEN_DATA = 8_000
_LONG_DATA_FIELDS = frozenset(("articleBody", "reviewBody", "text"))
_RAW_TEXT = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))


def refuse_attribute_flood(html: str) -> None:
    """Raises BadReport where one tag has more attributes than any page needs. Linear in the length of ``html``."""
    if len(html) < _HARMLESS_SIZE:
        return
    at = 0
    while match := _MARKUP.search(html, at):
        name = match["name"]
        if name and match["end"] is None:
            raise BadReport(f"the page has a tag with more than {_MOST_ATTRIBUTES:,} attributes")
        at = match.end()
        if name and name.lower() in _RAW_TEXT and html[match.start() + 1] != "/":
            at = _end_of_raw_text(html, name, at)


def without_control(text: str) -> str:
    """The text without characters that XML, and so lxml, has no place for."""
    return _NO_XML.sub("", text)


def refuse_oversized(tree: HtmlElement, limits: Limits) -> None:
    """Raises BadReport for a tree with too many elements, or too deep ones."""
    elements = depth = total = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        elements, depth = elements + 1, depth + 1
        total += depth
        if elements > limits.page_elements:
            raise BadReport(f"the page has more than {limits.page_elements:,} elements")
        if total > limits.page_depth:
            raise BadReport("the page's elements are nested too deeply")


def shorten_metadata(tree: HtmlElement) -> None:
    """Cuts attributes, titles and strings of JSON-LD to lengths that real ones have; takes out JSON-LD that is no JSON,
    unless it is short."""
    for element in tree.iter(etree.Element):
        for name, value in element.items():
            if len(value) > _LONGEST_VALUE:
                element.set(name, without_control(value[:_LONGEST_VALUE]))
        if element.tag == "title" and element.text:
            element.text = without_control(element.text[:_LONGEST_VALUE])
    allowed = _LONGEST_BROKEN_DATA
    for script in tree.xpath("//script[contains(@type, 'json')]"):
        written = script.text or ""
        script.text = without_control(_shortened_data(written))
        if not script.text and len(written) <= allowed:
            allowed -= len(written)
            script.text = without_control(written)


def _shortened_data(written: str) -> str:
    """JSON-LD with its strings cut; empty if it is too long or no JSON."""
    if len(written) > _LONGEST_DATA:
        return ""
    try:
        return json.dumps(json.loads(written, object_pairs_hook=_shortened_object), ensure_ascii=False)
    except (ValueError, RecursionError):
        return ""


def _shortened_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    return {name: value if name in _LONG_DATA_FIELDS else _shortened(value) for name, value in pairs}


def _shortened(value: object) -> object:
    if isinstance(value, list):
        return [one[:_LONGEST_VALUE] if isinstance(one, str) else one for one in value]
    return value[:_LONGEST_VALUE] if isinstance(value, str) else value


def _end_of_raw_text(html: str, name: str, at: int) -> int:
    closing = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE).search(html, at)
    return closing.start() if closing else len(html)
