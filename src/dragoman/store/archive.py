"""The archive: one SQLite file that holds reports, their codings and what holds across them.

Every statement of this program goes through an ``Archive``. What ``add_coded`` and ``add_batch`` have returned is
on the disk: they return after the commit.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self, cast

from dragoman.errors import ArchiveError
from dragoman.store import rows as table
from dragoman.store.connect import connect, translated
from dragoman.store.decode import read_day, read_mention
from dragoman.store.entry import Entry, report_id_of
from dragoman.store.filing import Filed, filed
from dragoman.types.actor import ActorMention
from dragoman.types.claim import Claim
from dragoman.types.event import EventMention
from dragoman.types.link import Event, Link, LinkInput, Story
from dragoman.types.place import PlaceMention
from dragoman.types.report import DateBasis, Published, Raw, ReadReport, Report
from dragoman.types.text import CleanText
from dragoman.types.time import TimeMention

Added = Literal["coded", "known"]

_REPORT_COLUMNS = (
    "report_id, source_id, title, text, clean_text, publisher, url, byline, language, published, basis, origin, "
    "spun, furniture, given, raw, raw_media_type, published_from, published_to, published_why, published_stated, "
    "published_doubt"
)
_LINKED_TABLES = (
    "claim_answers",
    "claim_mentions",
    "claims",
    "story_reports",
    "stories",
    "event_mentions",
    "events",
    "links",
    "actors",
)
_ACTORS = """
INSERT INTO actors
WITH named AS (
    SELECT actor_id, name, kind, country, sectors, office FROM actor_mentions
    UNION ALL
    SELECT actor_id, name, kind, country, sectors, office FROM mention_parties
), forms AS (
    SELECT *, row_number() OVER (
        PARTITION BY actor_id ORDER BY count(*) DESC, office = '', name, kind, country, sectors, office
    ) AS place
    FROM named GROUP BY actor_id, name, kind, country, sectors, office
), seen AS (
    SELECT actor_id, report_id, 1 AS mention, NULL AS event_id, '' AS role FROM actor_mentions
    UNION ALL
    SELECT p.actor_id, m.report_id, 0, CASE WHEN p.role <> 'claimant' THEN e.event_id END, p.role
    FROM mention_parties p JOIN mentions m USING (mention_id) LEFT JOIN event_mentions e USING (mention_id)
), counted AS (
    SELECT actor_id, sum(mention) AS n_mentions, count(DISTINCT report_id) AS n_reports,
           count(DISTINCT event_id) AS n_events, sum(role = 'actor') AS n_as_actor,
           sum(role = 'recipient') AS n_as_recipient, sum(role = 'claimant') AS n_as_claimant
    FROM seen GROUP BY actor_id
)
SELECT actor_id, name, kind, country, sectors, office, n_mentions, n_reports, n_events, n_as_actor, n_as_recipient,
       n_as_claimant
FROM forms JOIN counted USING (actor_id) WHERE place = 1
"""


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report as it was read, with its raw bytes, from the archive."""

    report_id: str
    read: ReadReport


