"""The command ``actors``: a list of those who occur, or the page of one."""

from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from dragoman.cli import options as o
from dragoman.cli.records import show
from dragoman.cli.screen import note
from dragoman.cli.tables import say
from dragoman.errors import UsageError
from dragoman.jsontext import json_text
from dragoman.wanted import legible

if TYPE_CHECKING:
    from dragoman.query.actor import ActorPage, Fit

_LISTED, _ON_A_PAGE = 40, 10
Format = Literal["table", "json", "jsonl", "csv"]


def actors(
    name: Annotated[str, typer.Argument(help="A name or part of one, an office, a country or a sector.")] = "",
    page: Annotated[
        bool | None,
        typer.Option("--page/--list", help="The page of the one who fits, as JSON too; or the list even if one fits.",
                     show_default=False),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", "-n", min=0, show_default=False,
                     help=f"At most so many rows; 0 for all. If not given {_LISTED}, on a page {_ON_A_PAGE} a part."),
    ] = None,
    format: o.Output = "table", archive: o.ArchiveFile = None,
) -> None:  # fmt: skip
    """Who occurs, with office, country and sectors; for a name that fits one actor, all about that one.

    The page tells offices, names in the reports, events, counterparts, claims and sources. JSON and CSV are of the
    list, whomever the name fits, unless --page is given. Example: dragoman actors Lavrov
    """
    from dragoman.query.actor import actor_page, find, none_fits, the_one

    wanted = legible(name).strip()
    if page and (not wanted or format == "csv"):
        raise UsageError("--page is table, json or jsonl, not csv" if wanted else "--page needs a NAME: whose page?")
    with o.open_archive(archive) as store:
        fit = find(store, wanted)
        if page or (page is None and format == "table" and fit.actor_id):
            _show_page(actor_page(store, the_one(store, wanted, fit)), limit, format)
            if format == "table" and len(fit.actors) > 1:
                typer.echo()
                say(f"{len(fit.actors) - 1} others fit {wanted!r}: --list shows them", "dim")
        else:
            _show_list(fit, wanted, limit, format)
            if not fit.actors:  # no error; beside JSON and CSV it is a note
                (say if format == "table" else note)(f"nothing found: {none_fits(store, wanted)}")


def _show_page(page: "ActorPage", limit: int | None, form: Format) -> None:
    from dragoman.cli.actor_page import print_page
    from dragoman.query.actor import page_record

    if form == "table":
        print_page(page, _ON_A_PAGE if limit is None else limit)
    else:
        typer.echo(json_text(page_record(page, limit or 0), indent=1 if form == "json" else None))


def _show_list(fit: "Fit", name: str, limit: int | None, form: Format) -> None:
    from dragoman.query.actor import which_one

    most = _LISTED if limit is None else limit or len(fit.actors)
    found: list[Any] = list(fit.actors[:most])
    rows = [
        (r["name"], r["kind"], r["country"], " ".join(r["sectors"]), r["office"], r["n_events"], r["n_reports"])
        for r in found
    ]
    headings = ("name", "kind", "country", "sectors", "office", "events", "reports")
    if found or form != "table":
        show(found, headings, rows, form, wrap=("name", "office"))
    if form != "table":
        return
    if len(fit.actors) > most:
        say(f"{len(fit.actors) - most} more: --limit 0 shows all", "dim")
    if name and len(fit.actors) > 1:
        say(f"{len(fit.actors)} fit {name!r}; for the page of one: dragoman actors {quote(which_one(fit))}", "dim")
