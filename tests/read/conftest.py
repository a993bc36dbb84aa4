from pathlib import Path

import pytest

from dragoman.read import Limits, read_paths
from dragoman.types.report import Published
from tests.read.helpers import Outcome, ReadBytes


@pytest.fixture
def read_bytes(tmp_path: Path) -> ReadBytes:
    """``read_bytes(name, data, ...)``: what reading a file of that name with those bytes gives."""

    def read(
        name: str,
        data: bytes,
        *,
        published: Published | None = None,
        column_map: dict[str, str] | None = None,
        limits: Limits | None = None,
    ) -> Outcome:
        (tmp_path / name).write_bytes(data)
        return list(read_paths([tmp_path / name], published=published, column_map=column_map, limits=limits))

    return read
