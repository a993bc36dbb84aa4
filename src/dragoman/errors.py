"""The exceptions of this program: one tree.

::

    DragomanError             everything that this program raises by itself
    ├── UsageError            wrong use: an option, a path or a query that can't be meant (exit status 2)
    ├── DataError             a data file or a model of the package is missing or broken: reinstall
    ├── ArchiveError          the archive can't be opened, is of another kind, or is damaged
    │   └── ArchiveBusyError  somebody else is writing to it: try again
    └── BadReport             a report that can't be used; stays inside a stage, outside it is a ``Rejected``

Bad input is never an exception to the caller: it comes back as ``dragoman.types.report.Rejected`` and the rest
goes on. Each message is one line that says what is wrong and, where possible, what to do.
"""


class DragomanError(Exception):
    """The root of the tree."""


class UsageError(DragomanError):
    """The program was called in a way that can't be meant."""


class DataError(DragomanError):
    """A data file or a model that belongs to the installation is missing or broken."""


class ArchiveError(DragomanError):
    """The archive can't be opened, is no archive of this program, or is damaged."""


class ArchiveBusyError(ArchiveError):
    """Another program holds the archive for writing."""


class BadReport(DragomanError):
    """A report that can't be used. ``reason`` is in plain words and ends up in a ``Rejected``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
