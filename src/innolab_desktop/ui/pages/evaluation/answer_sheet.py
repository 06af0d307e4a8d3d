"""The sheet of a wave: to be answered in one go or in several."""

from __future__ import annotations

from functools import partial
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.services.evaluations import ANSWER
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.keep_timer import KeepTimer
from innolab_desktop.ui.pages.evaluation.question_block import (
    QuestionBlock,
    RatingBlock,
    TextBlock,
)
from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import clear, column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.scroll_page import ScrollPage
from innolab_desktop.ui.widgets.surface import Surface, horizontal_line

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.catalogues import Question
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.evaluations import Wave
    from innolab_desktop.ui.desk import Desk

_STACKED_BELOW_EM: Final = 44


class AnswerSheet(QWidget):
    """Shows the questions of a wave by section and hands the answers in.

    Signals:
        left: the person wants to go on later, or has handed the sheet in.
    """

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wave: Wave | None = None
        self._blocks: list[QuestionBlock] = []
        self._is_changed = False
        self._delay = KeepTimer(self, self.commit)
        self._title = Heading()
        self._notice = Banner(desk.theme)
        self._error = Banner(desk.theme, Tone.BAD)
        self._purpose = Muted()
        self._sections = column(spacing=0.8)
        self._count = Muted()
        content = column(
            self._title,
            self._notice,
            self._error,
            self._purpose,
            self._sections,
            None,
            margins=(1.3, 1, 1.3, 1),
            spacing=0.7,
        )
        self._scroll = ScrollPage(panel(content))
        layout = column(self._scroll, horizontal_line(), self._foot(), spacing=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    @property
    def blocks(self) -> tuple[QuestionBlock, ...]:
        """The questions, from top to bottom."""
        return tuple(self._blocks)

    def show_wave(self, wave: Wave) -> None:
        """Show the sheet of *wave* as far as it was answered."""
        self.commit()
        self._wave = wave
        self._title.setText(wave.title)
        self._error.hide()
        self._purpose.setText(str(wave.record.values.get("purpose") or ""))
        self._purpose.setVisible(bool(self._purpose.text()))
        self._notice.show_message(self._confidentiality())
        clear(self._sections)
        self._blocks = []
        questions = wave.questions.questions if wave.questions else ()
        for section, asked in groupby(questions, key=lambda item: item.section):
            self._add_section(section, tuple(asked))
        for block in self._blocks:
            block.show_sheet(wave.sheet)
            block.changed.connect(self._on_changed)
        self._order_tabs()
        self._show_count()
        self._fit()

    def focus_question(self) -> None:
        """Bring the keyboard to the first question without an answer."""
        open_blocks = [block for block in self._blocks if not block.values()]
        for block in (*open_blocks, *self._blocks)[:1]:
            block.first_widget.setFocus(Qt.FocusReason.OtherFocusReason)
            if block is not self._blocks[0]:  # above the first one stands what matters for all
                QTimer.singleShot(0, block, partial(self._scroll.ensureWidgetVisible, block))

    def values(self) -> dict[str, Value]:
        """Return what is on the sheet."""
        return {key: value for block in self._blocks for key, value in block.values().items()}

    def commit(self) -> None:
        """Keep the sheet as it is, if it changed."""
        self._delay.stop()
        if self._is_changed and self._wave is not None:
            self._is_changed = False
            evaluations, wave, sheet = self._desk.session.evaluations, self._wave.id, self.values()
            self._desk.jobs.run(
                self,
                lambda _job: evaluations.keep(wave, sheet),
                lambda _nothing: None,
                keeps_work=True,
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the steps below each other where there is no room for a row."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        stacked = self.width() < em_px(_STACKED_BELOW_EM)
        for block in self._blocks:
            block.set_stacked(stacked)

    def _foot(self) -> QWidget:
        theme = self._desk.theme
        later = Button(theme, self.tr("Später weiter"), "chevron-left")
        later.clicked.connect(self._leave)
        empty = Button(theme, self.tr("Bogen leeren"), "eraser")
        empty.clicked.connect(self._ask_empty)
        submit = Button(theme, self.tr("Abgeben …"), "check", primary=True)
        submit.clicked.connect(self._ask_submit)
        self._foot_buttons = (empty, submit, later)
        buttons = row(empty, submit, None, later)
        return Surface(
            "bar", column(self._count, buttons, margins=(1.3, 0.5, 1.3, 0.5), spacing=0.3)
        )

    def _order_tabs(self) -> None:
        """Let Tab reach the buttons below the questions after these."""
        stops = [block.last_widget for block in self._blocks[-1:]]
        for before, after in pairwise([*stops, *self._foot_buttons]):
            QWidget.setTabOrder(before, after)

    def _confidentiality(self) -> str:
        return self.tr(
            "Ihre Antworten sind vertraulich. Sie stehen in dem Raum, in dem die Erhebung liegt: "
            "Wer dazugehört, könnte nachsehen, von wem sie kommen. Gezeigt werden Ergebnisse erst, "
            "wenn die Erhebung geschlossen ist und genug Menschen aus mehreren Kommunen "
            "geantwortet haben. Die Teilnahme ist freiwillig, jede Frage darf offen bleiben."
        )

    def _add_section(self, section: str, questions: tuple[Question, ...]) -> None:
        lines = column(margins=0.9, spacing=0.7)
        if section:
            lines.addWidget(Heading(section, 2))
        for number, question in enumerate(questions):
            block = self._block(question)
            if block is None:
                continue
            if number:
                lines.addWidget(horizontal_line())
            self._blocks.append(block)
            lines.addWidget(block)
        if not lines.count():
            lines.addWidget(Muted(self.tr("Diese Punkte haken Sie unter „Meta-Check …“ an.")))
        self._sections.addWidget(Card(lines))

    def _block(self, question: Question) -> QuestionBlock | None:
        """Return the widget of a question; points to tick are ticked in the wave itself."""
        form, theme = self._desk.session.forms.form(ANSWER), self._desk.theme
        rating, text = form.field("rating"), form.field("text")
        if question.kind == "rating" and rating is not None:
            return RatingBlock(theme, question, rating.active_choices)
        if question.kind == "text" and text is not None:
            return TextBlock(theme, question, text.max_length)
        return None

    def _on_changed(self) -> None:
        self._show_count()
        self._is_changed = True
        self._delay.touch()

    def _show_count(self) -> None:
        answered = sum(bool(block.values()) for block in self._blocks)
        text = self.tr("{0} von {1} Fragen beantwortet")
        self._count.setText(text.format(answered, len(self._blocks)))

    def _ask_empty(self) -> None:
        question = MessageDialog(
            self.window(),
            self._desk.theme,
            self.tr("Bogen leeren?"),
            self.tr("Alle Ihre Antworten auf diesem Bogen verschwinden."),
            self.tr("Bogen leeren"),
        )
        question.accepted.connect(self._empty)
        question.open()

    def _empty(self) -> None:
        for block in self._blocks:
            block.show_sheet({})
        self._on_changed()

    def _leave(self) -> None:
        self.commit()
        self.left.emit()

    def _ask_submit(self) -> None:
        question = MessageDialog(
            self.window(),
            self._desk.theme,
            self.tr("Bogen abgeben?"),
            self.tr(
                "Danach lassen sich Ihre Antworten hier nicht mehr ändern. Sie gehen mit dem "
                "nächsten Paket an den Raum."
            ),
            self.tr("Abgeben"),
        )
        question.accepted.connect(self._submit)
        question.open()

    def _submit(self) -> None:
        if self._wave is None:
            return
        self.commit()
        evaluations, wave, sheet = self._desk.session.evaluations, self._wave.id, self.values()
        self._desk.jobs.run(
            self,
            lambda _job: evaluations.submit(wave, sheet),
            self._on_submitted,
            failed=self._on_failed,
        )

    def _on_submitted(self, changes: Changes) -> None:
        self._desk.notifier.announce(changes, self)
        self.left.emit()

    def _on_failed(self, error: Exception) -> None:
        self._error.show_message(error_sentence(self._desk.catalogue, error))
        self._scroll.ensureWidgetVisible(self._error)
