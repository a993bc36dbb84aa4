"""Reports about the same happening.

TF-IDF cosine over title and the first words, names and numbers counting more, within a window of days; copies are
one to begin with, and events in common bring reports closer. Groups grow by average linkage, so that a chain of
half-related reports doesn't run together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from dragoman.link.lineage import n_independent
from dragoman.link.merge import content_id
from dragoman.link.words import profile, stem
from dragoman.types.link import COPIES, Event, Link, LinkInput, Story

Pair = tuple[int, int]
Vector = dict[str, float]

_HEAD_WORDS = 200
_TITLE_WORTH = 3.0
_STRONG_WORTH = 1.5
_BACKGROUND = 200
"""Reports that the archive is thought to stand among, so that rare words count as rare in a small archive too."""
_ALIKE = 0.16
_ALIKE_ON_THE_WHOLE = 0.6 * _ALIKE
_WORTH_KEEPING = 0.05
_WINDOW_DAYS = 12
_UNDATED = 0.7
"""What likeness is worth where no date says that two reports came out together."""
_EVENT_WORTH, _EVENTS_COUNTED = 0.05, 3
_CROWDED = 60
"""A story of more reports than this adds nothing to a pair's score by a shared event."""


def group_stories(
    reports: Sequence[LinkInput], links: Iterable[Link], events: Iterable[Event], family: Mapping[str, str]
) -> tuple[list[Story], list[Link]]:
    """Stories, one for each report at least, and a ``same_story`` link for each two reports that brought groups
    together; both sorted, the same whatever order the reports come in.
    """
    ordered = sorted(reports, key=lambda report: report.report_id)
    scores = _similarities(ordered)
    _add_events(scores, ordered, events)
    _add_copies(scores, ordered, links)
    groups, bridges = _average_linkage(len(ordered), scores)
    stories = [_story([ordered[i] for i in group], _centre(group, scores), ordered, family) for group in groups]
    found = [_same_story(ordered[a], ordered[b], score) for a, b, score in bridges if score < 1.0]
    return sorted(stories, key=lambda story: story.story_id), sorted(found, key=lambda x: (x.source_id, x.other_id))


def _similarities(reports: Sequence[LinkInput]) -> dict[Pair, float]:
    """Cosines of pairs within the window, of features that aren't everywhere."""
    vectors = _vectors([_counts(report) for report in reports])
    postings = _postings(vectors, max(_CROWDED, len(reports) // 10))
    days = np.array([report.published.toordinal() if report.published else -1 for report in reports], dtype=np.int64)
    scores: dict[Pair, float] = {}
    for index, vector in enumerate(vectors):
        near = np.zeros(len(vectors))
        for feature, worth in vector.items():
            if feature in postings:
                holders, worths = postings[feature]
                near[holders] += worth * worths
        undated = (days[:index] < 0) | (days[index] < 0)
        near[:index][undated] *= _UNDATED
        close = undated | (np.abs(days[:index] - days[index]) <= _WINDOW_DAYS)
        for other in np.flatnonzero(close & (near[:index] >= _WORTH_KEEPING)).tolist():
            scores[other, index] = min(0.99, float(near[other]))
    return scores


def _postings(vectors: Sequence[Vector], most: int) -> dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]]:
    """Who has a feature and what it is worth to them, for features that at most ``most`` reports have."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        for feature in vector:
            holders[feature].append(index)
    return {
        feature: (np.array(held, dtype=np.int64), np.array([vectors[index][feature] for index in held]))
        for feature, held in holders.items()
        if len(held) <= most
    }


def _counts(report: LinkInput) -> Vector:
    """Features of a report's title and beginning, weighed by how often and in what form they stand there."""
    head = profile(" ".join(report.text.split()[:_HEAD_WORDS]))
    often = Counter(map(stem, head.words))
    counts: Vector = defaultdict(float)
    for feature, weight in head.features.items():
        counts[feature] += (1 + log(often[feature])) * (_STRONG_WORTH if weight == 2 else 1.0)
    for feature in profile(report.title).features:
        counts[feature] += _TITLE_WORTH
    return counts


