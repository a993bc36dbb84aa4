"""Datelines and page dates."""

from datetime import date

import pytest
from clean.helpers import body, cleaned

from dragoman.clean.dateline import find_dateline
from dragoman.types.report import Published

ANCHOR = date(2022, 3, 10)
SAID = "The ministers met."
DATELINES = [
    ("MINSK, Feb. 28 (BelTA) - ", "Minsk", "BelTA", date(2022, 2, 28)),
    ("KIGALI, Rwanda, March 3 (Reuters) — ", "Kigali, Rwanda", "Reuters", date(2022, 3, 3)),
    ("BEIJING — ", "Beijing", "", None),
    ("Lagos, Nigeria (AP) -- ", "Lagos, Nigeria", "Associated Press", None),
    ("(CNN) — ", "", "CNN", None),
    ("NEW DELHI: ", "New Delhi", "", None),
    ("PORT-AU-PRINCE, Haiti (AP) — ", "Port-au-Prince, Haiti", "Associated Press", None),
    ("MOSCOW, March 3. /TASS/. ", "Moscow", "TASS", date(2022, 3, 3)),
    ("New Delhi, Jan 5 (IANS) ", "New Delhi", "IANS", date(2022, 1, 5)),
    ("WASHINGTON, D.C. — ", "Washington, D.C.", "", None),
    ("N'DJAMENA, Chad (AFP) – ", "N'Djamena, Chad", "Agence France-Presse", None),
    ("Kabul, 3 March 2021 (UPI) -- ", "Kabul", "UPI", date(2021, 3, 3)),
    ("BEIJING/SHANGHAI (Reuters) - ", "Beijing", "Reuters", None),
    ("TOKYO, Dec. 30 (Kyodo) - ", "Tokyo", "Kyodo", date(2021, 12, 30)),
    ("SEOUL, Jan. 2, 1998 (Yonhap) -- ", "Seoul", "Yonhap", date(1998, 1, 2)),
    ("AMMAN, Jordan _ ", "Amman, Jordan", "", None),
    ("The Hague (AFP) - ", "The Hague", "Agence France-Presse", None),
    ("ST. PETERSBURG, Russia — ", "St. Petersburg, Russia", "", None),
    ("KABUL, Afghanistan, Friday, March 4 (AP) — ", "Kabul, Afghanistan", "Associated Press", date(2022, 3, 4)),
    ("Juba (South Sudan), March 5 (ANI): ", "Juba, South Sudan", "ANI", date(2022, 3, 5)),
    ("Kyiv – ", "Kyiv", "", None),
    ("Reuters - ", "", "Reuters", None),
]


@pytest.mark.parametrize(("line", "place", "publisher", "day"), DATELINES)
def test_a_dateline(line: str, place: str, publisher: str, day: date | None) -> None:
    found = find_dateline(line + SAID)
    assert found is not None
    assert (found.place, found.publisher, found.date(ANCHOR)) == (place, publisher, day)
    assert found.length == len(line)
    result = cleaned(line + SAID)
    assert body(result) == [SAID] and result.dateline_place == place and result.report.publisher == publisher


@pytest.mark.parametrize(
    "text",
    [
        "NATO — The alliance met.",
        "Dragons — creatures of the old maps — were there.",
        "He said - no.",
        "BREAKING: The minister has resigned.",
        "Mehmet Demir — a baker, soldier and clerk — has been jailed.",
        "Turkey, Iran and Russia met.",
        "ARI COHEN, HOST: Good morning.",
        "Talks (and dinner) - with music - went on.",
        "March 3 - the day of the vote - was calm.",
        "BEIJING — ",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


@pytest.mark.parametrize(
    ("given", "text", "expected"),
    [
        (Published(), "MINSK, Feb. 28 (BelTA) - X met Y.", Published()),
        (Published(), "MINSK, Feb. 28, 2019 (BelTA) - X met Y.", Published(date(2019, 2, 28), "dateline")),
        (Published(date(2022, 3, 1), "page"), "MINSK, Feb. 28 - X met Y.", Published(date(2022, 2, 28), "dateline")),
        (Published(date(2022, 1, 2), "page"), "MINSK, Dec. 31 - X met Y.", Published(date(2021, 12, 31), "dateline")),
        (Published(date(2022, 3, 1), "given"), "MINSK, Feb. 28 - X met Y.", Published(date(2022, 3, 1), "given")),
        (Published(date(2022, 3, 1), "page"), "X met Y.", Published(date(2022, 3, 1), "page")),
        (Published(), "September, Friday 20, 2024\n\nX met Y.", Published(date(2024, 9, 20), "page")),
        (Published(), "20 September 2024\n\nX met Y.", Published(date(2024, 9, 20), "page")),
        (Published(), "2024-09-20\n\nX met Y.", Published(date(2024, 9, 20), "page")),
        (Published(), "21/09/2024 10:15\n\nX met Y.", Published(date(2024, 9, 21), "page")),
        (Published(), "03/04/2024\n\nX met Y.", Published()),
        (Published(), "Updated: Sept. 20, 2024, 3:15 PM ET\n\nX met Y.", Published(date(2024, 9, 20), "page")),
        (Published(), "Sept. 21, 2024\nMINSK, Sept. 20 - X met Y.", Published(date(2024, 9, 20), "dateline")),
        (Published(), "MINSK, Feb. 30, 2019 (BelTA) - X met Y.", Published()),
    ],
)
def test_the_day_of_publication(given: Published, text: str, expected: Published) -> None:
    result = cleaned(text, published=given)
    assert result.report.published == expected
    assert body(result) == ["X met Y."]
