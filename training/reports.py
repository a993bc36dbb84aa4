"""The marked reports of ``reports/`` and ``unseen/``: sentence by sentence, with whom their pronouns mean.

python -m training.reports [FILE...]     checks the files given, or all; prints what is wrong and counts

A report begins with ``# report: NAME``, ``# published: DATE`` (``-`` for none) and ``# kind: KIND``; then come its
headline and its sentences, each as a line of ``sentences/`` (``training/GUIDE.md``); a blank line ends a paragraph.
``{=REFERENT}`` after a word says whom it means: a state by its code, a name, ``noun|STATE`` for an unnamed party,
several joined by `` & ``, ``-`` for a thing or nobody.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dragoman.types.report import Published, Report
from dragoman.types.text import Field
from dragoman.types.text import Span as SourceSpan
from training.corpus import HERE, MEANS, BadLineError, Example, Span, parse_sentence

FOLDERS = ("reports", "unseen")
_WORD = re.compile(r"[\w'’-]+$")
_HEAD = re.compile(r"# (report|published|kind): *(.*)")


@dataclass(frozen=True, slots=True)
class Referent:
    """A word of a report and whom it means."""

    field: Field
    start: int
    word: str
    means: str


@dataclass(frozen=True, slots=True)
class Told:
    """A marked event with its word and the phrases of its sides, in the title or text."""

    event_type: str
    trigger: SourceSpan
    actors: tuple[SourceSpan, ...]
    recipients: tuple[SourceSpan, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A report, its marked sentences with positions in its title or text, and its annotated pronouns and titles."""

    report: Report
    kind: str
    sentences: tuple[tuple[Field, Example], ...]
    referents: tuple[Referent, ...]

    @property
    def told(self) -> Iterator[Told]:
        """The events marked in the report."""
        for field_, example in self.sentences:
            for number, label in enumerate(example.labels, 1):
                trigger, actors, recipients = (
                    tuple(SourceSpan(field_, s.start, s.end, "") for s in example.of(number, role)) for role in "EAR"
                )
                if label.event_type != "none":
                    yield Told(label.event_type, trigger[0], actors, recipients)


@dataclass
class _Draft:
    name: str
    published: str = "-"
    kind: str = ""
    lines: list[str] = field(default_factory=list)


def read_reports(path: Path) -> Iterator[Marked]:
    """The reports of a file. Raises BadLineError naming the report."""
    for draft in _drafts(path):
        try:
            yield _marked(draft, path.stem)
        except (BadLineError, ValueError) as error:
            raise BadLineError(f"{path.name}, {draft.name}: {error}") from error


def read_all_reports(*folders: str) -> list[Marked]:
    """All marked reports, or those of ``reports/``, which the encoder is trained on, or of ``unseen/``."""
    return [report for path in _paths(folders or FOLDERS) for report in read_reports(path)]


def _paths(folders: Sequence[str]) -> list[Path]:
    return [path for folder in folders for path in sorted((HERE / folder).glob("*.txt"))]


def _drafts(path: Path) -> Iterator[_Draft]:
    draft: _Draft | None = None
    for line in path.read_text(encoding="utf8").splitlines():
        head = _HEAD.match(line)
        if head and head[1] == "report":
            if draft:
                yield draft
            draft = _Draft(head[2].strip())
        elif head and draft:
            setattr(draft, head[1], head[2].strip())
        elif draft and not line.startswith("#"):
            draft.lines.append(line)
    if draft:
        yield draft


def _marked(draft: _Draft, origin: str) -> Marked:
    title, *body = _from_first(draft.lines)
    sentences: list[tuple[Field, Example]] = []
    referents: list[Referent] = []
    headline = _sentence(title, "title", 0, sentences, referents, origin)
    text = ""
    for line in body:
        if not line.strip():
            text = text.rstrip() + "\n\n" if text.strip() else ""
            continue
        text += _sentence(line, "text", len(text), sentences, referents, origin) + " "
    given = draft.published if re.match(r"\d{4}-\d\d-\d\d", draft.published) else ""
    published = Published(date.fromisoformat(given[:10]), "given") if given else Published()
    report = Report(f"marked/{origin}/{draft.name}", text.rstrip(), headline, published=published)
    return Marked(report, draft.kind, tuple(sentences), tuple(referents))


def _from_first(lines: Sequence[str]) -> list[str]:
    first = next((i for i, line in enumerate(lines) if line.strip()), len(lines) - 1)
    return list(lines[first:])


def _sentence(
    line: str,
    where: Field,
    at: int,
    sentences: list[tuple[Field, Example]],
    referents: list[Referent],
    origin: str,
) -> str:
    """Notes a line's events and referents, moved to where it stands; its plain text."""
    example = parse_sentence(line, origin)
    spans = tuple(Span(s.role, s.event, s.start + at, s.end + at) for s in example.spans)
    sentences.append((where, Example(example.text, spans, example.labels, origin)))
    marked = line.split(" | ")[0].strip()
    for found in MEANS.finditer(marked):
        before = _plain(marked[: found.start()])
        if word := _WORD.search(before):
            referents.append(Referent(where, at + word.start(), word[0], found[1].strip()))
    return example.text


def _plain(marked: str) -> str:
    """The start of a marked sentence without its marks."""
    return re.sub(r"\[[ARETLC]\d*(?:,[ARETLC]\d*)* |\]|\{=[^{}]+\}", "", marked)


def main(paths: Sequence[str]) -> int:
    bad = reports = sentences = events = referents = 0
    for path in [Path(p) for p in paths] or _paths(FOLDERS):
        for draft in _drafts(path):
            reports += 1
            try:
                marked = _marked(draft, path.stem)
            except (BadLineError, ValueError) as error:
                bad += 1
                print(f"{path.name}, {draft.name}: {error}")
                continue
            sentences += len(marked.sentences)
            events += sum(label.event_type != "none" for _, x in marked.sentences for label in x.labels)
            referents += len(marked.referents)
    print(f"{reports} reports, {bad} bad; {sentences} sentences, {events} events, {referents} pronouns and titles")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
