"""Claims that an actor made, and those that others made about it."""

import json

from dragoman.query.actor.model import ActorClaim, ClaimRef
from dragoman.query.filters import Door, Parameters

_MADE = "c.claimant_id = :actor"
_ABOUT = """c.claimant_id <> :actor AND (
    c.claim_id IN (SELECT cm.claim_id FROM claim_mentions cm JOIN mention_parties p USING (mention_id)
                   WHERE p.actor_id = :actor AND p.role IN ('actor', 'recipient'))
    OR c.event_id IN (SELECT em.event_id FROM event_mentions em JOIN mention_parties p USING (mention_id)
                      WHERE p.actor_id = :actor AND p.role IN ('actor', 'recipient')))"""
_EDGES = """
SELECT a.claim_id AS denial_id, a.answered_id, d.claimant AS denier, d.made_on AS denied_on, s.claimant, s.made_on
FROM claim_answers a JOIN claims d USING (claim_id) JOIN claims s ON s.claim_id = a.answered_id
WHERE a.claim_id IN ({of}) OR a.answered_id IN ({of})
ORDER BY coalesce(d.made_on, '9'), coalesce(s.made_on, '9'), a.claim_id, a.answered_id
"""


def claims_made(door: Door, actor_id: str) -> tuple[ActorClaim, ...]:
    """Claims whose claimant is the actor, the newest first, the undated last."""
    return _claims(door, _MADE, {"actor": actor_id})


def claims_about(door: Door, actor_id: str) -> tuple[ActorClaim, ...]:
    """Others' claims on what the actor does or on what is done to it, the newest first, the undated last."""
    return _claims(door, _ABOUT, {"actor": actor_id})


def _claims(door: Door, condition: str, parameters: Parameters) -> tuple[ActorClaim, ...]:
    answers: dict[str, list[ClaimRef]] = {}
    denied_by: dict[str, list[ClaimRef]] = {}
    edges = _EDGES.format(of=f"SELECT c.claim_id FROM claims c WHERE {condition}")
    for row in door.rows(edges, parameters):
        denial = ClaimRef(row["denial_id"], row["denier"], row["denied_on"] or "")
        answered = ClaimRef(row["answered_id"], row["claimant"], row["made_on"] or "")
        answers.setdefault(denial.claim_id, []).append(answered)
        denied_by.setdefault(answered.claim_id, []).append(denial)
    found = door.rows(
        f"SELECT c.* FROM claims c WHERE {condition} ORDER BY c.made_on IS NULL, c.made_on DESC, c.claim_id", parameters
    )
    return tuple(
        ActorClaim(
            claim_id=row["claim_id"],
            claimant=row["claimant"],
            stance=row["stance"],
            made_on=row["made_on"] or "",
            content=row["content"],
            event_id=row["event_id"] or "",
            answers=tuple(answers.get(row["claim_id"], ())),
            denied_by=tuple(denied_by.get(row["claim_id"], ())),
            n_reports=len(json.loads(row["record"])["reports"]),
        )
        for row in found
    )
