"""Leads a group through a consultation, phase by phase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.services.consultations import Agreement
from innolab_desktop.ui.dialogs.decisions import decide_conflict, review_text
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.pages.consultation.agreement_card import AgreementCard
from innolab_desktop.ui.pages.consultation.closing import Closing
from innolab_desktop.ui.pages.consultation.frame import RunnerFrame
from innolab_desktop.ui.pages.consultation.phase_view import METHOD, PhaseView
from innolab_desktop.ui.pages.consultation.presentation import Presentation
from innolab_desktop.ui.pages.consultation.run_clock import RunClock, now_ms
from innolab_desktop.ui.pages.guided_flow import GuidedFlow
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.typed_draft import keep_typing
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column, panel

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from innolab_desktop.domain.consultation_run import ConsultationRun
    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.formdefs.catalogues import ConsultationTemplate
    from innolab_desktop.formdefs.draft import FormDraft
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.models.opened_record import OpenedRecord

_CONFIRMED: Final = "confidentiality_confirmed"
_FORMAT: Final = "session_format"
_IN_WRITING: Final = "written"
_MARGINS: Final = (0.1, 0.4, 0.6, 1.0)


class ConsultationRunner(GuidedFlow):
    """One consultation from its rules to its first step; can be left and resumed at any time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._template: ConsultationTemplate | None = None
        self._phase: PhaseView | None = None
        self._presentation = Presentation(self)
        self._closing = Closing(desk, self)
        self._clock = RunClock(desk, self)
        self._frame = RunnerFrame(desk.theme)
        self.setLayout(column(self._frame, margins=(1.3, 1, 1.3, 0.9)))
        self._connect()

    @property
    def run(self) -> ConsultationRun | None:
        """How far the consultation has come."""
        return self._clock.run

    @property
    def phase_view(self) -> PhaseView | None:
        """The phase that is shown; None before everybody agreed."""
        return self._phase

    def open_record(self, record_id: RecordId) -> None:
        """Show a consultation where it was left."""
        self._clock.stop()
        self._clock.drop()
        self._template = self._phase = None
        self._frame.banner.hide()
        self._editing.open(record_id)

    def commit(self) -> None:
        """Save what was typed and remember the clock."""
        self._save()
        self._clock.keep()

    def leave(self) -> None:
        """Let the clock stand, save, and go back to the record."""
        record_id = self._editing.record_id
        self._stop()
        if record_id is not None:
            self.left.emit(record_id, "")

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the clock stand while nobody sees it, unless the group watches the other window."""
        super().hideEvent(event)
        if self._presentation.window is None:
            self._stop()

    def _connect(self) -> None:
        editing = self._editing
        editing.rebased.connect(self._refresh)
        editing.state_changed.connect(self._frame.state.setText)
        editing.failed.connect(self._show_error)
        self._clock.changed.connect(self._show_clock)
        self._frame.clock.toggled.connect(self._clock.toggle)
        self._frame.clock.lengthened.connect(self._clock.lengthen)
        self._frame.home.clicked.connect(self.leave)
        self._frame.present.clicked.connect(self._present_to_all)
        self._closing.ended.connect(self._on_ended)
        self._frame.back.clicked.connect(lambda: self._step(-1))
        self._frame.next.clicked.connect(lambda: self._step(1))
        self._frame.steps.activated.connect(self.go_to)

    # --- showing ----------------------------------------------------------------------------

    def _show(self, opened: OpenedRecord) -> None:
        title = single_line(opened.definition.title_of(opened.record.values))
        self._frame.title.setText(title or self.tr("Kollegiale Fallberatung"))
        if self._template is None:
            consultations, record = self._desk.session.consultations, opened.record

            def read() -> tuple[ConsultationTemplate, ConsultationRun]:
                template = consultations.template(record.values.get("template"))
                return template, consultations.resume(record.id, template)

            self._desk.jobs.run(self, lambda _job: read(), lambda found: self._begin(*found))
        elif self._phase is not None and self._editing.draft is not None:
            self._phase.show_record(opened, self._editing.draft)
            self._frame.order_tabs()

    def _refresh(self, opened: OpenedRecord) -> None:
        if self._phase is not None and self._editing.draft is not None:
            self._phase.take_record(opened, self._editing.draft)
            self._frame.order_tabs()

    def _begin(self, template: ConsultationTemplate, run: ConsultationRun) -> None:
        record_id = self._editing.record_id
        if record_id is None:
            return
        self._template = template
        self._clock.begin(record_id, run)
        self._frame.show_steps(template)
        self._show_phase()
        if self._phase is not None:
            self._frame.steps.setFocus()

    def _show_phase(self) -> None:
        """Build what is in front: the rules first, then the phase of the run."""
        opened, draft = self._editing.opened_record, self._editing.draft
        template, run = self._template, self._clock.run
        if opened is None or draft is None or template is None or run is None:
            return
        is_agreed = _is_agreed(draft, opened)
        self._show_ways()
        catalogues = self._desk.session.consultations.catalogues
        if not is_agreed:
            self._phase = None
            rules, alone = catalogues.consultation_rules, opened.agreement is Agreement.OWN_MISSING
            card = AgreementCard(self._desk.theme, rules, template, for_oneself=alone)
            card.agreed.connect(self._agree)
            self._frame.body.setWidget(panel(column(card, None, margins=_MARGINS)))
            card.button.setFocus()
            return
        self._fill_phase(opened, draft, template, run)

    def _fill_phase(
        self,
        opened: OpenedRecord,
        draft: FormDraft,
        template: ConsultationTemplate,
        run: ConsultationRun,
    ) -> None:
        catalogues = self._desk.session.consultations.catalogues
        phase = PhaseView(self._desk, catalogues, template.phases[run.phase], opened)
        phase.edited.connect(self._on_edited)
        phase.contribution_failed.connect(self._show_error)
        phase.method_chosen.connect(self._take_method)
        phase.conflict_requested.connect(self._ask_conflict)
        phase.confirm_requested.connect(self._review_text)
        phase.show_record(opened, draft)
        self._phase = phase
        self._frame.body.setWidget(panel(column(phase, margins=_MARGINS)))
        self._frame.body.verticalScrollBar().setValue(0)
        self._frame.show_place(template, run)
        self._show_clock()
        self._frame.order_tabs()

    def _show_ways(self) -> None:
        """Show the clock, or that there is none because everybody writes at their own time."""
        opened, draft = self._editing.opened_record, self._editing.draft
        if opened is None or draft is None:
            return
        is_agreed, in_writing = _is_agreed(draft, opened), _is_in_writing(draft)
        self._frame.set_begun(is_agreed, in_writing=in_writing)
        if in_writing:
            self._clock.stop()

    def _show_clock(self) -> None:
        run, now = self._clock.run, now_ms()
        if run is None:
            return
        self._frame.clock.show_run(run, now)
        window, phase, draft = self._presentation.window, self._phase, self._editing.draft
        if window is not None and phase is not None and draft is not None and self._template:
            step = self.tr("Phase {0} von {1}").format(run.phase + 1, len(self._template.phases))
            window.show_phase(self._template.phases[run.phase], phase.question(draft), step)
            window.show_run(run, now)

    def _show_error(self, error: Exception) -> None:
        self._frame.banner.show_message(error_sentence(self._desk.catalogue, error), Tone.BAD)

    # --- what people do ---------------------------------------------------------------------

    def _agree(self) -> None:
        opened, draft = self._editing.opened_record, self._editing.draft
        if opened is not None and opened.agreement is Agreement.OWN_MISSING:
            consultations, record = self._desk.session.consultations, opened.record.id
            self._desk.jobs.run(
                self,
                lambda _job: consultations.agree(record),
                lambda _nothing: self.open_record(record),
                failed=self._show_error,
            )
        elif draft is not None:
            draft.set(_CONFIRMED, True)
            self._editing.touch()
            self._editing.save()
            self._show_phase()
            (self._frame.next if _is_in_writing(draft) else self._frame.clock.toggle).setFocus()

    def _on_edited(self, _field: str) -> None:
        self._editing.touch()
        self._show_ways()

    def _take_method(self, method: str) -> None:
        draft, opened = self._editing.draft, self._editing.opened_record
        if draft is not None and opened is not None and self._phase is not None:
            draft.set(METHOD, method)
            self._phase.show_record(opened, draft)
            self._editing.touch()

    def _present_to_all(self) -> None:
        self._presentation.open()
        self._show_clock()

    def _ask_conflict(self, field: str) -> None:
        if (record_id := self._editing.record_id) is not None:
            decide_conflict(self, self._desk, record_id, field)

    def _review_text(self, field: str) -> None:
        if (record_id := self._editing.record_id) is not None:
            review_text(self, self._desk, record_id, field)

    def go_to(self, phase: int) -> None:
        """Bring another phase to the front."""
        run = self._clock.run
        if run is not None and phase != run.phase:
            self._save()
            self._clock.go_to(phase)
            self._show_phase()
            line = self._phase.contribution if self._phase is not None else None
            (line.field if line is not None else self._frame.next).setFocus()

    def _step(self, by: int) -> None:
        run = self._clock.run
        if run is None:
            return
        if by > 0 and run.is_last:
            self._finish()
        else:
            self.go_to(run.phase + by)

    def _stop(self) -> None:
        self._clock.stop()
        self._save()
        self._presentation.close()

    def _save(self) -> None:
        keep_typing(self)
        self._editing.save()

    # --- the end ----------------------------------------------------------------------------

    def _finish(self) -> None:
        self._editing.save()
        if (record_id := self._editing.record_id) is not None:
            self._closing.begin(record_id)

    def _on_ended(self) -> None:
        self._clock.drop()
        self.leave()


def _is_agreed(draft: FormDraft, opened: OpenedRecord) -> bool:
    if opened.agreement is Agreement.OF_GROUP:
        return draft.value(_CONFIRMED) is True
    return opened.agreement is Agreement.OWN_GIVEN


def _is_in_writing(draft: FormDraft) -> bool:
    return draft.value(_FORMAT) == _IN_WRITING
