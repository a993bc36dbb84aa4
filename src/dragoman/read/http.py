"""A server's answer as it was recorded: head, transfer coding, content coding (RFC 9112, RFC 9110)."""

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.errors import BadReport

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})")
_CHUNK_SIZE = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]{0,200}\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_LONGEST_HEAD = 64 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """``status`` is 0 where there is no status line; ``media_type`` is in lower case, without parameters."""

    status: int
    media_type: str
    charset: str
    body: bytes


def parse_headers(head: bytes) -> dict[str, str]:
    """Header fields by their names in lower case; of one that is repeated, the last."""
    fields: dict[str, str] = {}
    for line in head.decode("latin-1").splitlines():
        name, colon, value = line.partition(":")
        if colon:
            fields[name.strip().lower()] = value.strip()
    return fields


def parse_answer(data: bytes, limit: int) -> Answer:
    """A recorded answer, its body decoded to no more than ``limit`` bytes. Raises BadReport."""
    end = _HEAD_END.search(data, 0, _LONGEST_HEAD)
    head, body = (data[: end.start()], data[end.end() :]) if end else (b"", data)
    status = _STATUS.match(head)
    fields = parse_headers(head)
    content_type = fields.get("content-type", "")
    charset = _CHARSET.search(content_type)
    return Answer(
        status=int(status[1]) if status else 0,
        media_type=content_type.partition(";")[0].strip().lower(),
        charset=charset[1] if charset else "",
        body=_decoded(body, fields, limit),
    )


def _decoded(body: bytes, fields: Mapping[str, str], limit: int) -> bytes:
    """Crawlers often store bodies decoded under their original heads, so the bytes decide, not the head alone."""
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    if fields.get("content-encoding", "").lower() in ("gzip", "x-gzip", "deflate"):
        body = _inflated(body, limit)
    if len(body) > limit:
        raise BadReport(f"the page has more than {limit:,} bytes")
    return body


def _unchunked(body: bytes) -> bytes:
    pieces: list[bytes] = []
    at = 0
    while match := _CHUNK_SIZE.match(body, at):
        size = int(match[1], 16)
        if size == 0:
            return b"".join(pieces)
        if match.end() + size > len(body):
            raise BadReport("the server's answer is cut off")
        pieces.append(body[match.end() : match.end() + size])
        at = match.end() + size
        at += 2 if body.startswith(b"\r\n", at) else 1
    return body if at == 0 else b"".join(pieces)


def _inflated(body: bytes, limit: int) -> bytes:
    for window in (47, -15):
        inflater = zlib.decompressobj(window)
        try:
            data = inflater.decompress(body, limit + 1)
        except zlib.error:
            continue
        if not inflater.eof and len(data) <= limit:
            raise BadReport("the server's answer is cut off")
        return data
    return body
