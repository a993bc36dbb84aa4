"""Bytes to characters."""

import codecs
import unicodedata
from dataclasses import dataclass

from dragoman.errors import BadReport

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "compressed data"),
    (b"BZh", "compressed data"),
    (b"\xfd7zXZ", "compressed data"),
    (b"7z\xbc\xaf", "compressed data"),
    (b"(\xb5/\xfd", "compressed data"),
    (b"Rar!", "compressed data"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1a\x1b"))
_ENCODING_FAMILIES = ("iso8859", "cp125", "cp437", "cp850", "cp866", "koi8", "mac", "gb", "big5", "euc", "shift_jis")
_MOST_CONTROL = 0.01
_MOST_HIGH = 0.3
_MOST_BROKEN = 0.001


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, without a byte order mark; ``note`` says what was lost."""

    text: str
    note: str = ""


def bom_of(data: bytes) -> tuple[bytes, str] | None:
    """The byte order mark at the start of ``data`` and the encoding that it stands for."""
    return next(((bom, name) for bom, name in _BOMS if data.startswith(bom)), None)


def decode(data: bytes, declared: str = "") -> Decoded:
    """Decodes one report's bytes. ``declared`` is the encoding that a page or a server names; UTF-8 that is
    valid is taken as such whatever was declared. Raises BadReport for what is no text."""
    marked = bom_of(data)
    if marked:
        bom, name = marked
        return _decode_marked(data[len(bom) :], name)
    wide = _unmarked_utf16(data)
    if wide:
        return _decode_marked(data, wide)
    _refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_other(data, declared)


def text_fault(text: str) -> str:
    """Why ``text`` can't be used as characters; empty if it can."""
    if "\x00" in text:
        return "holds NUL characters"
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "holds half a surrogate pair, which is no character"
    return ""


def encoding_name(declared: str) -> str:
    """Python's name for a declared encoding of text; empty if it is unknown or none that text comes in.
    ISO 8859-1 means Windows-1252, as in browsers."""
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return ""
    if name in ("iso8859-1", "ascii"):
        return "cp1252"
    return name if name.startswith(_ENCODING_FAMILIES) else ""


def _decode_marked(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name))
    except UnicodeDecodeError:
        return _replaced(data, name)


def _unmarked_utf16(data: bytes) -> str:
    sample = data[:4096]
    if len(data) < 4 or len(data) % 2 or b"\x00" not in sample:
        return ""
    pairs = len(sample) // 2
    if sample[1::2].count(0) >= 0.7 * pairs and sample[::2].count(0) == 0:
        return "utf-16-le"
    if sample[::2].count(0) >= 0.7 * pairs and sample[1::2].count(0) == 0:
        return "utf-16-be"
    return ""


def _refuse_binary(data: bytes) -> None:
    what = next((what for magic, what in _MAGIC if data.startswith(magic)), "")
    if what:
        raise BadReport(f"is {what}, not text")
    if b"\x00" in data:
        raise BadReport("is binary data (NUL bytes), not text")
    if len(data) - len(data.translate(None, _CONTROL)) > _MOST_CONTROL * len(data):
        raise BadReport("is binary data (control characters), not text")


def _decode_other(data: bytes, declared: str) -> Decoded:
    name = encoding_name(declared) if declared else ""
    if name:
        try:
            return Decoded(data.decode(name))
        except UnicodeDecodeError:
            pass
    if _mostly_utf8(data):
        return _replaced(data, "utf-8")
    if _plausible_cp1252(data):
        return Decoded(data.decode("cp1252"))
    raise BadReport("is neither UTF-8 nor Windows-1252 text")


def _mostly_utf8(data: bytes) -> bool:
    """True where a few broken bytes stand among many good multi-byte characters, or the last one is cut off."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = sum(1 for char in text if ord(char) > 127) - broken
    return broken <= max(1, _MOST_BROKEN * len(text)) and good >= broken


def _replaced(data: bytes, name: str) -> Decoded:
    text = data.decode(name, "replace")
    broken = text.count("\ufffd")
    if broken > max(1, _MOST_BROKEN * len(text)):
        raise BadReport(f"is broken {name.upper()}: {broken} characters can't be read")
    return Decoded(text, f"{broken} broken characters were replaced")


def _plausible_cp1252(data: bytes) -> bool:
    high = [byte for byte in data if byte > 127]
    if len(high) > _MOST_HIGH * len(data):
        return False
    try:
        chars = bytes(high).decode("cp1252")
    except UnicodeDecodeError:
        return False
    odd = sum(1 for char in chars if unicodedata.category(char)[0] not in "LPSZ")
    return odd <= 0.1 * len(chars)
