"""What goes into the archive: a report with all that was found in it, and its name by content."""

from dataclasses import dataclass
from hashlib import sha256

from dragoman.types.actor import ActorMention
from dragoman.types.event import EventMention
from dragoman.types.place import PlaceMention
from dragoman.types.report import ReadReport, Report
from dragoman.types.text import CleanText
from dragoman.types.time import TimeMention


@dataclass(frozen=True, slots=True)
class Entry:
    """A report from its bytes to its event mentions."""

    read: ReadReport
    clean: CleanText
    mentions: tuple[EventMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()


def report_id_of(report: Report) -> str:
    """A report's id: a hash of its title and text, so that the same content has the same id under any name."""
    content = f"{report.title}\x1f{report.text}".encode("utf-8", "surrogatepass")
    return sha256(content).hexdigest()[:16]


def clean_text(clean: CleanText) -> str:
    """The passages after the title, one a line."""
    return "\n".join(passage.text for passage in clean.passages if passage.kind != "title")
