"""Where an actor is named: by which words, in which reports, of which publishers."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.ontology.pronouns import PRONOUNS
from dragoman.query.actor.model import ActorReport, Naming, Publisher
from dragoman.query.filters import Door

_SEEN = """
SELECT report_id, field, start, "end", text FROM actor_mentions WHERE actor_id = :actor
UNION
SELECT m.report_id, p.field, p.start, p."end", p.text
FROM mention_parties p JOIN mentions m USING (mention_id) WHERE p.actor_id = :actor
ORDER BY 1, 2, 3, 4
"""
_REPORTS = """
WITH named AS (
    SELECT report_id FROM actor_mentions WHERE actor_id = :actor
    UNION
    SELECT m.report_id FROM mention_parties p JOIN mentions m USING (mention_id) WHERE p.actor_id = :actor
), told AS (
    SELECT m.report_id, count(DISTINCT em.event_id) AS n
    FROM mention_parties p JOIN mentions m USING (mention_id) JOIN event_mentions em USING (mention_id)
    WHERE p.actor_id = :actor AND p.role IN ('actor', 'recipient') GROUP BY m.report_id
)
SELECT r.report_id, r.source_id, (
    SELECT json_group_array(source_id) FROM (
        SELECT source_id FROM report_sources s WHERE s.report_id = r.report_id
        ORDER BY published IS NULL, published, source_id
    )
) AS source_ids, r.publisher, r.published, r.title, coalesce(told.n, 0) AS n_events
FROM named JOIN reports r USING (report_id) LEFT JOIN told USING (report_id)
ORDER BY r.published IS NULL, r.published DESC, r.source_id
"""
_FAMILIES = """
WITH RECURSIVE of (report_id) AS (SELECT value FROM json_each(:reports)),
copies (one, other) AS (
    SELECT report_id, other_report_id FROM links WHERE kind <> 'same_story'
    UNION
    SELECT other_report_id, report_id FROM links WHERE kind <> 'same_story'
), family (report_id, member) AS (
    SELECT report_id, report_id FROM of
    UNION
    SELECT f.report_id, c.other FROM family f JOIN copies c ON c.one = f.member
)
SELECT count(DISTINCT first) AS n FROM (SELECT min(member) AS first FROM family GROUP BY report_id)
"""
_PUBLISHERS = """
SELECT publisher, count(DISTINCT report_id) AS n, min(published) AS first, max(published) AS last
FROM report_sources WHERE report_id IN (SELECT value FROM json_each(:reports))
GROUP BY publisher ORDER BY publisher = '', n DESC, first IS NULL, first, publisher
"""
_ARTICLE = re.compile(r"^(?:the|a|an) ", re.I)


@dataclass(frozen=True, slots=True)
class Seen:
    """The words of a report that stand for the actor, once."""

    report_id: str
    text: str


def seen_in(door: Door, actor_id: str) -> tuple[Seen, ...]:
    """Every place at which a report names the actor, in an event or not."""
    return tuple(Seen(row["report_id"], " ".join(row["text"].split())) for row in door.rows(_SEEN, {"actor": actor_id}))


def namings(seen: Iterable[Seen]) -> tuple[tuple[Naming, ...], int]:
    """What the actor is called, the commonest first; and how often it is only a pronoun."""
    forms: dict[str, Counter[str]] = {}
    reports: dict[str, set[str]] = {}
    n_pronouns = 0
    for one in seen:
        if one.text.lower() in PRONOUNS:
            n_pronouns += 1
            continue
        key = _ARTICLE.sub("", one.text).casefold()
        forms.setdefault(key, Counter())[one.text] += 1
        reports.setdefault(key, set()).add(one.report_id)
    found = [Naming(_commonest(texts), texts.total(), len(reports[key])) for key, texts in forms.items()]
    return tuple(sorted(found, key=lambda n: (-n.n_mentions, -n.n_reports, n.text))), n_pronouns


def _commonest(texts: Counter[str]) -> str:
    """Of two as common, the one without the capital of a sentence's beginning."""
    return min(texts, key=lambda text: (-texts[text], text[:1].isupper(), text))


def reports_of(door: Door, actor_id: str, seen: Iterable[Seen]) -> tuple[ActorReport, ...]:
    """The reports that name the actor, the newest first, the undated last."""
    n_mentions = Counter(one.report_id for one in seen)
    return tuple(
        ActorReport(
            report_id=row["report_id"],
            source_id=row["source_id"],
            source_ids=tuple(json.loads(row["source_ids"])),
            publisher=row["publisher"],
            published=row["published"] or "",
            title=row["title"],
            n_mentions=n_mentions[row["report_id"]],
            n_events=row["n_events"],
        )
        for row in door.rows(_REPORTS, {"actor": actor_id})
    )


def n_independent(door: Door, report_ids: Sequence[str]) -> int:
    """How many of the reports are independent: copies, spun copies and rewrites of one another count once."""
    return int(door.rows(_FAMILIES, {"reports": json.dumps(list(report_ids))})[0]["n"])


def publishers(door: Door, report_ids: Sequence[str]) -> tuple[Publisher, ...]:
    """The publishers of the reports, under all names by which they came in; those of no known publisher last."""
    found = door.rows(_PUBLISHERS, {"reports": json.dumps(list(report_ids))})
    return tuple(Publisher(row["publisher"], row["n"], row["first"] or "", row["last"] or "") for row in found)