def _vectors(counts: Sequence[Vector]) -> list[Vector]:
    """Unit vectors; features that one report alone has are left out after the norm is taken."""
    spread = Counter(feature for one in counts for feature in one)
    total = len(counts) + _BACKGROUND
    vectors = []
    for one in counts:
        weighed = {feature: count * log(total / spread[feature]) for feature, count in one.items()}
        norm = sqrt(sum(worth * worth for worth in weighed.values())) or 1.0
        vectors.append({feature: worth / norm for feature, worth in weighed.items() if spread[feature] > 1})
    return vectors


def _add_events(scores: dict[Pair, float], reports: Sequence[LinkInput], events: Iterable[Event]) -> None:
    """Events in common bring two reports closer that have something in common already."""
    position = {report.report_id: index for index, report in enumerate(reports)}
    common: Counter[Pair] = Counter()
    for event in events:
        if 1 < len(event.report_ids) <= _CROWDED:
            common.update(combinations(sorted(position[report_id] for report_id in event.report_ids), 2))
    for pair, shared in common.items():
        if pair in scores:
            scores[pair] = min(0.99, scores[pair] + _EVENT_WORTH * min(shared, _EVENTS_COUNTED))


def _add_copies(scores: dict[Pair, float], reports: Sequence[LinkInput], links: Iterable[Link]) -> None:
    position = {report.report_id: index for index, report in enumerate(reports)}
    for link in links:
        a, b = sorted((position[link.report_id], position[link.other_report_id]))
        if link.kind in COPIES and a != b:
            scores[a, b] = 1.0


def _average_linkage(total: int, scores: dict[Pair, float]) -> tuple[list[list[int]], list[tuple[int, int, float]]]:
    """Joins the most alike first, two groups only if all their pairs are alike on average (Sokal, Michener 1958)."""
    owner = list(range(total))
    members = {index: [index] for index in range(total)}
    between: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), score in scores.items():
        between[a][b] = between[b][a] = score
    bridges: list[tuple[int, int, float]] = []
    for (a, b), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        one, two = owner[a], owner[b]
        if score < _ALIKE or one == two:
            continue
        mean = between[one].get(two, 0.0) / (len(members[one]) * len(members[two]))
        if mean < _ALIKE_ON_THE_WHOLE and score < 1.0:
            continue
        bridges.append((a, b, score))
        for member in members[two]:
            owner[member] = one
        members[one] += members.pop(two)
        _pool(between, one, two)
    return [sorted(group) for group in members.values()], bridges


def _pool(between: dict[int, dict[int, float]], one: int, two: int) -> None:
    """Group ``two`` becomes part of ``one``: their sums of scores to each other group are added up."""
    for other, score in between.pop(two).items():
        between[other].pop(two, None)
        if other != one:
            between[one][other] = between[other][one] = between[one].get(other, 0.0) + score


def _centre(group: list[int], scores: Mapping[Pair, float]) -> int:
    """The report that is most like all others of its group; of equals the first."""
    total = dict.fromkeys(group, 0.0)
    for a, b in combinations(group, 2):
        score = scores.get((a, b), 0.0)
        total[a] += score
        total[b] += score
    return min(group, key=lambda index: (-round(total[index], 9), index))


def _story(group: list[LinkInput], centre: int, ordered: Sequence[LinkInput], family: Mapping[str, str]) -> Story:
    days = [report.published for report in group if report.published]
    titles = [ordered[centre].title, *(report.title for report in group)]
    first_words = " ".join(ordered[centre].text.split()[:14])
    report_ids = tuple(report.report_id for report in group)
    return Story(
        story_id=content_id("s", report_ids[0]),
        title=next((title for title in titles if title.strip()), first_words),
        first=min(days, default=None),
        last=max(days, default=None),
        report_ids=report_ids,
        source_ids=tuple(sorted({name for report in group for name in report.source_ids})),
        n_independent=n_independent(report_ids, family),
    )


def _same_story(a: LinkInput, b: LinkInput, score: float) -> Link:
    if b.source_ids[0] < a.source_ids[0]:
        a, b = b, a
    reason = f"names, numbers and rare words of title and beginning, and events in common: {score:.2f}"
    ends = (a.source_ids[0], b.source_ids[0], a.report_id, b.report_id)
    return Link(*ends, "same_story", round(score, 4), False, (reason,))
