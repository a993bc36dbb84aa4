"""Whom a bare title means: "the minister", "the army", "the bloc", "the two countries".

A title without a state means a party named before ("the bloc": ECOWAS), several of them ("both sides"), or those whom
it names of a state that the report speaks of ("the army": Sudan's). All these are candidates of one choice, as in
``antecedents``, by weights fitted on annotated reports.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.ontology.knowledge import Role, knowledge, state_actor
from dragoman.ontology.plover import UNLAWFUL
from dragoman.ontology.pronouns import COUNTED
from dragoman.ontology.weights import Features, Rows, fill
from dragoman.resolve import antecedents
from dragoman.resolve.antecedents import FEATURES, Anaphor, Memory, Noted, as_state, own_subjects
from dragoman.resolve.parties import said_noun
from dragoman.resolve.persons import office_name
from dragoman.resolve.reasons import ranked
from dragoman.resolve.scene import Party, Scene, slug
from dragoman.types.actor import Actor, Choice
from dragoman.types.text import Sentence, Token

LANDS = {"country", "nation", "state", "homeland", "republic", "kingdom"}
"""Nouns that mean a state itself."""
_WHERE = {"in", "at", "near", "inside", "within", "across", "throughout", "outside", "around"}
_DOMESTIC = {"GOV", "MIL", "COP", "JUD", "LEG", "OPP", "CVL", "SPY", "PTY", "LAB", "EDU", "MED", "JRN"}
_TRADES = {"MIL", "COP", "JUD", "SPY"}
"""Sectors of trades whose titles no politician has."""
_OF_FORCES = {("MIL",), ("COP",)}
_OPENING = 8
"""Words within which a sentence says where it is set."""
OF_A_STATE = {"GOV", "MIL", "SPY"}
"""Sectors whose people act for their state wherever they are."""


@dataclass(frozen=True, slots=True)
class Title:
    """A bare title in its sentence. ``here`` is what its sentence names, ``focus`` what the report is about."""

    scene: Scene
    party: Party
    role: Role
    here: tuple[Noted, ...]
    focus: str
    clear: bool

    @property
    def noun(self) -> str:
        return self.role.noun.split()[-1]


def settle_title(title: Title, memory: Memory) -> tuple[Party, ...]:
    """The party of a title with its state, or those that it means. People who act for no state are of the place that
    their sentence is set in ("in Yerevan the police").
    """
    meant, choice = choose(title, memory)
    if (body := _short_form(title, memory)) is not None:
        meant, choice = body, Choice("the body whose name it shortens", ())
    opening = "" if _is_counted(title) else _opens_in(title)
    local = "" if _is_counted(title) else at_home_in(title) or opening
    if local and (meant is None or meant.kind == "country" or (opening and meant.kind == "several")):
        meant = _of_state(local, title.scene.sentence.index, title.party.head)
        choice = replace(choice, why="where its sentence is set")
    return tuple(replace(p, choice=choice) for p in settled(title, meant))


def _short_form(title: Title, memory: Memory) -> Noted | None:
    """The body that a capital shortens to its last word: "the Union" after "the European Union"."""
    token = title.scene.sentence.tokens[title.party.head]
    if not (token.text[:1].isupper() and token.pos == "PROPN" and title.party.definite and not title.party.plural):
        return None
    if len(_phrase(title)) > 1 + title.party.definite:
        return None
    named = {
        n.key: n
        for n in (*memory.noted, *title.here)
        if n.kind == "body" and n.parties and token.text in n.parties[0].actor.name.split()
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _is_counted(title: Title) -> bool:
    """Whether a phrase comes back to so many: "the two leaders" aren't of the place where they meet."""
    return any(t.text.lower() in COUNTED for t in _phrase(title))


def choose(title: Title, memory: Memory) -> tuple[Noted | None, Choice]:
    """What a title means: what was named before, several of them, or a state; None where that isn't told."""
    found = candidates(title, memory)
    best, choice = ranked(found, table(title, found, memory), antecedents.weights("title"))
    return (None if best == len(found) else found[best][-1]), choice


