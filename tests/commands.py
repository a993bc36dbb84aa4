"""The program as its user runs it: in this process, or in one of its own; and small reports for it."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from dragoman.cli import main

TALKS = (
    "Kenyan President William Ruto met Ethiopian Prime Minister Abiy Ahmed in Nairobi on Monday, his office said. "
    "The two leaders signed an agreement on trade."
)
PROTEST = (
    "Thousands of people protested in Lima on Tuesday against the government of Peru. "
    "Police fired tear gas at demonstrators near the palace and arrested twelve of them."
)
DENIAL = (
    "Pakistan accused India of shelling villages in Kashmir on Wednesday. "
    "India denied the accusation and said that its army had not fired across the line of control."
)
GERMAN = (
    "Der Präsident traf am Montag in Nairobi den Ministerpräsidenten aus Äthiopien, um über den Handel und die "
    "Sicherheit am Horn von Afrika zu sprechen. Beide Seiten betonten, dass die Gespräche nützlich gewesen seien."
)


@dataclass(frozen=True)
class Ran:
    """What a run of the program came to."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def complaints(self) -> list[str]:
        return self.err.splitlines()


def run(*arguments: object, stdin: bytes = b"", columns: int = 120) -> Ran:
    """Runs the program in this process, so that the parser is loaded once for all tests."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    status: object = 0
    given = [str(a) for a in arguments]
    with (
        patch.object(sys, "argv", ["dragoman", *given]),
        patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin))),
        patch.dict(os.environ, {"COLUMNS": str(columns)}),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as left:
            status = left.code
    return Ran(int(status or 0), *(_written(stream) for stream in (out, err)))  # type: ignore[call-overload]


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode("utf-8")


def start(*arguments: object, **more: object) -> "subprocess.Popen[bytes]":
    """Starts the program in a process of its own."""
    command = [sys.executable, "-m", "dragoman", *(str(a) for a in arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)  # type: ignore[call-overload, no-any-return]


def json_lines(path: Path, records: Sequence[object]) -> Path:
    """A file of JSON Lines; what is a string already is a line as it is."""
    lines = [r if isinstance(r, str) else json.dumps(r) for r in records]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf8")
    return path


def many_reports(path: Path, count: int) -> Path:
    """Short reports, each with an event of its own."""
    cities = ("Nairobi", "Lima", "Ankara", "Hanoi", "Warsaw", "Cairo", "Quito")
    return json_lines(
        path,
        [
            {
                "id": f"r{i}",
                "published": f"2023-{1 + i % 12:02}-{1 + i % 28:02}",
                "text": f"Turkish diplomats met Vietnamese officials in {cities[i % 7]} for talks {i} on Monday.",
            }
            for i in range(count)
        ],
    )
