"""The quick note: a text, where it lives, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from innolab_desktop.services.quick_notes import QuickNote
from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.dialogs.creation_dialog import CreationDialog
from innolab_desktop.ui.forms.section_grid import SectionGrid
from innolab_desktop.ui.keep_timer import KeepTimer
from innolab_desktop.ui.space_names import space_audience, space_label
from innolab_desktop.ui.spelling.spell_menu import check_spelling
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage
from innolab_desktop.ui.widgets.tag_field import TagField
from innolab_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.formdefs.outline import Outline
    from innolab_desktop.services.read_models import Space
    from innolab_desktop.services.records import Saved
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk

_ROWS = 9
_MOST_MISSIONS = 500


@dataclass(frozen=True, slots=True)
class NoteOffers:
    """What the window of the quick note offers, read in the lane.

    Attributes:
        missions: hexadecimal ids and titles.
    """

    draft: QuickNote
    places: tuple[Space, ...]
    missions: tuple[tuple[str, str], ...]
    tags: tuple[str, ...]


def read_offers(session: Session) -> NoteOffers:
    """Return what can be chosen; runs in the lane."""
    rows = session.records.list_rows(RowQuery(kind="mission", limit=_MOST_MISSIONS)).rows
    notes = session.reflection.notes
    missions = tuple((row.id.hex(), row.title) for row in rows)
    return NoteOffers(notes.draft(), notes.places(), missions, session.records.known_tags())


class QuickNoteDialog(CreationDialog):
    """Five minutes of reflection: written, and either saved or kept for later."""

    def __init__(self, parent: QWidget, desk: Desk, offers: NoteOffers) -> None:
        save = Button(desk.theme, self.tr("Notiz speichern"), "device-floppy", primary=True)
        super().__init__(parent, desk, self.tr("Schnelle Notiz"), save)
        self._offers = offers
        self._outlines = {item.choice: item for item in desk.session.reflection.notes.outlines}
        self._delay = KeepTimer(self, self.keep)
        self.text = TextArea(_ROWS)
        if desk.spelling is not None:
            check_spelling(self.text, desk.spelling, desk.theme)
        self.template, self.space = ComboBox(desk.theme), ComboBox(desk.theme)
        self.mission = ComboBox(desk.theme)
        self.tags = TagField(desk.theme, lambda: offers.tags)
        self._audience = Muted(size=TypeSize.HINT)
        self._state, self._hint = Muted(size=TypeSize.HINT), Muted(size=TypeSize.HINT)
        self._build()
        self._fill()
        self._show(offers.draft)
        self._connect()
        self.text.setFocus()

    @property
    def note(self) -> QuickNote:
        """What stands in the window."""
        return QuickNote(
            text=self.text.toPlainText(),
            space=self.space.currentData(),
            mission=str(self.mission.currentData() or ""),
            template=str(self.template.currentData() or ""),
            tags=self.tags.tags,
        )

    def choose_template(self, choice: str) -> None:
        """Put the questions of a template into a text that is still empty, or below it."""
        self.template.setCurrentIndex(self.template.findData(choice))
        self._ask_questions()

    def keep(self) -> None:
        """Keep what was written until it is saved."""
        self._delay.stop()
        notes, note = self._desk.session.reflection.notes, self.note
        # the notifier outlives the window: the draft is kept although the window is gone
        self._desk.jobs.run(
            self._desk.notifier,
            lambda _job: notes.keep(note),
            lambda _nothing: None,
            keeps_work=True,
        )
        self._state.setText("" if notes.says_nothing(note) else self.tr("Entwurf gesichert"))

    def reject(self) -> None:
        """Close, and keep what was written."""
        self.keep()
        super().reject()

    def _build(self) -> None:
        theme = self.theme
        text_label = PlainLabel(self.tr("Was möchten Sie festhalten?"), size=TypeSize.LABEL)
        text_label.setBuddy(self.text)
        self.text.setAccessibleName(text_label.text())
        fields = SectionGrid(
            [
                (self._labelled(self.tr("Raum"), self.space, self._audience), 1),
                (self._labelled(self.tr("Vorlage"), self.template), 1),
                (self._labelled(self.tr("Mission"), self.mission), 1),
                (self._labelled(self.tr("Schlagwörter"), self.tags), 1),
            ]
        )
        content = column(
            self._error,
            column(text_label, self.text, self._hint, spacing=0.25),
            fields,
            self._state,
            None,
            margins=(0.1, 0.1, 0.6, 0.1),
            spacing=0.7,
        )
        self._empty = Button(theme, self.tr("Entwurf verwerfen"), "trash")
        later = Button(theme, self.tr("Später weiter"))
        later.clicked.connect(self.reject)
        self.assemble(ScrollPage(panel(content)), self._empty, later, self._save, width_em=44)
        self.set_size(44, 36)

    def _labelled(self, name: str, field: QWidget, *more: QWidget) -> QWidget:
        label = PlainLabel(name, size=TypeSize.LABEL, wrap=False)
        named = field.line if isinstance(field, TagField) else field
        label.setBuddy(named)
        named.setAccessibleName(name)
        return panel(column(label, field, *more, spacing=0.25))

    def _fill(self) -> None:
        for space in self._offers.places:
            self.space.addItem(space_label(space), space.id)
        self.template.addItem(self.tr("freie Notiz"), "")
        for outline in self._outlines.values():
            self.template.addItem(outline.label, outline.choice)
        self.mission.addItem(self.tr("– ohne Mission –"), "")
        for record_id, title in self._offers.missions:
            self.mission.addItem(single_line(title) or self.tr("Ohne Titel"), record_id)

    def _show(self, note: QuickNote) -> None:
        self.text.setPlainText(note.text)
        for box, data in (
            (self.space, note.space),
            (self.template, note.template),
            (self.mission, note.mission),
        ):
            box.setCurrentIndex(max(box.findData(data), 0))
        self._name()
        self.tags.show_tags(note.tags)
        self._tell_audience()
        is_draft = not self._desk.session.reflection.notes.says_nothing(note)
        self._empty.setVisible(is_draft)
        if is_draft:
            self._state.setText(self.tr("Das ist Ihr Entwurf vom letzten Mal."))

    def _connect(self) -> None:
        self.text.edited.connect(self._delay.touch)
        self.tags.edited.connect(self._delay.touch)
        self.space.activated.connect(self._tell_audience)
        self.template.activated.connect(self._ask_questions)
        for box in (self.space, self.template, self.mission):
            box.activated.connect(self._delay.touch)
        self._empty.clicked.connect(self._discard)

    def _tell_audience(self) -> None:
        index = self.space.currentIndex()
        if index >= 0:
            self._audience.setText(space_audience(self._offers.places[index]))

    def _ask_questions(self) -> None:
        """Let the text hold the questions of the template and what was written besides them."""
        written = self.text.toPlainText().rstrip()
        if any(written == outline.text.rstrip() for outline in self._outlines.values()):
            written = ""  # the questions of another template that nobody answered
        outline = self._name()
        if outline is not None and outline.questions[0].label not in written.splitlines():
            written = f"{written}\n\n{outline.text}".lstrip()
        self.text.setPlainText(written)
        if outline is not None and self.text.find(outline.questions[0].label):
            self.text.moveCursor(QTextCursor.MoveOperation.NextBlock)
        self.text.setFocus()

    def _name(self) -> Outline | None:
        """Say what the note is called by its template, and return that."""
        outline = self._outlines.get(str(self.template.currentData()))
        title = self.tr("Schnelle Notiz") if outline is None else outline.title
        hint = self.tr("Was zuerst steht, wird der Titel. Schreiben Sie ohne Namen Dritter.")
        if outline is not None:
            hint = self.tr(
                "Der Titel wird „{0}“ mit dem Datum, wenn über der ersten Frage nichts steht. "
                "Schreiben Sie ohne Namen Dritter."
            ).format(outline.title)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self._hint.setText(hint)
        self.text.setAccessibleDescription(hint)
        return outline

    def _discard(self) -> None:
        self._show(QuickNote(space=self.space.currentData()))
        self._state.setText(self.tr("Entwurf verworfen."))
        self.keep()
        self.text.setFocus()

    def _submit(self) -> None:
        note = self.note
        if self._desk.session.reflection.notes.says_nothing(note):
            self._error.show_message(self.tr("Bitte schreiben Sie zuerst etwas."))
            self.text.setFocus()
            return
        self._delay.stop()
        session, today = self._desk.session, datetime.now(tz=UTC).astimezone().date()
        self._make(lambda _job: _save(session, note, today))


def _save(session: Session, note: QuickNote, today: date) -> Saved:
    """Make the note, so that it can be taken back; runs in the lane."""
    saved = session.reflection.notes.save(note, today)
    session.edits.take_note_of(saved.record)
    return saved
