"""Files that hold one report: plain text and web pages."""

from collections.abc import Callable, Iterator

from dragoman.errors import BadReport
from dragoman.read.page import read_page
from dragoman.read.plain import read_plain
from dragoman.read.sniff import HEAD, is_page
from dragoman.read.source import Source
from dragoman.read.stream import Stream
from dragoman.types.report import ReadReport, Rejected


def read_text(stream: Stream, source: Source) -> Iterator[ReadReport | Rejected]:
    """The report in a text file; a web page that was saved under such a name is read as one."""
    yield _read(stream, source, read_page if is_page(stream.peek(HEAD)) else read_plain)


def read_html(stream: Stream, source: Source) -> Iterator[ReadReport | Rejected]:
    """The report on a web page."""
    yield _read(stream, source, read_page)


def _read(stream: Stream, source: Source, reader: Callable[[bytes, Source], ReadReport]) -> ReadReport | Rejected:
    limit = source.terms.limits.report_bytes
    data = stream.read_whole(limit)
    if stream.fault:
        return source.reject(stream.fault)
    if data is None:
        return source.reject(f"has more than {limit:,} bytes, too many for one report")
    if not data.strip():
        return source.reject("the file is empty")
    try:
        return reader(data, source)
    except BadReport as bad:
        return source.reject(bad.reason)
