"""The dialog „Freigeben": where to, what, check; nothing leaves before its last button."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from innolab_desktop.domain.errors import RecordError
from innolab_desktop.services.release_plan import ReleaseChoices
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.dialogs.release.begun_release import BegunRelease, Ticks, begun_release
from innolab_desktop.ui.dialogs.release.check_step import CheckStep
from innolab_desktop.ui.dialogs.release.field_step import FieldStep
from innolab_desktop.ui.dialogs.release.target_step import TargetStep
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.typed_draft import TypedDraft, draft_key, draft_sentence
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from innolab_desktop.domain.records import RecordId, SpaceId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.release_plan import ReleasePlan, ReleaseTarget
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.jobs import Job

T = TypeVar("T")
_WHERE, _WHAT, _CHECK = range(3)


class ReleaseDialog(BaseDialog):
    """Three steps over one record.

    What was ticked, decided and typed is kept as a draft until the record is released.
    """

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        record_id: RecordId,
        targets: Sequence[ReleaseTarget],
    ) -> None:
        super().__init__(parent, desk.theme, self.tr("Freigeben"))
        self._desk = desk
        self._record_id = record_id
        self._plan: ReleasePlan | None = None
        self._space: SpaceId | None = None
        self._where = TargetStep(desk.theme, targets)
        self._what = FieldStep(desk.theme)
        self._check = CheckStep(desk.theme)
        self._steps = QStackedWidget()
        for step in (self._where, self._what, self._check):
            self._steps.addWidget(ScrollPage(step))
        self._place = Muted()
        self._message = Banner(desk.theme, Tone.BAD)
        self._notice = Banner(desk.theme, Tone.INFO, self.tr("Neu beginnen"))
        self._cancel = Button(desk.theme, self.tr("Abbrechen"))
        self._back = Button(desk.theme, self.tr("Zurück"), "chevron-left")
        self._next = Button(desk.theme, self.tr("Weiter"), primary=True)
        self._cancel.clicked.connect(self.reject)
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self.go_on)
        content = column(self._place, self._notice, self._message, self._steps, spacing=0.6)
        content.setStretch(3, 1)
        self.assemble(content, self._cancel, self._back, self._next, width_em=48)
        self.set_size(48, 38)
        self._show_step(_WHERE)
        self._next.setEnabled(bool(targets))
        self._draft = TypedDraft(self, desk, draft_key("release", record_id), self._begun)
        self._draft.found.connect(self._take_up)
        self._notice.acted.connect(self._start_over)
        self._what.edited.connect(self._draft.touch)
        self._check.edited.connect(self._draft.touch)

    def _show_step(self, step: int) -> None:
        names = (self.tr("Wohin"), self.tr("Was"), self.tr("Prüfen"))
        self._steps.setCurrentIndex(step)
        self._place.setText(self.tr("Schritt {0} von 3: {1}").format(step + 1, names[step]))
        self._back.setVisible(step > _WHERE)
        self._message.hide()
        self._notice.hide()
        self._next.setText(self.tr("Weiter") if step < _CHECK else self._last_word())
        self._next.setEnabled(step < _CHECK or bool(self._plan and self._plan.written))
        self._focus_first(step)

    def _last_word(self) -> str:
        return self.tr("Übernehmen") if self._check.has_findings else self.tr("Freigeben")

    def _focus_first(self, step: int) -> None:
        first: QWidget | None = self._next
        if step == _WHERE:
            first = self._where.first_widget
        elif step == _WHAT:
            first = self._what.first_widget
        elif self._check.open_cards:
            first = self._check.open_cards[0].change.button
        (first or self._cancel).setFocus()

    def _go_back(self) -> None:
        self._show_step(self._steps.currentIndex() - 1)

    def choose_all(self) -> None:
        """Tick everything that can be released."""
        self._what.set_all(True)

    def go_on(self) -> None:
        """Take what was decided in this step and go to the next; the last one releases."""
        step = self._steps.currentIndex()
        if step == _WHERE:
            self._go_where()
        elif step == _WHAT:
            ticks = self._what.ticks
            choices = replace(self._check.choices, fields=ticks.fields, children=ticks.children)
            self._replan(choices, _CHECK)
        elif self._check.has_findings:
            self._take_decisions()
        else:
            self._release()

    def _go_where(self) -> None:
        target = self._where.chosen
        if target is not None and target.space.id != self._space:
            if self._space is not None:  # what was decided was decided for other readers
                self._check.begin_with(ReleaseChoices(), {})
            self._space = target.space.id
        self._replan(ReleaseChoices(), _WHAT)

    # --- draft ------------------------------------------------------------------------------

    def _begun(self) -> Mapping[str, Value]:
        if self._space is None:
            return {}
        check = self._check
        begun = BegunRelease(self._space, self._what.ticks, check.choices, check.answers)
        return {} if begun.is_empty else begun.as_values()

    def _take_up(self, values: Mapping[str, Value]) -> None:
        """Go on from the draft, from the first step: everything is to be seen once more."""
        begun = begun_release(values)
        if self._space is not None or not self._where.choose(begun.space):
            return  # the person was faster, or does not belong to that space any more
        self._space = begun.space
        self._what.begin_with(begun.ticks)
        self._check.begin_with(begun.decided, begun.answers)
        self._notice.show_message(draft_sentence())

    def _start_over(self) -> None:
        self._draft.drop()
        self._what.begin_with(Ticks())
        self._check.begin_with(ReleaseChoices(), {})
        self._notice.hide()
        self._focus_first(_WHERE)

    # --- plans ------------------------------------------------------------------------------

    def _replan(self, choices: ReleaseChoices, step: int, notice: str = "") -> None:
        target, releasing = self._where.chosen, self._desk.session.releasing
        if target is None:
            self._message.show_message(self.tr("Bitte wählen Sie einen Raum."), Tone.BAD)
            return

        def show(plan: ReleasePlan) -> None:
            self._take(plan, step)
            if notice:
                self._message.show_message(notice, Tone.WARN)

        self._run(lambda _job: releasing.plan(self._record_id, target.space.id, choices), show)

    def _take(self, plan: ReleasePlan, step: int) -> None:
        self._plan = plan
        shown = self._what if step == _WHAT else self._check
        shown.show_plan(plan)
        if step == _CHECK:
            self._draft.touch()
        self._end_with_buttons(shown)
        self._show_step(step)

    def _end_with_buttons(self, step: QWidget) -> None:
        """Let the keyboard reach the buttons after everything that was just made."""
        reached = [
            widget
            for widget in step.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        chain = [*reached[-1:], self._cancel, self._back, self._next]
        for earlier, later in itertools.pairwise(chain):
            QWidget.setTabOrder(earlier, later)

    def _take_decisions(self) -> None:
        still_open = self._check.open_cards
        if still_open:
            self._message.show_message(
                self.tr("Bitte entscheiden Sie über jede Stelle. Offen: {0}").format(
                    len(still_open)
                ),
                Tone.BAD,
            )
            still_open[0].change.button.setFocus()
        else:
            self._replan(self._check.decisions(), _CHECK)

    def _release(self) -> None:
        plan, releasing = self._plan, self._desk.session.releasing
        if plan is not None:
            self._run(self._draft.saved_by(lambda: releasing.run(plan)), self._on_released)

    def _on_released(self, changes: Changes) -> None:
        self._desk.notifier.announce(changes, self)
        self.accept()

    def _run(self, work: Callable[[Job], T], done: Callable[[T], None]) -> None:
        self._next.setEnabled(False)
        self._desk.jobs.run(self, work, done, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._next.setEnabled(True)
        sentence = error_sentence(self._desk.catalogue, error)
        is_stale = isinstance(error, RecordError) and error.code == "release_plan_stale"
        if is_stale and self._plan is not None:
            self._replan(self._plan.choices, _CHECK, sentence)
        else:
            self._message.show_message(sentence, Tone.BAD)


def ask_release(
    owner: QWidget, desk: Desk, record_id: RecordId, failed: Callable[[Exception], None]
) -> None:
    """Open the dialog for a record; *failed* is told why it cannot be released."""
    releasing = desk.session.releasing
    desk.jobs.run(
        owner,
        lambda _job: releasing.targets(record_id),
        lambda targets: ReleaseDialog(owner.window(), desk, record_id, targets).open(),
        failed=failed,
    )
