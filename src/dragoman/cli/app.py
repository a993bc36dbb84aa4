"""The commands, and how errors leave the program."""

import os
import sys
from typing import Annotated

import typer

from dragoman.cli import ask, batch, corpus
from dragoman.errors import DragomanError, UsageError

app = typer.Typer(
    name="dragoman",
    help="Reads English news reports and says who did what to whom, when, where, and by whose word.",
    epilog="A first look:  dragoman add reports/  then  dragoman brief",
    no_args_is_help=True,
    rich_markup_mode="rich",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
corpus.register(app)
ask.register(app)
batch.register(app)


def _version(wanted: bool) -> None:
    if wanted:
        from dragoman.version import __version__

        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Reads English news reports and says who did what to whom, when, where, and by whose word."""


def main() -> None:
    """Runs the program: exit status 0, 1 for a failure, 2 for wrong use; an error is one line on standard error."""
    try:
        app()
    except UsageError as error:
        _fail(str(error), 2)
    except DragomanError as error:
        _fail(str(error), 1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        _fail("interrupted; what had been added stays added", 130)


def _fail(message: str, status: int) -> None:
    sys.stderr.write(f"dragoman: {' '.join(message.split())}\n")
    sys.exit(status)
