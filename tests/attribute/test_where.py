"""Places of events: which toponym belongs to which event."""

from reading import events


def test_a_visit_is_where_it_goes() -> None:
    visit = next(e for e in events("The Chilean president visited Quito.") if e.event_type == "CONSULT")
    assert visit.place is not None
    assert visit.place.place.country == "ECU"


def test_whose_the_doer_is_is_not_where() -> None:
    text = "Dozens of Chileans were killed when Peru aircraft bombed a market."
    (killed,) = [e for e in events(text) if e.trigger.text == "killed"]
    assert killed.place is None


def test_whose_a_visitor_is_is_not_where_the_visit_was() -> None:
    (visit,) = events("President Ruto of Kenya visited China.", "2023-04-14")
    assert visit.place is not None
    assert visit.place.place.country == "CHN"


def test_a_continent_is_no_place_of_an_event() -> None:
    (visit,) = events("Nancy Pelosi toured Asia on Monday.", "2022-08-03")
    assert visit.place is None


def test_where_a_journey_beside_an_event_leads_is_not_where_it_was() -> None:
    text = "China imposed sanctions on Nancy Pelosi on Friday over her journey to Taiwan."
    assert all(m.place is None for m in events(text) if m.event_type == "SANCTION")
