"""What can be set: by argument, or by environment variables that begin with ``DRAGOMAN_``."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """``archive`` is the archive's file; ``spacy_model`` the name or path of a spaCy pipeline; ``workers`` the number
    of processes (0: one for each core, at most four).
    """

    archive: Path = Path("dragoman.sqlite")
    spacy_model: str = "en_core_web_md"
    workers: int = 0


def from_environment() -> Settings:
    """The settings with ``DRAGOMAN_ARCHIVE``, ``DRAGOMAN_SPACY_MODEL`` and ``DRAGOMAN_WORKERS`` in force."""
    default = Settings()
    workers = os.environ.get("DRAGOMAN_WORKERS", "")
    return Settings(
        archive=Path(os.environ.get("DRAGOMAN_ARCHIVE", default.archive)),
        spacy_model=os.environ.get("DRAGOMAN_SPACY_MODEL", default.spacy_model),
        workers=int(workers) if workers.isdigit() else default.workers,
    )
