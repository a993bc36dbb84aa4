"""Web pages: bytes to the article and what the page says of itself."""

import re

from dragoman.read.decode import decode
from dragoman.read.language import require_english
from dragoman.read.plain import check_text
from dragoman.read.source import Source
from dragoman.types.report import Published, Raw, ReadReport, Report

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.I)
_HEAD = 8192


def read_page(data: bytes, source: Source) -> ReadReport:
    """The report on a web page. Raises BadReport."""
    # Imported here: trafilatura takes a quarter of a second, which a run over JSON Lines need not pay.
    from dragoman.read.article import extract

    decoded = decode(data, declared_charset(data))
    source.note(decoded.note)
    page = extract(decoded.text, source.url, source.terms.limits)
    check_text(page.text, source.terms.limits)
    report = Report(
        source_id="",
        text=page.text,
        title=page.title,
        publisher=page.publisher,
        url=page.url,
        byline=page.byline,
        language=require_english(page.text),
        published=Published(page.published, "page") if page.published else Published(),
    )
    return source.accept(report, Raw(data, "text/html"))


def declared_charset(data: bytes) -> str:
    """The encoding that the page's head declares; empty if none."""
    match = _CHARSET.search(data[:_HEAD])
    return match[1].decode("ascii") if match else ""
