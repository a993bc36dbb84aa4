import gzip

import pytest

from dragoman.read import read_raw
from dragoman.types.report import ReadReport
from tests.read.helpers import PROSE, ReadBytes, only_report, reasons, reports

PAGE = f"<html><head><title>Border reopens</title></head><body><article><p>{PROSE}</p></article></body></html>".encode()


def record(
    body: bytes, *, kind: str = "response", status: str = "200 OK", media: str = "text/html", extra: str = ""
) -> bytes:
    block = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{extra}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.org/1\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_html_responses_are_read(read_bytes: ReadBytes, name: str) -> None:
    parts = [record(PAGE, kind="request"), record(PAGE), record(b"\x89PNG", media="image/png"), record(PAGE)]
    data = b"".join(gzip.compress(part) if name.endswith(".gz") else part for part in parts)
    outcome = read_bytes(name, data)
    assert not reasons(outcome)
    assert [(report.source_id, report.text) for report in reports(outcome)] == [
        (f"{name}:2", PROSE),
        (f"{name}:4", PROSE),
    ]
    assert reports(outcome)[0].url == "https://example.org/1"


@pytest.mark.parametrize(
    ("body", "extra"),
    [
        (gzip.compress(PAGE), "Content-Encoding: gzip\r\n"),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), "Transfer-Encoding: chunked\r\n"),
        (PAGE, "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
    ],
)
def test_codings_of_the_answer(read_bytes: ReadBytes, body: bytes, extra: str) -> None:
    assert only_report(read_bytes("a.warc", record(body, extra=extra))).text == PROSE


def test_raw_alone_tells_the_encoding(read_bytes: ReadBytes) -> None:
    page = PAGE.replace(b"spring.", b"spring in Gda\xf1sk, the ministers said.")
    (read,) = read_bytes("a.warc", record(page, media="text/html; charset=iso-8859-2"))
    assert isinstance(read, ReadReport)
    assert "Gdańsk" in read.report.text
    again = read_raw(read.raw, "a.warc:1", origin=read.report.origin, url="https://example.org/1")
    assert again == read


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (record(PAGE, status="404 Not Found"), "status 404 (https://example.org/1)"),
        (record(gzip.compress(PAGE)[:40], extra="Content-Encoding: gzip\r\n"), "cut off"),
        (record(gzip.compress(b" " * 20_000_000), extra="Content-Encoding: gzip\r\n"), "more than 5,000,000 bytes"),
        (record(b"ffff\r\n" + PAGE, extra="Transfer-Encoding: chunked\r\n"), "cut off"),
        (record(PAGE).replace(b"HTTP/1.1", b"JUNK/1.1"), "no answer of a server"),
        (b"garbage\r\n" * 10, "belong to no record"),
        (record(PAGE).replace(b"Content-Length: ", b"Content-Length: -"), "head is broken"),
    ],
)
def test_a_bad_record_is_rejected_and_the_rest_goes_on(read_bytes: ReadBytes, bad: bytes, reason: str) -> None:
    outcome = read_bytes("a.warc", record(PAGE) + bad + record(PAGE))
    assert reason in reasons(outcome)[0]
    assert [report.text for report in reports(outcome)] == [PROSE, PROSE]


@pytest.mark.parametrize("length", [60, 400])
def test_a_cut_off_file(read_bytes: ReadBytes, length: int) -> None:
    outcome = read_bytes("a.warc", record(PAGE) + record(PAGE)[:length])
    assert len(reports(outcome)) == 1
    assert "cut off" in reasons(outcome)[0]


def test_an_archive_without_pages(read_bytes: ReadBytes) -> None:
    assert reasons(read_bytes("a.warc", record(b"\x89PNG", media="image/png"))) == ["holds no HTML page"]
