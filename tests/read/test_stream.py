import gzip
import io
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.read.limits import Limits
from dragoman.read.stream import Stream, Utf8Stream, read_lines


class Failing(io.BytesIO):
    """A file on a disk that gives up after its first piece."""

    def read(self, size: int | None = -1, /) -> bytes:
        piece = super().read(size)
        if not piece:
            raise OSError(5, "Input/output error")
        return piece


class Endless(io.RawIOBase):
    """A file that never ends; reading all of it would never end either."""

    def read(self, size: int = -1, /) -> bytes:
        return b"x" * size


@given(st.lists(st.binary(max_size=200)), st.integers(1, 50))
def test_lines_are_those_of_the_bytes(pieces: list[bytes], limit: int) -> None:
    data = b"\n".join(pieces)
    expected = data.split(b"\n")
    if not expected[-1]:
        del expected[-1]
    lines = list(read_lines(Stream(io.BytesIO(b"\n" + data), Limits()), limit))[1:]
    if not data.startswith(b"\x1f\x8b"):
        assert [line.data for line in lines] == [one if len(one) <= limit else None for one in expected]


@given(st.binary(max_size=5000), st.integers(1, 700))
def test_gzip_is_transparent(data: bytes, size: int) -> None:
    stream = Stream(io.BytesIO(gzip.compress(data[:100]) + gzip.compress(data[100:])), Limits())
    assert stream.peek(10) == data[:10]
    assert b"".join(iter(lambda: stream.read(size), b"")) == data
    assert stream.fault == ""


def test_a_gzip_bomb_is_stopped() -> None:
    stream = Stream(io.BytesIO(gzip.compress(bytes(40_000_000))), Limits())
    read = sum(map(len, iter(lambda: stream.read(100_000), b"")))
    assert "200 times" in stream.fault
    assert read < 30_000_000


def test_a_file_over_the_limit_is_stopped() -> None:
    stream = Stream(io.BytesIO(bytes(1000)), Limits(file_bytes=500))
    read = stream.read_whole(2000)
    assert read is not None
    assert len(read) <= 500
    assert "more than 500 bytes" in stream.fault


@pytest.mark.parametrize("cut", [5, 12, 60, 4000])
def test_cut_off_gzip(cut: int) -> None:
    data = gzip.compress(bytes(range(256)) * 400, compresslevel=0)
    stream = Stream(io.BytesIO(data[:cut]), Limits())
    while stream.read(1000):
        pass
    assert "damaged or cut off" in stream.fault


def test_a_read_error_is_a_fault() -> None:
    stream = Stream(Failing(b"abc"), Limits())
    assert b"".join(iter(lambda: stream.read(3), b"")) == b"abc"
    assert stream.fault == "can't be read: Input/output error"


def test_a_line_that_never_ends_is_not_held() -> None:
    stream = Stream(Endless(), Limits(file_bytes=50_000_000))  # type: ignore[arg-type]
    assert list(islice(read_lines(stream, 1000), 5)) == []
    assert "more than 50,000,000 bytes" in stream.fault


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings_become_utf8(encoding: str) -> None:
    text = "Nuku’alofa\nNeiafu\n" * 9000
    stream = Utf8Stream(Stream(io.BytesIO(text.encode(encoding)), Limits()))
    assert b"".join(iter(lambda: stream.read(999), b"")).decode() == text


def test_broken_utf16_is_a_fault() -> None:
    stream = Utf8Stream(Stream(io.BytesIO(b"\xff\xfea\x00\x00\xd8a\x00"), Limits()))
    assert b"".join(iter(lambda: stream.read(100), b"")) in (b"", b"a")
    assert stream.fault == "is broken UTF-16"