def settled(title: Title, meant: Noted | None) -> tuple[Party, ...]:
    """A title as the parties that it means."""
    party = title.party
    if meant is None:
        return (party,)
    if meant.kind != "country":
        return tuple(replace(party, actor=p.actor, open=False) for p in meant.parties)
    country = meant.key.partition(":")[2]
    if title.noun in LANDS and not party.plural:
        return (replace(party, actor=state_actor(country), open=False),)
    return (replace(party, actor=of_country(title, country)),)


def of_country(title: Title, country: str) -> Actor:
    """The party of a title, now of a state."""
    actor, noun = title.party.actor, title.role.noun
    said = said_noun(title.scene.sentence, title.party.head, noun, plural=title.party.plural)
    adjective = knowledge().adjectives.get(country, country)
    role = next((r for r in (knowledge().roles.get(noun),) if r is not None and r.office), None)
    office = office_name(role, country) if role else ""
    if office:
        return Actor(slug("office", office), office, "office", country, actor.sectors, office)
    return Actor(slug("party", country, noun), f"{adjective} {said}", "unnamed", country, actor.sectors)


def candidates(title: Title, memory: Memory) -> list[list[Noted]]:
    """What a title may mean: the mentions of each, oldest first."""
    head = title.party.head
    near = [n for n in title.here if n.head < head]
    grouped: dict[str, list[Noted]] = defaultdict(list)
    for one in (*memory.noted, *near):
        if _fits(title, one):
            grouped[one.key].append(one)
    states = {key[-3:]: list(named) for key, named in memory.of_states.items()}
    for one in title.here:
        if (named := as_state(one)) is not None:
            states.setdefault(named.key[-3:], []).append(named)
    for first, _, _, country in title.scene.toponyms:
        if country:
            states.setdefault(country, [_of_state(country, title.scene.sentence.index, first)])
    if title.focus:
        states.setdefault(title.focus, [_of_state(title.focus, 0, 0)])
    if _is_counted(title) and title.noun in _OF_STATES and title.party.plural:
        several = [named for named in grouped.values() if named[-1].kind == "several"]
        return several + _most_named(title, states, memory)
    found = [*grouped.values(), *states.values()]
    return found + _most_named(title, states, memory) if title.party.plural else found


def _of_state(country: str, sentence: int, head: int) -> Noted:
    return Noted(f"country:{country}", sentence, head, (), "country")


_OF_STATES = {*LANDS, "side", "government", "party", "leader", "president", "minister"}
"""Nouns whose plural stands for states."""


def _most_named(title: Title, states: Mapping[str, Sequence[Noted]], memory: Memory) -> list[list[Noted]]:
    """The two states, and the two persons, named last and most, as several."""
    found = []
    doing = own_subjects(title.scene.sentence, title.party.head)
    doers = [n for n in title.here if n.head in doing]
    apart = {n.key for n in doers}
    lands = {p.actor.country for n in doers for p in n.parties}
    if title.noun in _OF_STATES:
        pairs = {c: (state_actor(c), named) for c, named in states.items() if c not in lands}
        found += _top_two(title, pairs)
    if title.role.kind != "body" and title.noun not in LANDS:
        persons: dict[str, list[Noted]] = defaultdict(list)
        for one in (*memory.lately(title.scene.sentence.index), *title.here):
            if one.kind == "person" and one.key not in apart:
                persons[one.key].append(one)
        found += _top_two(title, {k: (named[0].parties[0].actor, named) for k, named in persons.items()})
    return found


def _top_two(title: Title, named: Mapping[str, tuple[Actor, Sequence[Noted]]]) -> list[list[Noted]]:
    at = title.scene.sentence.index
    weight = {key: sum(1 / (1 + at - n.sentence) for n in noted) for key, (_, noted) in named.items()}
    top = sorted(sorted(weight, key=lambda k: (-weight[k], k))[:2])
    if len(top) < 2:
        return []
    last = max((named[k][1][-1] for k in top), key=lambda n: (n.sentence, n.head))
    parties = tuple(replace(title.party, actor=named[k][0], open=False) for k in top)
    return [[replace(last, key="most:" + "+".join(top), kind="several", parties=parties, plural=True)]]


