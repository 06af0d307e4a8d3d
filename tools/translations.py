"""Brings the translations of the interface up to date with the sources, and compiles them.

    python tools/translations.py

Every text of the interface is written in German where it is shown. What is new enters
``resources/translations/en/interface.ts`` as unfinished and what is gone leaves it; translate
there, by hand or in Qt Linguist, and run this once more: the program reads ``interface.qm``.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "src" / "innolab_desktop"
TRANSLATED = ROOT / "resources" / "translations" / "en" / "interface.ts"
COMPILED = TRANSLATED.with_suffix(".qm")

Texts: TypeAlias = "dict[str, list[str]]"
"""German texts by the context that Qt looks them up in."""
Translations: TypeAlias = "dict[tuple[str, str], str]"
"""English texts by context and German text; empty ones are unfinished."""

_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="de_DE">
"""


class SourceError(Exception):
    """A text is marked in a way that nobody could translate."""


class _Collector(ast.NodeVisitor):
    """Finds the marked texts of one module.

    Marked are ``self.tr("…")`` in a class, ``QCoreApplication.translate("Context", "…")``, and
    calls of a function of the module that does nothing but the latter with what it is given.
    """

    def __init__(self, module: ast.Module) -> None:
        self.found: list[tuple[str, str]] = []
        self._class = ""
        self._functions = dict(_translating_functions(module))

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Take the class as the context of what it marks."""
        outer, self._class = self._class, node.name
        self.generic_visit(node)
        self._class = outer

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Leave out the functions that only pass a text on."""
        if self._class or node.name not in self._functions:
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Keep the text if the call marks one."""
        self.generic_visit(node)
        name = ast.unparse(node.func)
        if name in self._functions:
            self._keep(node, self._functions[name], node.args[0])
        elif name == "QCoreApplication.translate":
            self._keep(node, _text(node.args[0]), node.args[1])
        elif name == "self.tr":
            self._keep(node, self._class, node.args[0])
        elif name.endswith(".tr"):
            self._keep(node, None, node.args[0])

    def _keep(self, node: ast.Call, context: str | None, marked: ast.expr) -> None:
        text = _text(marked)
        if not context or text is None:
            raise SourceError(f"line {node.lineno}: {ast.unparse(node)}")
        self.found.append((context, text))


def _translating_functions(module: ast.Module) -> Iterator[tuple[str, str]]:
    for function in module.body:
        if not isinstance(function, ast.FunctionDef):
            continue
        match function.body[-1]:
            case ast.Return(ast.Call(ast.Attribute(attr="translate"), [context, ast.Name()])):
                yield function.name, _text(context) or ""
            case _:
                pass


def _text(node: ast.expr) -> str | None:
    match node:
        case ast.Constant(str(text)):
            return text
        case _:
            return None


def marked_texts(modules: Iterable[Path]) -> Texts:
    """Return what *modules* mark, in the order of the modules and without repetitions.

    Raises:
        SourceError: a marked text is not written out, or has no context.
    """
    texts: Texts = {}
    for path in sorted(modules):
        module = ast.parse(path.read_text(encoding="utf-8"))
        collector = _Collector(module)
        try:
            collector.visit(module)
        except SourceError as error:
            raise SourceError(f"{path.relative_to(SOURCES)}, {error}") from None
        for context, text in collector.found:
            known = texts.setdefault(context, [])
            if text not in known:
                known.append(text)
    return dict(sorted(texts.items()))


def read_translations(path: Path) -> Translations:
    """Return the finished translations of *path*; nothing if there is no such file."""
    if not path.exists():
        return {}
    found: Translations = {}
    for context in ET.parse(path).getroot():  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            found[name, message.findtext("source", "")] = message.findtext("translation", "")
    return found


def carry_over(texts: Texts, known: Translations) -> Translations:
    """Return what is *known* of *texts*; a text that moved keeps the one translation it had."""
    by_text: dict[str, set[str]] = {}
    for (_, german), english in known.items():
        by_text.setdefault(german, set()).add(english)
    carried: Translations = {}
    for context, sources in texts.items():
        for german in sources:
            same = by_text.get(german, set())
            only = next(iter(same)) if len(same) == 1 else ""
            carried[context, german] = known.get((context, german)) or only
    return carried


def write_translations(
    path: Path, texts: Texts, translations: Mapping[tuple[str, str], str]
) -> int:
    """Write *texts* with their translations and return how many have none."""
    lines, unfinished = [_HEAD], 0
    for context, sources in texts.items():
        lines.append(f"<context>\n    <name>{escape(context)}</name>\n")
        for source in sources:
            english = translations.get((context, source), "")
            mark = "" if english else ' type="unfinished"'
            unfinished += not english
            lines.append(
                f"    <message>\n        <source>{escape(source)}</source>\n"
                f"        <translation{mark}>{escape(english)}</translation>\n    </message>\n"
            )
        lines.append("</context>\n")
    lines.append("</TS>\n")
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    return unfinished


def compile_translations(path: Path, compiled: Path) -> None:
    """Write what Qt reads."""
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([lrelease, "-silent", path, "-qm", compiled], check=True)  # noqa: S603 - ours


def main() -> int:
    """Bring file and compiled file up to date; fail while something is unfinished."""
    texts = marked_texts(SOURCES.rglob("*.py"))
    unfinished = write_translations(
        TRANSLATED, texts, carry_over(texts, read_translations(TRANSLATED))
    )
    compile_translations(TRANSLATED, COMPILED)
    if unfinished:
        print(f"{TRANSLATED.relative_to(ROOT)}: {unfinished} texts are not translated yet.")
    return 1 if unfinished else 0


if __name__ == "__main__":
    sys.exit(main())
