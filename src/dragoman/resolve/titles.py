"""Whom a bare title means: "the minister", "the army", "the bloc", "the two countries".

A title without a state means a party named before ("the bloc": ECOWAS), several of them ("both sides"), or those whom
it names of a state that the report speaks of ("the army": Sudan's). All these are candidates of one choice, as in
``antecedents``, by weights fitted on annotated reports.
"""

from collections import Counter, defaultdict
from dataclasses import replace

from dragoman.ontology.knowledge import Role, knowledge, state_actor
from dragoman.ontology.plover import OFFICIAL, UNLAWFUL
from dragoman.resolve.named import named_actor
from dragoman.resolve.noted import BODIES, MISSIONS, Memory, Noted, as_state, count_of
from dragoman.resolve.offices import office_name
from dragoman.resolve.parties import said_noun, worded
from dragoman.resolve.reasons import ranked
from dragoman.resolve.scene import Party, slug
from dragoman.resolve.title import LANDS, Title, opens_in
from dragoman.resolve.title_features import FEATURES, across, is_apposed, kind_of, table, weights
from dragoman.resolve.together import OF_STATES, several
from dragoman.types.actor import Actor, Choice

_TRADES = {"MIL", "COP", "JUD", "SPY"}
"""Sectors of trades whose titles no politician has."""
_WITHOUT_ARMY = frozenset(
    "AND CRI DMA FSM GRD ISL KIR LCA LIE MCO MHL MUS NRU PAN PLW PSE SLB SMR TUV VAT VCT WSM".split()
)
"""States without armed forces of their own."""
_REIGNING = {"king", "queen", "emperor", "empress", "sultan", "emir", "monarch", "crown prince", "crown princess"}
_MONARCHIES = frozenset(
    "AND ARE AUS BEL BHR BHS BLZ BRN BTN CAN DNK ESP GBR GRD JAM JOR JPN KHM KWT LIE LSO LUX MAR MCO MYS NLD NOR NPL "
    "NZL OMN PNG QAT SAU SLB SWE SWZ THA TON TUV".split()
)
"""States that a crowned head has reigned in lately."""
_OF_FORCES = {("MIL",), ("COP",)}


def settle_title(title: Title, memory: Memory) -> tuple[Party, ...]:
    """The party of a title with its state, or those that it means."""
    if (head := _head_of_body(title, memory)) is not None:
        return (replace(title.party, actor=head, open=False, choice=Choice("of the body that the report names", ())),)
    if (known := _of_the_world(title, memory)) is not None:
        return (replace(title.party, actor=known, open=False, choice=Choice("the world's body of that name", ())),)
    meant, choice = choose(title, memory)
    if (body := _short_form(title, memory) or _described(title, memory)) is not None:
        meant, choice = body, Choice("the body whose name it shortens", ())
    opening = "" if title.count else opens_in(title)
    if opening and (meant is None or meant.kind in {"country", "several"}):
        meant = _of_state(opening, title.scene.sentence.index, title.party.head)
        choice = replace(choice, why="where its sentence is set")
    return tuple(replace(p, choice=choice) for p in settled(title, meant))


def _of_the_world(title: Title, memory: Memory) -> Actor | None:
    """The international body that a noun of several words names, in small letters as some papers write it: "the
    security council", unless a state's has been named.
    """
    noun = title.role.noun
    if " " not in noun or title.role.kind != "body" or not title.party.definite or title.party.plural:
        return None
    known = knowledge().names.get(noun.title())
    actor = named_actor(known) if known is not None else None
    states = any(p.role is not None and p.role.noun == noun for n in memory.noted for p in n.parties)
    return actor if actor is not None and actor.country in BODIES and not states else None


