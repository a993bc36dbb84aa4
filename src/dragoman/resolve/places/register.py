"""The country that a report's own words give away: bodies and offices that only one country's papers write of."""

from collections import Counter
from collections.abc import Sequence

AMERICAN = (
    "Police Department", "Fire Department", "heriff's", "heriff\u2019s", "chool district", "School District",
    "electmen", "ldermen", "ity manager", "City Manager", "City Council", "istrict attorney", "District Attorney",
    "tate trooper", "State Trooper", "National Guard", "Superior Court", "Municipal Court", "Circuit Court",
    "Elementary School", "Middle School", "High School", "Junior College", "Community College",
    "Chamber of Commerce", "Public Library",
    "Medicaid", "Interstate ", "County Sheriff", "County Jail", "County Judge", "County Court", "County Clerk",
    "County Attorney", "County Prosecutor", "County Commission", "County commission", "County Board",
)  # fmt: skip
"""Parts of texts that papers of the United States write of, and few others."""
MOST = 5
"""As how many mentions of the country such words count at most: they help where little else is said."""


def told_by_words(texts: Sequence[str]) -> Counter[str]:
    """How often a report's words speak for a country, by its code."""
    whole = "\n".join(texts)
    count = sum(whole.count(words) for words in AMERICAN)
    return Counter({"USA": min(MOST, count)}) if count else Counter()
