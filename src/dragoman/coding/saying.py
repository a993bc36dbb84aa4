"""Verbs that merely say: what is said with them tells whether a demand or an accusation is made."""

SAYING = frozenset({
    "say", "state", "tell", "add", "write", "argue", "insist", "stress", "declare", "warn", "repeat", "reiterate",
    "maintain", "believe", "think", "tweet", "post", "note", "emphasise", "emphasize", "underline", "call", "claim",
    "describe", "remark", "observe", "mention", "complain", "suggest", "contend", "hold", "ask", "wonder",
})  # fmt: skip
STATING = frozenset({
    "say", "state", "tell", "add", "write", "note", "think", "believe", "tweet", "post", "remark", "observe", "mention",
    "ask", "wonder", "explain", "suggest",
})  # fmt: skip
"""Those that don't even judge."""
