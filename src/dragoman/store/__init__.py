"""The archive: one SQLite file."""

from dragoman.store.archive import Archive, StoredReport, open_archive
from dragoman.store.entry import Entry, report_id_of
from dragoman.store.filing import Filed, filed

__all__ = ["Archive", "Entry", "Filed", "StoredReport", "filed", "open_archive", "report_id_of"]
