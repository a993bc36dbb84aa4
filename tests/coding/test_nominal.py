"""Sides of deeds that are told by nouns."""

from reading import brief, events


def test_between_two_are_these_two() -> None:
    found = [brief(e) for e in events("By allowing talks between Chad and Sudan, Libya pleased Egypt.")]
    assert ("CONSULT", {"TCD"}, {"SDN"}) in found


def test_whom_sanctions_are_laid_on_doesnt_impose_them() -> None:
    for event in events("Kenya condemned the imposition of sanctions on Eritrea."):
        if event.event_type == "SANCTION":
            assert all(m.actor.country != "ERI" for m in event.actors)


def test_the_possessor_of_a_visit_makes_it() -> None:
    text = "Shortly after Alexander Lukashenko's visit to China, an adviser to Volodymyr Zelensky spoke in Kyiv."
    visits = [m for m in events(text) if m.trigger.text == "visit"]
    assert [[p.actor.name for p in m.actors] for m in visits] == [["Alexander Lukashenko"]]


def test_accusations_that_one_faces_are_made_by_those_named_with_them() -> None:
    accused = [brief(m) for m in events("Mali has faced accusations from Niger of arming rebels.")]
    assert ("ACCUSE", {"NER"}, {"MLI"}) in accused
    for kind, actors, _ in map(brief, events("Mali, a neighbour of Niger, has faced accusations of arming rebels.")):
        assert kind != "ACCUSE" or not actors


def test_who_only_tells_of_a_meeting_takes_no_part() -> None:
    text = "Peru's president said on Monday that the visit of Chile's foreign minister to Bolivia was a success."
    assert all("PER" not in actors for kind, actors, _ in map(brief, events(text)) if kind == "CONSULT")


def test_who_names_a_deed_hasnt_done_it() -> None:
    text = "The Peruvian army opened fire during what it called a riot in Lima."
    (riot,) = [m for m in events(text) if m.event_type == "PROTEST"]
    assert {m.actor.name for m in riot.actors} == {"Peruvian protesters"}
    assert {m.actor.country for m in riot.recipients} == {"PER"}
    text = "Chilean police made arrests after what they described as an attack on officers."
    assert all(not m.actors for m in events(text) if m.trigger.text == "attack")


def test_what_comes_after_a_noun_of_the_same_kind_is_its_own() -> None:
    visits = [e for e in events("Macron's trip precedes Scholz's visit to Beijing.") if e.event_type == "CONSULT"]
    assert [[p.actor.country for p in e.recipients] for e in visits] == [[], ["CHN"]]


def test_each_of_two_nations_for_itself() -> None:
    text = "Xi Jinping and Alexander Lukashenko proclaimed a strategic partnership between their nations."
    (sides,) = [{*a, *r} for kind, a, r in map(brief, events(text)) if kind == "AGREE" and a and r]
    assert sides == {"CHN", "BLR"}


def test_who_acts_after_a_deed_didnt_do_it() -> None:
    found = [brief(e) for e in events("Kenya closed the border after an attack on Garissa.")]
    assert all("KEN" not in who for kind, who, _ in found if kind == "ASSAULT")


def test_who_stands_in_a_clause_apart_takes_no_part() -> None:
    found = [brief(e) for e in events("The drills are near isles that both Japan and Korea have claimed since 1945.")]
    assert all("JPN" not in who | whom for kind, who, whom in found if kind == "COOPERATE")


def test_who_learns_or_talks_of_an_attack_is_no_attacker() -> None:
    for text in (
        "Canadians are shocked by the attack in Nice.",
        "The president of Kenya was briefed on the attack in Nice.",
        "A reporter talks to a Kenyan officer about the attack in Nice.",
        "Kenyan witnesses described an attack in Nice.",
        "Interior Minister Bernard Cazeneuve said 80 people were killed.",
    ):
        assert all(not m.actors for m in events(text) if m.event_type == "ASSAULT")
    assert any(m.actors for m in events("Kenya attacked Uganda.") if m.event_type == "ASSAULT")


def test_those_among_the_dead_are_victims() -> None:
    found = [brief(m) for m in events("Tunisians, Algerians among dead in Nice attack")]
    assert all(not actors for kind, actors, _ in found if kind == "ASSAULT")
