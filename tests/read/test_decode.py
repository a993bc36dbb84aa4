import codecs

import pytest

from dragoman.errors import BadReport
from dragoman.read.decode import decode, encoding_name

TEXT = "Président Boakai’s envoy – the “quiet man” of Ganta – flew to São Tomé. " * 3


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
    ],
)
def test_encodings_of_english_text(data: bytes) -> None:
    assert decode(data).text == TEXT


def test_valid_utf8_goes_before_a_declared_encoding() -> None:
    assert decode(TEXT.encode(), "iso-8859-1").text == TEXT


def test_declared_encoding_is_used_where_it_fits() -> None:
    assert decode("Żeleński mówił".encode("iso8859-2"), "ISO-8859-2").text == "Żeleński mówił"


@pytest.mark.parametrize("name", ["zip", "hex", "idna", "punycode", "unicode_escape", "utf-7", "no such", "a" * 5000])
def test_codecs_that_are_no_encoding_of_pages_are_refused(name: str) -> None:
    assert encoding_name(name) == ""


def test_a_cut_off_character_is_replaced_with_a_note() -> None:
    decoded = decode(TEXT.encode()[:-1] + "é".encode()[:1])
    assert decoded.text.endswith("\ufffd")
    assert "replaced" in decoded.note


def test_nothing_is_noted_where_nothing_is_lost() -> None:
    assert decode(TEXT.encode("cp1252")).note == ""


@pytest.mark.parametrize("data", [b"\xff\xfe\x00\xd8" * 50, b"\xd3\xef\xf0\xe0\xe2\xeb\xe5\xed\xe8\xe5" * 20, b"\x81"])
def test_what_can_not_be_decoded_is_refused(data: bytes) -> None:
    with pytest.raises(BadReport):
        decode(data)
