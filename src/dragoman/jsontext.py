"""Values as JSON that is safe to show on a terminal."""

import json
import re

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Terminal controls and writing directions, which JSON leaves as they are."""


def json_text(value: object, indent: int | None = None) -> str:
    """JSON in which what could steer a terminal stands as an escape; it reads back as the same value."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
