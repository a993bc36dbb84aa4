"""Which files there are under the given paths, and of what kind each is."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dragoman.types.report import Rejected

Kind = Literal["text", "html", "jsonl", "csv", "tsv", "feed", "warc"]

_KINDS: dict[str, Kind] = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".warc": "warc",
}
_NAMES = ".txt, .html, .jsonl, .csv, .tsv, .xml, .rss, .atom, .warc, and .gz of these"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. ``name`` is its path relative to the given folder, with ``/`` between the parts."""

    path: Path
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Node:
    path: Path
    name: str


def find_files(path: Path) -> Iterator[Found | Rejected]:
    """The file at ``path``, or all files under it in the order of their names. Hidden files are passed over, files
    of an unknown kind and all that can't be read are rejected."""
    waiting = [_Node(path, "")]
    seen: set[tuple[int, int]] = set()
    while waiting:
        node = waiting.pop()
        try:
            info = node.path.stat()
            if stat.S_ISDIR(info.st_mode):
                waiting += _enter(node, info, seen)
            else:
                yield _judge(node, info)
        except _Skipped as skipped:
            yield _reject(node, skipped.reason)
        except (OSError, ValueError) as error:
            yield _reject(node, _why(error))


class _Skipped(Exception):
    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def kind_of(name: str) -> Kind | None:
    """The kind of file that a name promises, or None for a name that promises nothing we read."""
    name = name.lower().removesuffix(".gz")
    return _KINDS.get(os.path.splitext(name)[1])


def printable(path: Path | str) -> str:
    """A path that can be written as UTF-8, whatever bytes the file system holds."""
    return os.fsencode(path).decode("utf-8", "replace")


def _enter(node: _Node, info: os.stat_result, seen: set[tuple[int, int]]) -> list[_Node]:
    """What a folder holds, last first. The set of folders seen ends loops of symbolic links, and keeps a folder that
    is linked twice from being read twice."""
    identity = (info.st_dev, info.st_ino)
    if identity in seen:
        raise _Skipped("is a link to a folder that was read already")
    seen.add(identity)
    names = sorted(name for name in os.listdir(node.path) if not name.startswith("."))
    if not names and not node.name:
        raise _Skipped("the folder holds no files")
    prefix = f"{node.name}/" if node.name else ""
    return [_Node(node.path / name, prefix + name) for name in reversed(names)]


def _judge(node: _Node, info: os.stat_result) -> Found:
    if not stat.S_ISREG(info.st_mode):
        raise _Skipped("is not a regular file")
    kind = kind_of(node.path.name)
    if kind is None:
        raise _Skipped(f"is of a kind that can't be read; known are {_NAMES}")
    return Found(node.path, printable(node.name or node.path.name), kind)


def _reject(node: _Node, reason: str) -> Rejected:
    return Rejected(printable(node.path), reason, printable(node.name or node.path.name))


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return f"can't be read: {error.strerror or error}"
    return "is no path"
