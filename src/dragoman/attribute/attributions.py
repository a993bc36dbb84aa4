"""Reported speech: sources, cues and contents, by verbs of saying, "according to", and quotation marks.

The roles are those of PolNeAR (Newell et al. 2018): source, cue, content.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from dragoman.ontology.tables import rows
from dragoman.types.actor import ActorMention
from dragoman.types.attribution import Attribution, Stance
from dragoman.types.text import Sentence, Token

Parties = tuple[ActorMention, ...]
_CLAUSES = {"ccomp", "parataxis"}
_TO_CLAUSE = {"promise", "vow", "pledge", "threaten", "claim", "offer", "swear"}
_NOUN_CUES = {
    "statement", "claim", "allegation", "announcement", "report", "accusation", "assertion", "suggestion", "warning",
    "belief", "view", "argument", "denial", "charge", "declaration", "admission", "rumor", "rumour", "promise",
}  # fmt: skip


@cache
def cues() -> Mapping[str, tuple[Stance, str]]:
    """Stance and weight by verb."""
    return {r["verb"]: (r["stance"], r["weight"]) for r in rows("cues.tsv", "dragoman.attribute")}  # type: ignore[misc]


def find_attributions(
    sentences: Sequence[Sentence], parties: Mapping[tuple[int, int], Parties]
) -> tuple[Attribution, ...]:
    """All attributions of a report, in order. A quotation that runs on keeps the speaker of the sentence before."""
    found: list[Attribution] = []
    last: Attribution | None = None
    passage = -1
    for sentence in sentences:
        last = last if sentence.passage == passage else None
        passage = sentence.passage
        mine = list(_in_sentence(sentence, parties))
        if not mine and last is not None and (running := _running_quote(sentence, last)) is not None:
            mine = [running]
        found.extend(mine)
        speakers = [a for a in mine if a.claimants]
        last = speakers[0] if speakers else None
    return tuple(found)


def _in_sentence(sentence: Sentence, parties: Mapping[tuple[int, int], Parties]) -> Iterator[Attribution]:
    for token in sentence.tokens:
        if token.pos in {"VERB", "AUX"} and token.lemma.lower() in cues():
            yield from _by_verb(sentence, token, parties)
        elif token.text.lower() == "according":
            yield from _according(sentence, token, parties)
        elif token.lemma in _NOUN_CUES and token.pos == "NOUN":
            yield from _by_noun(sentence, token, parties)


def _by_verb(sentence: Sentence, verb: Token, parties: Mapping[tuple[int, int], Parties]) -> Iterator[Attribution]:
    content = _content(sentence, verb)
    if not content:
        return
    subject = next((c for c in sentence.children[verb.index] if sentence.tokens[c].dep == "nsubj"), None)
    if subject is None:
        subject = _shared_subject(sentence, verb)
    if (
        subject is not None
        and sentence.tokens[subject].text.lower() in {"who", "which", "that"}
        and verb.dep == "relcl"
    ):
        subject = verb.head
    stance, weight = cues()[verb.lemma.lower()]
    source = _extent(sentence, subject) if subject is not None else None
    claimants = _claimants(sentence, subject, parties) if subject is not None else ()
    if subject is None:
        claimants = _agents(sentence, verb, parties)
    cue = _cue_range(sentence, verb)
    yield Attribution(sentence.index, cue, source, content, stance, weight, claimants)  # type: ignore[arg-type]


def _cue_range(sentence: Sentence, verb: Token) -> tuple[int, int]:
    first = verb.index
    while first and sentence.tokens[first - 1].head == verb.index and sentence.tokens[first - 1].dep in {"aux", "neg"}:
        first -= 1
    return first, verb.index + 1


def _shared_subject(sentence: Sentence, verb: Token) -> int | None:
    node = verb
    while node.dep == "conj" and sentence.tokens[node.head].pos in {"VERB", "AUX"}:
        node = sentence.tokens[node.head]
        for child in sentence.children[node.index]:
            if sentence.tokens[child].dep == "nsubj":
                return child
    if node.dep in {"advcl", "xcomp"}:
        head = node.head
        return next((c for c in sentence.children[head] if sentence.tokens[c].dep == "nsubj"), None)
    return None


def _agents(sentence: Sentence, verb: Token, parties: Mapping[tuple[int, int], Parties]) -> Parties:
    for child in sentence.children[verb.index]:
        if sentence.tokens[child].dep == "agent":
            for obj in sentence.children[child]:
                if found := parties.get((sentence.index, obj)):
                    return found
    return ()


def _content(sentence: Sentence, verb: Token) -> tuple[tuple[int, int], ...]:
    for child in sentence.children[verb.index]:
        token = sentence.tokens[child]
        if token.dep in _CLAUSES or (token.dep == "xcomp" and verb.lemma in _TO_CLAUSE):
            return _ranges(_inside(sentence, child, verb.index))
    if (
        verb.dep in {"parataxis", "advcl"}
        and sentence.tokens[verb.head].pos in {"VERB", "AUX"}
        and _is_tag(sentence, verb)
    ):
        own = set(sentence.subtree(verb.index))
        return _ranges(i for i in sentence.subtree(verb.head) if i not in own)
    quoted = [r for r in sentence.quoted if not r[0] <= verb.index < r[1]]
    return tuple(quoted) if quoted and sum(b - a for a, b in quoted) > 2 else ()


def _is_tag(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb of saying stands aside from its content: "..., the ministry said"."""
    return all(sentence.tokens[c].dep not in {"mark", "ccomp", "dobj"} for c in sentence.children[verb.index])


