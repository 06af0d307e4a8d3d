"""Leads a tandem through its mission, one short page after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.pages.guided_flow import GuidedFlow
from innolab_desktop.ui.pages.mission.step_view import StepView
from innolab_desktop.ui.pages.mission.steps import STATEMENT, first_open_step, guide_steps, step_of
from innolab_desktop.ui.pages.record_tools import RecordTools
from innolab_desktop.ui.pages.record_undoing import RecordUndoing
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.typed_draft import keep_typing
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.scroll_page import ScrollPage
from innolab_desktop.ui.widgets.tab_order import tab_after
from innolab_desktop.ui.widgets.tool_button import ToolButton

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.models.opened_record import OpenedRecord

_MARGINS: Final = (0.1, 0.4, 0.6, 1.0)


class MissionGuide(GuidedFlow):
    """From the challenge to the agreement; it resumes at the first step with something to do."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._tools = RecordTools(desk, self._editing, self)
        self._undoing = RecordUndoing(desk, self._editing, self)
        self._all = guide_steps()
        self._number: int | None = None
        self._view: StepView | None = None
        self._title, self._state = Heading(), Muted()
        self._steps = ComboBox(desk.theme)
        self._steps.setAccessibleName(self.tr("Schritt"))
        self._steps.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        for number, step in enumerate(self._all, 1):
            self._steps.addItem(
                self.tr("{0} von {1}: {2}").format(number, len(self._all), step.label)
            )
        self._banner = Banner(desk.theme, Tone.BAD)
        self._body = ScrollPage(panel(column()))
        self._home = ToolButton(desk.theme, "chevron-left", self.tr("Zurück zum Eintrag"))
        self._back = Button(desk.theme, self.tr("Zurück"), "chevron-left")
        self._next = Button(desk.theme, self.tr("Weiter"), primary=True)
        head = row(self._home, self._title, spacing=0.5)
        head.setStretch(1, 1)
        foot = row(self._back, self._state, self._next, spacing=0.6)
        foot.setStretch(1, 1)
        content = column(head, row(self._steps, None), self._banner, self._body, foot)
        content.setStretch(3, 1)
        self.setLayout(column(panel(content), margins=(1.3, 1, 1.3, 0.9)))
        self._connect()

    @property
    def undoing(self) -> RecordUndoing:
        """Takes back what was changed last."""
        return self._undoing

    @property
    def step(self) -> int | None:
        """The place of the step that is shown."""
        return self._number

    @property
    def view(self) -> StepView | None:
        """The step that is shown."""
        return self._view

    def open_record(self, record_id: RecordId) -> None:
        """Show a mission at the first step with something to do."""
        self._number = self._view = None
        self._banner.hide()
        self._editing.open(record_id)

    def commit(self) -> None:
        """Save what was typed."""
        keep_typing(self)
        self._editing.save()

    def leave(self) -> None:
        """Save and go back to the record."""
        self._leave_for("")

    def _leave_for(self, entry: str) -> None:
        record_id = self._editing.record_id
        self.commit()
        if record_id is not None:
            self.left.emit(record_id, entry)

    def go_to(self, number: int, entry: str = "") -> None:
        """Bring another step to the front, and in it the entry of this name."""
        if number != self._number:
            self.commit()
            self._number = number
            self._show_step()
        if self._view is None:
            return
        place = self._view.focus(entry)
        if place is not None:  # once the page has its place
            QTimer.singleShot(0, place, lambda: self._body.ensureWidgetVisible(place))

    def hideEvent(self, event: QHideEvent) -> None:
        """Save when something else is shown."""
        super().hideEvent(event)
        self.commit()

    def _connect(self) -> None:
        editing = self._editing
        editing.rebased.connect(self._refresh)
        editing.state_changed.connect(self._state.setText)
        editing.failed.connect(self._show_error)
        self._undoing.failed.connect(self._show_error)
        self._undoing.told.connect(self._show_success)
        self._home.clicked.connect(self.leave)
        self._back.clicked.connect(lambda: self._move(-1))
        self._next.clicked.connect(lambda: self._move(1))
        self._steps.activated.connect(self.go_to)

    def _show(self, opened: OpenedRecord) -> None:
        draft = self._editing.draft
        self._title.setText(single_line(opened.definition.title_of(opened.record.values)))
        if draft is None:
            return
        if self._view is None:
            problems = draft.problems("binding", child_counts=opened.child_counts)
            self.go_to(first_open_step(problems, self._all))
            return
        self._view.show_record(opened, draft)
        self._order_tabs()

    def _refresh(self, opened: OpenedRecord) -> None:
        if self._view is not None and self._editing.draft is not None:
            self._view.take_record(opened, self._editing.draft)
            self._order_tabs()

    def _show_step(self) -> None:
        opened, draft, number = self._editing.opened_record, self._editing.draft, self._number
        if opened is None or draft is None or number is None:
            return
        view = StepView(self._desk, self._all[number], opened)
        view.edited.connect(self._editing.touch)
        view.composed.connect(self._take_sentence)
        view.entry_requested.connect(self._go_to_entry)
        view.conflict_requested.connect(self._tools.decide_conflict)
        view.confirm_requested.connect(self._tools.review_text)
        view.show_record(opened, draft)
        view.links_changed.connect(self._order_tabs)
        self._undoing.watch(view)
        self._view = view
        self._body.setWidget(panel(column(view, margins=_MARGINS)))
        self._body.verticalScrollBar().setValue(0)
        self._steps.setCurrentIndex(number)
        self._back.setEnabled(number > 0)
        is_last = number == len(self._all) - 1
        following = "" if is_last else self._all[number + 1].label
        self._next.setText(
            self.tr("Fertig") if is_last else self.tr("Weiter: {0}").format(following)
        )
        self._order_tabs()

    def _order_tabs(self) -> None:
        tab_after(self, self._body, self._steps, self._back, self._next)

    def _show_error(self, error: Exception) -> None:
        self._banner.show_message(error_sentence(self._desk.catalogue, error), Tone.BAD)

    def _show_success(self, sentence: str) -> None:
        self._banner.show_message(sentence, Tone.OK)

    def _take_sentence(self, sentence: str) -> None:
        draft, opened = self._editing.draft, self._editing.opened_record
        if draft is not None and opened is not None and self._view is not None:
            draft.set(STATEMENT, sentence)
            self._view.show_record(opened, draft)
            self._editing.touch()
            self._view.form.focus_entry(STATEMENT)

    def _go_to_entry(self, name: str) -> None:
        number = step_of(name, self._all)
        if number is None:
            self._leave_for(name)
        else:
            self.go_to(number, name)

    def _move(self, by: int) -> None:
        if self._number is None:
            return
        if self._number + by == len(self._all):
            self.leave()
        else:
            self.go_to(self._number + by)
