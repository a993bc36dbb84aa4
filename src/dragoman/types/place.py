"""Places on the map and where a text names them."""

from dataclasses import dataclass

_PRECISION = {
    "city": "town", "capital": "town", "town": "town", "village": "town", "historic": "town", "base": "site",
    "site": "site", "airport": "site", "port": "site", "camp": "site", "building": "site", "facility": "site",
    "district": "area", "island": "area", "canal": "area", "border": "area", "river": "area", "county": "area",
    "region": "region", "peninsula": "region", "mountains": "region", "desert": "region", "disputed": "region",
    "strait": "area", "gulf": "sea", "bay": "sea", "sea": "sea", "ocean": "sea", "country": "country",
    "continent": "continent", "world region": "continent",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A place. ``country`` is ISO 3166 alpha-3 or ''; ``lat`` and ``lon`` are degrees (WGS 84)."""

    name: str
    country: str
    lat: float
    lon: float
    kind: str
    geonames_id: int | None = None

    @property
    def precision(self) -> str:
        """How wide a place is, and so how far an event may lie from its point: site, town, area, region, country, sea
        or continent.
        """
        return _PRECISION.get(self.kind, "area")


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """Why a name that several places have means one of them. ``candidates`` are the likeliest with their points, the
    best first; a point is a power of ten of inhabitants.
    """

    why: str
    candidates: tuple[tuple[Place, float], ...]


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A toponym at passage positions ``start`` to ``end`` and the place it was resolved to.

    ``inside`` says that it stands within another name ("Nairobi High Court") or as an adjective ("Kenyan"): it tells
    what something belongs to and is no place of an event by itself. ``qualifier`` are words that move or narrow it
    ("southern", "off the coast of"); ``choice`` tells of the other places of its name, None where there are none.
    """

    passage: int
    start: int
    end: int
    text: str
    place: Place
    inside: bool = False
    qualifier: str = ""
    choice: PlaceChoice | None = None
