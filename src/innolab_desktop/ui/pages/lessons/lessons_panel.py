"""Erkenntnisse und Transfer: what was learned across all missions, and how to pass it on."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from innolab_desktop.services.lessons import LESSON_KINDS, Lessons, counted_by_entry
from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.child_dialog import ChildDialog
from innolab_desktop.ui.dialogs.file_choice import choose_target
from innolab_desktop.ui.dialogs.release.release_dialog import ask_release
from innolab_desktop.ui.dialogs.transfer_dialog import TransferDialog
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.models.opened_record import read_references
from innolab_desktop.ui.models.plain_rows import PlainRowsModel
from innolab_desktop.ui.pages.lessons.counts_view import CountsView
from innolab_desktop.ui.pages.lessons.lesson_filters import LessonFilters
from innolab_desktop.ui.pages.page import Page
from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.row_delegate import ListRow
from innolab_desktop.ui.widgets.row_list import RowList
from innolab_desktop.ui.widgets.scroll_page import ScrollColumn, ScrollPage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtCore import QModelIndex, QObject
    from PySide6.QtGui import QResizeEvent

    from innolab_desktop.domain.records import Record
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.lessons import Lesson
    from innolab_desktop.services.read_models import Heads
    from innolab_desktop.ui.desk import Desk

_REPORT = "record_sheet"
_NARROW_EM = 48
_STACKED_EM = 26


class LessonsPanel(Page):
    """Filters, the list of what was learned, and how often each entry of the catalogue occurs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._lessons = Lessons((), is_cut=False)
        self._wanted = b""
        self.model: PlainRowsModel[Lesson] = PlainRowsModel(self)
        self.list = RowList(desk.theme, self.model, self.tr("Erkenntnisse"))
        self.filters = LessonFilters(desk.theme, desk.session.forms, LESSON_KINDS)
        self.counts = CountsView(desk.session.forms)
        self._split = QSplitter()
        self._count = Muted()
        self._banner = Banner(desk.theme, Tone.BAD)
        self._open = Button(desk.theme, self.tr("Öffnen"), "pencil")
        self._release = Button(desk.theme, self.tr("Freigeben …"), "upload")
        self._print = Button(desk.theme, self.tr("Als PDF …"), "file-type-pdf")
        self._new = Button(
            desk.theme, self.tr("Transfer-Steckbrief anlegen …"), "plus", primary=True
        )
        self._build()
        self._connect()

    def activate(self) -> None:
        """Read what was learned."""
        library = self.desk.session.reflection.lessons
        self.desk.jobs.run(self, lambda _job: library.read(), self._take)

    def open_record(self, kind: str, record_id: bytes, entry: str = "") -> None:  # noqa: ARG002 - as every page
        """Show a record that stands here without the mission it was learned in."""
        self._on_created(record_id)

    def start_new(self) -> bool:
        """Begin a Transfer-Steckbrief."""
        self.ask_transfer()
        return True

    def ask_transfer(self) -> None:
        """Ask for the mission of a new Transfer-Steckbrief."""
        dialog = TransferDialog(self, self.desk)
        dialog.created.connect(self._on_created)
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the counts beside the list, or below it where there is no room."""
        super().resizeEvent(event)
        is_narrow = self.width() < em_px(_NARROW_EM)
        self._split.setOrientation(
            Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        )
        self._split.setMinimumHeight(em_px(_STACKED_EM) if is_narrow else 0)

    def print_sheet(self, lesson: Lesson, target: Path) -> None:
        """Write the sheet of *lesson* to *target*."""
        reports, today = self.desk.session.reports, datetime.now(tz=UTC).astimezone().date()
        self.desk.jobs.run(
            self,
            lambda _job: reports.print_record(_REPORT, lesson.id, target, as_of=today),
            lambda pages: self._banner.show_message(
                self.tr("PDF mit {0} geschrieben: {1}").format(
                    counted(pages, self.tr("Seite"), self.tr("Seiten")), target.name
                ),
                Tone.OK,
            ),
            failed=self._on_failed,
            title=self.tr("PDF wird geschrieben"),
        )

    def _build(self) -> None:
        name = column(Heading(self.tr("Erkenntnisse und Transfer"), 2), self._count, spacing=0)
        head = row(name, self._new)
        head.setStretch(0, 1)
        intro = Muted(
            self.tr(
                "Was Sie in allen Missionen gelernt haben, was im Weg stand und was geholfen hat. "
                "Ein Transfer-Steckbrief macht daraus etwas, das andere übernehmen können."
            )
        )
        tools = row(self._open, self._release, self._print, None, spacing=0.5)
        left = column(self.list, tools, spacing=0.3)
        left.setStretch(0, 1)
        counts = column(intro, self.counts, None, margins=(0.8, 0, 0.2, 0), spacing=0.8)
        split = self._split
        split.setChildrenCollapsible(False)
        split.addWidget(panel(left))
        split.addWidget(ScrollPage(panel(counts)))
        split.setSizes([em_px(46), em_px(26)])
        layout = column(
            head, self._banner, self.filters, split, margins=(0.9, 1, 0.9, 0.5), spacing=0.5
        )
        layout.setStretch(3, 1)
        self.setLayout(column(ScrollColumn(panel(layout)), spacing=0))

    def _connect(self) -> None:
        self.filters.changed.connect(self._show)
        self.list.chosen.connect(self._enable)
        self.list.activated.connect(self._open_row)
        self._open.clicked.connect(self._open_chosen)
        self._release.clicked.connect(self._ask_release)
        self._print.clicked.connect(self._ask_print)
        self._new.clicked.connect(self.ask_transfer)
        self.desk.notifier.changed.connect(self._on_changed)
        self._enable()

    def _take(self, lessons: Lessons) -> None:
        self._lessons = lessons
        self.filters.offer(lessons)
        self._show()

    def _show(self) -> None:
        chosen = self._chosen()
        wanted = self._wanted or (chosen.id if chosen else b"")
        found = self.filters.narrowed(self._lessons)
        self.model.show_rows(found, [self._row(lesson) for lesson in found])
        text = counted(len(found), self.tr("Eintrag"), self.tr("Einträge"))
        cut = self.tr("Von jeder Art die 500 neuesten.") if self._lessons.is_cut else ""
        self._count.setText(f"{text}. {cut}".strip())
        self.counts.show_counts(counted_by_entry(found))
        again = [place for place, item in enumerate(found) if item.id == wanted]
        if again:
            self._wanted = b""
            self.list.select_row(again[0])
        self._enable()

    def _row(self, lesson: Lesson) -> ListRow:
        form = self.desk.session.forms.form(lesson.kind)
        missions = ", ".join(single_line(title) for _, title in lesson.missions)
        meta = " · ".join(filter(None, (form.label, lesson.state, missions)))
        title = single_line(lesson.title) or self.tr("Ohne Titel")
        return ListRow(title, meta, excerpt=single_line(lesson.text))

    def _chosen(self) -> Lesson | None:
        place = self.list.selected_row
        return None if place is None else self.model.thing_at(place)

    def _enable(self) -> None:
        for button in (self._open, self._release, self._print):
            button.setEnabled(self._chosen() is not None)

    def _open_row(self, index: QModelIndex) -> None:
        self._open_lesson(self.model.thing_at(index.row()))

    def _open_chosen(self) -> None:
        if (lesson := self._chosen()) is not None:
            self._open_lesson(lesson)

    def _on_created(self, record: bytes) -> None:
        self._wanted = record
        self._read_and_edit(record)

    def _open_lesson(self, lesson: Lesson) -> None:
        """Show a record that belongs to others in its own window, and any other on its page."""
        if self.desk.session.forms.parents_of(lesson.kind):
            self._read_and_edit(lesson.id)
        else:
            self.record_requested.emit(lesson.id)

    def _read_and_edit(self, record_id: bytes) -> None:
        session = self.desk.session

        def read() -> tuple[Record, Mapping[str, Heads], Mapping[str, tuple[tuple[str, str], ...]]]:
            record = session.records.open(record_id)
            references = read_references(session, session.forms.form(record.kind))
            return record, session.records.heads(record_id), references

        self.desk.jobs.run(
            self, lambda _job: read(), lambda found: self._edit(*found), failed=self._on_failed
        )

    def _edit(
        self,
        record: Record,
        heads: Mapping[str, Heads],
        references: Mapping[str, tuple[tuple[str, str], ...]],
    ) -> None:
        form = self.desk.session.forms.form(record.kind)
        ChildDialog(
            self.window(),
            self.desk,
            form,
            references,
            parent_id=record.parent,
            record=record,
            heads=heads,
        ).open()

    def _ask_release(self) -> None:
        if (lesson := self._chosen()) is not None:
            ask_release(self, self.desk, lesson.id, self._on_failed)

    def _ask_print(self) -> None:
        lesson = self._chosen()
        if lesson is None:
            return
        label = self.desk.session.forms.form(lesson.kind).label
        choose_target(
            self,
            self.tr("Als PDF ausgeben"),
            f"{label}.pdf",
            self.tr("PDF-Dateien (*.pdf)"),
            lambda target: self.print_sheet(lesson, target),
        )

    def _on_failed(self, error: Exception) -> None:
        self._banner.show_message(error_sentence(self.desk.catalogue, error), Tone.BAD)

    def _on_changed(self, _changes: Changes, _initiator: QObject | None) -> None:
        if self.isVisible():
            self.activate()
