"""Files for other programs: complete, the same each time, harmless to spreadsheets."""

import csv
import json
from collections.abc import Iterator
from datetime import date
from io import BytesIO, StringIO
from typing import cast, get_args

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest
from factories import Told, city, clean, days, person, read, report, state, told
from hypothesis import given
from hypothesis import strategies as st

from dragoman import query
from dragoman.errors import UsageError
from dragoman.export import FORMATS, Format, What, write_records
from dragoman.export.columns import COLUMNS, flat_names
from dragoman.export.write import safe_cell
from dragoman.link import relink
from dragoman.record import Record, mention_record
from dragoman.store import Archive, Entry, open_archive

KINDS: tuple[What, ...] = get_args(What)
SELIM, BREKKE = state("SLM"), person("=cmd|calc", "NOR", "GOV", "MIL")
SENTENCE = "=cmd|calc denied arming Selim, as Selim's radio said."


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[What, list[Record]]]:
    with open_archive(tmp_path_factory.mktemp("export") / "a.sqlite") as archive:
        archive.add_batch(list(entries()))
        relink(archive)
        yield {what: cast(list[Record], getattr(query, what)(archive)) for what in KINDS}


def entries() -> Iterator[Entry]:
    for name, day in (("+1", date(2024, 5, 7)), ("@two", None)):
        article = report(f"{SENTENCE}\nAnother line of {name}.", name, '=HYPERLINK("x")', day)
        happened = Told(
            SENTENCE,
            "arming",
            "AID",
            ((BREKKE, "=cmd|calc"),),
            ((SELIM, "Selim"),),
            days(day),
            city("radio", "SLM", -1.5, -2.0) if day else None,
            "alleged",
            ((SELIM, "Selim's radio", "said"),),
        )
        mentions = told(article, happened)
        yield Entry(read(article), clean(article), mentions, mentions[0].actors)


def written(records: list[Record], what: What, form: Format) -> bytes:
    out = BytesIO()
    assert write_records(records, what, form, out) == len(records)
    return out.getvalue()


@pytest.mark.parametrize("what", KINDS)
def test_each_kind_has_the_columns_promised(records: dict[What, list[Record]], what: What) -> None:
    assert records[what]
    for record in records[what]:
        assert [column.name for column in COLUMNS[what]] == list(record)


@pytest.mark.parametrize("what", KINDS)
def test_json_gives_the_records_back(records: dict[What, list[Record]], what: What) -> None:
    lines = written(records[what], what, "jsonl").decode().splitlines()
    assert [json.loads(line) for line in lines] == records[what]
    assert json.loads(written(records[what], what, "json")) == records[what]


@pytest.mark.parametrize("what", KINDS)
def test_arrow_and_parquet_give_the_records_back(records: dict[What, list[Record]], what: What) -> None:
    table = pa.ipc.open_file(BytesIO(written(records[what], what, "arrow"))).read_all()
    assert table.to_pylist() == records[what]
    assert parquet.read_table(BytesIO(written(records[what], what, "parquet"))).to_pylist() == records[what]


@pytest.mark.parametrize("what", KINDS)
@pytest.mark.parametrize("form", FORMATS)
def test_no_records_are_a_valid_file_and_the_same_records_the_same_bytes(
    records: dict[What, list[Record]], what: What, form: Format
) -> None:
    written([], what, form)
    assert written(records[what], what, form) == written(records[what], what, form)


@pytest.mark.parametrize("what", KINDS)
def test_no_cell_of_a_spreadsheet_is_a_formula(records: dict[What, list[Record]], what: What) -> None:
    rows = list(csv.reader(StringIO(written(records[what], what, "csv").decode(), newline="")))
    assert rows[0] == flat_names(COLUMNS[what])
    assert len(rows) == len(records[what]) + 1
    assert all(len(row) == len(rows[0]) for row in rows)
    for cell in (cell for row in rows[1:] for cell in row if cell):
        assert cell[0] not in "=+@" and (cell[0] != "-" or float(cell) < 0)


def test_a_spreadsheet_row_reads_well(records: dict[What, list[Record]]) -> None:
    rows = list(csv.DictReader(StringIO(written(records["mentions"], "mentions", "csv").decode(), newline="")))
    assert rows[0]["actors_name"] == "'=cmd|calc"
    assert (rows[0]["actors_sectors"], rows[0]["recipients_country"]) == ("GOV MIL", "SLM")
    assert (rows[0]["place_lat"], rows[1]["place_lat"], rows[0]["start"], rows[1]["start"]) == (
        "-1.5",
        "",
        "2024-05-07",
        "",
    )
    assert rows[0]["sentence"] == f"'{SENTENCE}"


@given(st.text())
def test_a_safe_cell_never_begins_like_a_formula(text: str) -> None:
    cell = safe_cell(text)
    assert isinstance(cell, str)
    assert cell in (text, f"'{text}")
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_numbers_stay_numbers() -> None:
    assert (safe_cell(-3.5), safe_cell(0), safe_cell(None)) == (-3.5, 0, None)


def test_what_there_is_not_is_said() -> None:
    with pytest.raises(UsageError, match="mentions, events"):
        write_records([], cast(What, "people"), "csv", BytesIO())
    with pytest.raises(UsageError, match="jsonl, json, csv"):
        write_records([], "events", cast(Format, "xls"), BytesIO())


def test_a_mention_has_the_contract_s_keys_in_the_contract_s_order() -> None:
    (one, _) = entries()
    record = mention_record(one.mentions[0], "e-1")
    assert list(record)[:10] == [
        "mention_id",
        "event_id",
        "report_id",
        "source_id",
        "event_type",
        "event_mode",
        "contexts",
        "quad",
        "intensity",
        "actors",
    ]
    trigger = cast(Record, record["trigger"])
    text = one.read.report.text
    assert text[cast(int, trigger["start"]) : cast(int, trigger["end"])] == trigger["text"] == "arming"
    assert trigger["field"] == "text"
    assert cast(list[Record], record["claimants"])[0]["cue"] == "said"


def test_records_read_from_the_archive_are_those_written(tmp_path_factory: pytest.TempPathFactory) -> None:
    with open_archive(tmp_path_factory.mktemp("same") / "a.sqlite") as archive:
        both = list(entries())
        archive.add_batch(both)
        assert query.mentions(archive) == [mention_record(mention) for one in both for mention in one.mentions]
        assert isinstance(archive, Archive)
