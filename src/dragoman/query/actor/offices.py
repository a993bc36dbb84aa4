"""A person's offices and an office's holders, by the tables and by the reports."""

from collections.abc import Sequence

from dragoman.ontology.knowledge import Tenure, knowledge, person_key
from dragoman.query.actor.model import Holder, Office
from dragoman.query.filters import Door

_CODED = """
SELECT office, count(DISTINCT report_id) AS n FROM (
    SELECT office, report_id FROM actor_mentions WHERE actor_id = :actor
    UNION ALL
    SELECT p.office, m.report_id FROM mention_parties p JOIN mentions m USING (mention_id) WHERE p.actor_id = :actor
) WHERE office <> '' GROUP BY office ORDER BY n DESC, office
"""


def offices(door: Door, actor_id: str, name: str, days: Sequence[str]) -> tuple[Office, ...]:
    """A person's offices, the latest first, then those that only reports give. ``days``: of the reports."""
    coded = {row["office"]: int(row["n"]) for row in door.rows(_CODED, {"actor": actor_id})}
    known = knowledge().persons.get(person_key(name))
    tenures = sorted((t for t in (known.tenures if known else ()) if t.office), key=_latest_first)
    found = [
        Office(t.office, t.first, t.last, True, _n_held(t, days), len(days), coded.get(t.office, 0)) for t in tenures
    ]
    in_tables = {t.office for t in tenures}
    found += [Office(office, "", "", False, 0, len(days), n) for office, n in coded.items() if office not in in_tables]
    return tuple(found)


def holders(door: Door, office: str, days: Sequence[str]) -> tuple[Holder, ...]:
    """Who held an office by the tables, the latest first."""
    persons = {id(p): p for p in knowledge().persons.values()}.values()
    held = [(t, p.name) for p in persons for t in p.tenures if t.office == office]
    ids = {row["name"]: row["actor_id"] for row in door.rows("SELECT name, actor_id FROM actors WHERE kind = 'person'")}
    return tuple(
        Holder(name, ids.get(name, ""), t.first, t.last, _n_held(t, days), len(days))
        for t, name in sorted(held, key=lambda pair: (*_latest_first(pair[0]), pair[1]))
    )


def _latest_first(tenure: Tenure) -> tuple[int, ...]:
    return tuple(-int(f"{day:0<8}") for day in (_digits(tenure.first), _digits(tenure.last) or "9"))


def _digits(day: str) -> str:
    return day.replace("-", "")


def _n_held(tenure: Tenure, days: Sequence[str]) -> int:
    """On how many of the days the office was held."""
    return sum(map(tenure.held_on, days))
