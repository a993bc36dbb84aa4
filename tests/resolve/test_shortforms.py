"""Short forms of names."""

from reading import resolved


def names(text: str) -> set[str]:
    return {m.actor.name for m in resolved(text).actors}


def test_initials_mean_the_name_that_the_report_has_for_them() -> None:
    army = "People's Liberation Army"
    assert army not in names("The Port Lighting Authority (PLA) has launched two boats. The PLA warned skippers.")
    assert army in names("China moved two ships. The PLA warned skippers.")
    assert army in names("The People's Liberation Army (PLA) moved two ships. The PLA warned skippers.")
