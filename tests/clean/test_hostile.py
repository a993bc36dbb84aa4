"""Lines made to make regular expressions and rules run for ever."""

import time

import pytest

from dragoman.clean import clean
from dragoman.types.report import Report

LINES = {
    "capitals": "A" * 200_000,
    "capitals with dashes": "A-" * 100_000,
    "capitals with spaces": "AB " * 70_000,
    "brackets": "[ad_" * 50_000,
    "tags": "<p " * 70_000,
    "braces": "{{" * 100_000,
    "parentheses": "(reporting by " * 15_000,
    "entities": "&amp" * 50_000,
    "hashes": "#aa,,," * 50,
    "handles": "@aa" * 60_000,
    "quotes": "“”" * 100_000,
    "glued": "ab.Cd" * 40_000,
    "spaces": "a" + " " * 200_000 + "b",
    "odd spaces": "a" + "\u00a0 " * 100_000 + "b",
    "spun": "protection minister final month go to " * 6_000,
    "names": "United Nations Safety " * 8_000,
    "commas": "MINSK, " * 30_000,
    "short hostile lines": "\n".join(["By " + "Aa " * 60] * 800),
    "repeated furniture": "\n".join(["share tweet email"] * 20_000),
    "list lines": "\n".join(["Related"] * 4_000),
    "dots": "." * 200_000,
    "digits": "1 " * 100_000,
}


@pytest.mark.parametrize("name", sorted(LINES))
def test_long_lines_are_read_in_linear_time(name: str) -> None:
    started = time.perf_counter()
    clean(Report("r", LINES[name] + "\nThe minister left on Monday after the talks had failed."))
    assert time.perf_counter() - started < 8.0
