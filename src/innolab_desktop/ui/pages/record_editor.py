"""One record: its form, its Fassungen, its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from innolab_desktop.domain.errors import RecordError
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.forms.field_editor import EditorContext
from innolab_desktop.ui.forms.form_view import FormView
from innolab_desktop.ui.pages.children.views import view_children
from innolab_desktop.ui.pages.consultation.own_agreement import OwnAgreement
from innolab_desktop.ui.pages.paper_form_tools import PaperFormTools
from innolab_desktop.ui.pages.reading_again import ReadingAgain
from innolab_desktop.ui.pages.record_editing import RecordEditing
from innolab_desktop.ui.pages.record_header import RecordHeader
from innolab_desktop.ui.pages.record_tabs import REVISION, RecordTabs
from innolab_desktop.ui.pages.record_tools import RecordTools
from innolab_desktop.ui.pages.record_undoing import RecordUndoing
from innolab_desktop.ui.pages.reference_adding import ReferenceAdding
from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.muted import Muted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import ChildrenDefinition
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.models.opened_record import OpenedRecord
    from innolab_desktop.ui.pages.children.children_view import ChildrenView

_FIRST = "*"
_LOW_EM = 24


class RecordEditor(QWidget):
    """Shows one record of any kind and edits it.

    Signals:
        back_requested: the person wants to see the list.
        deleted: the record went into the trash.
        record_requested: id of another record to show.
        run_requested: id of the record that its guided flow is to lead through.
        shown: the record that was asked for stands here now.
    """

    back_requested = Signal()
    deleted = Signal()
    record_requested = Signal(bytes)
    run_requested = Signal(bytes)
    shown = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._editing = RecordEditing(desk, self)
        self.tools = RecordTools(desk, self._editing, self)
        self.paper_forms = PaperFormTools(desk, self._editing, self)
        self.undoing = RecordUndoing(desk, self._editing, self)
        self._adding = ReferenceAdding(desk, self._editing, self)
        self._form: FormView | None = None
        self._form_key: object = None
        self._wanted: tuple[RecordId, str] = (b"", "")
        self._lists: dict[str, ChildrenView] = {}
        self._header = RecordHeader(desk.theme)
        self._banner = Banner(desk.theme, Tone.BAD)
        self._tabs = RecordTabs(desk)
        self._agreement = OwnAgreement(desk, self._header, self._tabs)
        self._form_page = self._tabs.form_page
        parts = (self._header, self._banner, self._agreement, self._tabs)
        content = column(*parts, margins=(1.3, 1, 1.3, 0), spacing=0.6)
        content.setStretch(3, 1)
        self.setLayout(content)
        self._connect()

    @property
    def record_id(self) -> RecordId | None:
        """The record that is open."""
        return self._editing.record_id

    @property
    def form(self) -> FormView | None:
        """The form that is shown."""
        return self._form

    def open_record(self, record_id: RecordId, entry: str = "") -> None:
        """Show another record, and in it the entry of this name."""
        self._banner.hide()
        self._tabs.setCurrentIndex(0)
        if entry or record_id != self._wanted[0]:  # the list may ask for the same one once more
            self._wanted = (record_id, entry)
        self._editing.open(record_id)

    def show_tab(self, index: int) -> None:
        """Bring the form (0), the Fassungen (1) or the history (2) to the front."""
        self._tabs.setCurrentIndex(index)

    def focus_form(self, entry: str = _FIRST) -> None:
        """Bring the cursor to *entry*, or to an empty field, as soon as the record is shown."""
        self._wanted = (self._wanted[0], entry)

    def commit(self, _tab: int = 0) -> None:
        """Save what was changed."""
        for children in self._lists.values():
            children.finish()
        self._editing.save()

    def begin_flow(self) -> None:
        """Ask for what leads through the open record, if it can be changed."""
        self.commit()
        opened = self._editing.opened_record
        if opened is not None and not opened.is_read_only:
            self.run_requested.emit(opened.record.id)

    def set_back_visible(self, visible: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Show the way back to the list."""
        self._header.back.setVisible(visible)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the tabs; as a proxy they would swallow the Tab key on its way to the head."""
        self._tabs.tabBar().setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the head shorter in low windows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._header.set_short(self.height() < em_px(_LOW_EM))

    def _connect(self) -> None:
        editing, header, tools = self._editing, self._header, self.tools
        editing.opened.connect(self._show)
        editing.rebased.connect(self._refresh)
        editing.state_changed.connect(header.show_state)
        editing.failed.connect(self._show_error)
        self._tabs.attachments.failed.connect(self._show_error)
        self._tabs.history.value_wanted.connect(self._ask_again)
        self._tabs.links.record_requested.connect(self.record_requested)
        self._agreement.agreed.connect(editing.reload)
        self._agreement.postponed.connect(self.back_requested)
        self._tabs.currentChanged.connect(self.commit)  # a Fassung holds what was just typed
        header.back.clicked.connect(self.back_requested)
        header.run_requested.connect(self.begin_flow)
        for begins in header.actions:
            begins.connect(self._banner.hide)  # what was said about the action before is over
        header.print_requested.connect(tools.ask_print)
        header.text_requested.connect(tools.ask_text)
        header.form_requested.connect(self.paper_forms.ask_write)
        header.form_offered.connect(self.paper_forms.ask_read)
        header.calendar_requested.connect(tools.ask_calendar)
        header.release_requested.connect(tools.ask_release)
        header.delete_requested.connect(tools.ask_delete)
        header.erase_requested.connect(tools.ask_erase)
        for helper in (tools, self.paper_forms, self._tabs.revisions):
            helper.failed.connect(self._show_error)
            helper.succeeded.connect(self._show_success)
        self._adding.added.connect(self.focus_form)
        self.undoing.failed.connect(self._show_error)
        self.undoing.told.connect(self._show_success)
        tools.gone.connect(self.deleted)
        self.undoing.gone.connect(self.deleted)
        header.section_chosen.connect(self._go_to_section)
        ReadingAgain(self, self._editing, self._desk.notifier)
        self._desk.theme.changed.connect(self._fit)

    def _show(self, opened: OpenedRecord) -> None:
        if not self._agreement.is_asked(opened):
            self._show_values(opened)
        self.shown.emit()

    def _show_values(self, opened: OpenedRecord) -> None:
        key = (opened.definition.id, opened.references)
        if self._form is None or key != self._form_key:
            self._build_form(opened)
            self._form_key = key
        form, draft = self._form, self._editing.draft
        if form is not None and draft is not None:
            form.show_opened(opened, draft)
            self._go_to_wanted(form, opened.record.id)
        self._show_surroundings(opened)

    def _refresh(self, opened: OpenedRecord) -> None:
        """Take a saved record without touching what stands in the editors."""
        if self._form is not None and self._editing.draft is not None:
            self._form.take_draft(self._editing.draft)
            self._form.show_computed(opened.computed)
        self._show_surroundings(opened)

    def _show_surroundings(self, opened: OpenedRecord) -> None:
        self._header.show_record(opened)
        for kind, children in self._lists.items():
            children.show_opened(opened, kind)
        self._tabs.show_record(opened)
        reports, kind = self._desk.session.reports, opened.definition.id
        has_form = not opened.is_read_only and self._desk.session.paper_forms.offers(kind)
        texts = reports.available_texts(kind)
        self._header.show_reports(reports.available(kind), texts, has_form=has_form)

    def _build_form(self, opened: OpenedRecord) -> None:
        self._lists.clear()
        context = EditorContext(
            self._desk.theme,
            opened.references,
            self._desk.hints,
            self._known_tags,
            self._desk.spelling,
            self._adding.ask,
        )
        form = FormView(opened.definition, context, self._desk.catalogue, self._create_children)
        form.edited.connect(self._editing.touch)
        form.conflict_requested.connect(self.tools.decide_conflict)
        form.confirm_requested.connect(self.tools.review_text)
        self.undoing.watch(form)
        holder = QWidget()
        holder.setLayout(column(form, margins=(0.1, 0.9, 0.6, 1)))
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._form_page.setWidget(holder)
        self._form = form
        self._header.show_sections(opened.definition)

    def _known_tags(self) -> Sequence[str]:
        opened = self._editing.opened_record
        return opened.known_tags if opened is not None else ()

    def _create_children(self, entry: ChildrenDefinition) -> QWidget:
        if entry.kind == REVISION:
            return Muted(self.tr("Die Fassungen stehen oben unter „Fassungen“."))
        if self._desk.session.forms[entry.kind].counted_only:
            text = self.tr("{0} stehen nur zusammengezählt unter „Auswertung“.")
            return Muted(text.format(entry.label))
        children = view_children(self._desk, entry)
        self._lists[entry.kind] = children
        return children

    def _go_to_wanted(self, form: FormView, record_id: RecordId) -> None:
        wanted, entry = self._wanted
        if wanted != record_id or not entry:
            return
        self._wanted = (record_id, "")
        place = form.focus_entry(form.first_open_field() if entry == _FIRST else entry)
        if place is not None:  # once the form has its place
            QTimer.singleShot(0, place, lambda: self._form_page.bring(place))

    def _go_to_section(self, section_id: str) -> None:
        page = self._form_page.widget()
        if self._form is not None and page is not None:
            heading = self._form.sections[section_id]
            self._form_page.verticalScrollBar().setValue(heading.mapTo(page, QPoint(0, 0)).y())

    def _show_error(self, error: Exception) -> None:
        self._banner.show_message(error_sentence(self._desk.catalogue, error), Tone.BAD)
        opened, draft = self._editing.opened_record, self._editing.draft
        if self._form is not None and opened is not None and draft is not None:
            is_missing = isinstance(error, RecordError) and error.code == "status_incomplete"
            strength = "binding" if is_missing else None  # what is missing matters only there
            self._form.show_problems(draft.problems(strength, child_counts=opened.child_counts))

    def _show_success(self, sentence: str) -> None:
        self._banner.show_message(sentence, Tone.OK)

    def _ask_again(self, field_id: str, value: Value) -> None:
        """Let a former value of a field stand there again, as a change like any other."""

        def put() -> None:
            draft, opened = self._editing.draft, self._editing.opened_record
            field = opened.definition.field(field_id) if opened is not None else None
            if draft is None or field is None:
                return
            draft.set(field_id, value)
            self._editing.run_saved(self._editing.reload)
            self._show_success(self.tr("{0}: der frühere Wert gilt wieder.").format(field.label))

        self._editing.run_saved(put)
