"""The contract's records out of the archive."""

import json
import sqlite3
from collections.abc import Iterable
from typing import cast

from dragoman.query.filters import (
    Door,
    Filter,
    Parameters,
    actor_condition,
    actor_parameters,
    days_condition,
    limited,
    mention_condition,
    report_condition,
    told_condition,
)

Record = dict[str, object]

_SOURCES = (
    "(SELECT json_group_array(source_id) FROM (SELECT source_id FROM report_sources s"
    " WHERE s.report_id = r.report_id ORDER BY published IS NULL, published, source_id))"
)
_REPORT_COLUMNS = (
    f"r.report_id, r.source_id, {_SOURCES} AS source_ids, r.title, r.publisher, r.url, r.byline, r.language,"
    " r.published, r.basis AS published_basis, r.published_from, r.published_to, r.published_why, r.published_stated,"
    " r.published_doubt, r.origin, r.text"
)


def mentions(door: Door, wanted: Filter = Filter()) -> list[Record]:
    """Event mentions in the order of their reports and of the text, each with its event's id."""
    condition, parameters = mention_condition(wanted, told=True)
    sql = (
        "SELECT t.record, e.event_id FROM mentions t JOIN reports r USING (report_id)"
        " LEFT JOIN event_mentions e ON e.mention_id = t.mention_id"
        f" WHERE {condition} ORDER BY r.added, t.position, t.mention_id"
    )
    found = door.rows(*limited(sql, parameters, wanted.limit))
    return [{**_record(row), "event_id": row["event_id"] or ""} for row in found]


def events(door: Door, wanted: Filter = Filter()) -> list[Record]:
    """Events by their first day, the undated last."""
    condition, parameters = _events_condition(wanted)
    sql = f"SELECT t.record FROM events t WHERE {condition} ORDER BY t.first_day IS NULL, t.first_day, t.event_id"
    return _records(door.rows(*limited(sql, parameters, wanted.limit)))


def _events_condition(wanted: Filter) -> tuple[str, Parameters]:
    conditions, parameters = told_condition(wanted)
    if wanted.actor.strip() or wanted.source or wanted.words:
        by_mention, more = mention_condition(wanted, told=False)
        conditions.append(
            "t.event_id IN (SELECT e.event_id FROM event_mentions e WHERE e.mention_id IN"
            f" (SELECT t.mention_id FROM mentions t WHERE {by_mention}))"
        )
        parameters |= more
    return " AND ".join(conditions) or "TRUE", parameters


def timeline(door: Door, wanted: Filter = Filter()) -> list[Record]:
    """Events as lines of a timeline, by day, the undated last, each with the first sentence that tells it, of
    one report a headline last.
    """
    condition, parameters = _events_condition(wanted)
    sql = (
        "SELECT t.record, (SELECT json_extract(m.record, '$.sentence') FROM event_mentions e"
        " JOIN mentions m USING (mention_id) JOIN reports r USING (report_id) WHERE e.event_id = t.event_id"
        " ORDER BY r.published IS NULL, r.published, json_extract(m.record, '$.trigger.field') = 'title', m.mention_id"
        " LIMIT 1) AS sentence"
        f" FROM events t WHERE {condition} ORDER BY t.first_day IS NULL, t.first_day, t.last_day, t.event_id"
    )
    found = door.rows(*limited(sql, parameters, wanted.limit))
    return [_line(_record(row), row["sentence"]) for row in found]


def _line(event: Record, sentence: str | None) -> Record:
    kept = ("event_type", "event_mode", "status", "event_id", "reports", "n_reports", "n_independent")
    place = cast(Record | None, event["place"])
    return {
        "start": event["start"],
        "end": event["end"],
        "date_precision": event["date_precision"],
        "actors": _names(event["actors"]),
        "recipients": _names(event["recipients"]),
        "place": place["name"] if place else None,
        **{key: event[key] for key in kept},
        "sentence": sentence or "",
    }


def _names(parties: object) -> list[object]:
    return [party["name"] for party in cast(list[Record], parties)]


def actors(door: Door, wanted: Filter = Filter()) -> list[Record]:
    """Actors, those with most events first. Other filters than ``actor`` keep those who are party to such events."""
    conditions: list[str] = []
    parameters: Parameters = {}
    if wanted.actor.strip():
        conditions.append(actor_condition("t"))
        parameters |= actor_parameters(wanted)
    if _beyond_actor(wanted):
        condition, more = mention_condition(_without_actor(wanted), told=True)
        conditions.append(
            "t.actor_id IN (SELECT p.actor_id FROM mention_parties p WHERE p.mention_id IN"
            f" (SELECT t.mention_id FROM mentions t WHERE {condition}))"
        )
        parameters |= more
    where = " AND ".join(conditions) or "TRUE"
    sql = f"SELECT t.* FROM actors t WHERE {where} ORDER BY t.n_events DESC, t.n_mentions DESC, t.name, t.actor_id"
    return [_actor(row) for row in door.rows(*limited(sql, parameters, wanted.limit))]


def _without_actor(wanted: Filter) -> Filter:
    return Filter(
        event_type=wanted.event_type,
        mode=wanted.mode,
        since=wanted.since,
        until=wanted.until,
        place=wanted.place,
        status=wanted.status,
        source=wanted.source,
        words=wanted.words,
    )


def _beyond_actor(wanted: Filter) -> bool:
    return _without_actor(wanted) != Filter()


