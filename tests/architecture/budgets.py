"""How large a module, a class and a function may become.

The figures are those of ``reference`` projects of good shape: files that fit into one's head.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, TypeAlias

from architecture.source_tree import Module, python_modules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MODULE_LINES = 400
CLASS_LINES = 250
FUNCTION_LINES = 50
COMPLEXITY = 10
POSITIONAL_ARGUMENTS = 6

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
DECISIONS = (
    ast.If,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.ExceptHandler,
    ast.match_case,
)


def over_budget(root: Path) -> list[str]:
    """Return one line for each budget that a module below *root* exceeds."""
    modules = python_modules(root, "src", "tools", "benchmarks", "tests")
    return [line for module in modules for line in _module_findings(module)]


def _module_findings(module: Module) -> Iterator[str]:
    yield from _finding(module, module.tree, "lines", len(module.source.splitlines()), MODULE_LINES)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef):
            yield from _finding(module, node, "lines", _length(node), CLASS_LINES)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _finding(module, node, "lines", _length(node), FUNCTION_LINES)
            yield from _finding(module, node, "complexity", _complexity(node), COMPLEXITY)
            count = _positional_arguments(node)
            yield from _finding(module, node, "positional arguments", count, POSITIONAL_ARGUMENTS)


def _finding(module: Module, node: ast.AST, what: str, count: int, limit: int) -> Iterator[str]:
    if count > limit:
        name = getattr(node, "name", "module")
        yield f"{module.place(node)}: {name} has {count} {what}, the budget is {limit}"


def _length(node: Function | ast.ClassDef) -> int:
    """Return the lines of *node* without its docstring: explaining costs nothing."""
    first = node.body[0]
    has_docstring = ast.get_docstring(node, clean=False) is not None
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if has_docstring else 0
    return (node.end_lineno or node.lineno) - node.lineno + 1 - docstring


def _complexity(node: Function) -> int:
    """Return McCabe's number of independent paths, as ruff's C901 counts it."""
    return 1 + sum(isinstance(inner, DECISIONS) for inner in ast.walk(node))


def _positional_arguments(node: Function) -> int:
    names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
    return len([name for name in names if name not in {"self", "cls"}])
