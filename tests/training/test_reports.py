"""The marked reports are read with all their positions true."""

from pathlib import Path

import pytest

from training.corpus import BadLineError
from training.reports import read_all_reports, read_reports

REPORT = """# report: bridge
# published: 2018-05-04
# kind: wire
[A Minsk] [E protests] to [R Warsaw] over a bridge | ACCUSE disapprove happened

[A The ministry{=foreign ministry|BLR}] [E summoned] [R Poland's envoy] on [T Friday]. | REQUEST meet happened
He{=Jan Nowak} said it{=-} was raining. | none

Its{=BLR & POL} rivers are wide. | none
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "made.txt"
    file.write_text(REPORT, encoding="utf8")
    return file


def test_a_report_is_its_plain_text(path: Path) -> None:
    (marked,) = read_reports(path)
    assert marked.report.title == "Minsk protests to Warsaw over a bridge"
    assert marked.report.text == (
        "The ministry summoned Poland's envoy on Friday. He said it was raining.\n\nIts rivers are wide."
    )
    assert (marked.report.source_id, marked.kind) == ("marked/made/bridge", "wire")
    assert str(marked.report.published.date) == "2018-05-04"


def test_spans_and_referents_stand_where_they_say(path: Path) -> None:
    (marked,) = read_reports(path)
    source = {"title": marked.report.title, "text": marked.report.text}
    told = [
        source[field][span.start : span.end] for field, x in marked.sentences for span in x.spans if span.role == "E"
    ]
    assert told == ["protests", "summoned"]
    assert [(source[r.field][r.start : r.start + len(r.word)], r.means) for r in marked.referents] == [
        ("ministry", "foreign ministry|BLR"),
        ("He", "Jan Nowak"),
        ("it", "-"),
        ("Its", "BLR & POL"),
    ]


def test_a_bad_line_names_file_and_report(path: Path) -> None:
    path.write_text(REPORT + "[A Minsk] [E wept]. | WEEP - happened\n", encoding="utf8")
    with pytest.raises(BadLineError, match=r"made.txt, bridge: no such type: WEEP"):
        list(read_reports(path))


def test_all_marked_reports_can_be_read() -> None:
    reports = read_all_reports()
    assert len({r.report.source_id for r in reports}) == len(reports) > 100
    for marked in reports:
        source = {"title": marked.report.title, "text": marked.report.text}
        assert all(source[r.field][r.start :].startswith(r.word) for r in marked.referents)
        assert all(source[field][s.start : s.end].strip() for field, x in marked.sentences for s in x.spans)
