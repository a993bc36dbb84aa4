"""The user's own SQL, which can read the archive and nothing else, for a limited time."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from dragoman.errors import UsageError
from dragoman.query.filters import Door, Value

_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE})
_FORBIDDEN_FUNCTIONS = frozenset({"load_extension", "fts3_tokenizer", "writefile", "readfile", "edit"})
_LARGEST_VALUE = 50_000_000
_STEPS_BETWEEN_CHECKS = 10_000


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows of an answer. ``cut`` says that there were more rows than asked for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    cut: bool = False


def sql(door: Door, statement: str, *, seconds: float = 10.0, limit: int = 10_000) -> Table:
    """Runs one SELECT on a connection that can't write, for at most ``seconds``, for at most ``limit`` rows.

    Raises UsageError, with SQLite's words, for anything that isn't a single readable SELECT or takes too long.
    """
    connection = door.read_only()
    deadline = monotonic() + seconds
    try:
        connection.row_factory = None
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_VALUE)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        connection.execute("SELECT 1 FROM report_words LIMIT 0")  # connects FTS5, which the authorizer wouldn't allow
        connection.set_authorizer(_allow)
        connection.set_progress_handler(_overdue(deadline), _STEPS_BETWEEN_CHECKS)
        return _answer(connection, statement, limit)
    except (sqlite3.Error, sqlite3.Warning) as error:
        if monotonic() >= deadline:
            raise UsageError(f"the query took longer than {seconds:g} s and was stopped") from error
        raise UsageError(f"the archive doesn't answer that: {error}") from error
    finally:
        connection.close()


def _answer(connection: sqlite3.Connection, statement: str, limit: int) -> Table:
    cursor = connection.execute(statement)
    if cursor.description is None:
        raise UsageError("give a SELECT statement")
    found = cursor.fetchmany(limit + 1)
    columns = tuple(column[0] for column in cursor.description)
    return Table(columns, tuple(tuple(row) for row in found[:limit]), cut=len(found) > limit)


def _overdue(deadline: float) -> Callable[[], int]:
    return lambda: int(monotonic() >= deadline)


def _allow(action: int, first: str | None, second: str | None, _: str | None, __: str | None) -> int:
    """SQLite's authorizer: reading, and FTS5's own look at the file's version."""
    if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in _FORBIDDEN_FUNCTIONS:
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_PRAGMA and (first or "").lower() == "data_version":
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY
