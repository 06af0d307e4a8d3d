"""Habits that keep the program safe and readable, checked on the syntax tree.

Each check takes a module and yields one line per finding.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from architecture.source_tree import (
    PACKAGE,
    Module,
    called_name,
    imported_packages,
    python_modules,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SINGLE_INSTANCE_MODULE = f"{PACKAGE}/ui/single_instance.py"
PLAIN_TEXT_MODULE = f"{PACKAGE}/ui/widgets/plain_label.py"
MARKUP_CALLS = {"setHtml", "insertHtml", "setMarkdown", "insertMarkdown"}
LINE_MODULE = f"{PACKAGE}/ui/widgets/text_line.py"
GUESSING_WIDGETS = {"QLabel", "QMessageBox", "QErrorMessage"}
CODE_FROM_DATA = {"pickle", "marshal", "shelve", "yaml", "dill"}
WRAPPED = {"cbor2": "journal", "pycrdt": "journal", "zstandard": "bundle", "keyring": "keys"}
EMPTY_NAMES = re.compile(r"(^|_)(utils?|helpers?|common|managers?|misc|stuff)$")
TEXT_SUFFIXES = {".py", ".md", ".toml", ".txt", ".lock", ".yml", ".spec", ".java", ".sh", ""}
MACHINE_TRACES = re.compile("/" + r"(work|root)/|python" + r"hosted\.org|pypi" + r"\.org")


def findings(root: Path) -> list[str]:
    """Return every broken habit below *root*."""
    modules = list(python_modules(root, "src", "tools", "benchmarks", "tests"))
    product = [module for module in modules if module.is_product]
    checks = (
        markup,
        guessing_labels,
        greedy_lines,
        tool_tips,
        code_from_data,
        built_sql,
        randomness,
        networking,
        missing_docstrings,
    )
    found = [line for module in product for check in checks for line in check(module)]
    found += [line for module in modules for line in empty_names(module)]
    found += wrapper_modules(product)
    found += machine_traces(root)
    return found


def _calls(module: Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(module.tree) if isinstance(node, ast.Call))


def markup(module: Module) -> Iterator[str]:
    """Text from others is plain text: nothing is ever parsed as HTML or Markdown."""
    for call in _calls(module):
        if called_name(call) in MARKUP_CALLS:
            yield f"{module.place(call)}: {called_name(call)} interprets text"


def guessing_labels(module: Module) -> Iterator[str]:
    """Qt's labels guess whether a text is HTML; only the module that switches it off makes them.

    A label without words, for a picture, is fine anywhere.
    """
    if module.name == PLAIN_TEXT_MODULE:
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef):
            guessing = {base.id for base in node.bases if isinstance(base, ast.Name)}
        elif isinstance(node, ast.Call):
            guessing = {_guesser(module, node)}
        else:
            continue
        for name in guessing & GUESSING_WIDGETS:
            yield f"{module.place(node)}: {name} guesses the format; use {PLAIN_TEXT_MODULE}"


def _guesser(module: Module, call: ast.Call) -> str:
    """Return the guessing widget that *call* gives words to, or ""."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else call.func
    if not isinstance(owner, ast.Name):
        return ""
    if owner.id == "QLabel" and not call.args:
        variables = re.findall(r"([\w.]+) = QLabel\(", module.source)
        return "QLabel" if any(f"{name}.setText(" in module.source for name in variables) else ""
    return owner.id


def greedy_lines(module: Module) -> Iterator[str]:
    """Qt's lines take the address of a dropped file for text; only one module makes lines."""
    if module.name == LINE_MODULE:
        return
    for node in ast.walk(module.tree):
        is_made = isinstance(node, ast.Call) and called_name(node) == "QLineEdit"
        is_base = isinstance(node, ast.ClassDef) and any(
            isinstance(base, ast.Name) and base.id == "QLineEdit" for base in node.bases
        )
        if is_made or is_base:
            yield f"{module.place(node)}: QLineEdit takes dropped files; use {LINE_MODULE}"


