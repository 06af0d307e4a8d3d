"""The interface is translated completely, and what Qt reads is what the translation says."""

from __future__ import annotations

import importlib
import importlib.util
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QTranslator

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]
STOP_WORDS = re.compile(
    r"\b(der|die|das|dem|den|und|oder|nicht|kein|keine|ist|sind|wird|werden|Sie|Ihre|Ihr|für|mit"
    r"|von|vom|zu|zum|zur|auf|aus|bei|ein|eine|einen|einem|noch|schon|wenn|dass|bitte)\b"
)
LEFT_GERMAN = ("Was die App nicht tut", "Software von anderen", "(für)")


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "tools/translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = tool()
TRANSLATIONS: dict[tuple[str, str], str] = TOOL.read_translations(TOOL.TRANSLATED)
PAIRS = sorted({(german, english) for (_, german), english in TRANSLATIONS.items()})


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w*\}", text))


def test_every_text_has_its_translation_and_none_is_left_over() -> None:
    texts = TOOL.marked_texts(TOOL.SOURCES.rglob("*.py"))
    marked = {(context, text) for context, sources in texts.items() for text in sources}
    assert len(marked) > 1300
    assert marked == {key for key, english in TRANSLATIONS.items() if english}, (
        "run `make translations` and translate what it marks as unfinished"
    )


def test_what_qt_reads_is_up_to_date(tmp_path: Path) -> None:
    TOOL.compile_translations(TOOL.TRANSLATED, tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == TOOL.COMPILED.read_bytes()


def test_qt_finds_each_translation_in_its_context() -> None:
    translator = QTranslator()
    assert translator.load(str(TOOL.COMPILED))
    found = {key: translator.translate(*key) for key in TRANSLATIONS}
    assert found == TRANSLATIONS


@pytest.mark.parametrize("rule", [placeholders, lambda text: text[:1] == " "])
def test_placeholders_and_spaces_are_equal(rule: object) -> None:
    assert callable(rule)
    assert [pair for pair in PAIRS if rule(pair[0]) != rule(pair[1])] == []


def test_signs_are_english() -> None:
    def is_slip(german: str, english: str) -> bool:
        return (
            any(sign in english for sign in ("„", "»", "«", '"', " …", "...", "ß", "*innen"))
            or english.count("“") != english.count("”")
            or german.endswith("…") != english.endswith("…")
            or german.endswith(".") != english.endswith(".")
            or german.endswith("?") != english.endswith("?")
        )

    allowed = {"… {0} more"}
    slips = [pair for pair in PAIRS if is_slip(*pair)]
    assert [pair for pair in slips if not any(word in pair[1] for word in allowed)] == []


def test_nothing_german_is_left() -> None:
    def german_words(english: str) -> list[str]:
        for words in LEFT_GERMAN:
            english = english.replace(words, "")
        return STOP_WORDS.findall(english)

    assert [(english, found) for _, english in PAIRS if (found := german_words(english))] == []


@pytest.mark.parametrize(
    "path", sorted(TOOL.SOURCES.glob("ui/**/*.py")), ids=lambda path: path.stem
)
def test_qt_knows_the_contexts(path: Path) -> None:
    """Qt looks the texts of a class up by the names of the class and of its bases."""
    contexts = TOOL.marked_texts([path])
    if not contexts:
        return
    name = ".".join(path.relative_to(TOOL.SOURCES.parent).with_suffix("").parts)
    module = importlib.import_module(name)
    marked = [getattr(module, context, None) for context in contexts]
    assert [
        kind for kind in marked if isinstance(kind, type) and not issubclass(kind, QObject)
    ] == []


MODULE = """
class Page(QWidget):
    def show(self):
        self.setText(self.tr("Guten " "Tag, {0}"))

def _tr(text):
    return QCoreApplication.translate("Words", text)

def words():
    return _tr("Eins"), _tr("Eins"), QCoreApplication.translate("Other", "Zwei")
"""


def test_all_ways_to_mark_a_text_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TOOL, "SOURCES", tmp_path)
    path = tmp_path / "module.py"
    path.write_text(MODULE, encoding="utf-8")
    found = TOOL.marked_texts([path])
    assert found == {"Page": ["Guten Tag, {0}"], "Words": ["Eins"], "Other": ["Zwei"]}


@pytest.mark.parametrize("call", ['_tr(f"{name}")', "_tr(name)", 'owner.tr("Text")'])
def test_what_nobody_could_translate_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    monkeypatch.setattr(TOOL, "SOURCES", tmp_path)
    path = tmp_path / "module.py"
    path.write_text(f"{MODULE}\ndef more(owner, name):\n    return {call}\n", encoding="utf-8")
    with pytest.raises(TOOL.SourceError, match=r"module\.py, line"):
        TOOL.marked_texts([path])


def test_what_is_translated_stays_and_what_is_new_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "some.ts"
    texts = {"Page": ["Suchen & finden", "Neu"]}
    known = {("Page", "Suchen & finden"): "Search <here>", ("Page", "Alt"): "Old"}
    assert TOOL.write_translations(path, texts, known) == 1
    assert TOOL.read_translations(path) == {
        ("Page", "Suchen & finden"): "Search <here>",
        ("Page", "Neu"): "",
    }
    assert path.read_text(encoding="utf-8").count('type="unfinished"') == 1


def test_a_text_that_moved_keeps_its_translation_unless_it_has_several() -> None:
    known = {("Old", "Neu"): "New", ("Old", "alle"): "all", ("Other", "alle"): "everyone"}
    carried = TOOL.carry_over({"Page": ["Neu", "alle"], "Other": ["alle"]}, known)
    assert carried == {("Page", "Neu"): "New", ("Page", "alle"): "", ("Other", "alle"): "everyone"}
