"""The training corpora: reads and checks the bracketed sentences (``training/GUIDE.md``).

python -m training.corpus [FILE...]     checks the files given, or all; prints what is wrong and counts
"""

import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
TYPES = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
         "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")  # fmt: skip
STATUSES = ("happened", "planned", "alleged", "denied", "hypothetical", "negated")
MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
    "heavy-weapons crowd-control unconventional",
}
ROLES = "ARTLC"
_OPEN = re.compile(r"\[([ARETLC]\d*(?:,[ARETLC]\d*)*) ")
MEANS = re.compile(r"\{=([^{}]+)\}")
"""Whom a pronoun of a marked report means; the encoder doesn't read it."""


class BadLineError(ValueError):
    """A line of a corpus that can't be read, with the reason."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a sentence that play a role in an event; ``end`` is exclusive."""

    role: str
    event: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Label:
    """What an event is. ``event_type`` is ``none`` for a marked word that tells no event."""

    event_type: str
    event_mode: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its events: ``labels[i]`` belongs to the spans whose ``event`` is ``i + 1``."""

    text: str
    spans: tuple[Span, ...]
    labels: tuple[Label, ...]
    origin: str = ""

    def of(self, event: int, role: str) -> list[Span]:
        return [s for s in self.spans if s.event == event and s.role == role]


def parse_brackets(marked: str) -> tuple[str, tuple[Span, ...]]:
    """Plain text and spans of a bracketed sentence."""
    plain: list[str] = []
    spans: list[Span] = []
    stack: list[tuple[str, int]] = []
    at = length = 0
    while at < len(marked):
        if opened := _OPEN.match(marked, at):
            stack.append((opened[1], length))
            at = opened.end()
        elif marked[at] == "]" and stack:
            tags, start = stack.pop()
            if start == length:
                raise BadLineError("an empty bracket")
            spans += [Span(t[0], int(t[1:] or 1), start, length) for t in tags.split(",")]
            at += 1
        else:
            plain.append(marked[at])
            length += 1
            at += 1
    if stack:
        raise BadLineError(f"a bracket {stack[-1][0]} isn't closed")
    text = "".join(plain)
    if re.search(r"\[[A-Z]\d*\b", text):
        raise BadLineError("a bracket with an unknown tag")
    return text, tuple(spans)


def parse_label(text: str) -> Label:
    event_type, *rest = text.split()
    if event_type not in TYPES:
        raise BadLineError(f"no such type: {event_type}")
    if len(rest) != 2:
        raise BadLineError(f"a label is TYPE mode status: {text}")
    mode, status = rest
    if status not in STATUSES:
        raise BadLineError(f"no such status: {status}")
    if mode != "-" and mode not in MODES.get(event_type, "").split():
        raise BadLineError(f"{event_type} has no mode {mode}")
    return Label(event_type, "" if mode == "-" else mode, status)


def parse_sentence(line: str, origin: str = "") -> Example:
    """One line of ``sentences/``, ``reports/`` or ``unseen/``."""
    marked, *labels = (part.strip() for part in MEANS.sub("", line).split(" | "))
    if not labels:
        raise BadLineError("no label")
    text, spans = parse_brackets(marked)
    if labels == ["none"]:
        if any(s.role != "E" for s in spans):
            raise BadLineError("a line of none has no brackets but E")
        spans = tuple(Span("E", i, s.start, s.end) for i, s in enumerate(spans, 1))
        return Example(text, spans, tuple(Label("none") for _ in spans), origin)
    example = Example(text, spans, tuple(parse_label(label) for label in labels), origin)
    for number in range(1, len(labels) + 1):
        if len(example.of(number, "E")) != 1:
            raise BadLineError(f"event {number} has {len(example.of(number, 'E'))} triggers E, not one")
    if any(s.event > len(labels) for s in spans):
        raise BadLineError("a bracket's number has no label")
    return example


def parse_relation(line: str, origin: str = "") -> Example:
    """One line of ``relations/``."""
    marked, *labels = (part.strip() for part in line.split(" | "))
    if len(labels) != 1 or labels[0] not in TYPES:
        raise BadLineError(f"one type is needed: {labels}")
    text, spans = parse_brackets(marked)
    if sorted(s.role for s in spans) not in (["A"], ["A", "R"]):
        raise BadLineError("one A and at most one R are needed")
    return Example(text, spans, (Label(labels[0]),), origin)


def read_file(path: Path) -> Iterator[Example | tuple[int, str]]:
    """The examples of a file; for a bad line its number and the reason."""
    parse = parse_relation if path.parent.name == "relations" else parse_sentence
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            yield parse(line, f"{path.stem}:{number}")
        except BadLineError as error:
            yield number, str(error)


def read_all(folder: str) -> list[Example]:
    """All examples of a folder. Raises BadLineError on the first bad line."""
    found: list[Example] = []
    for path in sorted((HERE / folder).glob("*.txt")):
        for item in read_file(path):
            if not isinstance(item, Example):
                raise BadLineError(f"{path.name}:{item[0]}: {item[1]}")
            found.append(item)
    return found


def is_held_out(text: str, percent: int = 7) -> bool:
    """Whether a sentence belongs to the part that is kept for measuring; by its own words, so that it never moves."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) % 100 < percent


def unseen(paths: Sequence[str]) -> list[Example]:
    """The examples of some files; without any, the sentences that the encoder isn't trained on."""
    if paths:
        return [x for p in paths for x in read_file(Path(p)) if isinstance(x, Example)]
    return [x for x in read_all("sentences") if is_held_out(x.text)]


def corpus_hash() -> str:
    """Hash of all corpus files that the encoder is trained on."""
    digest = hashlib.sha256()
    for path in sorted([*HERE.glob("sentences/*.txt"), *HERE.glob("relations/*.txt"), *HERE.glob("reports/*.txt")]):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def main(paths: list[str]) -> int:
    chosen = [Path(p).resolve() for p in paths] or sorted(
        [*HERE.glob("sentences/*.txt"), *HERE.glob("relations/*.txt")]
    )
    bad = total = 0
    types: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    for path in chosen:
        for item in read_file(path):
            if isinstance(item, Example):
                total += 1
                types.update(label.event_type for label in item.labels or (Label("none"),))
                statuses.update(label.status for label in item.labels if label.status)
            else:
                bad += 1
                print(f"{path.name}:{item[0]}: {item[1]}")
    print(f"{total} lines, {bad} bad")
    print("  ".join(f"{k} {v}" for k, v in types.most_common()))
    print("  ".join(f"{k} {v}" for k, v in statuses.most_common()))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
