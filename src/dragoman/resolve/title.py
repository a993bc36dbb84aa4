"""A bare title in its sentence ("the minister", "gunmen", "a court"), and what the sentence tells of whose it is."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.ontology.knowledge import Role
from dragoman.ontology.pronouns import COUNTED
from dragoman.resolve.noted import Noted
from dragoman.resolve.scene import Party, Scene
from dragoman.types.text import Token

LANDS = {"country", "nation", "state", "homeland", "republic", "kingdom"}
"""Nouns that mean a state itself."""
_WHERE = {"in", "at", "near", "inside", "within", "across", "throughout", "outside", "around"}
_DOMESTIC = {"GOV", "MIL", "COP", "JUD", "LEG", "OPP", "CVL", "SPY", "PTY", "LAB", "EDU", "MED", "JRN"}
_OPENING = 8
"""Words within which a sentence says where it is set."""
OF_A_STATE = {"GOV", "MIL", "SPY"}
"""Sectors whose people act for their state wherever they are."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a report as a whole tells of the states in it. ``focus`` is the one that it is about, ``clear`` whether that
    is plain, ``first`` the one named first; ``shares`` is how often each is named in all of it, as a share of the most
    often named one's.
    """

    focus: str = ""
    clear: bool = False
    dateline: str = ""
    first: str = ""
    shares: Mapping[str, float] = field(default_factory=dict)
    said: Mapping[str, Counter[str]] = field(default_factory=dict)
    """How often the report says the state of a noun, and of a sector: "Israeli soldiers"."""


@dataclass(frozen=True, slots=True)
class Title:
    """A bare title in its sentence. ``here`` is what its sentence names."""

    scene: Scene
    party: Party
    role: Role
    here: tuple[Noted, ...]
    setting: Setting
    others: str = ""
    """The state that it isn't of: Lavrov's counterparts are no Russians."""

    @property
    def noun(self) -> str:
        return self.role.noun.split()[-1]

    @property
    def count(self) -> int:
        """How many it comes back to by a word ("the two leaders"), 0 where it doesn't say."""
        return next((COUNTED[t.text.lower()] for t in self.phrase if t.text.lower() in COUNTED), 0)

    @property
    def phrase(self) -> Sequence[Token]:
        return self.scene.sentence.tokens[self.party.first : self.party.last]


def is_domestic(title: Title) -> bool:
    """Whether a title without a state is mostly of the one that the report is about."""
    return bool(set(title.role.sectors[:1]) & _DOMESTIC) and not is_anybodys(title)


_BORDERLESS = {
    "delegation", "delegate", "participant", "guest", "visitor", "counterpart", "partner", "neighbor",
    "neighbour", "head", "nation", "country", "state", "leader", "force", "power", "ally", "side", "expert",
    "analyst", "diplomat", "government", "regime", "administration", "envoy", "member",
}  # fmt: skip
"""Nouns that, without an article, mean those of any state."""


def is_anybodys(title: Title) -> bool:
    """Whether a phrase says itself whose it is ("rebel-held", "the Biden administration"), or means anybody's."""
    head = title.party.head
    if any(t.text == "-" or (t.pos == "PROPN" and t.index != head) for t in title.phrase):
        return True
    plain = " " not in title.role.noun
    return plain and not title.party.definite and title.scene.sentence.tokens[head].lemma.lower() in _BORDERLESS


def opens_in(title: Title) -> str:
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
