"""What is asked for, and its SQL conditions. What the user typed only ever travels as a parameter."""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from dragoman.errors import UsageError

Value = str | int | float | bytes | None
Parameters = dict[str, Value]
Role = Literal["", "actor", "recipient", "claimant"]

_PHRASE = re.compile(r'"([^"]*)"|(\S+)')


class Door(Protocol):
    """The archive, as far as questions need it."""

    def rows(self, sql: str, parameters: Sequence[Value] | Parameters = ()) -> list[sqlite3.Row]: ...

    def read_only(self) -> sqlite3.Connection: ...


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; an empty field asks for nothing.

    ``actor``: a name or part of one, an office, an actor id, a country (ISO 3166 alpha-3 or its name) or a PLOVER
    sector; ``role`` narrows it to one side. ``since`` and ``until``: days between which the event (of a story: the
    publication) falls, at least in part. ``place``: part of a place's name, or a country code. ``source``: a source
    id, or part of a publisher's name or of a URL. ``words``: words and "phrases" that the report must have.
    ``limit``: 0 for all.
    """

    actor: str = ""
    role: Role = ""
    event_type: str = ""
    mode: str = ""
    since: date | None = None
    until: date | None = None
    place: str = ""
    status: str = ""
    source: str = ""
    words: str = ""
    limit: int = 0


def match_expression(words: str) -> str:
    """An FTS5 expression that asks for all of the words and "phrases" literally; operators are words like others.

    Raises UsageError if there is no letter or digit in it.
    """
    terms = [quoted or bare for quoted, bare in _PHRASE.findall(words.replace("\0", " "))]
    kept = [term.replace('"', "") for term in terms if any(char.isalnum() for char in term)]
    if not kept:
        raise UsageError(f"nothing to search for in {words!r}: give at least one word")
    return " ".join(f'"{term}"' for term in kept)


def pattern(part: str) -> str:
    """A LIKE pattern (ESCAPE '\\') for anything that contains ``part``."""
    escaped = part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def actor_condition(alias: str) -> str:
    """Whether the columns of ``alias`` name what is asked for as :actor, :actor_part and :actor_code."""
    return (
        f"({alias}.actor_id = :actor OR {alias}.name LIKE :actor_part ESCAPE '\\'"
        f" OR {alias}.office LIKE :actor_part ESCAPE '\\' OR {alias}.country = :actor_code"
        f" OR instr(' ' || {alias}.sectors || ' ', ' ' || :actor_code || ' ') > 0"
        f" OR {alias}.country IN (SELECT country FROM actors"
        f" WHERE kind = 'state' AND country <> '' AND name = :actor COLLATE NOCASE))"
    )


def actor_parameters(wanted: Filter) -> Parameters:
    """Parameters of ``actor_condition``. A code is only what is written as one, so that "pol" is no Poland."""
    actor = wanted.actor.strip()
    code = actor if re.fullmatch(r"[A-Z]{3}", actor) else "?"
    return {"actor": actor, "actor_part": None if code != "?" else pattern(actor), "actor_code": code}


def report_condition(wanted: Filter, column: str) -> tuple[list[str], Parameters]:
    """Conditions on the report whose id stands in ``column``: its source and its words."""
    conditions: list[str] = []
    parameters: Parameters = {}
    if wanted.source:
        conditions.append(
            f"{column} IN (SELECT report_id FROM report_sources WHERE source_id = :source"
            " OR publisher LIKE :source_part ESCAPE '\\' OR url LIKE :source_part ESCAPE '\\')"
        )
        parameters |= {"source": wanted.source, "source_part": pattern(wanted.source)}
    if wanted.words:
        conditions.append(
            f"{column} IN (SELECT report_id FROM reports WHERE added IN"
            " (SELECT rowid FROM report_words WHERE report_words MATCH :words))"
        )
        parameters["words"] = match_expression(wanted.words)
    return conditions, parameters


def told_condition(wanted: Filter) -> tuple[list[str], Parameters]:
    """Conditions on what ``mentions`` and ``events`` both have, as alias ``t``: type, mode, days, place, status."""
    conditions: list[str] = []
    parameters: Parameters = {}
    equal = {"event_type": wanted.event_type.upper(), "event_mode": wanted.mode, "status": wanted.status}
    for column, value in equal.items():
        if value:
            conditions.append(f"t.{column} = :{column}")
            parameters[column] = value
    if wanted.place:
        conditions.append("(t.place_name LIKE :place_part ESCAPE '\\' OR t.place_country = :place)")
        parameters |= {"place": wanted.place, "place_part": pattern(wanted.place)}
    days, more = days_condition(wanted, "t")
    return conditions + days, parameters | more


def days_condition(wanted: Filter, alias: str) -> tuple[list[str], Parameters]:
    """The days first_day to last_day of ``alias`` touch those asked for; what has no day doesn't."""
    conditions: list[str] = []
    parameters: Parameters = {}
    if wanted.since:
        conditions.append(f"coalesce({alias}.last_day, {alias}.first_day) >= :since")
        parameters["since"] = wanted.since.isoformat()
    if wanted.until:
        conditions.append(f"coalesce({alias}.first_day, {alias}.last_day) <= :until")
        parameters["until"] = wanted.until.isoformat()
    return conditions, parameters


def mention_condition(wanted: Filter, told: bool) -> tuple[str, Parameters]:
    """A condition on mentions, as alias ``t``: who, by which report, and, with ``told``, what, when and where."""
    conditions, parameters = told_condition(wanted) if told else ([], {})
    if wanted.actor.strip():
        role = "p.role = :role" if wanted.role else "p.role IN ('actor', 'recipient')"
        conditions.append(
            f"t.mention_id IN (SELECT p.mention_id FROM mention_parties p WHERE {role} AND {actor_condition('p')})"
        )
        parameters |= actor_parameters(wanted)
        if wanted.role:
            parameters["role"] = wanted.role
    more, values = report_condition(wanted, "t.report_id")
    return " AND ".join([*conditions, *more]) or "TRUE", parameters | values


def limited(sql: str, parameters: Mapping[str, Value], limit: int) -> tuple[str, Parameters]:
    """The statement with at most ``limit`` rows; 0 for all."""
    return f"{sql} LIMIT :limit", {**parameters, "limit": limit if limit > 0 else -1}
