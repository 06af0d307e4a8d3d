"""Finds every place that raises an error with a code, and the parameters it gives."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from architecture.source_tree import PACKAGE, Module, called_name, python_modules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


@dataclass(frozen=True)
class ErrorSite:
    """One use of a code. ``parameters`` is None where they are passed on as a mapping."""

    place: str
    code: str | None
    parameters: frozenset[str] | None


@dataclass(frozen=True)
class Forwarder:
    """A function that turns one of its own parameters into the code of an error."""

    name: str
    parameter: str
    position: int
    parameters: frozenset[str] | None


def error_sites(root: Path) -> list[ErrorSite]:
    """Return the sites below *root*; a site with code None could not be resolved."""
    modules = list(python_modules(root, PACKAGE))
    classes = _error_classes(modules)
    sites: list[ErrorSite] = []
    forwarders: list[Forwarder] = []
    for module in modules:
        if not module.name.endswith("domain/errors.py"):
            _collect(module, classes, sites, forwarders)
    for module in modules:
        for call in _calls(module.tree):
            for forwarder in forwarders:
                if called_name(call) == forwarder.name:
                    sites += _forwarded(module, call, forwarder)
    return sites


def _error_classes(modules: Iterable[Module]) -> set[str]:
    """Return the names of InnolabError and everything that inherits from it."""
    bases: dict[str, set[str]] = {}
    for module in modules:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                bases[node.name] = {ast.unparse(base).split(".")[-1] for base in node.bases}
    found = {"InnolabError"}
    while more := {name for name, parents in bases.items() if parents & found} - found:
        found |= more
    return found - {"Cancelled"}


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _collect(
    module: Module, classes: set[str], sites: list[ErrorSite], forwarders: list[Forwarder]
) -> None:
    inside: dict[ast.Call, ast.FunctionDef] = {}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef):
            inside |= dict.fromkeys(_calls(node), node)
    for call in _calls(module.tree):
        if called_name(call) not in classes or not call.args:
            continue
        parameters = _keywords(call, {"code"})
        function = inside.get(call)
        first = call.args[0]
        names = _parameter_names(function) if function else []
        if function and isinstance(first, ast.Name) and first.id in names:
            position = names.index(first.id)
            forwarders.append(Forwarder(function.name, first.id, position, parameters))
        else:
            sites += [ErrorSite(module.place(call), code, parameters) for code in _codes(first)]


def _parameter_names(function: ast.FunctionDef) -> list[str]:
    names = [argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)]
    return [name for name in names if name not in {"self", "cls"}]


def _forwarded(module: Module, call: ast.Call, forwarder: Forwarder) -> Iterator[ErrorSite]:
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    value = given.get(forwarder.parameter)
    if value is None and len(call.args) > forwarder.position:
        value = call.args[forwarder.position]
    if value is None:
        return
    own = _keywords(call, {forwarder.parameter})
    parameters = None if own is None or forwarder.parameters is None else own | forwarder.parameters
    for code in _codes(value):
        yield ErrorSite(module.place(call), code, parameters)


def _keywords(call: ast.Call, skipped: set[str]) -> frozenset[str] | None:
    names = {keyword.arg for keyword in call.keywords}
    return None if None in names else frozenset(name for name in names if name) - skipped


def _codes(value: ast.expr) -> list[str | None]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return [value.value]
    if isinstance(value, ast.IfExp):
        return [*_codes(value.body), *_codes(value.orelse)]
    return [None]
