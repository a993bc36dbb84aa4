"""Who answers in an interview."""

from reading import read

INTERVIEW = """Amina Jallow has been Gambia's interior minister since March. She spoke to us in Banjul.

Q: Why did you close the border with Senegal?

A: I ordered it after the shooting. Dakar had promised patrols.

Q: Will you open it again?

A: I have asked the army for a report.

Q: And the camps?

A: "I don't like them," a farmer told me."""


def actors_of(text: str) -> set[tuple[str, str]]:
    found = read(text).attributed.events
    return {(e.event_type, m.actor.name) for e in found for m in e.actors}


def test_i_is_the_one_who_was_asked() -> None:
    assert ("REQUEST", "Amina Jallow") in actors_of(INTERVIEW)


def test_without_questions_i_is_nobody() -> None:
    plain = "Amina Jallow is Gambia's interior minister.\n\nI have asked the army for a report."
    assert ("REQUEST", "Amina Jallow") not in actors_of(plain)
