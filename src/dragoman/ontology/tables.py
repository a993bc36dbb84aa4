"""Tab-separated data files of the package, read as rows."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from dragoman.errors import DataError


def rows(file: str, package: str = "dragoman.ontology") -> Iterator[dict[str, str]]:
    """The rows of ``data/<file>`` by the names in its header line; ``#`` lines are comments.

    Raises DataError naming the file and the line where a row has another number of cells than the header.
    """
    text = (files(package) / "data" / file).read_text(encoding="utf8")
    header: list[str] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
        elif len(cells) > len(header):
            raise DataError(f"{package}/data/{file}:{number}: {len(cells)} cells, the header has {len(header)}")
        else:
            yield dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))


def tables(prefix: str, package: str = "dragoman.ontology") -> list[str]:
    """The data files whose names begin with ``prefix``, in order."""
    names = (entry.name for entry in (files(package) / "data").iterdir())
    return sorted(n for n in names if n.startswith(prefix) and n.endswith(".tsv"))


def cells(value: str) -> tuple[str, ...]:
    """The alternatives of a cell, separated by ``|``."""
    if "|" not in value:
        return (value,) if value else ()
    return tuple(part for each in value.split("|") if (part := each.strip()))


@cache
def data_version() -> str:
    """A short hash over all tables of the package, so that stored codings say what they rest on."""
    digest = sha256()
    for name, content in sorted(_all_tables(files("dragoman"), "")):
        digest.update(name.encode() + content)
    return digest.hexdigest()[:12]


def _all_tables(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _all_tables(entry, f"{path}{entry.name}/")
        elif entry.name.endswith(".tsv"):
            yield path + entry.name, entry.read_bytes()
