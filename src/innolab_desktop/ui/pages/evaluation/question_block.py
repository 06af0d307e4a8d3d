"""One question of a sheet and what the person answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.services.evaluations import NOT_JUDGED, quote_key
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.choice_line import ChoiceLine
from innolab_desktop.ui.widgets.likert_group import LikertGroup
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.catalogues import Question
    from innolab_desktop.formdefs.definition import Choice
    from innolab_desktop.services.evaluations import Sheet
    from innolab_desktop.ui.theme.theme import Theme


class QuestionBlock(QWidget):
    """What every kind of question can do.

    Signals:
        changed: the answer is another one.
    """

    changed = Signal()

    @property
    def first_widget(self) -> QWidget:
        """The first place where Tab stops."""
        raise NotImplementedError

    @property
    def last_widget(self) -> QWidget:
        """The last place where Tab stops."""
        raise NotImplementedError

    def values(self) -> dict[str, Value]:
        """Return what belongs on the sheet; nothing for a question that was left out."""
        raise NotImplementedError

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the answer on *sheet*."""
        raise NotImplementedError

    def set_stacked(self, stacked: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Take less width."""


class RatingBlock(QuestionBlock):
    """A statement to agree to in steps, or not to judge."""

    def __init__(self, theme: Theme, question: Question, steps: Sequence[Choice]) -> None:
        super().__init__()
        self._question = question
        values: list[tuple[Value, str]] = [(int(step.id), step.label) for step in steps]
        values.append((NOT_JUDGED, self.tr("kann ich nicht beurteilen")))
        self.group = LikertGroup(theme, question.text, values)
        self.group.answered.connect(self.changed)
        self.setLayout(column(self.group))

    @property
    def first_widget(self) -> QWidget:
        """The chosen step, or the first."""
        chosen = (button for button in self.group.buttons if button.isChecked())
        return next(chosen, self.group.buttons[0])

    @property
    def last_widget(self) -> QWidget:
        """The last step."""
        return self.group.buttons[-1]

    def values(self) -> dict[str, Value]:
        """Return the chosen step."""
        value = self.group.value
        return {} if value is None else {self._question.id: value}

    def show_sheet(self, sheet: Sheet) -> None:
        """Choose the step on *sheet*."""
        self.group.show_value(sheet.get(self._question.id))

    def set_stacked(self, stacked: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Put the steps one below the other."""
        self.group.set_stacked(stacked)


class TextBlock(QuestionBlock):
    """A question to answer in own words, and whether these may be quoted."""

    def __init__(self, theme: Theme, question: Question, max_length: int) -> None:
        super().__init__()
        self._question = question
        self._max_length = max_length
        self.area = TextArea(2)
        self.area.setAccessibleName(question.text)
        hint = self.tr("Bitte ohne Namen und ohne Situationen, an denen man Sie erkennt.")
        self.area.setAccessibleDescription(hint)
        label = PlainLabel(question.text)
        label.setBuddy(self.area)
        self.quote = ChoiceLine(
            theme,
            self.tr("Diese Antwort darf wörtlich zitiert werden."),
            self.tr("Ohne Ihr Einverständnis wird nur gezählt, dass jemand geantwortet hat."),
        )
        self._too_long = Banner(theme, Tone.WARN)
        self.area.textChanged.connect(self._check_length)
        self.area.textChanged.connect(self.changed)
        self.quote.toggled.connect(self.changed)
        lines = (label, Muted(hint), self.area, self._too_long, self.quote)
        self.setLayout(column(*lines, spacing=0.3))

    @property
    def first_widget(self) -> QWidget:
        """The text."""
        return self.area

    @property
    def last_widget(self) -> QWidget:
        """The consent."""
        return self.quote.button

    def values(self) -> dict[str, Value]:
        """Return the text and the consent."""
        text = self.area.toPlainText()[: self._max_length]
        if not text.strip():
            return {}
        consent = {quote_key(self._question.id): True} if self.quote.is_checked else {}
        return {self._question.id: text, **consent}

    def show_sheet(self, sheet: Sheet) -> None:
        """Show text and consent."""
        text = sheet.get(self._question.id)
        with QSignalBlocker(self.area), QSignalBlocker(self.quote):
            self.area.setPlainText(text if isinstance(text, str) else "")
            self.quote.set_checked(sheet.get(quote_key(self._question.id)) is True)
        self._check_length()

    def _check_length(self) -> None:
        surplus = len(self.area.toPlainText()) - self._max_length
        if surplus <= 0:
            self._too_long.hide()
        elif not self._too_long.isVisibleTo(self):  # said once, not at every key
            text = self.tr("Hier passen {0} Zeichen hinein. Was darüber hinausgeht, fehlt am Ende.")
            self._too_long.show_message(text.format(self._max_length))
