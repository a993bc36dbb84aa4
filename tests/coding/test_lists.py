"""Who is named in one breath is on one side."""

from reading import brief, events


def test_who_is_listed_with_a_party_is_cast_with_it() -> None:
    found = [brief(e) for e in events("Rwanda came under pressure from Britain and Germany to withdraw.")]
    assert ("REQUEST", {"GBR", "DEU"}, {"RWA"}) in found


def test_examples_are_whom_a_plural_means() -> None:
    found = events("Several states, including Poland and Estonia, condemned the attack on Georgia.")
    named = [[m.actor.name for m in e.actors] for e in found if e.event_type == "ACCUSE"]
    assert named == [["Poland", "Estonia"]]


def test_who_speak_together_speak_on_one_side() -> None:
    text = "Canberra's ministers Marise Payne and Zed Seselja expressed deep disappointment."
    found = [e for e in events(text) if e.event_type == "ACCUSE"]
    assert [{m.actor.name for m in e.actors} for e in found] == [{"Marise Payne", "Zed Seselja"}]


def test_who_trade_blame_are_on_two_sides() -> None:
    (sides,) = [
        brief(e)[1:] for e in events("Mali and Niger traded accusations on Friday.") if e.event_type == "ACCUSE"
    ]
    assert sides == ({"MLI"}, {"NER"})
