"""Fits the weights by which pronouns are led to what they mean: ``make antecedents``.

``antecedents/*.tsv`` says of pronouns and bare titles in the sample reports whom they mean: report, field and
character where it stands, the word, and the referent: a state by its code, a name, ``noun|STATE`` for an unnamed
party, several joined by `` & ``, ``-`` for a thing or nobody. The marked reports say the same in their own way
(``training.reports``). Runs the resolver over the reports; each of the words
with its candidates is an example. Writes ``src/dragoman/resolve/data/antecedents.tsv``. Run in the project's own
environment with ``tests`` on the path.
"""

import re
from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass

import numpy as np
from golden.coded import annotated_samples
from golden.gold import words_of

from dragoman.annotate import annotate, load_parser
from dragoman.clean import clean
from dragoman.ontology.knowledge import knowledge
from dragoman.ontology.weights import Rows
from dragoman.resolve import antecedents, pronouns, resolve, title_features, titles
from dragoman.resolve.antecedents import FEATURES, KINDS, Anaphor, Kind
from dragoman.resolve.noted import Memory, Noted
from dragoman.resolve.title import Title
from dragoman.resolve.title_features import TITLE_KINDS, TitleKind, kind_of
from dragoman.types.actor import Actor, Choice
from dragoman.types.report import Rejected
from dragoman.types.text import AnnotatedText, Sentence
from training import regression
from training.corpus import HERE
from training.reports import read_all_reports

DATA = HERE.parent / "src" / "dragoman" / "resolve" / "data"
SHARED_RIDGE, OWN_RIDGE = 2.0, 5.0
"""How strongly the weights shared by all pronouns are held to nought, and those of one kind to the shared ones."""
TITLE_RIDGE = 2.0
FOLDS = 5
Where = tuple[str, str, int]


@dataclass(frozen=True)
class Case:
    """A pronoun with its candidates' features, nobody's last, and which of the rows are right."""

    report: str
    kind: Kind | TitleKind
    rows: Rows
    right: tuple[int, ...]


