"""What all formats say in the same words."""

import unicodedata

from dragoman.brief.model import Copy, Evidence, Head, Line, Source

COPY_WORDS = {"duplicate": "same text", "spun": "spun copy", "rewrite": "rewrite"}
_STATUS_WORDS = {
    "planned": "planned",
    "alleged": "alleged",
    "denied": "denied",
    "hypothetical": "hypothetical",
    "negated": "negated",
}
_BASIS_WORDS = {
    "given": "date given with the report",
    "page": "date from the page",
    "dateline": "date from the dateline",
    "inferred": "date inferred",
    "unknown": "date unknown",
}
NOTHING = "The archive holds no reports yet: add some with 'dragoman add PATH'."


def clean(text: str) -> str:
    """One line, without characters that steer a terminal or turn the direction of writing."""
    return " ".join("".join(_harmless(char) for char in text).split())


def verbatim(text: str) -> str:
    """As ``clean``, but with blanks kept, so that pieces of a sentence can be joined."""
    return "".join(_harmless(char) for char in text)


def _harmless(char: str) -> str:
    if char in "\n\r\t":
        return " "
    kind = unicodedata.category(char)
    return "\N{REPLACEMENT CHARACTER}" if kind in ("Cc", "Cs") else "" if kind == "Cf" else char


def number(n: int, singular: str, plural: str = "") -> str:
    """ "1 report", "2 reports"."""
    return f"{n} {singular if n == 1 else plural or singular + 's'}"


def headline(head: Head) -> list[str]:
    """What the archive holds, in a few short phrases."""
    reports = f"{number(head.n_reports, 'report')}, {head.n_independent} independent"
    days = f"{head.first} to {head.last}" if head.first != head.last else head.first
    dated = f"published {days}" if days else "no day of publication known"
    if head.undated and days:
        dated += f" ({number(head.undated, 'report')} undated)"
    claims = f"{number(head.n_claims, 'claim')}, {head.n_denied} of them answered by a denial"
    return [reports, dated, number(head.n_events, "event"), claims]


def told_by(n_reports: int, n_independent: int) -> str:
    """ "1 report", "3 reports, 2 independent"."""
    return number(n_reports, "report") + (f", {n_independent} independent" if n_reports > 1 else "")


def status_words(status: str) -> str:
    """A status as a reader sees it; '' for what happened."""
    return _STATUS_WORDS.get(status, "")


def basis_words(basis: str) -> str:
    """How a day of publication is known."""
    return _BASIS_WORDS.get(basis, basis)


def marks(line: Line) -> list[str]:
    """What stands beside a line: place, day of the report, by whose word, how many reports, on what they differ."""
    found = [f"place: {line.place}"] if line.place else []
    if line.reported:
        found.append(f"reported {line.reported}")
    if line.said_by:
        found.append(f"according to {line.said_by}")
    elif line.status == "alleged":
        found.append("source not named")
    return [*found, told_by(line.n_reports, line.n_independent)]


def full_text(line: Line) -> str:
    """The line's sentence, with the quotation that makes it plain where it has one."""
    return f"{line.text}: “{line.words}”" if line.words else f"{line.text}."


def from_whom(evidence: Evidence) -> str:
    """Source id, publisher, day and copies of a sentence."""
    parts = [evidence.source_id, evidence.publisher, evidence.published if evidence.publisher else ""]
    also = f"also in {', '.join(evidence.also)}" if evidence.also else ""
    return ", ".join(part for part in (*parts, also) if part)


def copy_words(copy: Copy) -> str:
    """What kind of copy, how sure, and why."""
    return f"{COPY_WORDS.get(copy.kind, copy.kind)}, {copy.score:.2f}: {copy.reason}"


def source_words(source: Source) -> str:
    """Publisher and day with its basis."""
    return f"{source.publisher or 'publisher unknown'} ({day_words(source, ', ')})"


def day_words(source: Source, between: str) -> str:
    """The day of a source, how it is known, and what speaks against the one that was given."""
    known = f"{source.published}{between}{basis_words(source.basis)}"
    day = known if source.published != "undated" else "date unknown"
    return f"{day}: {source.date_note}" if source.date_note else day
