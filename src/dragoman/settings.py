"""What can be set: by argument, or by environment variables that begin with ``DRAGOMAN_``."""

import os
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import UsageError


@dataclass(frozen=True, slots=True)
class Settings:
    """``archive`` is the archive's file; ``spacy_model`` the name or path of a spaCy pipeline; ``workers`` the number
    of processes (0: one for each core, at most four).
    """

    archive: Path = Path("dragoman.sqlite")
    spacy_model: str = "en_core_web_md"
    workers: int = 0


def from_environment() -> Settings:
    """The settings with ``DRAGOMAN_ARCHIVE``, ``DRAGOMAN_SPACY_MODEL`` and ``DRAGOMAN_WORKERS`` in force; an empty one
    counts as not set. Raises UsageError if the number of workers is none.
    """
    default = Settings()
    workers = os.environ.get("DRAGOMAN_WORKERS", "").strip()
    if workers and not (workers.isascii() and workers.isdigit()):
        raise UsageError(f"DRAGOMAN_WORKERS is {workers!r}: write a number of processes, or 0 for one a core")
    return Settings(
        archive=Path(os.environ.get("DRAGOMAN_ARCHIVE") or default.archive),
        spacy_model=os.environ.get("DRAGOMAN_SPACY_MODEL") or default.spacy_model,
        workers=int(workers or default.workers),
    )
