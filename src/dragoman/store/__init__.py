"""The archive: one SQLite file."""

from dragoman.store.archive import Archive, StoredReport, open_archive
from dragoman.store.entry import Entry, report_id_of

__all__ = ["Archive", "Entry", "StoredReport", "open_archive", "report_id_of"]
