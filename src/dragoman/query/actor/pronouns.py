"""Words that stand for an actor without naming it."""

PRONOUNS = frozenset(
    "i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours"
    " ourselves they them their theirs themselves who whom whose which that this these those one both each all some"
    " others".split()
)
