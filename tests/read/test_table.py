from datetime import date

import pytest

from dragoman.read import Limits
from tests.read.helpers import PROSE, ReadBytes, only_reason, only_report, reasons, reports


def test_columns_by_header_name(read_bytes: ReadBytes) -> None:
    data = f'Title,Text,published,views\nBorder reopens,"{PROSE}",2019-03-07,12\n'
    report = only_report(read_bytes("a.csv", data.encode()))
    assert (report.title, report.text, report.published.date) == ("Border reopens", PROSE, date(2019, 3, 7))
    assert report.source_id == "a.csv:1"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(read_bytes: ReadBytes, delimiter: str) -> None:
    data = delimiter.join(("id", "text", "url")) + "\r\n" + delimiter.join(("7", f'"{PROSE}"', "")) + "\r\n"
    assert only_report(read_bytes("a.csv", data.encode())).text == PROSE


def test_tsv(read_bytes: ReadBytes) -> None:
    report = only_report(read_bytes("a.tsv", f"id\ttext\n7\t{PROSE}\n".encode()))
    assert (report.source_id, report.text) == ("7", PROSE)


def test_spreadsheet_unicode_text(read_bytes: ReadBytes) -> None:
    assert only_report(read_bytes("a.tsv", f"id\ttext\r\n7\t{PROSE}\r\n".encode("utf-16"))).text == PROSE


def test_quoted_fields_keep_everything(read_bytes: ReadBytes) -> None:
    text = f'{PROSE}\r\n\r\n"A ""good"" day, she said."\n; {PROSE}'
    quoted = text.replace('"', '""')
    assert only_report(read_bytes("a.csv", f'text,id\n"{quoted}",7\n'.encode())).text == text


def test_quotation_marks_inside_a_field_are_characters(read_bytes: ReadBytes) -> None:
    text = 'Police seized a 9" knife and said that the man was 5\'10" tall'
    assert only_report(read_bytes("a.csv", f"id,text\n7,{text}\n".encode())).text == text


def test_column_map(read_bytes: ReadBytes) -> None:
    data = f"headline,body\nBorder reopens,{PROSE}\n".encode()
    report = only_report(read_bytes("a.csv", data, column_map={"text": "body", "title": "headline"}))
    assert (report.title, report.text) == ("Border reopens", PROSE)


@pytest.mark.parametrize(
    ("data", "columns", "reason"),
    [
        (b"", None, "empty"),
        (b"\n\n", None, "empty"),
        (b"id,text\n\n", None, "no rows"),
        (b"id,body\n1,x\n", None, "no column 'text' (columns: id, body)"),
        (b"id,text\n1,x\n", {"text": "body"}, "no column 'body'"),
        (b'id,"text\n1,x\n', None, "header is never closed"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", None, "image"),
    ],
)
def test_tables_without_a_text_column(
    read_bytes: ReadBytes, data: bytes, columns: dict[str, str] | None, reason: str
) -> None:
    assert reason in only_reason(read_bytes("a.csv", data, column_map=columns))


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("7", "has no text"),
        ("7,", "has no text"),
        (f"7,{PROSE},x,y", "4 fields where the header has 2"),
        ("7,\x00", "NUL"),
        ("7," + "x" * 300_000, "more than 100,000 bytes"),
    ],
)
def test_a_bad_row_is_rejected_and_the_rest_goes_on(read_bytes: ReadBytes, row: str, reason: str) -> None:
    data = f"id,text\n1,{PROSE}\n{row}\n3,{PROSE}\n".encode()
    outcome = read_bytes("a.csv", data, limits=Limits(report_bytes=100_000))
    assert [report.source_id for report in reports(outcome)] == ["1", "3"]
    assert reason in reasons(outcome)[0]
    assert "(line 3)" in reasons(outcome)[0]


def test_a_quotation_mark_that_is_never_closed(read_bytes: ReadBytes) -> None:
    data = f'id,text\n1,"{PROSE}\n2,{PROSE}\n'.encode()
    assert "never closed (line 2)" in only_reason(read_bytes("a.csv", data))


def test_reading_goes_on_behind_a_runaway_quotation(read_bytes: ReadBytes) -> None:
    filler = "".join(f"{number},{PROSE}\n" for number in range(2, 30))
    outcome = read_bytes("a.csv", f'id,text\n1,"{PROSE}\n{filler}'.encode(), limits=Limits(report_bytes=1000))
    assert "never closed" in reasons(outcome)[0]
    assert reports(outcome)[-1].source_id == "29"


def test_a_huge_field_within_the_limits(read_bytes: ReadBytes) -> None:
    text = PROSE * 1500
    assert only_report(read_bytes("a.csv", f'id,text\n7,"{text}"\n'.encode())).text == text
