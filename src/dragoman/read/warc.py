"""Web archives: the HTML pages in a WARC file (ISO 28500).

The framing is read here and not by fastwarc, which ends in silence where a file is cut off inside a record, and
gives up the whole file for one broken record; here the rest is found again by the next record's first line.
"""

import codecs
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.errors import BadReport
from dragoman.read.decode import bom_of, decode
from dragoman.read.http import parse_answer, parse_headers
from dragoman.read.page import declared_charset, read_page
from dragoman.read.source import Source
from dragoman.read.stream import CHUNK, Stream
from dragoman.types.report import ReadReport, Rejected

_HTML = ("text/html", "application/xhtml+xml")
_VERSION = b"WARC/"
_LONGEST_LINE = 64 * 1024
_MOST_HEADERS = 500
_LONGEST_HEAD = 64 * 1024


@dataclass(frozen=True, slots=True)
class _Record:
    """A response: its headers, as much of its block as may be needed, and what is wrong with it."""

    headers: Mapping[str, str]
    block: bytes
    fault: str = ""


class _Bytes:
    """A stream by lines and by counts."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._ahead = b""
        self._at = 0

    def line(self) -> bytes:
        """The next line with its line feed, or a piece of one that is too long; ``b""`` at the end."""
        end = self._ahead.find(b"\n", self._at)
        while end < 0 and len(self._ahead) - self._at < _LONGEST_LINE and self._fill():
            end = self._ahead.find(b"\n", self._at)
        return self._next(end + 1 - self._at if end >= 0 else _LONGEST_LINE)

    def take(self, count: int, keep: int) -> tuple[bytes, int]:
        """Reads over ``count`` bytes; the first ``keep`` of them, and how many there were."""
        pieces: list[bytes] = []
        passed = 0
        while passed < count:
            piece = self._next(count - passed)
            if not piece and not self._fill():
                break
            if passed < keep:
                pieces.append(piece[: keep - passed])
            passed += len(piece)
        return b"".join(pieces), passed

    def _next(self, size: int) -> bytes:
        piece = self._ahead[self._at : self._at + size]
        self._at += len(piece)
        return piece

    def _fill(self) -> bool:
        more = self._stream.read(CHUNK)
        self._ahead, self._at = self._ahead[self._at :] + more, 0
        return bool(more)


def read_warc(stream: Stream, source: Source) -> Iterator[ReadReport | Rejected]:
    """The responses that hold HTML, streamed; images, requests and the like are no reports and are passed over.
    The number in ``origin`` counts all records."""
    found = 0
    for number, record in enumerate(_records(_Bytes(stream), source.terms.limits.report_bytes), start=1):
        outcome = _read(record, source.record(number))
        if outcome is not None:
            found += 1
            yield outcome
    if stream.fault:
        yield source.reject(f"{stream.fault}; what came before was read")
    elif not found:
        yield source.reject("holds no HTML page")


def _records(data: _Bytes, limit: int) -> Iterator[_Record]:
    line = data.line()
    while line:
        if line.startswith(_VERSION):
            yield _record(data, limit)
        elif line.strip():
            yield _Record({}, b"", "holds bytes that belong to no record")
            while line and not line.startswith(_VERSION):
                line = data.line()
            continue
        line = data.line()


def _record(data: _Bytes, limit: int) -> _Record:
    head: list[bytes] = []
    while (line := data.line()).strip() and len(head) < _MOST_HEADERS:
        head.append(line)
    headers = parse_headers(b"".join(head))
    length = headers.get("content-length", "")
    if not line:
        return _Record(headers, b"", "the record is cut off")
    if line.strip() or not length.isascii() or not length.isdecimal() or len(length) > 15:
        return _Record(headers, b"", "the record's head is broken")
    keep = limit + _LONGEST_HEAD if headers.get("warc-type") == "response" else 0
    block, passed = data.take(int(length), keep)
    return _Record(headers, block, "" if passed == int(length) else "the record is cut off")


def _read(record: _Record, place: Source) -> ReadReport | Rejected | None:
    """A report, or why there is none; None for a record that never was to hold one."""
    if record.fault:
        return place.reject(record.fault)
    if record.headers.get("warc-type") != "response" or not _is_http(record):
        return None
    url = record.headers.get("warc-target-uri", "").strip("<>")
    try:
        answer = parse_answer(record.block, place.terms.limits.report_bytes)
        if not answer.status:
            raise BadReport("the record holds no answer of a server")
        if answer.media_type not in _HTML:
            return None
        if answer.status != 200:
            raise BadReport(f"the server answered with status {answer.status}")
        return read_page(_self_contained(answer.body, answer.charset), replace(place, url=url))
    except BadReport as bad:
        return place.reject(f"{bad.reason} ({url})" if url else bad.reason)


def _is_http(record: _Record) -> bool:
    return record.headers.get("content-type", "application/http").lower().startswith("application/http")


def _self_contained(data: bytes, charset: str) -> bytes:
    """The page so that its bytes alone tell how to decode them: where only the server named the encoding, the page
    is written anew as UTF-8 with a byte order mark."""
    if not charset or bom_of(data):
        return data
    text = decode(data, charset).text
    if decode(data, declared_charset(data)).text == text:
        return data
    return codecs.BOM_UTF8 + text.encode("utf-8")
