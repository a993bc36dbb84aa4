import json
from datetime import date

import pytest

from dragoman.read import Limits, read_raw
from dragoman.types.report import Published, ReadReport
from tests.read.helpers import PROSE, ReadBytes, only_reason, only_report, reasons, reports


def line(**fields: object) -> bytes:
    return json.dumps({"text": PROSE, **fields}).encode()


def test_all_fields(read_bytes: ReadBytes) -> None:
    data = line(id="r-1", title="Border reopens", published="2019-03-07", url="https://example.org/1", publisher="Sun",
                byline="Ana Rojas", section="world", tags=["a", 1])  # fmt: skip
    report = only_report(read_bytes("a.jsonl", data))
    assert (report.source_id, report.title, report.url) == ("r-1", "Border reopens", "https://example.org/1")
    assert (report.publisher, report.byline, report.text) == ("Sun", "Ana Rojas", PROSE)
    assert report.published == Published(date(2019, 3, 7), "given")


def test_only_text_is_required(read_bytes: ReadBytes, tmp_path: object) -> None:
    outcome = read_bytes("a.jsonl", b"\n" + line() + b"\r\n\n" + line(title=None))
    assert [report.source_id for report in reports(outcome)] == ["a.jsonl:2", "a.jsonl:4"]
    assert reports(outcome)[0].origin == f"{tmp_path}/a.jsonl:2"


def test_text_is_verbatim(read_bytes: ReadBytes) -> None:
    text = f"\u200f  {PROSE}\r\n\t{PROSE} \U0001f54a\n"
    assert only_report(read_bytes("a.jsonl", line(text=text))).text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{not json}", "not JSON"),
        (b'{"text": "cut o', "not JSON"),
        (b'["text"]', "a list, not a JSON object"),
        (b"17", "a number, not a JSON object"),
        (b"null", "null, not a JSON object"),
        (b"{}", "has no text"),
        (b'{"text": null}', "has no text"),
        (b'{"text": "  "}', "empty"),
        (b'{"text": 5}', "text is a number, not a string"),
        (line(title=["a"]), "title is a list, not a string"),
        (line(published=20190307), "published is a number"),
        (line(published="someday"), "no date"),
        (line(id=True), "id is true or false"),
        (line(title="x" * 3000), "title has 3,000 characters"),
        (b'{"text": "half a pair \\ud800 of surrogates"}', "surrogate"),
        (b'{"text": "a\\u0000b"}', "NUL"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"text": ' + b'{"a": ' * 100_000, "nested too deeply"),
        (b'{"text": ' + b"1" * 10_000 + b"}", "number that is too long"),
        (b'{"text": "' + b"\xff\xfe\xfd" * 40 + b'"}', "neither"),
        (b"\x00\x01\x02\x00", "binary"),
    ],
)
def test_a_bad_line_is_rejected_and_the_rest_goes_on(read_bytes: ReadBytes, data: bytes, reason: str) -> None:
    outcome = read_bytes("a.jsonl", line(id="1") + b"\n" + data + b"\n" + line(id="3") + b"\n")
    assert [report.source_id for report in reports(outcome)] == ["1", "3"]
    assert reason in reasons(outcome)[0]
    assert [one.source_id for one in outcome if not isinstance(one, ReadReport)] == ["a.jsonl:2"]


@pytest.mark.parametrize("data", [b"", b"\n \r\n\n"])
def test_an_empty_file(read_bytes: ReadBytes, data: bytes) -> None:
    assert "empty" in only_reason(read_bytes("a.jsonl", data))


def test_a_line_over_the_limit_is_rejected_and_the_rest_goes_on(read_bytes: ReadBytes) -> None:
    outcome = read_bytes("a.jsonl", line(id="1") + b"\n" + b"x" * 300_000 + b"\n" + line(id="3"),
                         limits=Limits(report_bytes=100_000))  # fmt: skip
    assert [report.source_id for report in reports(outcome)] == ["1", "3"]
    assert "more than 100,000 bytes" in reasons(outcome)[0]


def test_too_many_characters(read_bytes: ReadBytes) -> None:
    assert "450,000 characters" in only_reason(read_bytes("a.jsonl", line(text="word " * 90_000)))


def test_windows_1252_and_utf16_lines(read_bytes: ReadBytes) -> None:
    text = PROSE + " It was “a good day”."
    old = json.dumps({"text": text}, ensure_ascii=False).encode("cp1252")
    wide = (json.dumps({"text": text}, ensure_ascii=False) + "\n").encode("utf-16")
    assert only_report(read_bytes("old.jsonl", old)).text == text
    assert only_report(read_bytes("wide.jsonl", wide)).text == text


def test_column_map_names_fields(read_bytes: ReadBytes) -> None:
    data = json.dumps({"body": PROSE, "day": "2019-03-07"}).encode()
    report = only_report(read_bytes("a.jsonl", data, column_map={"text": "body", "published": "day"}))
    assert (report.text, report.published.date) == (PROSE, date(2019, 3, 7))


def test_the_callers_date_stands_in_for_a_missing_one(read_bytes: ReadBytes) -> None:
    given = Published(date(2020, 1, 1), "given")
    outcome = read_bytes("a.jsonl", line() + b"\n" + line(published="2019-03-07"), published=given)
    assert [report.published.date for report in reports(outcome)] == [date(2020, 1, 1), date(2019, 3, 7)]


def test_raw_reads_to_the_same_report(read_bytes: ReadBytes) -> None:
    data = line(title="Border reopens", published={"date": "2019-03-07", "basis": "page"}, publisher="Sun")
    (read,) = read_bytes("a.jsonl", data)
    again = read_raw(read.raw, read.report.source_id, origin=read.report.origin)
    assert again == read
    assert read.report.published == Published(date(2019, 3, 7), "page")
