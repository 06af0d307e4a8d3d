"""What the dialogs share in which a person decides about something that waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.theme.fonts import TypeSize, em_px
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QButtonGroup, QLayout

    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.review_models import Place
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.jobs import Job

_TWO_COLUMNS_EM = 50


class DecisionDialog(BaseDialog):
    """Says where something waits, and saves what the person decides; until then nothing changes.

    Signals:
        resolved: the decision is saved.
    """

    resolved = Signal()

    def __init__(self, parent: QWidget, desk: Desk, title: str, place: Place) -> None:
        super().__init__(parent, desk.theme, title)
        self.desk = desk
        self._error = Banner(desk.theme, Tone.BAD)
        self._where = column(
            PlainLabel(single_line(place.label), size=TypeSize.HEADING),
            Muted(f"{place.kind_label}: {single_line(place.title) or self.tr('Ohne Titel')}"),
            spacing=0.1,
        )

    def arrange(self, content: QWidget, preview: QLayout | None, save: Button) -> None:
        """Put everything together; *content* scrolls, *preview* stays in sight."""
        self._save = save
        later = Button(self.desk.theme, self.tr("Später entscheiden"))
        later.clicked.connect(self.reject)
        parts = column(self._where, self._error, content, spacing=0.6)
        if preview is not None:
            parts.addLayout(preview)
        parts.setStretch(2, 1)
        self.assemble(parts, later, save, width_em=54)
        self.set_size(54, 40)

    def say(self, problem: str) -> None:
        """Show what keeps the decision from being saved."""
        self._error.show_message(problem, Tone.BAD)

    def follow(self, choices: QButtonGroup) -> None:
        """Take back what was said about a choice that was missing, once there is one."""
        choices.buttonToggled.connect(self._error.hide)

    def tell(self, news: str) -> None:
        """Show something that is no problem."""
        self._error.show_message(news, Tone.INFO)

    def say_error(self, error: Exception) -> None:
        """Show *error* in the words of the catalogue, and let the person try again."""
        self._save.setEnabled(True)
        self.say(error_sentence(self.desk.catalogue, error))

    def save(self, work: Callable[[Job], Changes | None]) -> None:
        """Run *work*, tell everybody what it changed, and close."""
        self._save.setEnabled(False)
        self.desk.jobs.run(self, work, self._on_saved, failed=self.say_error)

    def _on_saved(self, changes: Changes | None) -> None:
        if changes is not None:
            self.desk.notifier.announce(changes, self)
        self.resolved.emit()
        self.accept()


def side_by_side(window: QWidget, widgets: Sequence[QWidget]) -> QWidget:
    """Return *widgets* in two columns where the screen is wide enough for them, else in one."""
    columns = 2 if window.screen().availableSize().width() >= em_px(_TWO_COLUMNS_EM) else 1
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(em_px(0.6))
    for number, widget in enumerate(widgets):
        grid.addWidget(widget, number // columns, number % columns)
    for number in range(min(columns, len(widgets))):
        grid.setColumnStretch(number, 1)
    holder = QWidget()
    holder.setLayout(grid)
    return holder
