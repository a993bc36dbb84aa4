"""A brief as one HTML page: no script, nothing loaded, all text of reports escaped."""

from importlib.resources import files

from dragoman.brief.elements import Html, tag
from dragoman.brief.model import Brief, Evidence, Exchange, Line, Source, StoryPart
from dragoman.brief.phrases import QUADS, type_words
from dragoman.brief.wording import (
    NOTHING,
    copy_words,
    day_words,
    full_text,
    headline,
    marks,
    number,
    status_words,
    told_by,
)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def html_page(brief: Brief) -> str:
    """The brief as an HTML page."""
    style = (files("dragoman.brief") / "data" / "brief.css").read_text(encoding="utf8")
    head = tag(
        "head",
        Html('<meta charset="utf-8">'),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Html('<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">'),
        tag("title", "Dragoman brief"),
        tag("style", Html(style)),
    )
    body = tag("body", _header(brief), tag("main", *_sections(brief)), _footer())
    return f'<!DOCTYPE html>\n<html lang="en">{head}\n{body}</html>\n'


def _header(brief: Brief) -> Html:
    facts = [tag("li", part) for part in headline(brief.head)]
    return tag("header", tag("h1", "Brief"), tag("ul", *facts, class_="facts"))


def _footer() -> Html:
    quads = [tag("li", tag("span", f"{n}", class_=f"dot q{n}"), f" {words}") for n, words in QUADS.items()]
    legend = tag(
        "p",
        "In the evidence: ",
        tag("mark", "what happened", class_="trigger"), ", ",
        tag("mark", "by whom", class_="actor"), ", ",
        tag("mark", "to whom", class_="recipient"), ", ",
        tag("mark", "by whose word", class_="claimant"), ", ",
        tag("mark", "where", class_="place"), ". Quotations are verbatim.",
    )  # fmt: skip
    note = (
        "Reports that copy one another count as one independent report. A line says what the reports say, in the words "
        "of the program; read the evidence before you rely on it."
    )
    return tag("footer", tag("h2", "How to read this"), tag("ul", *quads, class_="quads"), legend, tag("p", note))


def _sections(brief: Brief) -> list[Html]:
    if not brief.head.n_reports:
        return [tag("p", NOTHING)]
    found = [_contents(brief), _stories(brief)]
    if brief.exchanges:
        found.append(_claims(brief))
    if brief.actors:
        found.append(_actors(brief))
    return [*found, _sources(brief)]


def _contents(brief: Brief) -> Html:
    stories = [
        tag("li", tag("a", part.title, href=f"#story-{i}"), " ", tag("small", part.days), _bar(part))
        for i, part in enumerate(brief.stories, 1)
    ]
    sections = [tag("li", tag("a", "Stories", href="#stories"), tag("ol", *stories))]
    if brief.exchanges:
        sections.append(tag("li", tag("a", "Who said what, and who denied it", href="#claims")))
    if brief.actors:
        sections.append(tag("li", tag("a", "Actors", href="#actors")))
    sections.append(tag("li", tag("a", "Sources and their copies", href="#sources")))
    return tag("nav", tag("h2", "Contents"), tag("ul", *sections))


def _bar(part: StoryPart) -> Html:
    """Where the story's days lie between the archive's first and last."""
    if part.bar is None:
        return Html("")
    begin, width = part.bar
    inner = tag("span", style=f"left:{begin}%;width:{width}%")
    return Html(f'<span class="bar" aria-hidden="true">{inner}</span>')


def _stories(brief: Brief) -> Html:
    parts = [_story(i, part) for i, part in enumerate(brief.stories, 1)]
    more = _more(brief.more.get("stories", 0), "story", "stories", "dragoman stories")
    return tag("section", tag("h2", "Stories"), *parts, more, id="stories")


def _story(position: int, part: StoryPart) -> Html:
    counted = tag("p", f"{part.days} · {told_by(part.n_reports, part.n_independent)}", class_="counted")
    lines = tag("ol", *(_line(line) for line in part.lines), class_="timeline") if part.lines else Html("")
    more = _more(part.more, "event", "events", part.hint)
    return tag("article", tag("h3", part.title), counted, lines, more, id=f"story-{position}")


def _more(n: int, singular: str, plural: str, command: str) -> Html:
    if not n:
        return Html("")
    return tag("p", f"… and {number(n, singular, plural)} more: ", tag("code", command), class_="more")


def _line(line: Line, of: str = "", position: int = 0) -> Html:
    """A line that opens its evidence. ``of`` says what it answers; ``position`` numbers it among others."""
    before = tag("span", of, class_="of") if of else Html("")
    day = tag("span", f"{position}. {line.day}" if position else line.day, class_="day")
    told = tag("summary", before, day, tag("span", *_told(line), class_="told"))
    return tag("li", tag("details", told, *(_evidence(each) for each in line.evidence)), class_=f"line q{line.quad}")


