import pytest

from dragoman.read.plain import split_title
from tests.read.helpers import PROSE, ReadBytes, only_reason, only_report

TITLES = [
    "Chile and Peru reopen their border",
    "Will the ceasefire in Darfur hold?",
    "Envoy: 'We will not leave the table'",
    "Share prices in Lagos fall as the central bank waits",
    "Video shows soldiers at the bridge",
    "Minister to visit the U.S.",
    "May calls early vote",
]
NO_TITLES = [
    "The foreign ministers met in Arica on Thursday.",
    "[ad_1]",
    "March, Monday 4, 2019",
    "4 March 2019",
    "Mon, 4 Mar 2019 10:15 GMT",
    "2019-03-04",
    "By Maria Quispe",
    "LIMA (Agencia Andina) - The border was reopened on Thursday",
    "LIMA, March 4 - The border was reopened on Thursday",
    "Updated 4 March 2019",
    "https://example.org/news/17",
    "k3jH82hsPq.jpg",
    "Photo: the bridge at Arica",
    "Video Embed",
    "Chile,",
    "Bolivia",
    "word " * 60,
]


@pytest.mark.parametrize("line", TITLES)
def test_a_headline_becomes_the_title(line: str) -> None:
    assert split_title(f"{line}\n\n{PROSE}\n") == (line, f"{PROSE}\n")


@pytest.mark.parametrize("line", NO_TITLES)
def test_any_other_first_line_stays_in_the_text(line: str) -> None:
    text = f"{line}\n{PROSE}\n"
    assert split_title(text) == ("", text)


def test_a_single_line_is_text() -> None:
    assert split_title("Chile and Peru reopen border") == ("", "Chile and Peru reopen border")


def test_a_site_under_the_first_line_goes_on_with_no_sentence() -> None:
    text = "Border stays shut, minister says\nharmattan.example, World\n\nThe minister said on Monday that it would.\n"
    assert split_title(text)[0] == "Border stays shut, minister says"


def test_a_wrapped_sentence_is_no_title() -> None:
    text = "The foreign minister of Chile met his counterpart\nfrom Peru in Arica on Thursday, a spokesman\nsaid.\n"
    assert split_title(text) == ("", text)


def test_a_hostile_first_line_costs_nothing() -> None:
    line = "1" * 150 + "!"
    assert split_title(f"{line}\n{PROSE}") == ("", f"{line}\n{PROSE}")


def test_text_is_verbatim(read_bytes: ReadBytes) -> None:
    text = f"  {PROSE}\r\n\r\n\t{PROSE}  \r\n"
    report = only_report(read_bytes("a.txt", text.encode()))
    assert (report.text, report.title, report.source_id, report.language) == (text, "", "a.txt", "en")


def test_raw_is_kept_as_it_came(read_bytes: ReadBytes) -> None:
    data = b"\xef\xbb\xbf" + PROSE.encode()
    (read,) = read_bytes("a.txt", data)
    assert read.raw.data == data
    assert read.raw.media_type == "text/plain"
    assert read.report.text == PROSE


def test_a_page_under_a_wrong_name_is_read_as_a_page(read_bytes: ReadBytes) -> None:
    page = f"<!DOCTYPE html><html><body><article><p>{PROSE}</p></article></body></html>"
    (read,) = read_bytes("a.txt", page.encode())
    assert read.raw.media_type == "text/html"
    assert read.report.text == PROSE


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"12345 67890\n", "no words"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"The minister\x00 met the president", "NUL"),
        (bytes(range(1, 256)) * 20, "binary"),
        (b"\x90\x8d\x81" * 100, "neither"),
    ],
)
def test_unusable_text_is_rejected(read_bytes: ReadBytes, data: bytes, reason: str) -> None:
    assert reason in only_reason(read_bytes("a.txt", data))
