"""For a vault that does not open: put a backup back, or save what can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from innolab_desktop.services.key_ports import SLOT_TYPES
from innolab_desktop.ui.backup_words import backup_words
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.dialogs.file_choice import choose_folder
from innolab_desktop.ui.dialogs.keys.key_fields import KeyFields
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QLayout, QWidget

    from innolab_desktop.services.rescue_ports import Rescuable
    from innolab_desktop.ui.theme.theme import Theme


class RescueDialog(BaseDialog):
    """Asks for the backup and what opens it; says in place what went wrong.

    Signals:
        put_back_requested: folder of the backup, and the key that was given.
        salvage_requested: the key that was given.
    """

    put_back_requested = Signal(object, object)
    salvage_requested = Signal(object)

    def __init__(self, parent: QWidget, theme: Theme, found: Rescuable) -> None:
        super().__init__(parent, theme, self.tr("Tresor wiederherstellen"))
        self._folders: list[Path] = []
        self._error = Banner(theme, Tone.BAD)
        self.progress = ProgressStrip(theme)
        self._combo = ComboBox(theme)
        self._combo.setAccessibleName(self.tr("Sicherung"))
        for info in found.backups:
            self._offer(info.folder, backup_words(info))
        self._key = KeyFields(theme, found.slot_types or SLOT_TYPES)
        self._key.submitted.connect(self._put_back)
        self._salvage = Button(theme, self.tr("Retten, was lesbar ist"))
        self._salvage.clicked.connect(self._ask_salvage)
        self._restore = Button(theme, self.tr("Sicherung zurückholen"), primary=True)
        self._restore.clicked.connect(self._put_back)
        self._restore.setEnabled(bool(self._folders))
        cancel = Button(theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self.reject)
        self.assemble(self._content(), cancel, self._salvage, self._restore, width_em=44)
        self._key.take_keyboard()

    def show_error(self, sentence: str) -> None:
        """Say what went wrong and let the person try something else."""
        self.set_busy(False)
        self._error.show_message(sentence)

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Lock the fields while something is being done."""
        for widget in (self._combo, self._key, self._salvage):
            widget.setEnabled(not busy)
        self._restore.setEnabled(not busy and bool(self._folders))

    def offer(self, folder: Path) -> None:
        """Add a folder from elsewhere to the list and choose it."""
        self._offer(folder, single_line(str(folder)))
        self._combo.setCurrentIndex(self._combo.count() - 1)
        self._restore.setEnabled(True)

    def _content(self) -> QLayout:
        intro = PlainLabel(
            self.tr(
                "Der Tresor lässt sich so nicht öffnen. Seine Dateien bleiben in jedem Fall "
                "aufgehoben."
            )
        )
        which = PlainLabel(self.tr("Sicherung"), size=TypeSize.LABEL)
        which.setBuddy(self._combo)
        browse = Button(self.theme, self.tr("Anderer Ordner …"), "folder")
        browse.clicked.connect(self._browse)
        line = row(self._combo, browse)
        line.setStretch(0, 1)
        note = Muted(
            self.tr(
                "Zurückholen nimmt den Stand der Sicherung. Retten liest jede unbeschädigte Stelle "
                "der Datei und aller Sicherungen in einen neuen Tresor daneben und sagt, was fehlt."
            )
        )
        return column(
            intro,
            self._error,
            column(which, line, spacing=0.25),
            self._key,
            note,
            self.progress,
            spacing=0.7,
        )

    def _offer(self, folder: Path, words: str) -> None:
        self._folders.append(folder)
        self._combo.addItem(words)
        last = self._combo.count() - 1
        self._combo.setItemData(last, str(folder), Qt.ItemDataRole.AccessibleDescriptionRole)

    def _browse(self) -> None:
        choose_folder(self, self.tr("Ordner der Sicherung wählen"), self.offer)

    def _put_back(self) -> None:
        if self._folders and self._has_key():
            backup = self._folders[self._combo.currentIndex()]
            self.put_back_requested.emit(backup, self._key.given)

    def _ask_salvage(self) -> None:
        if self._has_key():
            self.salvage_requested.emit(self._key.given)

    def _has_key(self) -> bool:
        if problem := self._key.problem():
            self._error.show_message(problem)
            return False
        self._error.hide()
        self.set_busy(True)
        return True