def _told(line: Line) -> list[Html]:
    meaning = f"{type_words(line.event_type)} ({QUADS[line.quad]})" if line.quad in QUADS else ""
    chips = [tag("span", f"{line.event_type} {line.event_mode}".strip() or "CLAIM", class_="chip", title=meaning)]
    if status_words(line.status):
        chips.append(tag("span", status_words(line.status), class_=f"status {line.status}"))
    rest = [tag("span", mark, class_="mark") for mark in marks(line)]
    differ = [tag("span", f"reports differ on {text}", class_="mark differ") for text in line.conflicts]
    origins = ", ".join(each.source_id for each in line.evidence)
    return [
        tag("span", full_text(line), class_="sentence"),
        tag("span", *chips, *rest, *differ, tag("span", f"evidence: {origins}", class_="mark origins"), class_="marks"),
    ]


def _evidence(evidence: Evidence) -> Html:
    quoted = [tag("mark", text, class_=role) if role else text for role, text in evidence.pieces]
    parts = [tag("blockquote", tag("p", *quoted))]
    if evidence.restored:
        changes = "; ".join(f"“{said}” for “{meant}”" for said, meant in evidence.changes)
        parts.append(tag("p", tag("b", "Read as: "), evidence.restored, class_="restored"))
        parts.append(tag("p", f"Spun wording: {changes}", class_="why"))
    who = [part for part in (evidence.publisher or "publisher unknown", evidence.published) if part]
    parts.append(tag("p", tag("b", evidence.source_id), f" · {' · '.join(who)}", class_="source"))
    if evidence.also:
        parts.append(tag("p", f"Also in {', '.join(evidence.also)}", class_="source"))
    if evidence.why:
        parts.append(tag("p", "Why: ", tag("code", evidence.why), class_="why"))
    return tag("div", *parts, class_="evidence")


def _claims(brief: Brief) -> Html:
    more = _more(brief.more.get("claims", 0), "claim", "claims", "dragoman claims")
    found = [_exchange(exchange) for exchange in brief.exchanges]
    return tag("section", tag("h2", "Who said what, and who denied it"), *found, more, id="claims")


def _exchange(exchange: Exchange) -> Html:
    parts: list[Html] = []
    if exchange.charges:
        several = len(exchange.charges) > 1
        charges = [_line(line, position=i if several else 0) for i, line in enumerate(exchange.charges, 1)]
        parts.append(tag("div", tag("h3", "Claims" if several else "Claim"), tag("ol", *charges, class_="timeline"),
                         _more(exchange.more_charges, "claim", "claims", "dragoman claims")))  # fmt: skip
    if exchange.answers:
        denials = [_line(answer.line, answer.of) for answer in exchange.answers]
        title = ("Denials" if len(denials) > 1 else "Denial") if exchange.charges else "Denial by itself"
        parts.append(tag("div", tag("h3", title), tag("ol", *denials, class_="timeline"),
                         _more(exchange.more_answers, "denial", "denials", "dragoman claims")))  # fmt: skip
    return tag("article", *parts, class_="exchange both" if len(parts) > 1 else "exchange")


def _actors(brief: Brief) -> Html:
    names = ("Who", "Office", "Country", "Events", "Does", "Done to", "Says")
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in names)))
    rows = [
        tag(
            "tr",
            tag("th", a.name, scope="row"),
            tag("td", a.office),
            tag("td", a.country),
            *(tag("td", str(n), class_="n", data_label=label) for label, n in zip(
                names[3:], (a.n_events, a.n_as_actor, a.n_as_recipient, a.n_as_claimant), strict=True)),
        )
        for a in brief.actors
    ]  # fmt: skip
    more = _more(brief.more.get("actors", 0), "actor", "actors", "dragoman actors --limit 0")
    return tag("section", tag("h2", "Actors"), tag("table", head, tag("tbody", *rows)), more, id="actors")


def _sources(brief: Brief) -> Html:
    more = _more(brief.more.get("sources", 0), "source", "sources", "dragoman export reports")
    found = [_source(source) for source in brief.sources]
    listed = tag("ol", *found, class_="sources")
    return tag("section", tag("h2", "Sources and their copies"), listed, more, id="sources")


def _source(source: Source) -> Html:
    title = source.title or "(no title)"
    safe = source.url.startswith(("https://", "http://"))
    named = tag("a", title, href=source.url, rel="noopener noreferrer") if safe else tag("span", title)
    whence = f"{source.publisher or 'publisher unknown'} · {day_words(source, ' · ')} · "
    about = tag("p", whence, tag("code", source.source_id), class_="source")
    parts = [tag("p", named), about]
    if source.other_ids:
        parts.append(tag("p", f"Also came in as {', '.join(source.other_ids)}", class_="source"))
    copies = [
        tag("li", tag("b", c.source_id), f" · {c.publisher or 'publisher unknown'} · {c.published} · {copy_words(c)}")
        for c in source.copies
    ]
    return tag("li", *parts, *([tag("ul", *copies, class_="copies")] if copies else []))