def _fits(title: Title, one: Noted) -> bool:
    role, plural = title.role, title.party.plural
    if one.kind == "several":
        return plural
    if one.kind in {"thing", "country", "unnamed"} or not one.parties or one.key.startswith("place:"):
        return False
    if one.kind in {"person", "office"}:
        return role.kind == "person" and not plural and _is_of_trade(role, one)
    if one.kind == "state":
        return False
    if one.kind == "group" and _is_lawless(one) and role.sectors[:1] in _OF_FORCES:
        return False
    if one.kind == "group" and plural:
        return True
    if one.kind in {"body", "agency"} and role.sectors == ("CVL",):
        return False
    return role.kind == "people" or (role.kind != "person" and not plural)


def _is_lawless(one: Noted) -> bool:
    """Whether a group fights in no state's name: then it is no army, whatever it calls itself."""
    return any(set(p.actor.sectors) & UNLAWFUL for p in one.parties)


def _is_of_trade(role: Role, one: Noted) -> bool:
    """Whether a soldier's, policeman's or judge's title may be somebody's, by what is known of him."""
    trade = set(role.sectors[:1]) & _TRADES
    known = {s for p in one.parties for s in p.actor.sectors}
    return not trade or not known or bool(trade & known)


def table(title: Title, found: Sequence[Sequence[Noted]], memory: Memory) -> Rows:
    """Features of each candidate, and of nobody in the last row."""
    anaphor = Anaphor("title", title.noun, title.scene.sentence, title.party.head, "", title.focus)
    made = antecedents.table(anaphor, found, memory)
    local = local_state(title.scene, title.party)
    told = {c for _, _, _, c in title.scene.toponyms}
    for row, mentions in zip(made, found, strict=False):
        fill(row, _features(title, mentions, local, told), FEATURES)
    fill(made[-1], {
        "title: nobody": 1.0, "title: nobody, plural": float(title.party.plural),
        "title: nobody, domestic": float(is_domestic(title)), "title: nobody, foreign": float(is_anybodys(title)),
    }, FEATURES)  # fmt: skip
    return made


def _features(title: Title, mentions: Sequence[Noted], local: str, told: set[str]) -> Features:
    last = mentions[-1]
    role, noun, head = title.role, title.noun, title.party.head
    parties = [p for m in mentions for p in m.parties]
    same_noun = any(p.role is not None and p.role.noun.split()[-1] == noun for p in parties)
    if last.kind == "country":
        country = last.key.partition(":")[2]
        domestic = is_domestic(title)
        of_state = bool(set(role.sectors[:1]) & OF_A_STATE)
        same_sector = any(p.actor.sectors[:1] == role.sectors[:1] and p.actor.kind != "state" for p in parties)
        return {
            "title: a state": 1.0,
            "title: a state, domestic": float(domestic),
            "title: a state, foreign": float(is_anybodys(title)),
            "title: a state, person": float(role.kind == "person"),
            "title: a state, plural": float(title.party.plural),
            "title: a state, land": float(noun in LANDS),
            "title: a state, same noun": float(same_noun),
            "title: a state, same sector": float(same_sector),
            "title: a state, local": float(country == local and not of_state),
            "title: a state, local, of a state": float(country == local and of_state),
            "title: a state, place here": float(country in told),
            "title: a state, focus": float(country == title.focus),
            "title: a state, clear focus": float(country == title.focus and title.clear),
            "title: a state, clear focus, domestic": float(country == title.focus and title.clear and domestic),
            "title: a state, of a person": float(bool(parties) and parties[-1].actor.kind == "person"),
        }
    names = {w for p in last.parties for w in p.actor.name.lower().split()}
    offices = {w for p in last.parties for w in p.actor.office.lower().split()}
    sectors = set.intersection(*(set(p.actor.sectors) for p in last.parties))
    counted = {COUNTED[t.text.lower()] for t in _phrase(title) if t.text.lower() in COUNTED}
    several = last.kind == "several"
    return {
        "title: named": 1.0,
        "title: named, same noun": float(same_noun),
        "title: named, in its name": float(noun in names),
        "title: named, in its office": float(noun in offices),
        "title: named, same sector": float(bool(sectors & set(role.sectors[:1]))),
        "title: named, other sector": float(bool(role.sectors) and bool(sectors) and not sectors & set(role.sectors)),
        "title: named, apposed": float(_is_apposed(title.scene.sentence, last, head)),
        "title: named, qualified": float(len(_phrase(title)) > 1 + title.party.definite),
        "title: several": float(several),
        "title: several, counted": float(several and bool(counted)),
        "title: several, land": float(several and noun in LANDS and all(p.actor.kind == "state" for p in last.parties)),
        "title: several, people": float(
            several and role.kind == "person" and all(p.actor.kind in {"person", "office"} for p in last.parties)
        ),
        "title: several, most named": float(last.key.startswith("most:")),
        "title: several, other number": float(several and bool(counted) and len(last.parties) not in counted),
        "title: several, side": float(several and noun in {"side", "party"}),
    }


