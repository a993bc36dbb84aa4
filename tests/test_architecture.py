"""Imports point one way: types <- ontology <- stages <- pipeline <- command line; no cycles."""

import ast
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src" / "dragoman"
STAGES = {"read", "clean", "annotate", "resolve", "coding", "attribute", "store", "link", "query", "brief", "export"}
COMMON = {"types", "ontology", "errors", "settings", "record", "jsontext"}


def imports(path: Path, *, anywhere: bool = False) -> set[str]:
    """Modules of ours that a file imports when it is loaded, or ``anywhere`` in it. Imports within functions come
    later and close no cycle.
    """
    tree = ast.parse(path.read_text(encoding="utf8"))
    found = set()
    for node in ast.walk(tree) if anywhere else tree.body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("dragoman"):
            names = {f"{node.module}.{a.name}" for a in node.names}
            modules = {n for n in names if (SOURCE.parent / Path(*n.split("."))).with_suffix(".py").exists()}
            found |= modules if len(modules) == len(names) else modules | {node.module}
        elif isinstance(node, ast.Import):
            found.update(a.name for a in node.names if a.name.startswith("dragoman"))
    return found


def part(module: str) -> str:
    pieces = module.split(".")
    return pieces[1] if len(pieces) > 1 else ""


def test_stages_import_only_what_is_common_and_themselves() -> None:
    for path in sorted(SOURCE.rglob("*.py")):
        own = path.relative_to(SOURCE).parts[0]
        if own in STAGES:
            foreign = {part(m) for m in imports(path, anywhere=True)} - COMMON - {own, ""}
            assert not foreign, f"{path.relative_to(SOURCE)} imports {sorted(foreign)}"


def test_types_import_nothing_but_types() -> None:
    for path in sorted((SOURCE / "types").rglob("*.py")):
        assert {part(m) for m in imports(path, anywhere=True)} <= {"types"}, path.name


def test_no_cycles() -> None:
    graph = {name(p): imports(p) for p in SOURCE.rglob("*.py")}
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " -> ".join((*trail, module))
        if module in done or module not in graph:
            return
        for other in graph[module]:
            if not module.startswith(other + "."):
                visit(other, (*trail, module))
        done.add(module)

    for module in graph:
        visit(module, ())


def name(path: Path) -> str:
    pieces = ["dragoman", *path.relative_to(SOURCE).with_suffix("").parts]
    return ".".join(p for p in pieces if p != "__init__")
