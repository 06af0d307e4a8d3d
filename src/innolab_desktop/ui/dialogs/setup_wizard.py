"""A new vault in one page: who you are, the passphrase, the folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from innolab_desktop.domain.policy import NO_POLICY
from innolab_desktop.services.vault_gate import NewVault
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.dialogs.demo_offer import DemoOffer
from innolab_desktop.ui.dialogs.file_choice import choose_file, choose_folder
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.password_field import PasswordField
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage
from innolab_desktop.ui.widgets.strength_meter import (
    SHORTEST_PASSPHRASE,
    StrengthMeter,
    passphrase_strength,
)
from innolab_desktop.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout, QWidget

    from innolab_desktop.domain.policy import Policy
    from innolab_desktop.ui.theme.theme import Theme


class SetupWizard(BaseDialog):
    """Asks for everything a vault needs and says in place what is missing.

    Signals:
        create_requested: `NewVault` and passphrase.
        demo_requested: the person wants to look around first; the dialog closes.
    """

    create_requested = Signal(object, str)
    demo_requested = Signal()

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        default_folder: Path,
        policy: Policy = NO_POLICY,
    ) -> None:
        super().__init__(parent, theme, self.tr("Neuen Tresor anlegen"))
        self._person = TextLine()
        self._municipality = TextLine()
        self._department = TextLine()
        self._role = ComboBox(theme)
        self._role.addItem(self.tr("Mitglied eines Tandems"), "official")
        self._role.addItem(self.tr("Koordinierungsstelle"), "coordinator")
        self._passphrase = PasswordField(theme, self.tr("Passwortsatz"))
        self._repeated = PasswordField(theme, self.tr("Passwortsatz wiederholen"))
        self._least = policy.least_passphrase(SHORTEST_PASSPHRASE)
        self._strength = StrengthMeter(self._least)
        self._folder = TextLine(str(default_folder))
        self._first_device = TextLine()
        self._error = Banner(theme, Tone.BAD)
        self._create = Button(theme, self.tr("Tresor anlegen"), "lock", primary=True)
        cancel = Button(theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self.reject)
        self._create.clicked.connect(self._submit)
        self._passphrase.edited.connect(self._judge)
        self._demo = DemoOffer(theme)
        self._demo.requested.connect(self._look_around)
        page = ScrollPage(panel(self._content()))
        self.assemble(page, cancel, self._create, width_em=40)
        self.set_size(40, 50)

    def show_error(self, sentence: str) -> None:
        """Say what went wrong and let the person try again."""
        self.set_busy(False)
        self._error.show_message(sentence)

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Lock the buttons while the vault is being made."""
        for widget in (self._create, self._demo):
            widget.setEnabled(not busy)

    def _content(self) -> QLayout:
        intro = Muted(
            self.tr(
                "Der Tresor ist ein Ordner auf diesem Rechner, in dem alles verschlüsselt liegt. "
                "Ohne den Passwortsatz kann ihn niemand öffnen, auch die IT nicht."
            )
        )
        browse = Button(self.theme, self.tr("Ordner wählen …"), "folder")
        browse.clicked.connect(self._browse)
        folder_row = row(self._folder, browse)
        folder_row.setStretch(0, 1)
        card = Button(self.theme, self.tr("Karte wählen …"), "user")
        card.clicked.connect(self._choose_card)
        card_row = row(self._first_device, card)
        card_row.setStretch(0, 1)
        return column(
            intro,
            self._error,
            self._field(self.tr("Ihr Name"), self._person),
            self._field(self.tr("Kommune"), self._municipality),
            self._field(self.tr("Fachbereich"), self._department),
            self._field(self.tr("Ihre Rolle"), self._role),
            self._field(self.tr("Passwortsatz"), self._passphrase.line, self._passphrase),
            self._strength,
            self._field(self.tr("Passwortsatz wiederholen"), self._repeated.line, self._repeated),
            self._field(self.tr("Ordner"), self._folder, folder_row),
            self._field(
                self.tr("Weiteres Gerät von mir: Karte meines ersten Geräts (sonst leer)"),
                self._first_device,
                card_row,
            ),
            PlainLabel(self.tr("Lieber erst ansehen?"), size=TypeSize.LABEL),
            self._demo,
            None,
            margins=(0, 0, 0.6, 0),
            spacing=0.8,
        )

    def _field(
        self, text: str, target: QWidget, content: QWidget | QLayout | None = None
    ) -> QLayout:
        label = PlainLabel(text, size=TypeSize.LABEL)
        label.setBuddy(target)
        target.setAccessibleName(text)
        return column(label, content if content is not None else target, spacing=0.25)

    def _look_around(self) -> None:
        self.reject()
        self.demo_requested.emit()

    def _judge(self) -> None:
        self._strength.show_strength(self._passphrase.text)

    def _submit(self) -> None:
        problem, where = self._problem()
        if where is not None:
            self._error.show_message(problem)
            where.setFocus()
            return
        self._error.hide()
        self.set_busy(True)
        vault = NewVault(
            folder=Path(self._folder.text().strip()),
            person=self._person.text().strip(),
            municipality=self._municipality.text().strip(),
            department=self._department.text().strip(),
            role=str(self._role.currentData()),
            same_person_as=Path(first) if (first := self._first_device.text().strip()) else None,
        )
        self.create_requested.emit(vault, self._passphrase.text)

    def _problem(self) -> tuple[str, QWidget | None]:
        for line, sentence in (
            (self._person, self.tr("Bitte geben Sie Ihren Namen ein.")),
            (self._municipality, self.tr("Bitte geben Sie Ihre Kommune ein.")),
            (self._department, self.tr("Bitte geben Sie Ihren Fachbereich ein.")),
            (self._folder, self.tr("Bitte wählen Sie einen Ordner.")),
        ):
            if not line.text().strip():
                return sentence, line
        if passphrase_strength(self._passphrase.text, self._least) == 0:
            return self.tr("Der Passwortsatz ist zu kurz oder zu eintönig."), self._passphrase.line
        if self._passphrase.text != self._repeated.text:
            return self.tr("Die beiden Passwortsätze sind verschieden."), self._repeated.line
        return "", None

    def _browse(self) -> None:
        choose_folder(self, self.tr("Ordner für den Tresor"), self._take_folder)

    def _choose_card(self) -> None:
        choose_file(
            self,
            self.tr("Karte Ihres ersten Geräts"),
            self.tr("Karten (*.ilkarte)"),
            lambda path: self._first_device.setText(str(path)),
        )

    def _take_folder(self, folder: Path) -> None:
        self._folder.setText(str(folder))
