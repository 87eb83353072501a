"""Reads Python sources as the architecture sees them: who imports whom, and who touches the outside.

A finding is a sentence; a module without findings keeps the design. `test_architecture.py` applies this to
the package, and to planted faults.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

COURSE = "interop_course"
# Each stage imports only stages to its left.
STAGES = ("wire", "messages", "process", "rules", "assessment", "live", "widgets")
EDGES = ("publish", "classroom", "cli", "__main__")
ALONE = ("wire", "packet")
RECORD_FILE = "assessment.record_file"
# A session in a room is a value; what serves it stands around it.
PURE = {f"classroom.{name}" for name in ("session", "selection", "outcome", "views", "notes", "errors")}

# Who alone may use what, by the part of the package.
RESERVED = {
    "widgets": {"ipywidgets", "anywidget", "traitlets", "IPython"},
    "publish": {"sphinx", "docutils", "nbformat", "nbclient", "jupyter_book"},
    "classroom": {"tornado", "segno"},
}
OUTSIDE = {
    "os", "pathlib", "shutil", "subprocess", "tempfile", "socket", "socketserver", "http", "ssl", "asyncio",
    "webbrowser", "sqlite3", "fcntl", "signal", "multiprocessing", "urllib.request", "glob", "time",
}  # fmt: skip
WRITERS = {"write_text", "write_bytes", "mkdir", "unlink", "rename", "rmdir", "touch"}
CLOCKS = {"now", "utcnow", "today"}
UNPORTABLE = {
    "betavariate", "choice", "choices", "gauss", "normalvariate", "randbytes", "randint", "randrange", "sample",
    "shuffle", "triangular", "uniform",
}  # fmt: skip


@dataclass(frozen=True)
class Module:
    """A source file: its dotted name inside the course ("wire.reader", "" for the top), and its text."""

    name: str
    text: str
    package: bool = False

    @property
    def part(self) -> str:
        return self.name.split(".")[0]

    @property
    def full(self) -> str:
        return f"{COURSE}.{self.name}" if self.name else COURSE

    @property
    def at_the_edge(self) -> bool:
        return (self.part in EDGES and self.name not in PURE) or self.name == RECORD_FILE


def findings(module: Module) -> list[str]:
    """Return everything in which a module departs from the design, each with its line."""
    tree = ast.parse(module.text)
    found = [f"{line}: {what}" for node in ast.walk(tree) for line, what in _node(module, node)]
    if module.package:
        found += (f"{node.lineno}: defines something; __init__ only hands names on" for node in _definitions(tree))
    return [f"{module.full}:{finding}" for finding in found]


def imports(module: Module, node: ast.AST) -> Iterator[str]:
    """Yield the full names that a node imports, relative and lazy imports resolved; "?" for an unknown one."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        source = _absolute(module, "." * node.level + (node.module or ""))
        if source in (COURSE, "random"):
            yield from (f"{source}.{alias.name}" for alias in node.names)
        else:
            yield source
    elif isinstance(node, ast.Call) and _callee(node) in ("import_module", "__import__") and node.args:
        yield _lazy(module, node)


def _lazy(module: Module, call: ast.Call) -> str:
    name = call.args[0]
    if isinstance(name, ast.Constant) and isinstance(name.value, str):
        return _absolute(module, name.value)
    parts = name.values if isinstance(name, ast.JoinedStr) else []
    start = parts[0].value if parts and isinstance(parts[0], ast.Constant) else ""
    anchored = len(call.args) > 1 and ast.unparse(call.args[1]) in ("__name__", "__package__")
    # f".{name}" stays inside the package that says it.
    inside = anchored and module.package and str(start).startswith(".") and not str(start).startswith("..")
    return module.full if inside else "?"


def _absolute(module: Module, name: str) -> str:
    level = len(name) - len(name.lstrip("."))
    if not level:
        return name
    steps = module.full.split(".")
    base = steps[: len(steps) - level + module.package]
    return ".".join([*base, name[level:]]).rstrip(".")


def _node(module: Module, node: ast.AST) -> Iterator[tuple[int, str]]:
    line = getattr(node, "lineno", 0)
    for name in imports(module, node):
        if fault := _import_fault(module, name):
            yield line, fault
    if isinstance(node, ast.Call) and not module.at_the_edge:
        yield from ((line, fault) for fault in _call_faults(module, node))


def _import_fault(module: Module, name: str) -> str | None:
    first, _, rest = name.partition(".")
    if name == "?":
        return "imports what cannot be told from the source"
    if first == COURSE:
        return _direction_fault(module, rest.split(".")[0])
    for part, reserved in RESERVED.items():
        if first in reserved and module.part != part:
            return f"imports {first}, which only {part} may"
    if first == "random" and name != "random.Random":
        return "imports more of random than Random; chance comes from the seed that was passed in"
    touches = name in OUTSIDE or first in OUTSIDE
    if touches and not module.at_the_edge:
        return f"imports {name}; only the edges touch files, servers, processes and clocks"
    return None


def _direction_fault(module: Module, target: str) -> str | None:
    here = module.part
    if not here or target == here:
        return None
    if target not in (*STAGES, *EDGES, "packet"):
        return f"imports {target or COURSE} of the top level; import from the stage itself"
    if here in ALONE:
        return f"imports {target}; {here} imports nothing of ours"
    if target == "packet" or here in ("cli", "__main__"):
        return None
    order = (*STAGES, *EDGES)
    if order.index(target) >= order.index(here):
        return f"imports {target}, which is to the right of {here}"
    return None


def _call_faults(module: Module, call: ast.Call) -> Iterator[str]:
    name, owner = _callee(call), _owner(call)
    if name == "open" and not owner:
        yield "opens a file; only the edges do"
    elif name in WRITERS and owner:
        yield f"calls {name}; only the edges write"
    # A widget is the host of a learner at work, whose answers have a real time.
    elif name in CLOCKS and module.part != "widgets" and owner.split(".")[-1] in ("datetime", "date"):
        yield f"reads the clock ({owner}.{name}); time is passed in"
    elif name in UNPORTABLE and any(word in owner.lower() for word in ("rng", "random", "dice", "chance")):
        yield f"calls {owner}.{name}; only random() and getrandbits() are the same everywhere"


def _callee(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _owner(call: ast.Call) -> str:
    return ast.unparse(call.func.value) if isinstance(call.func, ast.Attribute) else ""


def _definitions(tree: ast.Module) -> Iterator[ast.stmt]:
    """Yield what an `__init__` may not hold: all but imports, `__all__`, and what lends names lazily."""
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            continue
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.FunctionDef) and node.name in ("__getattr__", "__dir__"):
            continue
        if isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if ast.unparse(target).startswith("_") and isinstance(node.value, ast.List | ast.Tuple | ast.Dict):
                continue
        yield node