class Archive:
    """An open archive. Close it, or use it in a ``with`` statement."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; an open transaction is undone."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writing within is done together or not at all; inside another transaction it is part of that."""
        if self._connection.in_transaction:
            yield
            return
        with translated(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with translated(self.path):
                self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def rows(self, sql: str, parameters: Sequence[table.Value] | dict[str, table.Value] = ()) -> list[sqlite3.Row]:
        """All rows of a statement. Raises ArchiveError with the statement."""
        with translated(self.path, sql):
            return self._connection.execute(sql, parameters).fetchall()

    def read_only(self) -> sqlite3.Connection:
        """A second connection that can't write."""
        return connect(self.path, create=False, read_only=True, wait=10.0)

    def _many(self, sql: str, values: Iterable[table.Row]) -> None:
        with translated(self.path, sql):
            self._connection.executemany(sql, values)

    def _insert(self, into: str, values: Iterable[table.Row]) -> None:
        listed = list(values)
        if listed:
            marks = ", ".join("?" * len(listed[0]))
            self._many(f"INSERT INTO {into} VALUES ({marks})", listed)

    def add_coded(
        self,
        read: ReadReport,
        clean: CleanText,
        mentions: Sequence[EventMention] = (),
        actors: Sequence[ActorMention] = (),
        times: Sequence[TimeMention] = (),
        places: Sequence[PlaceMention] = (),
    ) -> Added:
        """Adds a report, or, if its content is known, its name as a further source of it. On the disk on return.

        Raises BadReport for characters that no file can hold (lone surrogates).
        """
        return self.add_batch((Entry(read, clean, tuple(mentions), tuple(actors), tuple(times), tuple(places)),))[0]

    def add_batch(self, batch: Sequence[Entry | Filed]) -> list[Added]:
        """Adds reports in one transaction; one verdict for each, in order. All are on the disk on return.

        Raises BadReport, and adds none, if a report has characters that no file can hold.
        """
        ready = [filed(entry) for entry in batch]
        with self.transaction():
            return [self._add(entry) for entry in ready]

    def _add(self, entry: Filed, added: int | None = None) -> Added:
        known = self.knows(entry.report_id)
        if not known:
            marks = ", ".join("?" * (len(entry.report) + 1))
            self._many(f"INSERT INTO reports (added, {_REPORT_COLUMNS}) VALUES ({marks})", [(added, *entry.report)])
            for into, rows in entry.rows:
                self._insert(into, rows)
        self._note_source(entry)
        return "known" if known else "coded"

    def add_source(self, read: ReadReport) -> None:
        """Notes the name under which known content came in again. Raises ArchiveError if the content isn't known."""
        if not self.knows(report_id_of(read.report)):
            raise ArchiveError(f"{self.path}: {read.report.source_id} isn't in the archive")
        entry = filed(Entry(read, CleanText(read.report, ())))
        with self.transaction():
            self._note_source(entry)

    def _note_source(self, entry: Filed) -> None:
        self._many("INSERT OR IGNORE INTO report_sources VALUES (?, ?, ?, ?, ?, ?)", [entry.source])

    def knows(self, report_id: str) -> bool:
        """Whether the content with this id (``report_id_of``) is in the archive."""
        return bool(self.rows("SELECT 1 FROM reports WHERE report_id = ?", (report_id,)))

    def stored_reports(self) -> Iterator[StoredReport]:
        """All reports in the order in which they were added, one at a time; the archive may be written meanwhile."""
        last = 0
        while found := self.rows("SELECT * FROM reports WHERE added > ? ORDER BY added LIMIT 1", (last,)):
            last = found[0]["added"]
            yield _stored(found[0])

    def find_report(self, name: str) -> StoredReport | None:
        """The report with an id, an id that begins so, or a source id; None where none or several have it."""
        found = self.rows(
            "SELECT * FROM reports WHERE report_id = :name OR report_id IN "
            "(SELECT report_id FROM report_sources WHERE source_id = :name)",
            {"name": name},
        )
        if not found and len(name) >= 6:
            found = self.rows("SELECT * FROM reports WHERE substr(report_id, 1, length(:name)) = :name", {"name": name})
        return _stored(found[0]) if len(found) == 1 else None

    def replace_coding(self, report_id: str, entry: Entry | Filed) -> None:
        """Puts a new coding of a report in place of the old, in one transaction.

        Reading the raw bytes anew may give another text and so another id; the report's sources go with it.
        """
        ready = filed(entry)
        with self.transaction():
            old = self.rows("SELECT added FROM reports WHERE report_id = ?", (report_id,))
            if not old:
                raise ArchiveError(f"{self.path}: no report {report_id} to code again")
            sources = self.rows("SELECT * FROM report_sources WHERE report_id = ?", (report_id,))
            self.rows("DELETE FROM reports WHERE report_id = ?", (report_id,))
            self._add(ready, old[0]["added"])
            kept = [(ready.report_id, *tuple(source)[1:]) for source in sources]
            self._many("INSERT OR IGNORE INTO report_sources VALUES (?, ?, ?, ?, ?, ?)", kept)

    def link_inputs(self) -> list[LinkInput]:
        """All reports as the linking stage wants them. The source that came out first names a report."""
        names: dict[str, list[str]] = {}
        days: dict[str, str] = {}
        for source in self.rows("SELECT * FROM report_sources ORDER BY published IS NULL, published, source_id"):
            names.setdefault(source["report_id"], []).append(source["source_id"])
            if source["published"]:
                days.setdefault(source["report_id"], source["published"])
        found = self.rows("SELECT report_id, title, clean_text, spun, furniture FROM reports ORDER BY report_id")
        return [
            LinkInput(
                report_id=row["report_id"],
                source_ids=tuple(names[row["report_id"]]),
                title=row["title"],
                text=row["clean_text"],
                published=read_day(days.get(row["report_id"])),
                spun=bool(row["spun"]),
                furniture=row["furniture"],
            )
            for row in found
        ]

    def mentions(self) -> list[EventMention]:
        """All event mentions, by id."""
        found = self.rows("SELECT record FROM mentions ORDER BY mention_id")
        return [read_mention(json.loads(row["record"])) for row in found]

    def replace_linked(
        self, links: Sequence[Link], events: Sequence[Event], claims: Sequence[Claim], stories: Sequence[Story]
    ) -> None:
        """Puts what holds across reports in place of what was there, in one transaction."""
        with self.transaction():
            for name in _LINKED_TABLES:
                self.rows(f"DELETE FROM {name}")
            self._insert("links", map(table.link_row, links))
            self._insert("events", map(table.event_row, events))
            self._insert("event_mentions", ((m, event.event_id) for event in events for m in event.mention_ids))
            self._insert("claims", map(table.claim_row, claims))
            self._insert("claim_mentions", ((claim.claim_id, m) for claim in claims for m in claim.mention_ids))
            self._insert("claim_answers", ((claim.claim_id, other) for claim in claims for other in claim.answers))
            self._insert("stories", map(table.story_row, stories))
            self._insert("story_reports", ((r, story.story_id) for story in stories for r in story.report_ids))
            self.rows(_ACTORS)

    def set_meta(self, key: str, value: str) -> None:
        """Notes something about the archive itself, such as the coder's version."""
        with self.transaction():
            self.rows("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def meta(self, key: str) -> str:
        """What was noted, '' if nothing."""
        found = self.rows("SELECT value FROM meta WHERE key = ?", (key,))
        return cast(str, found[0]["value"]) if found else ""

    def problems(self) -> list[str]:
        """What is wrong with the file, in SQLite's words; [] for a sound archive. Reads the whole file."""
        damage = [str(row[0]) for row in self.rows("PRAGMA integrity_check(20)") if row[0] != "ok"]
        lost = self.rows("PRAGMA foreign_key_check")
        return damage + [f"{row['table']}: a row points to {row['parent']} that isn't there" for row in lost[:20]]


def open_archive(path: Path | str, *, create: bool = True, read_only: bool = False, wait: float = 10.0) -> Archive:
    """Opens the archive at ``path``, makes one if there is none and ``create`` is set.

    ``wait``: seconds to wait for another program's lock. Raises ArchiveError if there is no archive, if the file is
    something else, is too new, or is damaged; ArchiveBusyError if it stays locked.
    """
    place = Path(path)
    return Archive(place, connect(place, create=create, read_only=read_only, wait=wait))


def _stored(row: sqlite3.Row) -> StoredReport:
    given = cast(dict[str, str | None], json.loads(row["given"]))
    report = Report(
        source_id=row["source_id"],
        text=row["text"],
        title=row["title"],
        publisher=given["publisher"] or "",
        url=given["url"] or "",
        byline=given["byline"] or "",
        language=given["language"] or "",
        published=Published(read_day(given["published"]), cast(DateBasis, given["basis"])),
        origin=row["origin"],
    )
    return StoredReport(row["report_id"], ReadReport(report, Raw(zlib.decompress(row["raw"]), row["raw_media_type"])))
