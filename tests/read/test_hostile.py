"""Whatever the bytes: nothing is raised, each file gives something, and the same bytes give the same."""

import gzip
import io
import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.read.files import Kind
from dragoman.read.limits import Limits
from dragoman.read.run import read_stream
from dragoman.read.source import Source, Terms
from dragoman.types.report import ReadReport
from tests.read.helpers import PROSE

KINDS: list[Kind | None] = ["text", "html", "jsonl", "csv", "tsv", "feed", "warc", None]
WARC_HEAD = (
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 60\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
)
PIECES = st.sampled_from(
    [
        PROSE.encode(),
        b"\n",
        b'"',
        b",",
        b"<",
        b">",
        b"</p>",
        b"<p>",
        b"<table><tr><td>",
        b"<!--",
        b"<script type='application/ld+json'>{",
        b"<html><body>",
        b"<rss><channel>",
        b"<item><description>",
        b"</item>",
        b"<![CDATA[",
        b"]]>",
        b"&amp;",
        b"&#xD800;",
        b"&#0;",
        b"&#1;",
        b"\x01",
        b"<title>",
        b"<script type=json>",
        b'{"text": "',
        b'"}',
        b"id,text\n",
        b"text\tid\n",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\x00",
        b"\x1f\x8b\x08",
        b"WARC/1.0\r\n",
        WARC_HEAD,
        b"Content-Length: 5\r\n\r\n",
    ]
)
BYTES = st.one_of(
    st.binary(max_size=400), st.lists(st.one_of(PIECES, st.binary(max_size=8)), max_size=25).map(b"".join)
)
LIMITS = Limits(report_bytes=20_000, page_elements=500)


def read(data: bytes, kind: Kind | None) -> list[object]:
    return list(read_stream(io.BytesIO(data), kind, Source("x", "x", Terms(limits=LIMITS))))


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BYTES, st.sampled_from(KINDS), st.booleans())
def test_random_bytes_never_raise(data: bytes, kind: Kind | None, packed: bool) -> None:
    outcome = read(gzip.compress(data) if packed else data, kind)
    assert outcome == read(gzip.compress(data) if packed else data, kind)
    assert outcome
    for one in outcome:
        if isinstance(one, ReadReport):
            assert one.report.text.strip()
            assert one.report.text.encode()


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(["id", "title", "published", "url", "publisher", "byline", "text"]), JSON))
def test_any_json_object_is_read_or_rejected(fields: dict[str, object]) -> None:
    assert len(read(json.dumps(fields).encode(), "jsonl")) == 1
    assert len(read(json.dumps({**fields, "text": PROSE}).encode(), "jsonl")) == 1