def _short_form(title: Title, memory: Memory) -> Noted | None:
    """The body that a capital shortens to its last word: "the Union" after "the European Union"."""
    token = title.scene.sentence.tokens[title.party.head]
    if not (token.text[:1].isupper() and token.pos == "PROPN" and title.party.definite and not title.party.plural):
        return None
    if len(title.phrase) > 1 + title.party.definite:
        return None
    named = {
        n.key: n
        for n in (*memory.noted, *title.here)
        if n.kind == "body" and n.parties and token.text in n.parties[0].actor.name.split()
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _described(title: Title, memory: Memory) -> Noted | None:
    """The one international body named before in whose name the words before a noun stand: "the refugee agency"."""
    more = [t.lemma.lower() for t in title.phrase if t.pos in {"NOUN", "ADJ"} and t.index != title.party.head]
    if not more or title.role.kind != "body" or not title.party.definite or title.party.plural:
        return None
    named = {
        n.key: n
        for n in memory.noted
        if n.kind == "body"
        and n.parties[0].actor.country in BODIES
        and all(any(w.startswith(m) for w in n.parties[0].actor.name.lower().split()) for m in more)
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _head_of_body(title: Title, memory: Memory) -> Actor | None:
    """The head of the international body named most, for titles that states don't have: "the Secretary-General"."""
    if title.role.sectors[:1] != ("IGO",) or not title.party.definite or title.party.plural or not title.role.office:
        return None
    if title.noun not in {"secretary-general", "general", "director-general"}:
        return None
    bodies = [n for n in (*memory.noted, *title.here) if n.kind == "body" and n.parties[0].actor.country in BODIES]
    if not bodies:
        return None
    (key, _), *_ = Counter(n.key for n in bodies).most_common(1)
    body = next(n.parties[0].actor for n in bodies if n.key == key)
    office = office_name(title.role, "", body.name)
    return Actor(slug("office", office), office, "office", body.country, body.sectors, office) if office else None


def choose(title: Title, memory: Memory) -> tuple[Noted | None, Choice]:
    """What a title means: what was named before, several of them, or a state; None where that isn't told."""
    found = candidates(title, memory)
    best, choice = ranked(found, table(title, found, memory), weights(kind_of(title)), FEATURES)
    return (None if best == len(found) else found[best][-1]), choice


def settled(title: Title, meant: Noted | None) -> tuple[Party, ...]:
    """A title as the parties that it means."""
    party = title.party
    if meant is None:
        return (party,)
    states = [p.actor.country for p in meant.parties if p.actor.kind == "state"]
    if meant.key.startswith("most:") and len(states) == len(meant.parties) and title.noun not in OF_STATES:
        return tuple(replace(party, actor=of_country(title, country), open=False) for country in states)
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
    name = f"{adjective} {worded(said, adjective)}"
    return Actor(slug("party", country, noun), name, "unnamed", country, actor.sectors)


def candidates(title: Title, memory: Memory) -> list[list[Noted]]:
    """What a title may mean: the mentions of each, oldest first."""
    head = title.party.head
    near = [n for n in title.here if n.head < head or is_apposed(title.scene.sentence, n, head)]
    grouped: dict[str, list[Noted]] = defaultdict(list)
    for one in (*memory.noted, *memory.aside, *near):
        if _fits(title, one) or title.noun in memory.called.get(one.key, ()):
            grouped[one.key].append(one)
    for mentions in grouped.values():
        mentions.sort(key=lambda n: (n.sentence, n.head))
    states = {key[-3:]: list(named) for key, named in memory.of_states.items()}
    for one in title.here:
        if (named := as_state(one)) is not None:
            states.setdefault(named.key[-3:], []).append(named)
    for first, _, _, country in title.scene.toponyms:
        if country and not _is_of_mission(title, first):
            states.setdefault(country, [_of_state(country, title.scene.sentence.index, first)])
    for country in title.setting.shares:
        states.setdefault(country, [_of_state(country, 0, 0)])
    for country in {title.others, *_said_across(title)}:
        states.pop(country, None)
    if _is_from_abroad(title):
        states = {}
    if title.role.sectors[:1] == ("MIL",) or title.role.noun.startswith("military"):
        states = {country: named for country, named in states.items() if country not in _WITHOUT_ARMY}
    if title.noun in _REIGNING:
        states = {country: named for country, named in states.items() if country in _MONARCHIES}
    if not title.party.plural:
        return [*grouped.values(), *states.values()]
    if title.noun in _ONE_EACH and _is_any(title):
        return []
    alone = [] if title.noun in _ONE_EACH else list(states.values())
    if title.count and title.noun in OF_STATES:
        return [ms for ms in grouped.values() if ms[-1].kind == "several"] + several(title, states, memory)
    return [*grouped.values(), *alone, *several(title, states, memory)]


def _is_of_mission(title: Title, at: int) -> bool:
    """Whether a state's name says whose an embassy is."""
    tokens = title.scene.sentence.tokens
    return tokens[at].head > at and tokens[tokens[at].head].lemma.lower() in MISSIONS


_FROM_ABROAD = {
    "foreign", "foreigner", "western", "westerner", "expatriate", "expat", "international", "multinational", "overseas",
}  # fmt: skip


def _is_from_abroad(title: Title) -> bool:
    """Whether a phrase says that its people are of other states than the one spoken of, and not of which: "foreigners",
    "Western hostages"; a foreign minister is.
    """
    words = {t.lemma.lower() for t in title.phrase} - set(title.role.noun.split()[:-1])
    return bool(words & _FROM_ABROAD)


_ONE_EACH = {*LANDS, "government"}
"""Nouns of which a state has but one: several are of several states."""


def _is_any(title: Title) -> bool:
    """Whether states are told by how many or of what kind they are: "forty nations", "the poorest countries"."""
    kinds = {t.dep for t in title.phrase if t.index != title.party.head and t.text.lower() not in _OF_KNOWN}
    return not title.count and bool(kinds & {"nummod", "amod"})


_OF_KNOWN = {"other", "same", "respective", "rival", "neighbouring", "neighboring", "warring", "various"}
_RULING = {"GOV", "MIL"}


def _said_across(title: Title) -> set[str]:
    """The states of officials across the verb whose state is said, since it is another's: "President receives Chinese
    minister".
    """
    dep = title.scene.sentence.tokens[title.party.head].dep
    if dep not in {"nsubj", "dobj"} or not set(title.role.sectors[:1]) & _RULING:
        return set()
    heads = across(title.scene.sentence, title.party.head)
    ruling = [
        n
        for n in title.here
        if n.head in heads and len(n.parties) == 1 and set(n.parties[0].actor.sectors[:1]) & _RULING
    ]
    said = {(n.value.country, n.first) for n in title.scene.reading.names if n.value.kind == "nationality"}
    return {
        n.parties[0].actor.country
        for n in ruling
        if any(c == n.parties[0].actor.country and 0 < n.head - at <= _NEAR for c, at in said)
    }


_NEAR = 5
"""Words before a title's noun, or a name, within which its nationality stands."""


def _of_state(country: str, sentence: int, head: int) -> Noted:
    return Noted(f"country:{country}", sentence, head, (), "country")


def _fits(title: Title, one: Noted) -> bool:
    role, plural = title.role, title.party.plural
    if one.kind == "several":
        states = all(p.actor.kind == "state" for p in one.parties)
        return plural and not (states and role.kind == "person" and title.noun not in OF_STATES)
    if one.kind == "unnamed" and one.count > 1 and plural:
        return one.count == count_of(title.scene.sentence, title.party) and role.kind != "body"
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


_NO_OFFICIALS = {
    "driver", "passenger", "victim", "survivor", "witness", "bystander", "pedestrian", "motorist", "cyclist",
    "motorcyclist", "customer", "shopper", "tourist",
}  # fmt: skip
"""Nouns by which no official is called."""


def _is_of_trade(role: Role, one: Noted) -> bool:
    """Whether a soldier's, policeman's, judge's or attacker's title may be somebody's, by what is known of him."""
    known = {s for p in one.parties for s in p.actor.sectors[:1]}
    if known & OFFICIAL and (role.noun in _NO_OFFICIALS or set(role.sectors[:1]) & UNLAWFUL):
        return False
    trade = set(role.sectors[:1]) & _TRADES
    known = {s for p in one.parties for s in p.actor.sectors}
    return not trade or not known or bool(trade & known)
