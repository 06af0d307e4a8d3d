"""What this person's computer remembers: appearance, text size, window, recent vaults.

Nothing of a vault's content is kept here; the file is readable by anyone who uses the account.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QSettings

from innolab_desktop.domain.gender_wording import Wording
from innolab_desktop.domain.language import Language
from innolab_desktop.ui.theme.theme import Appearance

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_RECENT = 8
_AS_SYSTEM = "system"


class Settings:
    """Reads and writes one settings file; values that make no sense become the defaults."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def appearance(self) -> Appearance:
        """How the interface looks."""
        chosen = str(self._store.value("appearance", ""))
        return Appearance(chosen) if chosen in set(Appearance) else Appearance.SYSTEM

    @appearance.setter
    def appearance(self, appearance: Appearance) -> None:
        self._store.setValue("appearance", appearance.value)

    @property
    def zoom_percent(self) -> int:
        """How large the text is."""
        chosen = str(self._store.value("zoom_percent", ""))
        return min(max(int(chosen), 100), 200) if chosen.isdecimal() else 100

    @zoom_percent.setter
    def zoom_percent(self, percent: int) -> None:
        self._store.setValue("zoom_percent", percent)

    @property
    def wording(self) -> Wording:
        """How texts of the program write about people."""
        chosen = str(self._store.value("wording", ""))
        return Wording(chosen) if chosen in set(Wording) else Wording.STAR

    @wording.setter
    def wording(self, wording: Wording) -> None:
        self._store.setValue("wording", wording.value)
        self._store.sync()

    @property
    def language(self) -> Language | None:
        """What the interface speaks; None is what the system speaks."""
        chosen = str(self._store.value("language", ""))
        if chosen == _AS_SYSTEM:
            return None
        return Language(chosen) if chosen in set(Language) else Language.GERMAN

    @language.setter
    def language(self, language: Language | None) -> None:
        self._store.setValue("language", language.value if language else _AS_SYSTEM)
        self._store.sync()

    @property
    def recent_vaults(self) -> Sequence[Path]:
        """Vault folders that were opened here and still exist, newest first."""
        stored = self._store.value("recent_vaults", [])
        names = cast("list[object]", stored) if isinstance(stored, list) else [stored]
        folders = [Path(name) for name in names if isinstance(name, str) and name]
        return [folder for folder in folders if (folder / "vault.json").is_file()]

    def remember_vault(self, folder: Path) -> None:
        """Put *folder* first among the recent vaults."""
        others = [known for known in self.recent_vaults if known != folder]
        names = [str(known) for known in (folder, *others)][:_MOST_RECENT]
        self._store.setValue("recent_vaults", names)
        self._store.sync()

    @property
    def window_geometry(self) -> QByteArray:
        """Size and place of the main window, empty at the first start."""
        stored = self._store.value("window_geometry", QByteArray())
        return stored if isinstance(stored, QByteArray) else QByteArray()

    @window_geometry.setter
    def window_geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("window_geometry", geometry)
        self._store.sync()