def main() -> None:
    """Fits and writes the weights; prints how often each kind is right, fitted on other stories."""
    cases = cases_of(annotations())
    stories = sorted({_story(c) for c in cases})
    folds = {story: i % FOLDS for i, story in enumerate(stories)}
    right: dict[Kind | TitleKind, list[bool]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = fit([c for c in cases if folds[_story(c)] != fold])
        for case in cases:
            if folds[_story(case)] == fold:
                right[case.kind].append(int((case.rows @ weights[case.kind]).argmax()) in case.right)
    for kind, held in right.items():
        print(f"{kind}: {len(held)}, right {np.mean(held):.3f} with weights fitted on other stories")
    weights = fit(cases)
    heading = "Weights of the antecedents of pronouns, fitted by training/antecedents.py"
    pronoun = np.stack([weights[k] for k in KINDS], 1)
    regression.write(DATA / "antecedents.tsv", heading, FEATURES, pronoun, KINDS)
    heading = "Weights of what bare titles mean, fitted by training/antecedents.py"
    title = np.stack([weights[k] for k in TITLE_KINDS], 1)
    regression.write(DATA / "titles.tsv", heading, title_features.FEATURES, title, TITLE_KINDS)


def annotations() -> dict[Where, str]:
    """Whom each annotated word means, by report, field and character."""
    found: dict[Where, str] = {}
    for path in sorted((HERE / "antecedents").glob("*.tsv")):
        for line in path.read_text(encoding="utf8").splitlines():
            if line and not line.startswith("#"):
                report, field, start, _, referent = line.split("\t")
                found[report, field, int(start)] = referent
    for marked in read_all_reports():
        found |= {(marked.report.source_id, r.field, r.start): r.means for r in marked.referents}
    return found


def texts_of(names: Container[str]) -> dict[str, AnnotatedText]:
    """The sample reports and the marked ones of these names with their grammar."""
    found = annotated_samples(names)
    parser = load_parser()
    for marked in read_all_reports():
        if marked.report.source_id in names:
            cleaned = clean(marked.report)
            assert not isinstance(cleaned, Rejected)
            found[marked.report.source_id] = annotate(cleaned, parser)
    return found


def cases_of(wanted: dict[Where, str]) -> list[Case]:
    """The annotated pronouns, met in their reports; earlier ones mean there what they are annotated to mean."""
    found: dict[Where, Case] = {}
    plain = pronouns.choose, titles.choose
    for name, annotated in sorted(texts_of({report for report, _, _ in wanted}).items()):
        recorder = _Recorder(name, annotated, wanted, found)
        pronouns.choose, titles.choose = recorder.pronoun, recorder.title
        try:
            resolve(annotated)
        finally:
            pronouns.choose, titles.choose = plain
    return list(found.values())


_ANNOTATED = Choice("as annotated", ())


@dataclass
class _Recorder:
    """Stands in for ``choose`` and keeps what it is asked."""

    report: str
    text: AnnotatedText
    wanted: dict[Where, str]
    found: dict[Where, Case]

    def pronoun(self, anaphor: Anaphor, here: Sequence[Noted], memory: Memory) -> tuple[Noted | None, Choice]:
        candidates = antecedents.candidates(anaphor, here, memory)
        rows = antecedents.table(anaphor, candidates, memory)
        by = antecedents.weights(anaphor.kind)
        return self._asked(anaphor.kind, anaphor.sentence, anaphor.at, candidates, rows, by), _ANNOTATED

    def title(self, title: Title, memory: Memory) -> tuple[Noted | None, Choice]:
        candidates = titles.candidates(title, memory)
        rows, kind = title_features.table(title, candidates, memory), kind_of(title)
        by = title_features.weights(kind)
        return self._asked(kind, title.scene.sentence, title.party.head, candidates, rows, by), _ANNOTATED

    def _asked(
        self,
        kind: Kind | TitleKind,
        sentence: Sentence,
        at: int,
        candidates: Sequence[Sequence[Noted]],
        rows: Rows,
        by: Rows,
    ) -> Noted | None:
        span = self.text.span(sentence, sentence.tokens[at].start, sentence.tokens[at].end)
        where = (self.report, span.field, span.start)
        if where not in self.wanted:
            best = int((rows @ by).argmax())
            return candidates[best][-1] if best < len(candidates) and candidates[best][-1].kind != "thing" else None
        right = right_ones(self.wanted[where], candidates)
        self.found[where] = Case(self.report, kind, rows, right)
        meant = [i for i in right if i < len(candidates) and candidates[i][-1].kind != "thing"]
        return candidates[meant[0]][-1] if meant else None


def right_ones(referent: str, candidates: Sequence[Sequence[Noted]]) -> tuple[int, ...]:
    """Which candidates are what a pronoun is annotated to mean; nobody is the one after the last."""
    if referent == "-":
        return (*(i for i, c in enumerate(candidates) if c[-1].kind == "thing"), len(candidates))
    names = referent.split(" & ")
    found = [len(candidates)] if names[0].endswith("|") and not names[1:] else []
    for i, candidate in enumerate(candidates):
        if candidate[-1].kind == "country" and names[1:] == [] and names[0][-3:] == candidate[-1].key[-3:]:
            found.append(i)
            continue
        actors = [p.actor for p in candidate[-1].parties]
        if len(names) > 1 and all(a.kind == "state" for a in actors):
            if sorted(n[-3:] for n in names) == sorted(a.country for a in actors):
                found.append(i)
            continue
        named = all(any(is_meant(n, a) for a in actors) for n in names)
        if actors and named and all(any(is_meant(n, a) for n in names) for a in actors):
            found.append(i)
    return tuple(found)


def is_meant(name: str, actor: Actor) -> bool:
    """Whether an annotated referent is an actor."""
    if name in knowledge().states:
        return actor.country == name and actor.kind in {"state", "unnamed"}
    noun, bar, country = (_of_nation(name) or name).partition("|")
    own, given = words_of(actor.name), words_of(noun)
    if country:
        return actor.country == country and (actor.kind == "unnamed" or _is_such(given, actor))
    if bar:
        return bool(set(own) & set(given))
    known = knowledge().names.get(name)
    if known is not None and known.name == actor.name:
        return True
    if name == "".join(w[0] for w in actor.name.split() if w[0].isupper()):
        return True
    shared = set(own) & set(given)
    return bool(given) and (shared in (set(own), set(given)) or (len(given) > 1 and given[-1] in own))


def _of_nation(name: str) -> str:
    """A name that says only whose a party is, as ``noun|STATE``: "Israeli army"."""
    first, _, noun = name.partition(" ")
    known = knowledge().names.get(first)
    lower = bool(noun) and noun == noun.lower()
    return f"{noun}|{known.country}" if lower and known is not None and known.kind == "nationality" else ""


def _is_such(noun: Sequence[str], actor: Actor) -> bool:
    """Whether a body, a group or an office is what a noun says: by a word of its name, or its sector."""
    if actor.kind not in {"body", "group", "office"}:
        return False
    role = knowledge().roles.get(noun[-1]) if noun else None
    return bool(set(noun) & set(words_of(actor.name))) or bool(role and set(role.sectors) & set(actor.sectors))


def fit(cases: Sequence[Case]) -> dict[Kind | TitleKind, Rows]:
    """Weights by kind: those of titles, and each kind of pronoun's own, held to those that fit all pronouns."""

    def of_kind(kind: Kind | TitleKind) -> list[tuple[Rows, tuple[int, ...]]]:
        return [(c.rows, c.right) for c in cases if c.right and c.kind == kind]

    shared = regression.fit_choice([c for k in KINDS for c in of_kind(k)], np.zeros(len(FEATURES)), SHARED_RIDGE)
    weights: dict[Kind | TitleKind, Rows] = {k: regression.fit_choice(of_kind(k), shared, OWN_RIDGE) for k in KINDS}
    nought = np.zeros(len(title_features.FEATURES))
    return weights | {k: regression.fit_choice(of_kind(k), nought, TITLE_RIDGE) for k in TITLE_KINDS}


def _story(case: Case) -> str:
    return case.report if case.report.startswith(("marked/", "fresh/")) else re.split("[/-]", case.report)[0]


if __name__ == "__main__":
    main()
