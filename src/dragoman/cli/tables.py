"""Tables that fit the terminal."""

import shutil
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from dragoman.cli.screen import clean

if TYPE_CHECKING:
    from rich.table import Table

_GAP = 2
_WIDEST = 34
"""Characters of a column that isn't to take the room that is left."""
_LONG_WORDS = (24, 16, 12, 10)
"""Where words of the first length can't stand unbroken beside each other, the next is tried."""

Rows = Sequence[Sequence[str]]


def table(headings: Sequence[str], rows: Sequence[Sequence[object]], wrap: Sequence[str] = ()) -> None:
    """A table as wide as the terminal; columns of ``wrap`` take the room that the others leave. Where the terminal is
    too narrow for columns of whole words, each row is a list of headings and values.
    """
    if not rows:
        typer.echo("nothing found")
        return
    from rich.console import Console

    cells = [[clean(cell) for cell in row] for row in rows]
    names = [clean(heading) for heading in headings]
    width = _terminal_width()
    widths = column_widths([names, *cells], [heading in wrap for heading in headings], width)
    drawn = _columns(names, cells, widths) if widths else _lists(names, cells)
    Console(width=width, highlight=False).print(drawn)


def say(text: str, style: str = "") -> None:
    """A line of text, broken between words where the terminal is narrower."""
    from rich.console import Console
    from rich.text import Text

    Console(width=_terminal_width(), highlight=False).print(Text(clean(text), style), overflow="fold")


def _terminal_width() -> int:
    return shutil.get_terminal_size((120, 24)).columns


def column_widths(rows: Rows, wrapped: Sequence[bool], width: int) -> list[int]:
    """The width of each column, in which no word, or only a long one, is broken; [] where they don't fit."""
    columns = list(zip(*rows, strict=True))
    room = width - _GAP * (len(columns) - 1)
    words = [max(map(_longest_word, column)) for column in columns]
    for longest in _LONG_WORDS:
        widths = [max(1, min(word, longest)) for word in words]
        if sum(widths) <= room:
            full = [max(map(_length, column)) for column in columns]
            most = [n if free else min(n, _WIDEST) for n, free in zip(full, wrapped, strict=True)]
            return _widened(widths, most, room)
    return []


def _widened(widths: Sequence[int], most: Sequence[int], room: int) -> list[int]:
    """Widens the columns, the narrowest first, until each has what it needs or there is no room left."""
    wider = list(widths)
    while sum(wider) < room and (short := [i for i, n in enumerate(wider) if n < most[i]]):
        wider[min(short, key=lambda i: wider[i])] += 1
    return wider


def _length(cell: str) -> int:
    from rich.cells import cell_len

    return cell_len(cell)


def _longest_word(cell: str) -> int:
    return max(map(_length, cell.split()), default=0)


def _columns(headings: Sequence[str], rows: Rows, widths: Sequence[int]) -> "Table":
    from rich.table import Table
    from rich.text import Text

    drawn = Table.grid(padding=(0, _GAP, 0, 0))
    for width in widths:
        drawn.add_column(overflow="fold", width=width)
    drawn.add_row(*(Text(heading, "bold") for heading in headings))
    drawn.add_row(*("─" * width for width in widths))
    for row in rows:
        drawn.add_row(*map(Text, row))
    return drawn


def _lists(headings: Sequence[str], rows: Rows) -> "Table":
    from rich.table import Table
    from rich.text import Text

    drawn = Table.grid(padding=(0, _GAP, 0, 0))
    drawn.add_column(overflow="fold", max_width=12)
    drawn.add_column(overflow="fold")
    for number, row in enumerate(rows):
        if number:
            drawn.add_row()
        for heading, cell in zip(headings, row, strict=True):
            if cell:
                drawn.add_row(Text(heading, "bold"), Text(cell))
    return drawn
