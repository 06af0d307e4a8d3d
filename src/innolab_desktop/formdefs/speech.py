"""How the texts that are data speak: in German and one way of writing, or in another language.

A translation is a folder that mirrors the program's own: what ``forms/mission.toml`` says is
translated in ``resources/translations/en/forms/mission.toml``. Such a file has the same keys, but
holds texts alone, and where the original has a list of tables, it has a table of them by their
ids. What it leaves out stays German.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, cast

from innolab_desktop.domain.errors import FormError
from innolab_desktop.domain.gender_wording import AS_WRITTEN
from innolab_desktop.domain.language import Language

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.domain.gender_wording import GenderWording

    Table = dict[str, object]

NAME_KEYS: Final = ("id", "field", "children")
"""What a table in a list is known by."""

_QUOTES: Final = {Language.GERMAN: ("„", "“"), Language.ENGLISH: ("“", "”")}


class Speech:
    """Reads the program's own TOML files in one language.

    Args:
        wording: how German texts write about people.
        language: what is spoken.
        data: the folder that holds ``forms`` and ``resources``; None is enough for German.
    """

    def __init__(
        self,
        wording: GenderWording = AS_WRITTEN,
        language: Language = Language.GERMAN,
        data: Path | None = None,
    ) -> None:
        self._wording = wording
        self._data = data
        self.language = language

    def read(self, path: Path) -> Table:
        """Return what the file says, in this language.

        Raises:
            FormError: the file cannot be read or is not TOML.
        """
        table = _read(path)
        if self.language is not Language.GERMAN and self._data is not None:
            return cast("Table", translate(table, self._translation_of(path, self._data)))
        return cast("Table", self._wording.rewrite_all(table)) if self._wording else table

    def quote(self, words: str) -> str:
        """Return *words* in the quotation marks of the language."""
        before, after = _QUOTES[self.language]
        return f"{before}{words}{after}"

    def _translation_of(self, path: Path, data: Path) -> Table:
        if not path.is_relative_to(data):
            return {}
        translations = data / "resources" / "translations" / self.language
        translated = translations / path.relative_to(data)
        return _read(translated) if translated.is_file() else {}


def translate(original: object, translated: object) -> object:
    """Return *original* with the texts of *translated*; what does not fit stays as it is."""
    if isinstance(original, str):
        return translated if isinstance(translated, str) else original
    if isinstance(original, list):
        return _translate_list(cast("list[object]", original), translated)
    if isinstance(original, dict) and isinstance(translated, dict):
        texts = cast("Table", translated)
        return {
            key: translate(value, texts[key]) if key in texts else value
            for key, value in cast("Table", original).items()
        }
    return cast("object", original)


def _translate_list(original: list[object], translated: object) -> list[object]:
    if isinstance(translated, dict):
        texts = cast("Table", translated)
        return [translate(item, texts.get(name_of(item))) for item in original]
    if isinstance(translated, list):
        items = cast("list[object]", translated)
        if len(items) == len(original):
            return [translate(item, text) for item, text in zip(original, items, strict=True)]
    return original


def name_of(item: object) -> str:
    """Return what a table in a list is known by, or ""."""
    table = cast("Table", item) if isinstance(item, dict) else {}
    return next((str(table[key]) for key in NAME_KEYS if key in table), "")


def _read(path: Path) -> Table:
    import tomllib  # noqa: PLC0415 - the first window opens without it

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except OSError as error:
        raise FormError("form_unreadable", file=path.name) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FormError("form_not_toml", file=path.name, detail=str(error)) from error


AS_WRITTEN_IN_GERMAN: Final = Speech()
"""Reads every text as it is written."""
