"""Whom "the two", "both", "the four" and "the latter" mean."""

import pytest
from reading import read


def actors(text: str, trigger: str) -> set[str]:
    mentions = read(text, "2018-10-09").attributed.events
    return {m.actor.name for e in mentions if e.trigger.text == trigger for m in e.actors}


CASES = [
    ("Tomas Lind and Petra Holm were arrested in Oslo. The two, who were freed by a Norwegian judge in May, are known "
     "to have followed the reporter Jens Bakke and the nurse Karin Moe. Both have denied any wrongdoing.",
     "denied", {"Tomas Lind", "Petra Holm"}),
    ("On Monday Chilean Foreign Minister Heraldo Munoz told the press after talks with Sergei Lavrov that Chile would "
     "stay out of it. The two signed a plan of consultations.", "signed", {"Heraldo Munoz"}),
    ("Britain, France, Germany and Italy condemned Iran on Friday. The four urged Tehran to stop.",
     "urged", {"United Kingdom", "France", "Germany", "Italy"}),
    ("Katya Orlova, 27, and Darya Lis, 23, were arrested in Minsk. The government denies any role. Prosecutor Alina "
     "Kasyan said that the women drew crowds. Both pleaded not guilty in court.",
     "pleaded not guilty", {"Katya Orlova", "Darya Lis"}),
    ("In Havana Sergei Lavrov met Raul Castro and held talks with the Cuban foreign minister, Bruno Rodriguez. The "
     "latter condemned the United States.", "condemned", {"Bruno Rodriguez"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "names"), CASES)
def test_whom_a_number_alone_means(text: str, trigger: str, names: set[str]) -> None:
    assert actors(text, trigger) == names