def _according(sentence: Sentence, token: Token, parties: Mapping[tuple[int, int], Parties]) -> Iterator[Attribution]:
    to = next((c for c in sentence.children[token.index] if sentence.tokens[c].text.lower() == "to"), None)
    if to is None:
        return
    for obj in sentence.children[to]:
        own = set(sentence.subtree(token.index))
        root = sentence.tokens[token.head].index
        content = _ranges(i for i in sentence.subtree(root) if i not in own)
        claimants = parties.get((sentence.index, obj), ())
        source = _extent(sentence, obj)
        yield Attribution(sentence.index, (token.index, to + 1), source, content, "asserts", "plain", claimants)
        return


def _by_noun(sentence: Sentence, noun: Token, parties: Mapping[tuple[int, int], Parties]) -> Iterator[Attribution]:
    clause = next(
        (
            c
            for c in sentence.children[noun.index]
            if sentence.tokens[c].dep in {"acl", "ccomp"}
            and any(sentence.tokens[m].dep == "mark" for m in sentence.children[c])
        ),
        None,
    )
    if clause is None:
        return
    owner = next((c for c in sentence.children[noun.index] if sentence.tokens[c].dep == "poss"), None)
    source = _extent(sentence, owner) if owner is not None else None
    claimants = parties.get((sentence.index, owner), ()) if owner is not None else ()
    stance: Stance = "denies" if noun.lemma == "denial" else "asserts"
    content = _ranges(sentence.subtree(clause))
    yield Attribution(sentence.index, (noun.index, noun.index + 1), source, content, stance, "loose", claimants)


def _running_quote(sentence: Sentence, last: Attribution) -> Attribution | None:
    """A sentence that stands wholly in quotation marks goes on with the last speaker's words."""
    inside = sum(b - a for a, b in sentence.quoted)
    if inside < 0.7 * len(sentence.tokens):
        return None
    return Attribution(sentence.index, (0, 0), None, sentence.quoted, last.stance, last.weight, last.claimants)


def _claimants(sentence: Sentence, subject: int, parties: Mapping[tuple[int, int], Parties]) -> Parties:
    group = [subject, *(c for c in sentence.children[subject] if sentence.tokens[c].dep in {"conj", "appos"})]
    found = [m for g in group[:1] for m in parties.get((sentence.index, g), ())]
    if not found:
        found = [m for g in group[1:] for m in parties.get((sentence.index, g), ())]
    if not found:
        owners = [c for c in sentence.children[subject] if sentence.tokens[c].dep in {"poss", "compound", "amod"}]
        found = [m for o in owners for m in parties.get((sentence.index, o), ())][:1]
    return tuple(found)


def _inside(sentence: Sentence, root: int, outside: int) -> Iterable[int]:
    return (i for i in sentence.subtree(root) if i != outside)


def _extent(sentence: Sentence, head: int) -> tuple[int, int]:
    """A noun phrase with what belongs to it, without its relative clauses."""
    nodes, stack = [], [head]
    while stack:
        node = stack.pop()
        nodes.append(node)
        stack.extend(c for c in sentence.children[node] if sentence.tokens[c].dep not in {"relcl", "acl", "punct"})
    return min(nodes), max(nodes) + 1


def _ranges(indices: Iterable[int]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for i in sorted(indices):
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return tuple(found)
