"""One field of a form: label, editor, hint, and what is wrong with it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QWidget

from innolab_desktop.ui.forms.editors import create_editor
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, has_keyboard
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.formdefs.definition import FieldDefinition
    from innolab_desktop.ui.forms.field_editor import EditorContext


class FieldBlock(QWidget):
    """Label above, editor, hint and problem below; a banner for Abweichung and merged text."""

    conflict_requested = Signal(str)
    confirm_requested = Signal(str)

    def __init__(self, definition: FieldDefinition, context: EditorContext) -> None:
        super().__init__()
        self.definition = definition
        self.editor = create_editor(definition, context)
        self._context = context
        star = "\N{NO-BREAK SPACE}*" if definition.required == "draft" else ""
        label = PlainLabel(
            f"{definition.label}{star}".replace("&", "&&"),
            size=TypeSize.LABEL,
            weight=QFont.Weight.Medium,
        )
        hint = Muted(definition.help, size=TypeSize.HINT)
        if not definition.help:
            hint.hide()
        self._problem = PlainLabel(size=TypeSize.HINT, ink="bad")
        self._problem.hide()
        self._advice = PlainLabel(size=TypeSize.HINT, ink="info")
        self._advice.hide()
        self._banner: Banner | None = None
        self._column = column(label, self.editor, hint, self._problem, self._advice, spacing=0.25)
        self.setLayout(self._column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.editor.describe(label, definition.help)

    @property
    def problem(self) -> str:
        """The sentence that is shown below the editor."""
        return self._problem.text() if not self._problem.isHidden() else ""

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the value; empty for nothing."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._describe()

    @property
    def advice(self) -> str:
        """The advice that is shown below the editor."""
        return self._advice.text() if not self._advice.isHidden() else ""

    def show_advice(self, sentences: Sequence[str]) -> None:
        """Advise on the value, which is accepted as it is; none for nothing to say."""
        self._advice.setText("\n".join(f"→ {sentence}" for sentence in sentences))
        self._advice.setVisible(bool(sentences))
        self._describe()

    def _describe(self) -> None:
        described = f"{self.problem} {self.advice} {self.definition.help}"
        self.editor.first_widget.setAccessibleDescription(" ".join(described.split()))

    def show_state(self, *, has_conflict: bool, is_merged: bool, is_read_only: bool) -> None:
        """Show that values stand side by side, or that a text was merged by machine.

        Where it can only be read, nothing is asked about it.
        """
        if self._banner is not None:
            if has_keyboard(self._banner):
                self.editor.first_widget.setFocus()
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None
        if has_conflict:
            self._show_conflict("" if is_read_only else self.tr("Abweichung lösen …"))
        elif is_merged and not is_read_only:
            self._show_merged()

    def _show_conflict(self, action: str) -> None:
        banner = Banner(self._context.theme, Tone.WARN, action)
        banner.acted.connect(lambda: self.conflict_requested.emit(self.definition.id))
        self._place(banner)
        banner.show_state(self.tr("Hier stehen verschiedene Angaben nebeneinander."))

    def _show_merged(self) -> None:
        banner = Banner(self._context.theme, Tone.INFO, self.tr("Texte vergleichen …"))
        banner.acted.connect(lambda: self.confirm_requested.emit(self.definition.id))
        self._place(banner)
        banner.show_state(
            self.tr("Dieser Text wurde aus zwei Bearbeitungen zusammengeführt. Bitte lesen.")
        )

    def _place(self, banner: Banner) -> None:
        self._banner = banner
        self._column.insertWidget(1, banner)
