"""Finds every place that raises an error with a code, and the parameters it gives.

A code may be a literal, a choice of literals, a local variable or the result of a function of the
same module. A ``Problem`` carries a code as well: the field's label joins its parameters when it is
raised or shown.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from architecture.source_tree import PACKAGE, Module, called_name, python_modules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

ERRORS_MODULE = f"{PACKAGE}/domain/errors.py"
PROBLEM_CODE, PROBLEM_PARAMETERS = 1, 2  # positions


@dataclass(frozen=True)
class ErrorSite:
    """One use of a code.

    ``code`` is None where it could not be found out; ``parameters`` is None where they are passed
    on as a mapping.
    """

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
    """Return all sites in the program below *root*."""
    modules = [m for m in python_modules(root, PACKAGE) if m.name != ERRORS_MODULE]
    classes = _error_classes(python_modules(root, PACKAGE))
    readers = [_ModuleReader(module, classes) for module in modules]
    forwarders = [forwarder for reader in readers for forwarder in reader.forwarders]
    sites = [site for reader in readers for site in reader.sites]
    return sites + [site for reader in readers for site in reader.forwarded(forwarders)]


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


class _ModuleReader:
    """Reads the sites of one module."""

    def __init__(self, module: Module, classes: set[str]) -> None:
        self.sites: list[ErrorSite] = []
        self.forwarders: list[Forwarder] = []
        self._module = module
        self._functions: dict[str, ast.FunctionDef] = {}
        self._inside: dict[ast.Call, ast.FunctionDef] = {}
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef):
                self._functions[node.name] = node
                self._inside |= dict.fromkeys(_calls(node), node)
        for call in _calls(module.tree):
            if called_name(call) in classes and call.args:
                self._read(call, call.args[0], _keywords(call))
            elif called_name(call) == "Problem" and len(call.args) > PROBLEM_CODE:
                self._read(call, call.args[PROBLEM_CODE], _problem_parameters(call))

    def _read(self, call: ast.Call, code: ast.expr, parameters: frozenset[str] | None) -> None:
        function = self._inside.get(call)
        names = _parameter_names(function)
        if function and isinstance(code, ast.Name) and code.id in names:
            position = names.index(code.id)
            self.forwarders.append(Forwarder(function.name, code.id, position, parameters))
        else:
            place = self._module.place(call)
            self.sites += [ErrorSite(place, c, parameters) for c in self._codes(code, function)]

    def forwarded(self, forwarders: Iterable[Forwarder]) -> Iterator[ErrorSite]:
        """Yield the calls of this module that hand a code to a forwarder."""
        by_name = {forwarder.name: forwarder for forwarder in forwarders}
        for call in _calls(self._module.tree):
            forwarder = by_name.get(called_name(call))
            value = _argument(call, forwarder.parameter, forwarder.position) if forwarder else None
            if forwarder is None or value is None:
                continue
            own, passed = _keywords(call), forwarder.parameters
            parameters = None if own is None or passed is None else own | passed
            for code in self._codes(value, self._inside.get(call)):
                yield ErrorSite(self._module.place(call), code, parameters)

    def _codes(self, value: ast.expr, function: ast.FunctionDef | None) -> set[str | None]:
        match value:
            case ast.Constant(value=str(code)):
                return {code}
            case ast.IfExp(body=first, orelse=second):
                return self._codes(first, function) | self._codes(second, function)
            case ast.Attribute(attr="code"):
                return set()  # passed on; found where it was made
            case ast.Name(id=name) if assigned := _assigned(function, name):
                return {code for v in assigned for code in self._codes(v, function)}
            case ast.Call() if called := self._functions.get(called_name(value)):
                return self._returned_codes(called, value)
            case _:
                return {None}

    def _returned_codes(self, function: ast.FunctionDef, call: ast.Call) -> set[str | None]:
        arguments = dict(zip(_parameter_names(function), call.args, strict=False))
        returned = [n.value for n in ast.walk(function) if isinstance(n, ast.Return) and n.value]
        found: set[str | None] = set()
        for value in returned:
            choices = [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]
            for choice in choices:
                name = choice.id if isinstance(choice, ast.Name) else ""
                found |= self._codes(arguments.get(name, choice), function)
        return found


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _argument(call: ast.Call, name: str, position: int) -> ast.expr | None:
    named = next((keyword.value for keyword in call.keywords if keyword.arg == name), None)
    if named is None and len(call.args) > position:
        return call.args[position]
    return named


def _parameter_names(function: ast.FunctionDef | None) -> list[str]:
    if function is None:
        return []
    names = [argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)]
    return [name for name in names if name not in {"self", "cls"}]


def _assigned(function: ast.FunctionDef | None, name: str) -> list[ast.expr]:
    if function is None:
        return []
    return [
        node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign)
        and any(isinstance(target, ast.Name) and target.id == name for target in node.targets)
    ]


def _keywords(call: ast.Call) -> frozenset[str] | None:
    names = {keyword.arg for keyword in call.keywords}
    return None if None in names else frozenset(name for name in names if name)


def _problem_parameters(call: ast.Call) -> frozenset[str] | None:
    if len(call.args) <= PROBLEM_PARAMETERS:
        return frozenset({"field"})
    given = call.args[PROBLEM_PARAMETERS]
    if not isinstance(given, ast.Dict):
        return None
    return frozenset({"field", *(ast.literal_eval(key) for key in given.keys if key)})
