"""The first window: choose a vault, type the passphrase.

Imports nothing heavy, so that it shows at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QToolButton, QWidget

from innolab_desktop.services.key_ports import ESCROW, KEYRING, RECOVERY
from innolab_desktop.ui.dialogs.demo_offer import DemoOffer
from innolab_desktop.ui.dialogs.file_choice import choose_folder
from innolab_desktop.ui.quoting import between_quotes
from innolab_desktop.ui.spoken_language import LANGUAGE_NAMES
from innolab_desktop.ui.theme.fonts import TypeSize, em_px
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.password_field import PasswordField
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.progress_strip import ProgressStrip
from innolab_desktop.ui.widgets.scroll_page import ScrollPage
from innolab_desktop.ui.widgets.tail_row import TailRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from innolab_desktop.domain.language import Language
    from innolab_desktop.services.key_ports import KeySlot
    from innolab_desktop.ui.theme.theme import Theme

_AS_WIDE_AS_MAY_BE = 100


class UnlockWindow(QWidget):
    """Recent vaults, passphrase, errors in place; at the first start the ways to begin.

    Signals:
        unlock_requested: folder and passphrase.
        keyring_requested: the folder, to be opened without a passphrase.
        recovery_requested: the folder, to get a new passphrase, and the sort of key for that.
        vault_chosen: the folder; answered by `show_ways`.
        create_requested, demo_requested: the person wants a new vault, or to look around.
        language_chosen: the language that was offered.
    """

    unlock_requested = Signal(object, str)
    keyring_requested = Signal(object)
    recovery_requested = Signal(object, str)
    vault_chosen = Signal(object)
    create_requested = Signal()
    demo_requested = Signal()
    language_chosen = Signal(object)

    def __init__(self, theme: Theme, vaults: Sequence[Path], folder: Path | None = None) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("InnoLab Desktop – Anmelden"))
        self._theme = theme
        self._folders: list[Path] = []
        self._combo = ComboBox(theme)
        self._passphrase = PasswordField(theme, self.tr("Passwortsatz"))
        self._unlock = Button(theme, self.tr("Entsperren"), "lock", primary=True)
        self._keyring = Button(theme, self.tr("Mit dem Schlüsselspeicher öffnen"), "lock")
        self._recovery = Button(theme, self.tr("Wiederherstellungscode verwenden …"), "notes")
        self._escrow = Button(theme, self.tr("Hinterlegten Schlüssel verwenden …"), "notes")
        self._holders = Muted("")
        self._error = Banner(theme, Tone.BAD)
        self._notice = Banner(theme)
        self._switch = QToolButton()
        self._switch.setAutoRaise(True)
        self._switch.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._switch.hide()
        self.progress = ProgressStrip(theme)
        self._form = self._build_form()
        self._start = self._build_start()
        self._assemble()
        for known in (*([folder] if folder else []), *vaults):
            self._offer(known)
        self._combo.setCurrentIndex(0)
        self._combo.currentIndexChanged.connect(self.announce_vault)
        self._show_known()

    def announce_vault(self) -> None:
        """Say which vault is chosen."""
        self.show_ways(self._folder, ())
        if self._folder is not None:
            self.vault_chosen.emit(self._folder)

    def show_ways(self, folder: Path | None, slots: Sequence[KeySlot]) -> None:
        """Offer what opens the chosen vault besides its passphrase, and say who else can."""
        if folder != self._folder:
            return
        types = {slot.type for slot in slots}
        self._keyring.setVisible(KEYRING in types)
        self._recovery.setVisible(RECOVERY in types)
        holders = [single_line(slot.holder) for slot in slots if slot.type == ESCROW]
        text = self.tr("Hinterlegt: Auch „{0}“ kann diesen Tresor öffnen.")
        self._holders.setText(text.format(between_quotes(holders)))
        for widget in (self._holders, self._escrow):
            widget.setVisible(bool(holders))
        if KEYRING in types and not self._passphrase.text:
            self._keyring.setFocus()

    @property
    def _folder(self) -> Path | None:
        index = self._combo.currentIndex()
        return self._folders[index] if 0 <= index < len(self._folders) else None

    def show_error(self, sentence: str) -> None:
        """Say in place what went wrong and let the person try again."""
        self.set_busy(False)
        self._error.show_message(sentence)
        self._passphrase.clear()
        self._passphrase.line.setFocus()

    def show_notice(self, sentence: str) -> None:
        """Say why this window is shown."""
        self._notice.show_message(sentence)

    def offer_language(self, language: Language) -> None:
        """Offer to go on in *language*, in its own words."""
        self._switch.setText(LANGUAGE_NAMES[language])
        self._switch.clicked.connect(lambda: self.language_chosen.emit(language))
        self._switch.show()

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Lock the fields while the vault is being opened."""
        for widget in (self._form, self._start, self._switch):
            widget.setEnabled(not busy)
        if busy:
            self._error.hide()

    def offer(self, folder: Path) -> None:
        """Add *folder* to the list and choose it."""
        self._offer(folder)
        self._combo.setCurrentIndex(self._folders.index(folder))
        self._show_known()
        self._passphrase.line.setFocus()

    def _build_form(self) -> QWidget:
        vault_label = PlainLabel(self.tr("Tresor"), size=TypeSize.LABEL)
        vault_label.setBuddy(self._combo)
        self._combo.setAccessibleName(self.tr("Tresor"))
        browse = Button(self._theme, self.tr("Anderer Ordner …"), "folder")
        browse.clicked.connect(self._browse)
        word_label = PlainLabel(self.tr("Passwortsatz"), size=TypeSize.LABEL)
        word_label.setBuddy(self._passphrase.line)
        self._passphrase.submitted.connect(self._submit)
        self._unlock.clicked.connect(self._submit)
        self._keyring.clicked.connect(lambda: self._request(self.keyring_requested))
        self._recovery.clicked.connect(lambda: self._ask_recovery(RECOVERY))
        self._escrow.clicked.connect(lambda: self._ask_recovery(ESCROW))
        for hidden in (self._keyring, self._recovery, self._holders, self._escrow):
            hidden.hide()
        vault_row = TailRow(row(self._combo), browse)
        return panel(
            column(
                column(vault_label, vault_row, spacing=0.25),
                column(word_label, self._passphrase, spacing=0.25),
                row(None, self._unlock),
                column(self._keyring, self._recovery, self._holders, self._escrow, spacing=0.5),
                spacing=0.9,
            )
        )

    def _build_start(self) -> QWidget:
        create = Button(self._theme, self.tr("Neuen Tresor anlegen …"), "plus")
        create.clicked.connect(self.create_requested)
        self._find = Button(self._theme, self.tr("Vorhandenen Tresor öffnen …"), "folder")
        self._find.clicked.connect(self._browse)
        demo = DemoOffer(self._theme)
        demo.requested.connect(self.demo_requested)
        return panel(column(create, self._find, demo, spacing=0.5))

    def _assemble(self) -> None:
        title = Heading(self.tr("InnoLab Desktop"))
        claim = Muted(
            self.tr("Missionen, Tandem-Notizen und Fallberatungen – verschlüsselt und offline.")
        )
        card = Card(
            column(
                column(title, claim, spacing=0.2),
                self._notice,
                self._error,
                self._form,
                self._start,
                self.progress,
                row(None, self._switch),
                margins=1.6,
                spacing=1.1,
            )
        )
        card.setMaximumWidth(em_px(36))
        middle = row(None, card, None)
        middle.setStretch(1, _AS_WIDE_AS_MAY_BE)
        centred = panel(column(None, middle, None, margins=1.2))
        outer = column(ScrollPage(centred))
        outer.setContentsMargins(0, 0, 0, 0)
        self.setLayout(outer)
        room = self.screen().availableSize()
        self.resize(QSize(em_px(44), em_px(42)).boundedTo(room))

    def _offer(self, folder: Path) -> None:
        if folder not in self._folders:
            self._folders.append(folder)
            self._combo.addItem(single_line(folder.name))
            self._combo.setItemData(
                self._combo.count() - 1, str(folder), Qt.ItemDataRole.AccessibleDescriptionRole
            )

    def _show_known(self) -> None:
        self._form.setVisible(bool(self._folders))
        self._find.setVisible(not self._folders)
        if self._folders:
            self._passphrase.line.setFocus()

    def _submit(self) -> None:
        if not self._passphrase.text:
            self._error.show_message(self.tr("Bitte geben Sie Ihren Passwortsatz ein."))
            return
        folder = self._folders[self._combo.currentIndex()]
        self.set_busy(True)
        self.unlock_requested.emit(folder, self._passphrase.text)

    def _request(self, way: SignalInstance) -> None:
        self.set_busy(True)
        way.emit(self._folder)

    def _ask_recovery(self, slot_type: str) -> None:
        self.recovery_requested.emit(self._folder, slot_type)

    def _browse(self) -> None:
        choose_folder(self, self.tr("Ordner des Tresors wählen"), self.offer)
