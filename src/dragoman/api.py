"""The Python interface: open an archive, add reports, ask."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self, cast

from dragoman.settings import Settings, from_environment

if TYPE_CHECKING:
    import pandas
    import pyarrow

    from dragoman.export import What
    from dragoman.ingest import Summary
    from dragoman.query import Filter

Record = dict[str, object]
Day = date | str | None


class Corpus:
    """An open archive. Use it in a ``with`` statement, or close it."""

    def __init__(self, path: Path, settings: Settings) -> None:
        from dragoman.store import open_archive

        self.settings = settings
        self._archive = open_archive(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self._archive.close()

    def add(self, *paths: str | Path, published: Day = None) -> "Summary":
        """Reads, codes and stores files and folders. The summary's ``rejected`` says what could not be used."""
        from dragoman import ingest
        from dragoman.types.report import Published
        from dragoman.wanted import one_day

        given: list[Path | Literal["-"]] = [Path(p) for p in paths]
        day = _day(published, one_day)
        stated = Published(day, "given") if day else None
        return ingest.add(self._archive, given, self.settings, published=stated)

    def events(self, **wanted: Any) -> list[Record]:
        """Events of the world, by day. Filters: actor, role, event_type, mode, since, until, place, status, source,
        words, limit; days as dates, or as ISO 8601 days, months or years. Raises UsageError for others.
        """
        return self._ask("events", wanted)

    def mentions(self, **wanted: Any) -> list[Record]:
        """Event mentions: each event as each report tells it, with its evidence. The filters of ``events``."""
        return self._ask("mentions", wanted)

    def actors(self, **wanted: Any) -> list[Record]:
        """Actors with their offices and how often they occur."""
        return self._ask("actors", wanted)

    def actor(self, name: str, limit: int = 0) -> Record:
        """All about one actor: offices, names in the reports, events, counterparts, claims, sources; of each list at
        most ``limit``, 0 for all. Raises UsageError, with suggestions, where the name fits several or none.
        """
        from dragoman.query.actor import actor_page, page_record, the_one

        return page_record(actor_page(self._archive, the_one(self._archive, name)), limit)

    def claims(self, **wanted: Any) -> list[Record]:
        """Who says what, and which claim denies which."""
        return self._ask("claims", wanted)

    def stories(self, **wanted: Any) -> list[Record]:
        """Reports grouped by happening, with a count of independent ones."""
        return self._ask("stories", wanted)

    def search(self, words: str, **wanted: Any) -> list[Record]:
        """Reports that have all of the words and "phrases", best first, each with an excerpt."""
        from dragoman.query import search

        return search(self._archive, words, _filter(wanted))

    def to_arrow(self, what: "What" = "mentions", **wanted: Any) -> "pyarrow.Table":
        """A kind of records as an Arrow table, for DuckDB, polars and R."""
        from io import BytesIO

        import pyarrow as pa

        from dragoman.export import write_records

        sink = BytesIO()
        write_records(self._ask(what, wanted), what, "arrow", sink)
        return pa.ipc.open_file(pa.BufferReader(sink.getvalue())).read_all()

    def to_pandas(self, what: "What" = "mentions", **wanted: Any) -> "pandas.DataFrame":
        """A kind of records as a data frame; pandas must be installed."""
        return cast("pandas.DataFrame", self.to_arrow(what, **wanted).to_pandas())

    def _ask(self, what: str, wanted: dict[str, Any]) -> list[Record]:
        from dragoman import query

        ask = getattr(query, what)
        return cast(list[Record], ask(self._archive, _filter(wanted)))


def open(path: str | Path = "", settings: Settings | None = None) -> Corpus:
    """Opens an archive, made anew if there is none; without a path the one named in the settings."""
    chosen = settings or from_environment()
    return Corpus(Path(path or chosen.archive), chosen)


def _filter(wanted: dict[str, Any]) -> "Filter":
    from dragoman import wanted as checked
    from dragoman.errors import UsageError
    from dragoman.query import Filter

    names = Filter.__slots__
    if unknown := [name for name in wanted if name not in names]:
        raise UsageError(f"no such filter: {', '.join(unknown)}; there are {', '.join(names)}")
    checks: dict[str, Callable[[Any], object]] = {
        "since": lambda day: _day(day, checked.first_day),
        "until": lambda day: _day(day, checked.last_day),
        "event_type": checked.event_type,
        "role": checked.role,
        "status": checked.status,
    }
    values: dict[str, Any] = {name: checks[name](value) if name in checks else value for name, value in wanted.items()}
    return Filter(**values)


def _day(value: Day, read: Callable[[str], date | None]) -> date | None:
    return read(value) if isinstance(value, str) else value
