"""Reading the tab-separated tables that this stage works from (``data/*.tsv``).

A line that starts with ``#`` is a comment; a blank line says nothing. Every other line has exactly the columns that
its reader names, or at least the first ones where the last may be left out.
"""

from importlib.resources import files


def rows(name: str, columns: int) -> tuple[tuple[str, ...], ...]:
    """The rows of ``data/name``, each of ``columns`` cells; cells left out at the end are ''.

    Raises ValueError, with file and line, for a row with more cells than that.
    """
    text = files("dragoman.clean").joinpath("data", name).read_text(encoding="utf-8")
    found: list[tuple[str, ...]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > columns:
            raise ValueError(f"{name}:{number}: {len(cells)} columns where {columns} are expected")
        found.append(tuple(cells + [""] * (columns - len(cells))))
    return tuple(found)
