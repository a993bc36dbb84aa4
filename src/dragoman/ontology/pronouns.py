"""English pronouns by whom they stand for, and all words that stand for somebody without naming him."""

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
I = frozenset({"i", "me", "my", "mine", "myself"})  # noqa: E741  the word itself
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
COUNTED = {"two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
"""Words for so many who were named before: "the two leaders", "the two agreed"."""
_OTHERS = "you your yours yourself who whom whose which that this these those one both each all some others"
PRONOUNS = HE | SHE | IT | THEY | I | WE | frozenset(_OTHERS.split())
