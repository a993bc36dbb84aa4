"""The commands, and how errors leave the program."""

import os
import sys
from io import TextIOWrapper, UnsupportedOperation
from typing import Annotated, NoReturn

import typer

from dragoman.cli import ask, batch, corpus, explaining
from dragoman.cli.screen import note
from dragoman.errors import DragomanError, UsageError

_INTERRUPTED = 130

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
explaining.register(app)
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
    """Runs the program: exit status 0, 1 for a failure, 2 for wrong use, 130 when interrupted; an error is one line on
    standard error.
    """
    _write_utf8()
    try:
        status = app(prog_name="dragoman", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        _fail(_advice(error), error.exit_code)
    except DragomanError as error:
        _fail(str(error), 2 if isinstance(error, UsageError) else 1)
    except BrokenPipeError:
        _drop_output()
        sys.exit(1)
    except OSError as error:
        _drop_output()
        _fail(": ".join(str(part) for part in (error.filename, error.strerror or error) if part), 1)
    except (KeyboardInterrupt, typer.Abort):
        status = _INTERRUPTED
    if status == _INTERRUPTED:  # typer turns Ctrl-C into this status
        _fail("interrupted; what had been added stays added", _INTERRUPTED)
    sys.exit(status if isinstance(status, int) else 0)


def _write_utf8() -> None:
    """Output is UTF-8 whatever the locale says; half a surrogate pair comes out as its JSON escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _advice(error: typer.TyperException) -> str:
    """What is wrong with the command line, and where help is."""
    context = getattr(error, "ctx", None)
    message = error.format_message()
    if not message or context is None:
        return message
    return f"{message.removesuffix('.')}; see '{context.command_path} --help'"


def _drop_output() -> None:
    """What is still to be written goes nowhere, so that nothing is said of it when the program ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except UnsupportedOperation:
        return  # not the process's own output


def _fail(message: str, status: int) -> NoReturn:
    if message:
        note(f"dragoman: {' '.join(message.split())}")
    sys.exit(status)