def _phrase(title: Title) -> Sequence[Token]:
    return title.scene.sentence.tokens[title.party.first : title.party.last]


def _is_apposed(sentence: Sentence, one: Noted, head: int) -> bool:
    if one.sentence != sentence.index:
        return False
    tokens = sentence.tokens
    return (tokens[head].dep == "appos" and tokens[head].head == one.head) or (
        tokens[one.head].dep == "appos" and tokens[one.head].head == head
    )


def is_domestic(title: Title) -> bool:
    """Whether a title without a state is mostly of the one that the report is about."""
    return bool(set(title.role.sectors[:1]) & _DOMESTIC) and not is_anybodys(title)


_BORDERLESS = {
    "delegation", "delegate", "participant", "guest", "visitor", "counterpart", "partner", "neighbor",
    "neighbour", "head", "nation", "country", "state", "leader", "force", "power", "ally", "side", "expert",
    "analyst", "diplomat", "government", "regime", "administration", "envoy", "member",
}  # fmt: skip
"""Nouns that, without an article, mean those of any state."""


def at_home_in(title: Title) -> str:
    """The state of people who act for none, by the place that their sentence is set in."""
    of_none = is_domestic(title) and not set(title.role.sectors[:1]) & OF_A_STATE and not _at_talks(title)
    return local_state(title.scene, title.party) if of_none else ""


_TALKING = {"agree", "confer", "convene", "discuss", "gather", "initial", "meet", "negotiate", "sign", "talk"}


def _at_talks(title: Title) -> bool:
    """Whether people are at talks, which are often held where none of them is at home: "officers agreed in Geneva"."""
    sentence = title.scene.sentence
    subject = sentence.tokens[title.party.head].dep in {"nsubj", "nsubjpass"}
    return subject and sentence.tokens[sentence.clause(title.party.head)].lemma in _TALKING


def is_anybodys(title: Title) -> bool:
    """Whether a phrase says itself whose it is ("rebel-held", "the Biden administration"), or means anybody's."""
    head = title.party.head
    if any(t.text == "-" or (t.pos == "PROPN" and t.index != head) for t in _phrase(title)):
        return True
    plain = " " not in title.role.noun
    return plain and not title.party.definite and title.scene.sentence.tokens[head].lemma.lower() in _BORDERLESS


def _opens_in(title: Title) -> str:
    """The state in which a sentence sets its institutions by its first words: "In Mexico, the government ordered",
    "Across the border in Mali, the authorities".
    """
    tokens, names = title.scene.sentence.tokens, title.scene.reading.names
    if not set(title.role.sectors[:1]) & OF_A_STATE:
        return ""
    opening = [n for n in names if n.value.kind in {"state", "capital"} and 0 < n.last < min(len(tokens), _OPENING)]
    ends = [n for n in opening if n.last < title.party.first and tokens[n.first - 1].text in {"In", "in"}]
    after = (n for n in ends if tokens[n.last].text == "," or n.last == title.party.first)
    return next((n.value.country for n in after if not any(t.pos == "VERB" for t in tokens[: n.first])), "")


def local_state(scene: Scene, party: Party) -> str:
    """The country of the nearest place in which a sentence sets something: "in Yerevan ... police detained"."""
    tokens = scene.sentence.tokens
    places = [(first, country) for first, _, _, country in scene.toponyms if country]
    places += [(n.first, n.value.country) for n in scene.reading.names if n.value.kind in {"state", "capital"}]
    set_in = [(abs(first - party.head), country) for first, country in places if _is_where(tokens, first)]
    return min(set_in, default=(0, ""))[1]


def _is_where(tokens: Sequence[Token], first: int) -> bool:
    """Whether a name tells where something is: "in Goma", "across northern Syria"."""
    before = [t for t in tokens[max(0, first - 3) : first] if t.dep == "prep"]
    return bool(before) and before[-1].text.lower() in _WHERE and tokens[first].pos == "PROPN"
