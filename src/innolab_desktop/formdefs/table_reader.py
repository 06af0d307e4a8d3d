"""Typed reading of one TOML table that knows which keys it was asked for."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, cast

from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.speech import AS_WRITTEN_IN_GERMAN

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from innolab_desktop.formdefs.speech import Speech


class TableReader:
    """Hands out the keys of a table by type; a wrong or unknown key names file, place and key.

    Args:
        table: what tomllib made of the table.
        file: name of the file, for errors.
        place: the section, entry or field the table belongs to, for errors.
    """

    def __init__(self, table: Mapping[str, object], *, file: str, place: str = "") -> None:
        self._table = table
        self._file = file
        self.place = place
        self._read: set[str] = set()

    def has(self, key: str) -> bool:
        """Tell whether the table has the key."""
        return key in self._table

    def keys(self) -> frozenset[str]:
        """Return all keys of the table."""
        return frozenset(self._table)

    def form_error(self, code: str, key: str) -> FormError:
        """Return an error that names file, place and key."""
        return FormError(code, file=self._file, field=self.place, key=key)

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without *default* the key must be there and not be empty."""
        value = self._value(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.form_error("form_wrong_type", key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; empty without the key."""
        value = self._value(key, [])
        if not isinstance(value, list):
            raise self.form_error("form_wrong_type", key)
        items = cast("list[object]", value)
        texts = tuple(item for item in items if isinstance(item, str))
        if len(texts) != len(items):
            raise self.form_error("form_wrong_type", key)
        return texts

    def integer(self, key: str, default: int | None = None) -> int:
        """Return a whole number; without *default* the key must be there."""
        value = self._value(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.form_error("form_wrong_type", key)
        return value

    def optional_integer(self, key: str) -> int | None:
        """Return a whole number, or None without the key."""
        return self.integer(key) if self.has(key) else None

    def optional_number(self, key: str) -> Decimal | None:
        """Return a number, or None without the key."""
        if not self.has(key):
            return None
        value = self._value(key, None)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise self.form_error("form_wrong_type", key)
        return Decimal(value)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Return true or false."""
        value = self._value(key, default)
        if not isinstance(value, bool):
            raise self.form_error("form_wrong_type", key)
        return value

    def plain(self, key: str) -> object:
        """Return whatever stands under the key, or None without it."""
        return self._value(key, None) if self.has(key) else None

    def table(self, key: str) -> TableReader:
        """Return the table under the key; its errors name this table's place and the key."""
        value = self._value(key, None)
        if not isinstance(value, dict):
            raise self.form_error("form_wrong_type", key)
        table = cast("dict[str, object]", value)
        return TableReader(table, file=self._file, place=f"{self.place}.{key}")

    def tables(self, key: str, *, place_key: str = "id") -> tuple[TableReader, ...]:
        """Return an array of tables; each is named by its *place_key* in errors."""
        value = self._value(key, [])
        if not isinstance(value, list):
            raise self.form_error("form_wrong_type", key)
        readers: list[TableReader] = []
        for number, item in enumerate(cast("list[object]", value), start=1):
            if not isinstance(item, dict):
                raise self.form_error("form_wrong_type", key)
            table = cast("dict[str, object]", item)
            place = table.get(place_key)
            named = place if isinstance(place, str) else f"{key} {number}"
            readers.append(TableReader(table, file=self._file, place=named))
        return tuple(readers)

    def finish(self) -> None:
        """Refuse keys that nobody asked for.

        Raises:
            FormError: the table has a key that the grammar does not know.
        """
        for key in self._table:
            if key not in self._read:
                raise self.form_error("form_unknown_key", key)

    def _value(self, key: str, default: object) -> object:
        self._read.add(key)
        if key not in self._table:
            if default is None:
                raise self.form_error("form_key_missing", key)
            return default
        return self._table[key]


def read_table_file(path: Path, speech: Speech = AS_WRITTEN_IN_GERMAN) -> TableReader:
    """Return the top table of a TOML file, with its texts as *speech* says them.

    Raises:
        FormError: the file cannot be read or is not TOML.
    """
    return TableReader(speech.read(path), file=path.name)
