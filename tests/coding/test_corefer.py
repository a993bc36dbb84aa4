"""Headlines and nouns that point back are the event told in full elsewhere, not another one."""

from reading import brief, events, read

BODY = (
    "Kenya's president visited Rwanda on Monday. The two leaders spoke about trade. The visit was the first in years."
)


def test_a_noun_that_points_back_takes_the_parties_of_what_was_told() -> None:
    found = [m for m in read(BODY).attributed.events if m.event_type == "CONSULT" and m.trigger.text == "visit"]
    assert [brief(m)[1:] for m in found] in ([], [({"KEN"}, {"RWA"})])


def test_a_headline_takes_what_it_leaves_out_from_below() -> None:
    coded = read("Turkish jets bombed a camp in northern Iraq on Sunday.", title="Camp bombed in northern Iraq")
    told = [brief(m) for m in coded.attributed.events if m.event_type == "ASSAULT"]
    assert told
    assert all(actors == {"TUR"} for _, actors, _ in told)


def test_another_event_of_the_type_is_left_alone() -> None:
    text = "Chad's president visited Niger on Monday. Peru's foreign minister visited Chile a week later."
    told = [brief(m)[1] for m in read(text).attributed.events if m.event_type == "CONSULT"]
    assert {"PER"} in told and {"TCD"} in told


def test_a_headline_that_names_the_victim_alone_makes_him_no_actor() -> None:
    coded = read("Rwandan police arrested the opposition leader Victoire Umuhoza on Monday.", title="Umuhoza arrested")
    for mention in coded.attributed.events:
        assert not {m.actor.actor_id for m in mention.actors} & {m.actor.actor_id for m in mention.recipients}


def test_the_visit_of_one_named_before_is_the_one_told_of_him() -> None:
    text = (
        "Kenya's foreign minister, Musalia Mudavadi, will travel to Rwanda next week. Traders were pleased. "
        "The border has been shut for a year. Mudavadi's visit comes after months of quarrel."
    )
    (visit,) = [m for m in read(text).attributed.events if m.trigger.text == "visit"]
    assert brief(visit) == ("CONSULT", {"KEN"}, {"RWA"})


def test_this_meeting_is_the_one_just_told_whoever_speaks_of_it() -> None:
    text = (
        "Russia's president, Vladimir Putin, met North Korea's leader, Kim Jong Un, in Vladivostok on Monday. "
        "China's foreign ministry declined to comment on this meeting."
    )
    told = [brief(m)[1:] for m in read(text).attributed.events if m.event_type == "CONSULT"]
    assert told and all(sides in (({"RUS"}, {"PRK"}), ({"PRK"}, {"RUS"})) for sides in told)


def test_a_condemned_deed_told_here_isnt_one_of_before() -> None:
    text = (
        "Sergey Lavrov accused Chile of unfair talk. "
        "Wang Yi condemned the attack of 22 March on a concert hall, in which gunmen killed 140 people."
    )
    condemned = [m for m in read(text).attributed.events if m.trigger.text == "condemned"]
    assert all("RUS" not in brief(m)[2] for m in condemned) and condemned


def test_the_visit_of_one_may_be_told_farther_down() -> None:
    text = "Sergey Lavrov's visit was brief. Traders were pleased. Mr. Lavrov flew to Beijing on Monday."
    (visit,) = [m for m in read(text).attributed.events if m.trigger.text == "visit"]
    assert brief(visit)[2] == {"CHN"}


def test_a_war_told_by_its_doer_alone_is_the_one_told_elsewhere() -> None:
    text = "Russia invaded Ukraine two years ago. China criticised Russia's invasion."
    (war,) = [m for m in read(text).attributed.events if m.trigger.text == "invasion"]
    assert brief(war) == ("ASSAULT", {"RUS"}, {"UKR"})


def test_wars_on_several_are_not_taken_for_one() -> None:
    text = "Iraq invaded Kuwait in 1990. Iraq invaded Iran in 1980. China criticised Iraq's invasion."
    (war,) = [m for m in read(text).attributed.events if m.trigger.text == "invasion"]
    assert brief(war)[2] == set()


def test_who_is_met_is_not_ones_own_state() -> None:
    text = "Kim Jong Un met Vladimir Putin in Vladivostok. The meeting with North Korea pleased the Kremlin."
    (again,) = [m for m in read(text).attributed.events if m.trigger.text == "meeting"]
    _, actors, recipients = brief(again)
    assert (actors, recipients) in [({"RUS"}, {"PRK"}), ({"PRK"}, {"RUS"})]


def test_this_meeting_is_of_those_who_met() -> None:
    text = (
        "The meeting between Vladimir Putin and Kim Jong Un drew attention. "
        "Analysts say this meeting with North Korea may help the army."
    )
    last = [e for e in events(text) if e.event_type == "CONSULT"][-1]
    assert [m.actor.name for m in last.actors] == ["Vladimir Putin"]
