"""The project's own files as the architecture checks see them."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PACKAGE = "src/innolab_desktop"


@dataclass(frozen=True)
class Module:
    """One parsed Python file; ``name`` is its path below the root, with forward slashes."""

    name: str
    source: str
    tree: ast.Module

    @property
    def stem(self) -> str:
        return Path(self.name).stem

    @property
    def is_product(self) -> bool:
        """Whether the file belongs to the program, as opposed to tests and tools."""
        return self.name.startswith(f"{PACKAGE}/")

    def place(self, node: ast.AST) -> str:
        """Return ``file:line`` of *node* for messages."""
        return f"{self.name}:{getattr(node, 'lineno', 1)}"


def python_modules(root: Path, *folders: str) -> Iterator[Module]:
    """Yield the modules below *folders* of *root*, in the order of their names."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            source = path.read_text(encoding="utf-8")
            yield Module(path.relative_to(root).as_posix(), source, ast.parse(source))


def called_name(call: ast.Call) -> str:
    """Return the last part of what is called: ``text`` for ``sa.text(...)``."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def imported_packages(module: Module) -> set[str]:
    """Return the top-level packages that *module* imports, anywhere in the file."""
    found: set[str] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found.add(node.module.split(".")[0])
    return found
