"""Places on the map and where a text names them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place. ``country`` is ISO 3166 alpha-3 or ''; ``lat`` and ``lon`` are degrees (WGS 84)."""

    name: str
    country: str
    lat: float
    lon: float
    kind: str
    geonames_id: int | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A toponym at passage positions ``start`` to ``end`` and the place it was resolved to.

    ``inside`` says that it stands within another name ("Nairobi High Court") or as an adjective ("Kenyan"): it tells
    what something belongs to and is no place of an event by itself.
    """

    passage: int
    start: int
    end: int
    text: str
    place: Place
    inside: bool = False
