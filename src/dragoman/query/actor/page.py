"""An actor's page, put together."""

from typing import cast

from dragoman.errors import UsageError
from dragoman.ontology.knowledge import knowledge, person_key
from dragoman.ontology.tables import rows
from dragoman.query.actor.claims import claims_about, claims_made
from dragoman.query.actor.events import counterparts, events_of
from dragoman.query.actor.model import ActorPage
from dragoman.query.actor.offices import holders, offices
from dragoman.query.actor.seen import n_independent, namings, publishers, reports_of, seen_in
from dragoman.query.filters import Door, Filter
from dragoman.query.records import Record, actors


def actor_page(door: Door, actor_id: str) -> ActorPage:
    """All that the archive and the tables have on an actor. Raises UsageError for an id that the archive hasn't."""
    who = _record(door, actor_id)
    name, kind, country = (str(who[key]) for key in ("name", "kind", "country"))
    sectors = tuple(cast(list[str], who["sectors"]))
    labels = _sector_labels()
    seen = seen_in(door, actor_id)
    names, n_pronouns = namings(seen)
    reports = reports_of(door, actor_id, seen)
    days = sorted(report.published for report in reports if report.published)
    events = events_of(door, actor_id)
    return ActorPage(
        actor_id=actor_id,
        name=name,
        kind=kind,
        country=country,
        country_name=knowledge().states.get(country) or labels.get(country, country),
        sectors=sectors,
        sector_names=tuple(labels.get(sector, sector) for sector in sectors),
        office=str(who["office"]),
        spellings=_spellings(name) if kind == "person" else (),
        n_reports=len(reports),
        n_independent=n_independent(door, [report.report_id for report in reports]),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        n_mentions=len(seen),
        n_pronouns=n_pronouns,
        offices=offices(door, actor_id, name, days) if kind == "person" else (),
        holders=holders(door, name, days) if kind == "office" else (),
        names=names,
        events=events,
        counterparts=counterparts(events),
        claims_made=claims_made(door, actor_id),
        claims_about=claims_about(door, actor_id),
        reports=reports,
        publishers=publishers(door, [report.report_id for report in reports]),
    )


def _record(door: Door, actor_id: str) -> Record:
    for who in actors(door, Filter(actor=actor_id)):
        if who["actor_id"] == actor_id:
            return who
    raise UsageError(f"no actor with the id {actor_id!r} in the archive; 'dragoman actors' lists those that it has")


def _sector_labels() -> dict[str, str]:
    """Sectors in words; an international body's country is such a code as well."""
    return {row["code"]: row["label"] for row in rows("sectors.tsv")}


def _spellings(name: str) -> tuple[str, ...]:
    known = knowledge().persons.get(person_key(name))
    return tuple(other for other in (known.name, *known.variants) if other != name) if known else ()
