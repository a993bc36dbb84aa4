"""A brief in Markdown (CommonMark with tables)."""

import re

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

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$!&])")


def markdown(brief: Brief) -> str:
    """The brief as Markdown; text of reports can't become markup."""
    found = ["# Brief", "", " · ".join(_safe(part) for part in headline(brief.head)), ""]
    if not brief.head.n_reports:
        return "\n".join([*found, NOTHING, ""])
    found += ["## Stories", "", *(row for part in brief.stories for row in _story(part))]
    found += _more(brief.more.get("stories", 0), "story", "stories", "dragoman stories")
    if brief.exchanges:
        found += ["## Who said what, and who denied it", "", *(row for e in brief.exchanges for row in _exchange(e))]
        found += _more(brief.more.get("claims", 0), "claim", "claims", "dragoman claims")
    found += _actors(brief)
    found += ["## Sources", "", *(row for source in brief.sources for row in _source(source)), ""]
    found += _more(brief.more.get("sources", 0), "source", "sources", "dragoman export reports")
    return "\n".join(found).rstrip() + "\n"


def _safe(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", clean(text))


def _more(n: int, singular: str, plural: str, command: str) -> list[str]:
    return [f"*… and {number(n, singular, plural)} more:* {_code(command)}", ""] if n else []


def _code(command: str) -> str:
    return f"`{clean(command).replace('`', '')}`"


def _story(part: StoryPart) -> list[str]:
    rows = [f"### {_safe(part.title)}", "", f"{part.days} · {told_by(part.n_reports, part.n_independent)}", ""]
    rows += [row for line in part.lines for row in _line(line)]
    if part.more:
        rows.append(f"- *… and {number(part.more, 'event')} more:* {_code(part.hint)}")
    return [*rows, ""]


def _line(line: Line, lead: str = "- ") -> list[str]:
    """A list item behind ``lead``, with its evidence as quotations."""
    indent = " " * (len(lead) - len(lead.lstrip()) + 2)
    status = f" *({status_words(line.status)})*" if status_words(line.status) else ""
    rows = [f"{lead}**{line.day}** {_safe(full_text(line))}{status}  "]
    rows.append(f"{indent}{_safe('; '.join([*marks(line), *(f'reports differ on {c}' for c in line.conflicts)]))}")
    for evidence in line.evidence[:2]:
        rows += ["", f"{indent}> {_safe(evidence.sentence)} — {_safe(from_whom(evidence))}"]
    return [*rows, ""]


def _exchange(exchange: Exchange) -> list[str]:
    several = len(exchange.charges) > 1
    leads = [f"- *{i}.* " if several else "- " for i in range(1, len(exchange.charges) + 1)]
    rows = [row for line, lead in zip(exchange.charges, leads, strict=True) for row in _line(line, lead)]
    if exchange.more_charges:
        rows += [f"- *… and {number(exchange.more_charges, 'claim')} more:* {_code('dragoman claims')}", ""]
    for answer in exchange.answers:
        of = f" ({_safe(answer.of)})" if answer.of else ""
        rows += _line(answer.line, f"{'  ' if exchange.charges else ''}- *Denial{of}:* ")
    if exchange.more_answers:
        rows += [f"  - *… and {number(exchange.more_answers, 'denial')} more:* {_code('dragoman claims')}", ""]
    return [*rows, "<!-- -->", ""]


def _actors(brief: Brief) -> list[str]:
    if not brief.actors:
        return []
    rows = ["## Actors", "", "| who | office | country | events | does | done to | says |",
            "| --- | --- | --- | ---: | ---: | ---: | ---: |"]  # fmt: skip
    for a in brief.actors:
        counted = f"{a.n_events} | {a.n_as_actor} | {a.n_as_recipient} | {a.n_as_claimant}"
        rows.append(f"| {_safe(a.name)} | {_safe(a.office)} | {_safe(a.country)} | {counted} |")
    return [*rows, "", *_more(brief.more.get("actors", 0), "actor", "actors", "dragoman actors --limit 0")]


def _source(source: Source) -> list[str]:
    rows = [f"- **{_safe(source.source_id)}**: {_safe(source_words(source))}. {_safe(source.title)}"]
    if source.other_ids:
        rows.append(f"  - also came in as {_safe(', '.join(source.other_ids))}")
    for copy in source.copies:
        who = ", ".join(part for part in (copy.source_id, copy.publisher, copy.published) if part)
        rows.append(f"  - copy: **{_safe(who)}**: {_safe(copy_words(copy))}")
    return rows