def _actor(row: sqlite3.Row) -> Record:
    return {**_columns(row), "sectors": str(row["sectors"]).split()}


def claims(door: Door, wanted: Filter = Filter()) -> list[Record]:
    """Claims by the day they were made, the undated last. ``actor`` asks for the claimant and for the parties."""
    conditions: list[str] = []
    parameters: Parameters = {}
    if wanted != Filter(limit=wanted.limit):
        condition, parameters = mention_condition(_without_actor(wanted), told=True)
        conditions.append(_claims_of(condition))
    if wanted.actor.strip():
        conditions.append(
            "t.claim_id IN (SELECT c.claim_id FROM claim_mentions c JOIN mention_parties p USING (mention_id)"
            f" WHERE {actor_condition('p')})"
        )
        parameters |= actor_parameters(wanted)
    where = " AND ".join(conditions) or "TRUE"
    sql = f"SELECT t.record FROM claims t WHERE {where} ORDER BY t.made_on IS NULL, t.made_on, t.claim_id"
    return _records(door.rows(*limited(sql, parameters, wanted.limit)))


def _claims_of(condition: str) -> str:
    """Claims that rest on a mention with ``condition``, or are about the event of one."""
    return (
        "(t.claim_id IN (SELECT c.claim_id FROM claim_mentions c JOIN mentions t USING (mention_id)"
        f" WHERE {condition}) OR t.event_id IN (SELECT e.event_id FROM event_mentions e"
        f" JOIN mentions t USING (mention_id) WHERE {condition}))"
    )


def stories(door: Door, wanted: Filter = Filter()) -> list[Record]:
    """Stories, those told by most independent reports first; days are of publication."""
    conditions, parameters = days_condition(wanted, "t")
    by_report, more = report_condition(wanted, "s.report_id")
    if _asks_for_events(wanted):
        condition, values = mention_condition(_without_report(wanted), told=True)
        by_report.append(f"s.report_id IN (SELECT t.report_id FROM mentions t WHERE {condition})")
        more |= values
    if by_report:
        conditions.append(f"t.story_id IN (SELECT s.story_id FROM story_reports s WHERE {' AND '.join(by_report)})")
    where = " AND ".join(conditions) or "TRUE"
    sql = (
        f"SELECT t.record FROM stories t WHERE {where}"
        " ORDER BY t.n_independent DESC, t.n_reports DESC, t.first_day IS NULL, t.first_day, t.story_id"
    )
    return _records(door.rows(*limited(sql, parameters | more, wanted.limit)))


def _without_report(wanted: Filter) -> Filter:
    """What is asked of events alone; a story's days are its own."""
    return Filter(
        actor=wanted.actor,
        role=wanted.role,
        event_type=wanted.event_type,
        mode=wanted.mode,
        place=wanted.place,
        status=wanted.status,
    )


def _asks_for_events(wanted: Filter) -> bool:
    return _without_report(wanted) != Filter()


def links(door: Door, wanted: Filter = Filter()) -> list[Record]:
    """Links between reports, by their names; of ``wanted`` only the source and the words matter."""
    one, parameters = report_condition(wanted, "t.report_id")
    two, _ = report_condition(wanted, "t.other_report_id")
    where = f"({' AND '.join(one)}) OR ({' AND '.join(two)})" if one else "TRUE"
    sql = f"SELECT t.record FROM links t WHERE {where} ORDER BY t.source_id, t.other_id, t.kind, t.report_id"
    return _records(door.rows(*limited(sql, parameters, wanted.limit)))


def reports(door: Door, wanted: Filter = Filter()) -> list[Record]:
    """Reports as they were read, in the order in which they were added; days are of publication."""
    conditions, parameters = report_condition(wanted, "r.report_id")
    if wanted.since:
        conditions.append("r.published >= :since")
        parameters["since"] = wanted.since.isoformat()
    if wanted.until:
        conditions.append("r.published <= :until")
        parameters["until"] = wanted.until.isoformat()
    if _asks_for_events(wanted):
        condition, more = mention_condition(_without_report(wanted), told=True)
        conditions.append(f"r.report_id IN (SELECT t.report_id FROM mentions t WHERE {condition})")
        parameters |= more
    where = " AND ".join(conditions) or "TRUE"
    sql = f"SELECT {_REPORT_COLUMNS} FROM reports r WHERE {where} ORDER BY r.added"
    return [_report(row) for row in door.rows(*limited(sql, parameters, wanted.limit))]


def report(door: Door, identity: str) -> Record | None:
    """One report by its report id or by a source id (of several the first added); None if there is none."""
    sql = (
        f"SELECT {_REPORT_COLUMNS} FROM reports r WHERE r.report_id = :identity OR r.report_id IN"
        " (SELECT report_id FROM report_sources WHERE source_id = :identity) ORDER BY r.added LIMIT 1"
    )
    found = door.rows(sql, {"identity": identity})
    return _report(found[0]) if found else None


def _report(row: sqlite3.Row) -> Record:
    return {**_columns(row), "source_ids": json.loads(row["source_ids"])}


def _columns(row: sqlite3.Row) -> Record:
    return {key: row[key] for key in row.keys()}


def _record(row: sqlite3.Row) -> Record:
    record: Record = json.loads(row["record"])
    return record


def _records(found: Iterable[sqlite3.Row]) -> list[Record]:
    return [_record(row) for row in found]
