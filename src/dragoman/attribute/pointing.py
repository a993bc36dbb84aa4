"""Places that a text points to without their names: "in the Kazakh capital", "the army took the town", "met there".

They tell where events were, beside the places named. A map of what a report names has no use for them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.ontology.demonyms import demonyms
from dragoman.ontology.gazetteer import capital_place, country_place, gazetteer
from dragoman.types.place import Place, PlaceMention
from dragoman.types.resolved import ResolvedText
from dragoman.types.text import Sentence, Token

_REACH = 4
"""How many sentences back a place may be named that a noun means; "there" means one of the sentence before at most."""
_TOWNS = {"town", "city", "capital"}
_NOUNS = {
    "town": {"town", "city"}, "city": _TOWNS, "village": {"town", "city"}, "port": _TOWNS | {"port"},
    "district": _TOWNS | {"district", "county"}, "province": {"region", "county"}, "region": {"region", "disputed"},
    "territory": {"region", "disputed", "country"}, "island": {"island"}, "peninsula": {"peninsula"},
    "camp": {"camp", "site"}, "base": {"base"}, "strait": {"strait"}, "country": {"country"},
}  # fmt: skip
"""Nouns for places, and the kinds of places that they stand for."""
_DEFINITE = {"the", "this", "that"}
_HERE = "here"
POINTING = {_HERE, "there"}
"""Adverbs that point to a place."""
_NAMING = {"amod", "compound", "nmod", "poss", "prep", "appos", "nummod", "relcl"}
"""What says below a noun which place it is; then it doesn't point to one named before."""


def with_pointed(resolved: ResolvedText) -> ResolvedText:
    """The report with the places that it points to among those that it names, in reading order."""
    found = [p for s in resolved.annotated.sentences for p in _pointed(s, resolved)]
    places = sorted((*resolved.places, *found), key=lambda p: (p.passage, p.start, p.end))
    return replace(resolved, places=tuple(places)) if found else resolved


def _pointed(sentence: Sentence, resolved: ResolvedText) -> Iterator[PlaceMention]:
    for token in sentence.tokens:
        word = token.text.lower()
        place = None
        if word in POINTING and token.dep == "advmod" and not sentence.is_quoted(token.index):
            place = _dateline(resolved) if word == _HERE else _last(sentence, token.start, resolved, 1, None)
        elif word in _NOUNS or word == "capital":
            place = _of_noun(sentence, token.index, resolved)
        if place is not None:
            yield PlaceMention(sentence.passage, token.start, token.end, token.text, place)


def _dateline(resolved: ResolvedText) -> Place | None:
    """The town of the report's dateline, where "here" is."""
    town, _, state = resolved.annotated.clean.dateline_place.partition(",")
    entries = gazetteer().entries(town) if town else ()
    lands = {e.place.country for e in gazetteer().entries(state.strip())} if state.strip() else set()
    within = [e for e in entries if e.place.country in lands]
    return max(within or entries, key=lambda e: e.weight).place if entries else None


def _of_noun(sentence: Sentence, at: int, resolved: ResolvedText) -> Place | None:
    """The place that a definite noun means: a capital by its state, another by the last one named of its kind."""
    token = sentence.tokens[at]
    below = [sentence.tokens[c] for c in sentence.children[at]]
    if token.dep not in {"pobj", "dobj", "nsubj", "nsubjpass"} or any(t.dep == "appos" for t in below):
        return None
    if token.text.lower() == "capital":
        return _capital(sentence, token, below, resolved)
    pointing = any(t.dep == "det" and t.text.lower() in _DEFINITE for t in below)
    if not pointing or any(t.dep in _NAMING for t in below):
        return None
    if token.text.lower() == "country":
        foreign = any(
            p.place.country not in {"", resolved.focus} and sentence.holds(p.passage, p.start) for p in resolved.places
        )
        return None if foreign or not resolved.focus else country_place(resolved.focus)
    return _last(sentence, token.start, resolved, _REACH, _NOUNS[token.text.lower()])


def _capital(sentence: Sentence, token: Token, below: Sequence[Token], resolved: ResolvedText) -> Place | None:
    """Of the state whose it is said to be, or of the place named before it in its sentence, or of the report's own."""
    states = [t.text for t in below if t.dep in {"amod", "compound", "poss"} and t.text[:1].isupper()]
    here = [p for p in resolved.places if sentence.holds(p.passage, p.start) and p.start < token.start]
    after = sentence.tokens[token.index + 1 : token.index + 3]
    if [t.text for t in after[:1]] == [","] and after[-1].text[:1].isupper():
        return None  # "the capital, Bangui,"
    if states:
        entry = demonyms().get(states[0])
        state = next((p.place.country for p in here if p.text == states[0]), entry.place.country if entry else "")
        return capital_place(state) if state else None
    definite = any(t.dep in {"det", "poss"} for t in below)
    if not definite or any(t.dep in {"amod", "prep", "compound"} for t in below):
        return None
    state = next((p.place.country for p in reversed(here) if p.place.country and not p.inside), resolved.focus)
    return capital_place(state) if state else None


def _last(sentence: Sentence, start: int, resolved: ResolvedText, reach: int, kinds: set[str] | None) -> Place | None:
    """The place named last before a position, of some kinds if these are given, and the narrowest of a sentence if not:
    there no place is meant that only acts.
    """
    sentences = resolved.annotated.sentences
    for back in range(min(reach, sentence.index) + 1):
        there = sentences[sentence.index - back]
        named = [
            p.place
            for p in resolved.places
            if not p.inside and there.holds(p.passage, p.start) and (back or p.start < start)
            and (p.place.kind in kinds if kinds is not None else _is_where(there, p))
        ]  # fmt: skip
        if named:
            return _narrowest(named) if kinds is None else named[-1]
    return None


def _is_where(sentence: Sentence, mention: PlaceMention) -> bool:
    """Whether a place stands after a preposition, or is gone to, and isn't come from."""
    head = sentence.head_at(mention.start, mention.end)
    if head is None or sentence.tokens[head].dep not in {"pobj", "dobj", "conj", "appos"}:
        return False
    return sentence.tokens[sentence.tokens[head].head].text.lower() != "from"


def _narrowest(places: Sequence[Place]) -> Place:
    """The last town of those named, else the last place."""
    return next((p for p in reversed(places) if p.kind in _TOWNS), places[-1])
