"""One archive of a few reports for all commands that only ask."""

from pathlib import Path

import pytest
from commands import DENIAL, PROTEST, TALKS, json_lines, run


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    reports = [
        {"id": "talks", "title": "Leaders meet", "published": "2023-08-14", "publisher": "Morning Post", "text": TALKS},
        {"id": "copy", "published": "2023-08-15", "title": "Leaders meet", "text": TALKS},
        {"id": "protest", "title": "Unrest in Lima", "published": "2023-08-16", "text": PROTEST},
        {"id": "denial", "title": "Shelling in Kashmir", "published": "2023-08-17", "text": DENIAL},
    ]
    path = folder / "news.sqlite"
    ran = run("add", json_lines(folder / "reports.jsonl", reports), "--archive", path)
    assert ran.status == 0, ran.err
    return path