def tool_tips(module: Module) -> Iterator[str]:
    """Qt's tool tips guess as well: they show our own words or escaped ones."""
    for call in _calls(module):
        if called_name(call) == "setToolTip" and not _is_harmless(call.args[0]):
            yield f"{module.place(call)}: escape the text of a tool tip"


def _is_harmless(text: ast.expr) -> bool:
    if isinstance(text, ast.Call):
        return called_name(text) in {"tr", "translate", "escape"}
    return isinstance(text, ast.Constant)


def code_from_data(module: Module) -> Iterator[str]:
    """Data never becomes code."""
    for package in sorted(imported_packages(module) & CODE_FROM_DATA):
        yield f"{module.name}: {package} loads code from data"
    for call in _calls(module):
        if isinstance(call.func, ast.Name) and call.func.id in {"eval", "exec", "compile"}:
            yield f"{module.place(call)}: {call.func.id} runs data"


def built_sql(module: Module) -> Iterator[str]:
    """SQL text is never put together from values."""
    for call in _calls(module):
        if called_name(call) == "text" and call.args:
            first = call.args[0]
            formatted = isinstance(first, ast.Call) and called_name(first) == "format"
            if formatted or isinstance(first, ast.JoinedStr | ast.BinOp):
                yield f"{module.place(call)}: text() with values in it; bind parameters"


def randomness(module: Module) -> Iterator[str]:
    """Randomness comes from the operating system (``secrets``) or through a constructor."""
    if "random" in imported_packages(module):
        yield f"{module.name}: random is predictable; use secrets or inject it"


def networking(module: Module) -> Iterator[str]:
    """Qt's network classes serve the single instance and nothing else."""
    if module.name == SINGLE_INSTANCE_MODULE:
        return
    for node in ast.walk(module.tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        if any(name.startswith("PySide6.QtNetwork") for name in names):
            yield f"{module.place(node)}: QtNetwork belongs into {SINGLE_INSTANCE_MODULE}"


def missing_docstrings(module: Module) -> Iterator[str]:
    """Whatever is public says what it is for."""
    public: list[ast.AST] = [module.tree]
    for node in module.tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            public += [node, *node.body]
        else:
            public.append(node)
    for node in public:
        if _lacks_docstring(node):
            yield f"{module.place(node)}: {getattr(node, 'name', 'module')} has no docstring"


def _lacks_docstring(node: ast.AST) -> bool:
    if isinstance(node, ast.Module):
        return bool(node.body) and ast.get_docstring(node) is None
    if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        return False
    exempt = {"override", "overload", "setter"}
    decorators = {ast.unparse(decorator).split(".")[-1] for decorator in node.decorator_list}
    if node.name.startswith("_") or decorators & exempt:
        return False
    return ast.get_docstring(node) is None


def empty_names(module: Module) -> Iterator[str]:
    """A module is called after what is in it."""
    if EMPTY_NAMES.search(module.stem):
        yield f"{module.name}: the name says nothing about its content"


def wrapper_modules(product: Iterable[Module]) -> list[str]:
    """Libraries with sharp edges are imported by one module each, in one package."""
    users: defaultdict[str, list[str]] = defaultdict(list)
    for module in product:
        for package in imported_packages(module) & set(WRAPPED):
            users[package].append(module.name)
    found: list[str] = []
    for package, names in sorted(users.items()):
        home = f"{PACKAGE}/{WRAPPED[package]}/"
        if len(names) > 1 or not names[0].startswith(home):
            found.append(f"{package} belongs into one module of {home}, not into {names}")
    return found


def machine_traces(root: Path) -> list[str]:
    """Nothing in the repository knows the machine it was written on."""
    found: list[str] = []
    skipped = {".git", ".venv", "build", "dist", "__pycache__"}
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root)
        if path.suffix not in TEXT_SUFFIXES or skipped & set(inside.parts) or not path.is_file():
            continue
        if any(part.startswith(".") and part != ".ci" for part in inside.parts):
            continue
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        found += [f"{inside}:{n}" for n, line in enumerate(lines, 1) if MACHINE_TRACES.search(line)]
    return found
