"""What a person sees: progress, notes and cells. Nothing hostile reaches it raw."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

Step = Callable[[int, str], None]


def note(message: str) -> None:
    """A line on standard error, with control characters made visible."""
    typer.echo("".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in message), err=True)


@contextmanager
def progress(label: str, *, prints: bool = False) -> Iterator[Step]:
    """A progress display on standard error; silent where that is no terminal, and where a command that ``prints`` its
    answers would write them between.
    """
    if not sys.stderr.isatty() or (prints and sys.stdout.isatty()):
        yield lambda done, name: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed} done"),
               TimeElapsedColumn(), TextColumn("{task.fields[name]}", style="dim", markup=False))  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(label, total=None, name="")
        yield lambda done, name: shown.update(task, completed=done, name=clean(name)[-40:])


def clean(cell: object) -> str:
    """A cell as one line without control characters."""
    if cell is None:
        return ""
    return "".join(c if c.isprintable() else " " for c in str(cell))
