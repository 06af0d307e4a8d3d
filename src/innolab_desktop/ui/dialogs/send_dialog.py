"""As what a package travels, and how large its files may be."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from innolab_desktop.services.exchange_models import Carrier
from innolab_desktop.services.exchange_settings import MAX_PART_BYTES
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.part_sizes import part_sizes_mb
from innolab_desktop.ui.space_names import space_label
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.typed_draft import TypedDraft, draft_key
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.choice_line import ChoiceLine
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage
from innolab_desktop.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QLayout, QWidget

    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.read_models import Member, Space
    from innolab_desktop.ui.desk import Desk

_MEGABYTE = 1_000_000
_MAX_ADDRESSES = 6
"""More are typed into the draft."""


class SendingChoice(NamedTuple):
    """What was chosen.

    Attributes:
        carrier: as what it travels; None for the clipboard.
        addresses: mail addresses by person.
        only_confirms: it is a Quittung, which brings nothing.
        recipients: the persons it is for; None for all of the space.
    """

    carrier: Carrier | None
    max_bytes: int
    addresses: Mapping[bytes, str] = MappingProxyType({})
    only_confirms: bool = False
    recipients: tuple[bytes, ...] | None = None


class Allowed(NamedTuple):
    """What may be chosen.

    Attributes:
        carriers: None among them is the clipboard.
    """

    carriers: Sequence[Carrier | None] = (*Carrier, None)
    most_bytes: int = MAX_PART_BYTES


_EVERYTHING = Allowed()


class SendDialog(BaseDialog):
    """Five ways, because mail gateways differ in what they let through.

    Signals:
        chosen: a `SendingChoice`.
    """

    chosen = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        space: Space,
        recipients: Sequence[Member],
        before: SendingChoice,
        *,
        allowed: Allowed = _EVERYTHING,
    ) -> None:
        theme = desk.theme
        super().__init__(parent, theme, self.tr("Paket schreiben"))
        self._allowed = allowed
        self._group = QButtonGroup(self)
        self._lines: dict[Carrier | None, ChoiceLine] = {}
        self._size = ComboBox(theme)
        self._addresses = {
            member.person_id: TextLine(before.addresses.get(member.person_id, ""))
            for member in recipients[:_MAX_ADDRESSES]
        }
        self._before = before.addresses
        self._draft = TypedDraft(self, desk, draft_key("addresses", space.id), self._typed)
        self._draft.found.connect(self._take_up)
        for line in self._addresses.values():
            line.textEdited.connect(self._draft.touch)
        self._mail = panel(
            column(*(self._address(member) for member in recipients[:_MAX_ADDRESSES]))
        )
        self._write = Button(theme, self.tr("Schreiben …"), "mail", primary=True)
        self._write.clicked.connect(self._submit)
        cancel = Button(theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self._draft.drop)
        cancel.clicked.connect(self.reject)
        content = column(
            Muted(space_label(space)),
            self._ways(),
            self._mail,
            self._sizes(before.max_bytes),
            None,
            margins=(0, 0, 0.6, 0),
            spacing=0.8,
        )
        self._lines[before.carrier].set_checked(True)
        self.assemble(ScrollPage(panel(content)), cancel, self._write, width_em=38)
        self.set_size(38, 38)
        self._lines[before.carrier].button.setFocus()

    def _ways(self) -> QLayout:
        ways = [
            self._way(Carrier.FILE, self.tr("Paketdatei"), self.tr(
                "Für Austauschordner und USB-Sticks, und wo Mails jeden Anhang durchlassen."
            )),
            self._way(Carrier.TEXT, self.tr("Textdatei"), self.tr(
                "Kommt durch fast jede Mailprüfung und ist um ein Drittel größer."
            )),
            self._way(Carrier.MAIL, self.tr("Mail-Entwurf mit Paketdatei"), self.tr(
                "Öffnet sich im Mailprogramm, fertig zum Absenden."
            )),
            self._way(Carrier.MAIL_WITH_TEXT, self.tr("Mail-Entwurf mit Textdatei"), self.tr(
                "Ebenso, wo nur Texte durchgelassen werden."
            )),
            self._way(None, self.tr("Text in die Zwischenablage"), self.tr(
                "Zum Einfügen in eine Mail, für kleine Pakete."
            )),
        ]  # fmt: skip
        for (carrier, line), way in zip(self._lines.items(), ways, strict=True):
            line.toggled.connect(self._on_way)
            way.setVisible(carrier in self._allowed.carriers)
        hint = Muted(self.tr("Andere Wege lässt Ihre IT nicht zu."))
        hint.setVisible(len(self._allowed.carriers) < len(ways))
        return column(*ways, hint, spacing=0.35)

    def _sizes(self, before_bytes: int) -> QLayout:
        size_label = PlainLabel(self.tr("Größe je Datei"), size=TypeSize.LABEL)
        size_label.setBuddy(self._size)
        self._size.setAccessibleName(self.tr("Größe je Datei"))
        sizes_mb = part_sizes_mb(self._allowed.most_bytes)
        for size_mb in sizes_mb:
            self._size.addItem(self.tr("höchstens {0} MB").format(size_mb), size_mb * _MEGABYTE)
        nearest = min(sizes_mb, key=lambda size: abs(size * _MEGABYTE - before_bytes))
        self._size.setCurrentIndex(sizes_mb.index(nearest))
        size_hint = Muted(
            self.tr("Was nicht hineinpasst, kommt in weitere Dateien; ihre Reihenfolge ist egal.")
        )
        return column(size_label, self._size, size_hint, spacing=0.25)

    def _way(self, carrier: Carrier | None, text: str, hint: str) -> QWidget:
        line = ChoiceLine(self.theme, text, exclusive=True)
        line.button.setAccessibleDescription(hint)
        self._group.addButton(line.button)
        self._lines[carrier] = line
        explanation = column(Muted(hint), margins=(1.8, 0, 0, 0))
        return panel(column(line, explanation, spacing=0))

    def _address(self, member: Member) -> QWidget:
        line = self._addresses[member.person_id]
        text = self.tr("Mailadresse von {0} (bleibt auf diesem Rechner)").format(
            single_line(member.name)
        )
        label = PlainLabel(text, size=TypeSize.LABEL)
        label.setBuddy(line)
        line.setAccessibleName(text)
        return panel(column(label, line, spacing=0.25))

    def _carrier(self) -> Carrier | None:
        return next(carrier for carrier, line in self._lines.items() if line.is_checked)

    def _on_way(self) -> None:
        if self._group.checkedButton() is None:
            return
        is_copy = self._carrier() is None
        is_mail = self._carrier() in {Carrier.MAIL, Carrier.MAIL_WITH_TEXT}
        self._mail.setVisible(is_mail and bool(self._addresses))
        self._size.setEnabled(not is_copy)
        self._write.setText(self.tr("Kopieren") if is_copy else self.tr("Schreiben …"))

    def _submit(self) -> None:
        addresses = {person: line.text() for person, line in self._addresses.items()}
        choice = SendingChoice(self._carrier(), int(self._size.currentData()), addresses)
        self.accept()
        self.chosen.emit(choice)
        self._draft.drop()

    def _typed(self) -> Mapping[str, Value]:
        texts = {person: line.text().strip() for person, line in self._addresses.items()}
        return {p.hex(): text for p, text in texts.items() if text != self._before.get(p, "")}

    def _take_up(self, typed: Mapping[str, Value]) -> None:
        for person, text in typed.items():
            if (line := self._addresses.get(bytes.fromhex(person))) is not None:
                line.setText(str(text))
