"""Who says what and who denies it: claims, each with the denials that answer it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.brief.evidence import evidence_of, snippet
from dragoman.brief.model import Answer, Evidence, Exchange, Line
from dragoman.brief.names import day_text, is_plural, listed, sentence_case, shown_name, unique
from dragoman.brief.records import Claim, Mention
from dragoman.brief.sayings import Saying, collapsed, is_saying, saying_of, saying_order
from dragoman.brief.timeline import Archive, counts, told

_MOST_LINES = 5
_SOON_DAYS = 7
_SAYS = {"asserts": ("says", "say"), "denies": ("denies", "deny"), "doubts": ("doubts", "doubt")}
_Edges = dict[int, tuple[list[int], bool]]
"""By denial: the claims that it answers, and whether that is sure."""


def exchanges(claims: Sequence[Claim], archive: Archive) -> tuple[list[Exchange], int, int]:
    """Exchanges, those with claim and denial first, then the best confirmed; and how many claims there are when
    repetitions count once, and how many of them somebody surely denied.
    """
    sayings = collapsed((saying_of(claim, archive) for claim in claims), archive)
    edges = _edges(sayings)
    groups = _groups(len(sayings), edges)
    sure = {target for targets, is_sure in edges.values() if is_sure for target in targets}
    n_claims = sum(saying.stance == "asserts" for saying in sayings)
    groups.sort(key=lambda group: (not sure & set(group), *_order([sayings[i] for i in group], archive)))
    return [_exchange([sayings[i] for i in group], archive) for group in groups], n_claims, len(sure)


def _edges(sayings: Sequence[Saying]) -> _Edges:
    """A denial answers what it denies in so many words: the same deed, or what its own report tells. Only where there
    is no such claim does it stand with those that its maker was accused of elsewhere, and that is said.
    """
    of_claim = {claim_id: i for i, saying in enumerate(sayings) for claim_id in saying.claim_ids}
    found: _Edges = {}
    for i, denial in enumerate(sayings):
        targets = sorted({of_claim[a] for a in denial.answers if a in of_claim and of_claim[a] != i})
        targets = [t for t in targets if sayings[t].stance != "denies"]
        sure = [t for t in targets if _same_deed(denial, sayings[t]) or _same_report(denial, sayings[t])]
        apart = [t for t in targets if _may_answer(denial, sayings[t])]
        if sure or apart:
            found[i] = (sure or apart, bool(sure))
    return found


def _same_deed(denial: Saying, claim: Saying) -> bool:
    return bool(set(denial.event_ids) & set(claim.event_ids))


def _may_answer(denial: Saying, claim: Saying) -> bool:
    """Whether the denial comes soon after the claim, from another side: nobody denies what his own side says."""
    if denial.made_on and claim.made_on and (denial.made_on - claim.made_on).days > _SOON_DAYS:
        return False
    sides = [{party.country or party.actor_id for party in saying.claimants} for saying in (denial, claim)]
    return not sides[0] & sides[1]


def _same_report(denial: Saying, claim: Saying) -> bool:
    return bool({m.report_id for m in denial.mentions} & {m.report_id for m in claim.mentions})


def _groups(n: int, edges: _Edges) -> list[list[int]]:
    """Sayings that answer one another, directly or through others."""
    parent = list(range(n))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, (targets, _) in edges.items():
        for target in targets:
            parent[root(i)] = root(target)
    groups: dict[int, list[int]] = {}
    for i in range(n):
        groups.setdefault(root(i), []).append(i)
    return list(groups.values())


def _order(group: Sequence[Saying], archive: Archive) -> tuple[bool, int, bool, tuple[bool, str, str]]:
    denials = sum(saying.stance == "denies" for saying in group)
    one_sided = denials in (0, len(group))
    confirmed = sum(counts(saying.mentions, archive)[1] for saying in group)
    return one_sided, -confirmed, denials == len(group), min(saying_order(saying) for saying in group)


def _exchange(group: Sequence[Saying], archive: Archive) -> Exchange:
    """Its claims and denials by their days, the best confirmed kept."""
    denials = [saying for saying in group if saying.stance == "denies"]
    claims = [saying for saying in group if saying.stance != "denies"]
    kept_claims, kept_denials = _kept(claims, archive), _kept(denials, archive)
    return Exchange(
        charges=tuple(_line(saying, archive) for saying in kept_claims),
        answers=tuple(Answer(_line(saying, archive), _of(saying, kept_claims)) for saying in kept_denials),
        more_charges=len(claims) - len(kept_claims),
        more_answers=len(denials) - len(kept_denials),
    )


def _kept(sayings: list[Saying], archive: Archive) -> list[Saying]:
    best = sorted(sayings, key=lambda s: (-counts(s.mentions, archive)[1], saying_order(s)))[:_MOST_LINES]
    return sorted(best, key=saying_order)


def _of(denial: Saying, claims: Sequence[Saying]) -> str:
    """Which of the claims it answers and how that is known; '' if none."""
    linked = [i for i, claim in enumerate(claims) if set(claim.claim_ids) & set(denial.answers)]
    sure = [i for i in linked if _same_deed(denial, claims[i]) or _same_report(denial, claims[i])]
    answered = sure or [i for i in linked if _may_answer(denial, claims[i])]
    if not answered:
        return ""
    which = f" {listed([str(i + 1) for i in answered], _MOST_LINES)}" if len(claims) > 1 else ""
    noun = "claim" if len(answered) == 1 else "claims"
    if sure:
        how = "the same deed" if any(_same_deed(denial, claims[i]) for i in sure) else "told in the same report"
        return f"answers {noun}{which}: {how}" if which else how
    return f"may answer {noun}{which}: the accused side spoke{_later(denial, [claims[i] for i in answered])}"


def _later(denial: Saying, claims: Iterable[Saying]) -> str:
    days = [(denial.made_on - c.made_on).days for c in claims if denial.made_on and c.made_on]
    if not days:
        return ""
    return " the same day" if min(days) == 0 else " a day later" if min(days) == 1 else f" {min(days)} days later"


def _line(saying: Saying, archive: Archive) -> Line:
    best = saying.mentions[0] if saying.mentions else None
    n_reports, n_independent = counts(saying.mentions, archive)
    says_it = best is not None and is_saying(best, saying.stance)
    return Line(
        day=day_text(saying.made_on),
        text=_text(saying, best),
        event_type=best.event_type if best else "",
        event_mode=best.event_mode if best else "",
        quad=3 if says_it else 0,
        status=best.status if best and says_it else "",
        n_reports=max(1, n_reports),
        n_independent=max(1, n_independent),
        evidence=_evidence(saying, archive),
        words=snippet(best) if best and says_it else "",
    )


def _text(saying: Saying, mention: Mention | None) -> str:
    """The saying as a sentence: the accusation or denial as it was coded, else who says, denies or doubts the deed."""
    if mention and is_saying(mention, saying.stance):
        return told(mention, mention.status, None, frozenset())
    as_named = {party.actor_id: party for party in mention.claimants} if mention else {}
    names = unique(shown_name(as_named.get(party.actor_id, party)) for party in saying.claimants)
    verb = _SAYS.get(saying.stance, _SAYS["asserts"])[is_plural(names)]
    if mention is None:
        return sentence_case(f"{listed(names)} {verb} something")
    deed = told(mention, "negated" if mention.status == "negated" else "happened", None, frozenset())
    return sentence_case(f"{listed(names)} {verb}: {deed}")


def _evidence(saying: Saying, archive: Archive) -> tuple[Evidence, ...]:
    if saying.mentions:
        return evidence_of(saying.mentions, archive.reports, archive.family)
    source = saying.source_ids[0] if saying.source_ids else ""
    return (replace(Evidence((("", saying.content),), source, "", "", ""), also=saying.source_ids[1:]),)
