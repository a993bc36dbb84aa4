"""What a person sees: progress, notes and tables that fit the terminal."""

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import typer

Step = Callable[[int, str], None]


def note(message: str) -> None:
    """A line on standard error, with control characters made visible."""
    typer.echo("".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in message), err=True)


@contextmanager
def progress(label: str) -> Iterator[Step]:
    """A progress display on standard error; silent where that is no terminal."""
    if not sys.stderr.isatty():
        yield lambda done, name: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed} done"),
               TimeElapsedColumn(), TextColumn("{task.fields[name]}", style="dim", markup=False))  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(label, total=None, name="")
        yield lambda done, name: shown.update(task, completed=done, name=name[-40:])


def table(headings: Sequence[str], rows: Sequence[Sequence[object]], wrap: Sequence[str] = ()) -> None:
    """A table as wide as the terminal; columns of ``wrap`` take the room that the others leave."""
    if not rows:
        typer.echo("nothing found")
        return
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    width = shutil.get_terminal_size((120, 24)).columns
    drawn = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for heading in headings:
        drawn.add_column(heading, overflow="fold", ratio=None, min_width=min(len(heading), 8),
                         no_wrap=heading not in wrap and width > 90,
                         max_width=None if heading in wrap else 34)  # fmt: skip
    for row in rows:
        drawn.add_row(*(Text(clean(cell)) for cell in row))
    Console(width=width, highlight=False).print(drawn)


def clean(cell: object) -> str:
    """A cell as one line without control characters."""
    if cell is None:
        return ""
    return "".join(c if c.isprintable() else " " for c in str(cell))
