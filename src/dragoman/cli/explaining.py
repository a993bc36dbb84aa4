"""dragoman explain: how a report came to be coded as it is."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dragoman.cli import options as o
from dragoman.cli.screen import clean, note
from dragoman.errors import UsageError
from dragoman.jsontext import json_text

if TYPE_CHECKING:
    from rich.text import Text

    from dragoman.explain import ExplainedSentence, Weighed
    from dragoman.types.report import Report


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("explain", rich_help_panel="Ask")(explain)


def explain(
    report: Annotated[
        str, typer.Argument(metavar="REPORT_ID", help="A report's id, its beginning, a source id, or a file.")
    ],
    every: Annotated[bool, typer.Option("--all", help="Sentences in which nothing was considered, too.")] = False,
    format: Annotated[Literal["text", "jsonl"], typer.Option("--format", "-f", help="How to write it.")] = "text",
    archive: o.ArchiveFile = None,
) -> None:
    """How a report was coded, sentence by sentence: triggers, parties, types with reasons, and what was turned down.

    The report is coded anew by this version. Example: dragoman explain hormuz/tankers-ablaze.txt
    """
    from dragoman.explain import explain as explain_report
    from dragoman.settings import from_environment
    from dragoman.types.report import Rejected

    told = explain_report(_find(report, archive), from_environment())
    if isinstance(told, Rejected):
        note(f"rejected {report}: {told.reason}")
        raise typer.Exit(1)
    shown = [s for s in told if every or s.weighed]
    if format == "jsonl":
        for sentence in shown:
            typer.echo(json_text(sentence.record()))
        return
    _print(shown)
    coded = sum(bool(w.coded) for s in told for w in s.weighed)
    down = sum(not w.coded for s in told for w in s.weighed)
    typer.echo(f"{len(told)} sentences, {coded} events coded, {down} words weighed and turned down")


def _find(name: str, archive: Path | None) -> "Report":
    """The report of a file, if there is one of that name, else of the archive."""
    from dragoman.read import read_paths
    from dragoman.types.report import Rejected

    path = Path(name)
    if path.is_file():
        found = list(read_paths([path]))
        if len(found) != 1:
            raise UsageError(f"{name} holds {len(found)} reports; add it and name one of them by its id")
        if isinstance(found[0], Rejected):
            raise UsageError(f"{name}: {found[0].reason}")
        return found[0].report
    with o.open_archive(archive) as store:
        stored = store.find_report(name)
    if stored is None:
        raise UsageError(f"no report {name!r} in the archive, or several; 'dragoman export reports' lists their ids")
    return stored.read.report


def _print(sentences: "list[ExplainedSentence]") -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for sentence in sentences:
        console.print(Text(f"{sentence.number:>3}  ", style="bold").append(clean(sentence.text), style="default"))
        if sentence.parties:
            console.print(Text("     who: " + clean("; ".join(sentence.parties)), style="dim"))
        for weighed in sentence.weighed:
            console.print(_line(weighed))
        console.print()


def _line(weighed: "Weighed") -> "Text":
    from rich.text import Text

    odds = ", ".join(f"{t} {p:.2f}" for t, p in weighed.odds if p >= 0.02)
    line = Text("     ")
    line.append(clean(weighed.word), style="bold")
    if weighed.coded:
        line.append(" = " + clean(weighed.coded), style="green")
    else:
        line.append(" ✗ " + clean(weighed.reason), style="yellow")
    evidence = "; ".join(part for part in (weighed.why or weighed.lexicon, f"odds {odds}" if odds else "") if part)
    return line.append(f"\n       {clean(evidence)}", style="dim") if evidence else line
