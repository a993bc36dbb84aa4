"""An actor's events, and those with whom it has to do in them."""

import json
from collections import Counter
from collections.abc import Iterable

from dragoman.query.actor.model import ActorEvent, Counterpart, Party
from dragoman.query.filters import Door

_EVENTS = """
SELECT e.record, max(p.role = 'actor') AS acts, max(p.role = 'recipient') AS receives
FROM mention_parties p JOIN event_mentions em USING (mention_id) JOIN events e USING (event_id)
WHERE p.actor_id = :actor AND p.role IN ('actor', 'recipient')
GROUP BY e.event_id
ORDER BY e.first_day IS NULL, e.first_day DESC, e.last_day DESC, e.event_id
"""
_OTHER_SIDE = {"actor": "recipients", "recipient": "actors"}
_OWN_SIDE = {"actor": "actors", "recipient": "recipients"}
_NOT_DONE = {"planned", "hypothetical", "negated"}


def events_of(door: Door, actor_id: str) -> tuple[ActorEvent, ...]:
    """Events that the actor is party to, the newest first, the undated last."""
    return tuple(
        _event(json.loads(row["record"]), actor_id, bool(row["acts"]), bool(row["receives"]))
        for row in door.rows(_EVENTS, {"actor": actor_id})
    )


def _event(record: dict[str, object], actor_id: str, acts: bool, receives: bool) -> ActorEvent:
    sides = ("actor",) * acts + ("recipient",) * receives
    own = [party for side in sides for party in _parties(record[_OWN_SIDE[side]])]
    others = [party for side in sides for party in _parties(record[_OTHER_SIDE[side]]) if party.actor_id != actor_id]
    # One who yielded to a more precise party of its side, such as China to its minister, isn't beside it.
    there = any(party.actor_id == actor_id for party in own)
    beside = [party for party in own if there and party.actor_id != actor_id and party not in others]
    place = record["place"]
    return ActorEvent(
        event_id=str(record["event_id"]),
        event_type=str(record["event_type"]),
        event_mode=str(record["event_mode"]),
        quad=int(str(record["quad"])),
        start=str(record["start"] or ""),
        end=str(record["end"] or ""),
        sides=sides,
        others=tuple(dict.fromkeys(others)),
        beside=tuple(dict.fromkeys(beside)),
        place=str(place["name"]) if isinstance(place, dict) else "",
        status=str(record["status"]),
        n_reports=int(str(record["n_reports"])),
        n_independent=int(str(record["n_independent"])),
    )


def _parties(listed: object) -> list[Party]:
    parties = listed if isinstance(listed, list) else []
    return [Party(p["actor_id"], p["name"], p["kind"], p["country"]) for p in parties]


def counterparts(events: Iterable[ActorEvent]) -> tuple[Counterpart, ...]:
    """Those on the other side of the events (where nobody is there, those beside the actor), by number of events."""
    parties: dict[str, Party] = {}
    tallies: dict[str, Counter[int]] = {}
    for event in events:
        for party in event.others or event.beside:
            parties.setdefault(party.actor_id, party)
            done = event.status not in _NOT_DONE
            tallies.setdefault(party.actor_id, Counter())[event.quad if done else 0] += 1
    found = [_counterpart(parties[actor_id], tally) for actor_id, tally in tallies.items()]
    return tuple(sorted(found, key=lambda c: (-c.n_events, c.not_done, c.name, c.actor_id)))


def _counterpart(party: Party, tally: Counter[int]) -> Counterpart:
    return Counterpart(
        actor_id=party.actor_id,
        name=party.name,
        kind=party.kind,
        country=party.country,
        n_events=tally.total(),
        verbal_cooperation=tally[1],
        material_cooperation=tally[2],
        verbal_conflict=tally[3],
        material_conflict=tally[4],
        not_done=tally[0],
    )
