"""Sentences as evidence: verbatim, with trigger and parties marked, each witness once."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.brief.model import Evidence, Role
from dragoman.brief.names import day_text, unique
from dragoman.brief.records import Mention, Report, Words, restored

_AT_MOST = 4
_SNIPPET_WORDS = 14
_BREAK = re.compile(r"[,;:.!?—–]\s|[.!?,;:]$|[”\"](?:\s|$)")


def evidence_of(
    mentions: Sequence[Mention], reports: Mapping[str, Report], families: Mapping[str, str]
) -> tuple[Evidence, ...]:
    """One sentence for each witness, in the order given; copies and repetitions are named under the first."""
    first: dict[str, Mention] = {}
    also: dict[str, list[str]] = {}
    seen: dict[str, str] = {}
    for mention in mentions:
        family = families.get(mention.report_id, mention.report_id)
        key = seen.get(_folded(mention.sentence.text), family)
        seen.setdefault(_folded(mention.sentence.text), key)
        if key in first:
            also.setdefault(key, []).append(mention.source_id)
        else:
            first[key] = mention
    shown = list(first.items())[:_AT_MOST]
    rest = [mention.source_id for _, mention in list(first.items())[_AT_MOST:]]
    found = [_evidence(mention, reports, also.get(key, [])) for key, mention in shown]
    return tuple(found) if not rest else (*found[:-1], _with_also(found[-1], rest))


def _folded(sentence: str) -> str:
    return " ".join(re.findall(r"\w+", sentence.lower()))


def _with_also(evidence: Evidence, more: Iterable[str]) -> Evidence:
    return replace(evidence, also=unique([*evidence.also, *more]))


def _evidence(mention: Mention, reports: Mapping[str, Report], also: Iterable[str]) -> Evidence:
    report = reports.get(mention.report_id)
    changes = [w for w in mention.wording if _within(w, mention.sentence) and w.restored != w.text]
    return Evidence(
        pieces=pieces(mention),
        source_id=mention.source_id,
        publisher=report.publisher if report else "",
        published=day_text(report.published) if report else day_text(None),
        why=mention.why,
        restored=restored(mention.sentence, changes).restored,
        changes=unique_pairs((w.text, w.restored) for w in changes),
        also=tuple(name for name in unique(also) if name != mention.source_id),
    )


def unique_pairs(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Each once, in order."""
    return tuple(dict.fromkeys(pairs))


def pieces(mention: Mention) -> tuple[tuple[Role, str], ...]:
    """The sentence cut where a role begins or ends; the trigger wins over the parties, they over the place."""
    sentence = mention.sentence
    roles: list[Role] = [""] * len(sentence.text)
    for role, words in reversed(_marked(mention)):
        if _within(words, sentence):
            for i in range(words.start - sentence.start, words.end - sentence.start):
                roles[i] = role
    cut = [i for i in range(1, len(roles)) if roles[i] != roles[i - 1]]
    return tuple((roles[a], sentence.text[a:b]) for a, b in zip([0, *cut], [*cut, len(roles)], strict=True) if a < b)


def _marked(mention: Mention) -> list[tuple[Role, Words]]:
    marked: list[tuple[Role, Words]] = [("trigger", mention.trigger)]
    marked += [("actor", party.words) for party in mention.actors if party.words]
    marked += [("recipient", party.words) for party in mention.recipients if party.words]
    marked += [("claimant", party.words) for party in mention.claimants if party.words]
    return marked + ([("place", mention.place)] if mention.place else [])


def _within(words: Words, sentence: Words) -> bool:
    """Whether the words stand in the sentence, character by character."""
    if words.field != sentence.field or not sentence.start <= words.start < words.end <= sentence.end:
        return False
    return sentence.text[words.start - sentence.start : words.end - sentence.start] == words.text


def snippet(mention: Mention) -> str:
    """The sentence's words from a verb as trigger to the end of its clause; '' where nothing follows."""
    if not _within(mention.trigger, mention.sentence) or re.match(r"[A-Z]+ [^(]*/n\b", mention.why):
        return ""
    text = mention.sentence.text[mention.trigger.start - mention.sentence.start :]
    stop = _BREAK.search(text, len(mention.trigger.text))
    clause = text[: stop.start()] if stop else text
    words = clause.split()
    if len(words) <= len(mention.trigger.text.split()):
        return ""
    return " ".join(words[:_SNIPPET_WORDS]) + ("…" if len(words) > _SNIPPET_WORDS else "")
