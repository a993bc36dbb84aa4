"""Opening the archive's file: settings, checks and migrations. The only place that connects to it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dragoman.errors import ArchiveBusyError, ArchiveError
from dragoman.store.schema import APPLICATION_ID, MIGRATIONS

_HEADER = b"SQLite format 3\0"
_SHOWN_SQL = 200


@contextmanager
def translated(path: Path, sql: str = "") -> Iterator[None]:
    """Turns SQLite's exceptions into this program's, with the file and the statement."""
    try:
        yield
    except sqlite3.Error as error:
        said = f" ({' '.join(sql.split())[:_SHOWN_SQL]})" if sql else ""
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise ArchiveBusyError(f"{path}: another program is writing to the archive; try again{said}") from error
        raise ArchiveError(f"{path}: {error}{said}") from error


def connect(path: Path, *, create: bool, read_only: bool, wait: float) -> sqlite3.Connection:
    """A connection to the archive at ``path`` with its tables up to date.

    ``wait``: seconds to wait for a lock. Raises ArchiveError if there is no archive, if the file is something else,
    was made by a newer version, or is damaged; ArchiveBusyError if another program keeps it locked.
    """
    _check_file(path, create and not read_only)
    with translated(path):
        connection = _open(path, read_only, wait)
        try:
            _check_kind(connection, path)
            if not read_only:
                connection.execute("PRAGMA journal_mode = WAL")
                _migrate(connection)
            elif _version(connection) < len(MIGRATIONS):
                raise ArchiveError(f"{path}: made by an older version; open it once for writing to bring it up to date")
        except BaseException:
            connection.close()
            raise
    return connection


def _check_file(path: Path, create: bool) -> None:
    if path.is_dir():
        raise ArchiveError(f"{path} is a folder, not an archive")
    if not path.exists():
        if not create:
            raise ArchiveError(f"no archive at {path}; add reports first")
        if not path.parent.is_dir():
            raise ArchiveError(f"no folder {path.parent} to put the archive in")
        return
    try:
        with path.open("rb") as file:
            head = file.read(len(_HEADER))
    except OSError as error:
        raise ArchiveError(f"{path}: {error.strerror}") from error
    if head != _HEADER and (head or not create):
        raise ArchiveError(f"{path} is not an archive of this program")


def _open(path: Path, read_only: bool, wait: float) -> sqlite3.Connection:
    mode = "ro" if read_only else "rwc"
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    if read_only:  # the triggers that feed FTS5 need the schema's trust
        connection.execute("PRAGMA trusted_schema = OFF")
    connection.row_factory = sqlite3.Row
    return connection


def _check_kind(connection: sqlite3.Connection, path: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if application != APPLICATION_ID and not (application == 0 and empty):
        raise ArchiveError(f"{path} is a database of another program, not an archive")
    if _version(connection) > len(MIGRATIONS):
        raise ArchiveError(f"{path} was made by a newer version of this program; update the program to read it")


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _migrate(connection: sqlite3.Connection) -> None:
    """Applies the migrations that are missing, all in one transaction."""
    if _version(connection) == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for position in range(_version(connection), len(MIGRATIONS)):
            name, statements = MIGRATIONS[position]
            for statement in statements:
                connection.execute(statement)
            connection.execute("INSERT INTO migrations (position, name) VALUES (?, ?)", (position, name))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
