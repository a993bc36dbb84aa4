"""A brief for the terminal: 100 columns, no colours."""

from textwrap import wrap

from dragoman.brief.model import Brief, Exchange, Line, Source, StoryPart
from dragoman.brief.wording import (
    NOTHING,
    clean,
    copy_words,
    from_whom,
    full_text,
    headline,
    marks,
    number,
    source_words,
    status_words,
    told_by,
)

_WIDTH = 100
_QUOTE = 210
"""Characters of a sentence that are shown as evidence."""


def plain(brief: Brief) -> str:
    """The brief as text."""
    found = ["DRAGOMAN BRIEF", *_block(" · ".join(headline(brief.head))), ""]
    if not brief.head.n_reports:
        return "\n".join([*found, NOTHING, ""])
    found += _section("STORIES", [row for i, part in enumerate(brief.stories, 1) for row in _story(i, part)])
    found += _more(brief.more.get("stories", 0), "story", "stories", "dragoman stories")
    found += _section("WHO SAID WHAT, AND WHO DENIED IT", [row for e in brief.exchanges for row in _exchange(e)])
    found += _more(brief.more.get("claims", 0), "claim", "claims", "dragoman claims")
    found += _section("ACTORS", _actors(brief))
    found += _more(brief.more.get("actors", 0), "actor", "actors", "dragoman actors --limit 0")
    found += _section("SOURCES", [row for source in brief.sources for row in _source(source)])
    found += _more(brief.more.get("sources", 0), "source", "sources", "dragoman export reports")
    return "\n".join(found).rstrip() + "\n"


def _section(title: str, rows: list[str]) -> list[str]:
    return [title, "=" * len(title), "", *rows] if rows else []


def _more(n: int, singular: str, plural: str, command: str) -> list[str]:
    return [f"... and {number(n, singular, plural)} more: {command}", ""] if n else []


def _block(text: str, indent: int = 0, first: str = "") -> list[str]:
    lead = first or " " * indent
    return wrap(clean(text), _WIDTH, initial_indent=lead, subsequent_indent=" " * indent, break_on_hyphens=False)


def _story(position: int, part: StoryPart) -> list[str]:
    heading = _block(part.title, 4, f"{position:>2}. ")
    counted = f"{part.days} · {told_by(part.n_reports, part.n_independent)}"
    rows = [*heading, *_block(counted, 4), ""]
    quoted: set[str] = set()
    for line in part.lines:
        rows += _line(line, 21, f"    {line.day:<17}", quoted)
    if part.more:
        rows += _block(f"... and {number(part.more, 'event')} more: {part.hint}", 21)
    return [*rows, ""]


def _line(line: Line, indent: int, lead: str, quoted: set[str]) -> list[str]:
    lead = lead if len(lead) <= indent and lead.endswith("  ") else lead.rstrip() + "  "
    status = f"{status_words(line.status)}; " if status_words(line.status) else ""
    rows = _block(full_text(line), indent, lead)
    rows += _block(f"[{status}{'; '.join(marks(line))}]", indent)
    rows += [row for text in line.conflicts for row in _block(f"reports differ on {text}", indent)]
    return [*rows, *_evidence(line, indent, quoted)]


def _evidence(line: Line, indent: int, quoted: set[str]) -> list[str]:
    """The first sentence, once in a section, and where the others stand."""
    if not line.evidence:
        return []
    first = line.evidence[0]
    sentence = clean(first.sentence)
    short = sentence if len(sentence) <= _QUOTE else sentence[:_QUOTE].rsplit(" ", 1)[0] + " …"
    told = "(the sentence above)" if sentence in quoted else short
    quoted.add(sentence)
    further = [e.source_id for e in line.evidence[1:]]
    also = f"; further: {', '.join(further)}" if further else ""
    return _block(f"> {told} -- {from_whom(first)}{also}", indent + 2, " " * indent)


def _exchange(exchange: Exchange) -> list[str]:
    rows: list[str] = []
    quoted: set[str] = set()
    several = len(exchange.charges) > 1
    for position, line in enumerate(exchange.charges, 1):
        lead = f"{position:>2}. " if several else "    "
        rows += _line(line, 21, f"{lead}{line.day:<17}", quoted)
    rows += _more_sayings(exchange.more_charges, "claim", 21)
    for answer in exchange.answers:
        rows += _block(f"DENIAL ({answer.of})" if answer.of else "DENIAL", 8)
        rows += _line(answer.line, 25, f"        {answer.line.day:<17}", quoted)
    return [*rows, *_more_sayings(exchange.more_answers, "denial", 25), ""]


def _more_sayings(n: int, what: str, indent: int) -> list[str]:
    return _block(f"... and {number(n, what)} more: dragoman claims", indent) if n else []


def _actors(brief: Brief) -> list[str]:
    rows = [f"    {'events':>6} {'does':>5} {'done to':>8} {'says':>5}  who"]
    for actor in brief.actors:
        about = "; ".join(part for part in (actor.office, actor.country) if part)
        who = clean(f"{actor.name} ({about})" if about else actor.name)
        counted = f"{actor.n_events:>6} {actor.n_as_actor:>5} {actor.n_as_recipient:>8} {actor.n_as_claimant:>5}"
        rows.append(f"    {counted}  {who}")
    return [*rows, ""] if brief.actors else []


def _source(source: Source) -> list[str]:
    rows = _block(f"{source.source_id}: {source_words(source)}. {source.title}", 8, "    ")
    if source.other_ids:
        rows += _block(f"= also came in as {', '.join(source.other_ids)}", 10, " " * 8)
    for copy in source.copies:
        who = ", ".join(part for part in (copy.source_id, copy.publisher, copy.published) if part)
        rows += _block(f"- {who}: {copy_words(copy)}", 10, " " * 8)
    return rows
