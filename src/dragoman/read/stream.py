"""Bytes of a file, decompressed and bounded, without ever holding more than a piece of it."""

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from dragoman.read.decode import bom_of
from dragoman.read.limits import Limits

CHUNK = 64 * 1024
_EXPANSION_FROM = 16 * 1024**2
_GZIP_MAGIC = b"\x1f\x8b"


class ByteSource(Protocol):
    """What can be read piece by piece. ``fault`` says in plain words why it ended early; empty if it did not."""

    fault: str

    def read(self, size: int = -1, /) -> bytes: ...


class Stream:
    """A file's bytes, gunzipped if they are gzip (whatever the name says).

    ``read`` raises nothing: on a read error, damaged compression or too much data it returns ``b""`` from then on,
    and ``fault`` says why.
    """

    def __init__(self, file: BinaryIO, limits: Limits) -> None:
        self.fault = ""
        self._limits = limits
        self._compressed = _Counter(file)
        self._ahead = b""
        self._count = 0
        self._inner: BinaryIO | gzip.GzipFile | _Counter = self._compressed
        if self.peek(2) == _GZIP_MAGIC:
            self._compressed.unread(self._ahead)
            self._ahead, self._count = b"", 0
            self._inner = gzip.GzipFile(fileobj=self._compressed)

    def peek(self, size: int) -> bytes:
        """The next ``size`` bytes (fewer at the end), which stay to be read."""
        while len(self._ahead) < size:
            more = self._pull(size - len(self._ahead))
            if not more:
                break
            self._ahead += more
        return self._ahead[:size]

    def read(self, size: int = -1, /) -> bytes:
        """Up to ``size`` bytes, ``b""`` at the end. A negative size reads one piece, not everything."""
        size = CHUNK if size < 0 else size
        if self._ahead:
            piece, self._ahead = self._ahead[:size], self._ahead[size:]
            return piece
        return self._pull(size)

    def read_whole(self, limit: int) -> bytes | None:
        """Everything, or None if it is more than ``limit`` bytes. Look at ``fault`` afterwards."""
        pieces: list[bytes] = []
        size = 0
        while piece := self.read(CHUNK):
            size += len(piece)
            if size > limit:
                return None
            pieces.append(piece)
        return b"".join(pieces)

    def _pull(self, size: int) -> bytes:
        if self.fault:
            return b""
        try:
            # read1, since read would lose what comes before damage further on.
            piece = self._inner.read1(size) if isinstance(self._inner, gzip.GzipFile) else self._inner.read(size)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            return self._end("the compressed data is damaged or cut off")
        except OSError as error:
            return self._end(f"can't be read: {error.strerror or error}")
        self._count += len(piece)
        excess = self._excess()
        return self._end(excess) if excess else piece

    def _end(self, fault: str) -> bytes:
        self.fault = fault
        return b""

    def _excess(self) -> str:
        if self._count > self._limits.file_bytes:
            return f"has more than {self._limits.file_bytes:,} bytes"
        if self._inner is self._compressed or self._count < _EXPANSION_FROM:
            return ""
        if self._count > self._limits.expansion * self._compressed.count:
            return f"expands to more than {self._limits.expansion} times its compressed size"
        return ""


class _Counter(io.RawIOBase):
    """A file that counts what is read from it, and takes back its first bytes once."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._ahead = b""
        self.count = 0

    def unread(self, data: bytes) -> None:
        self._ahead = data
        self.count -= len(data)

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        piece, self._ahead = self._ahead[:size], self._ahead[size:]
        piece = piece or self._file.read(size)
        self.count += len(piece)
        return piece


class Utf8Stream:
    """A stream of UTF-16 or UTF-32 with a byte order mark as UTF-8; other streams as they are, without the mark."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        marked = bom_of(stream.peek(4))
        self._decoder: codecs.IncrementalDecoder | None = None
        self.fault = ""
        if marked:
            stream.read(len(marked[0]))
            if marked[1] != "utf-8":
                self._decoder = codecs.getincrementaldecoder(marked[1])()

    def read(self, size: int = -1, /) -> bytes:
        while not self.fault:
            piece = self._stream.read(size)
            self.fault = self._stream.fault
            if self._decoder is None or self.fault:
                return piece
            text = self._decode(self._decoder, piece)
            if text or not piece:
                return text
        return b""

    def _decode(self, decoder: codecs.IncrementalDecoder, piece: bytes) -> bytes:
        try:
            return decoder.decode(piece, final=not piece).encode("utf-8")
        except UnicodeError:
            self.fault = "is broken UTF-16"
            return b""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its line feed, counted from 1. ``data`` is None where it is longer than the limit."""

    number: int
    data: bytes | None


def read_lines(stream: ByteSource, limit: int) -> Iterator[Line]:
    """The lines of a stream; of those over ``limit`` bytes nothing is kept. A last line that a fault of the stream
    cut off is left out."""
    number, parts, size = 1, list[bytes](), 0
    while chunk := stream.read(CHUNK):
        *whole, rest = chunk.split(b"\n")
        for piece in whole:
            size += len(piece)
            yield Line(number, b"".join((*parts, piece)) if size <= limit else None)
            number, parts, size = number + 1, [], 0
        size += len(rest)
        if size <= limit:
            parts.append(rest)
        else:
            parts.clear()
    if size and not stream.fault:
        yield Line(number, b"".join(parts) if size <= limit else None)
