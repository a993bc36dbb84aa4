"""An actor's page in the terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from dragoman.cli.records import days
from dragoman.cli.tables import say, table

if TYPE_CHECKING:
    from dragoman.query.actor import model as m

_MOST_REFS = 3


@dataclass(frozen=True, slots=True)
class _Part:
    """A table of the page; columns of ``wrap`` take the room that the others leave."""

    title: str
    headings: tuple[str, ...]
    rows: Sequence[tuple[object, ...]]
    wrap: tuple[str, ...]


def print_page(page: "m.ActorPage", limit: int) -> None:
    """Prints a page; of each part at most ``limit`` rows, 0 for all. Parts without rows are left out."""
    _print_head(page)
    for part in _parts(page):
        if part.rows:
            _print_part(part, limit)


def _print_part(part: _Part, limit: int) -> None:
    shown = part.rows[: limit or None]
    typer.echo()
    say(f"{part.title} ({len(part.rows)})", "bold")
    table(part.headings, shown, part.wrap)
    if len(shown) < len(part.rows):
        say(f"{len(part.rows) - len(shown)} more: --limit 0 shows all", "dim")


def _parts(page: "m.ActorPage") -> Iterator[_Part]:
    """The tables, in the order in which they are read."""
    held = ("from", "to", "at reports' dates")
    yield _Part("Offices", ("office", *held, "given in"), [_office(o) for o in page.offices], ("office",))
    yield _Part("Held by", ("name", *held), [_holder(h) for h in page.holders], ("name",))
    names = [(n.text, n.n_mentions, n.n_reports) for n in page.names]
    yield _Part("Names in the reports", ("name", "times", "reports"), names, ("name",))
    told = ("when", "what", "with whom", "where", "status", "sources")
    yield _Part("Events", told, [_event(e) for e in page.events], ("with whom",))
    classes = ("coop. words", "coop. deeds", "hostile words", "hostile deeds", "not done")
    yield _Part("Counterparts", ("who", "events", *classes), [_counterpart(c) for c in page.counterparts], ("who",))
    said, wide = ("stance", "content", "denial", "reports"), ("content", "denial")
    yield _Part("Claims made", ("made on", *said), [(c.made_on, *_claim(c)) for c in page.claims_made], wide)
    others = [(c.made_on, c.claimant, *_claim(c)) for c in page.claims_about]
    yield _Part("Claims by others", ("made on", "who", *said), others, wide)
    publishers = [(p.publisher or "not known", p.n_reports, p.first, p.last) for p in page.publishers]
    yield _Part("Publishers", ("publisher", "reports", "first", "last"), publishers, ("publisher",))
    reports = [(r.published, ", ".join(r.source_ids), r.title, r.n_mentions, r.n_events) for r in page.reports]
    yield _Part("Reports", ("published", "source", "title", "named", "events"), reports, ("source", "title"))


def _print_head(page: "m.ActorPage") -> None:
    """Who it is, and how much there is of it."""
    say(page.name, "bold")
    kind = "unnamed party" if page.kind == "unnamed" else page.kind
    country = f"{page.country_name} ({page.country})" if page.country else "country not known"
    sectors = f"{', '.join(page.sector_names)} ({' '.join(page.sectors)})"
    say(f"{kind}; {country}; {sectors if page.sectors else 'sector not known'}")
    if page.spellings:
        say(f"Also written {', '.join(page.spellings)}.")
    say(_seen(page))
    say(_told(page))


def _seen(page: "m.ActorPage") -> str:
    by_pronoun = f" ({page.n_pronouns} of them by a pronoun)" if page.n_pronouns else ""
    span = f", published {page.first}" + (f" to {page.last}" if page.last != page.first else "") if page.first else ""
    reports = f"{_number(page.n_reports, 'report')}, {page.n_independent} independent{span}"
    return f"Named {_number(page.n_mentions, 'time')}{by_pronoun} in {reports}."


def _told(page: "m.ActorPage") -> str:
    events = _number(len(page.events), "event")
    if page.events:
        events += f": actor in {page.n_as('actor')}, recipient in {page.n_as('recipient')}"
    claims = f"Claims: {len(page.claims_made)} made, {len(page.claims_about)} by others"
    return f"{events}. {claims if page.claims_made or page.claims_about else 'No claims'}."


def _number(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def _office(office: "m.Office") -> tuple[object, ...]:
    held = _held(office.n_held, office.n_dated) if office.in_tables else "only in reports"
    given = _number(office.n_reports, "report") if office.n_reports else ""
    return office.office, office.since, office.until, held, given


def _holder(holder: "m.Holder") -> tuple[object, ...]:
    return holder.name, holder.since, holder.until, _held(holder.n_held, holder.n_dated)


def _held(n: int, dated: int) -> str:
    """At the dates of how many of the reports an office was held."""
    if n == 0:
        return ""
    return "held" if n == dated else f"held at {n} of {dated}"


def _counterpart(them: "m.Counterpart") -> tuple[object, ...]:
    counts = (them.verbal_cooperation, them.material_cooperation, them.verbal_conflict, them.material_conflict)
    return _party(them), them.n_events, *(n or "" for n in (*counts, them.not_done))


def _event(event: "m.ActorEvent") -> tuple[object, ...]:
    what = f"{event.event_type} {event.event_mode}".strip()
    when = days({"start": event.start, "end": event.end})
    return when, what, _whom(event), event.place, event.status, f"{event.n_independent}/{event.n_reports}"


def _whom(event: "m.ActorEvent") -> str:
    """The other side, behind the word for the actor's own; and who is beside the actor."""
    word = " and ".join({"actor": "to", "recipient": "by"}[side] for side in event.sides)
    others = f"{word} {', '.join(map(_party, event.others))}" if event.others else f"as {' and '.join(event.sides)}"
    return others + (f", with {', '.join(map(_party, event.beside))}" if event.beside else "")


def _party(party: "m.Party | m.Counterpart") -> str:
    return f"{party.name} ({party.country})" if party.country and party.kind != "state" else party.name


def _claim(claim: "m.ActorClaim") -> tuple[object, ...]:
    denial = [_refs("denies", claim.answers), _refs("denied by", claim.denied_by)]
    return claim.stance, claim.content, "; ".join(filter(None, denial)), claim.n_reports


def _refs(word: str, refs: Sequence["m.ClaimRef"]) -> str:
    """Who denies it, or whom it denies, and when: each once, the first of many."""
    named = list(dict.fromkeys(f"{ref.claimant} {ref.made_on}".strip() for ref in refs))
    more = f" and {len(named) - _MOST_REFS} more" if len(named) > _MOST_REFS else ""
    return f"{word} {', '.join(named[:_MOST_REFS])}{more}" if named else ""
