"""The Meta-Check: whether an evaluation itself is a good one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.services.evaluations import META_CHECK, WAVE
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.forms.field_block import FieldBlock
from innolab_desktop.ui.forms.field_editor import EditorContext
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.typed_draft import TypedDraft, draft_key, draft_sentence
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.evaluations import Wave
    from innolab_desktop.ui.desk import Desk


class MetaCheckDialog(BaseDialog):
    """The points after the standards of the DeGEval, to be ticked for one wave."""

    def __init__(self, parent: QWidget, desk: Desk, wave: Wave) -> None:
        super().__init__(parent, desk.theme, "Meta-Check")
        self._desk = desk
        self._wave = wave
        field = desk.session.forms.field(WAVE, META_CHECK)
        self.block = FieldBlock(field, EditorContext(desk.theme))
        self.block.editor.set_value(wave.record.values.get(META_CHECK))
        self.block.editor.set_read_only(META_CHECK in wave.record.conflicts)
        key = draft_key("meta_check", wave.id, META_CHECK)
        self._draft = TypedDraft(self, desk, key, self._ticked)
        self._draft.found.connect(self._take_up)
        self.block.editor.edited.connect(self._draft.touch)
        self._error = Banner(desk.theme, Tone.BAD)
        intro = Muted(
            self.tr(
                "Prüfen Sie „{0}“ selbst: vor der Befragung, ob sie gut vorbereitet ist, danach, "
                "ob mit den Ergebnissen etwas geschieht."
            ).format(single_line(wave.title))
        )
        cancel = Button(desk.theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self.reject)
        self._save = Button(desk.theme, self.tr("Speichern"), "device-floppy", primary=True)
        self._save.clicked.connect(self._submit)
        points = ScrollPage(panel(column(self.block, None, margins=(0.1, 0.1, 0.6, 0.1))))
        content = column(self._error, intro, points, spacing=0.6)
        content.setStretch(2, 1)
        self.assemble(content, cancel, self._save, width_em=38)
        self.set_size(38, 28)
        self.block.editor.first_widget.setFocus()

    def _ticked(self) -> Mapping[str, Value]:
        return {META_CHECK: self.block.editor.value()}

    def _take_up(self, ticked: Mapping[str, Value]) -> None:
        if META_CHECK not in self._wave.record.conflicts:
            self.block.editor.set_value(ticked.get(META_CHECK))
            self._error.show_message(draft_sentence(), Tone.INFO)

    def _submit(self) -> None:
        records, wave, value = self._desk.session.records, self._wave, self.block.editor.value()
        self._save.setEnabled(False)
        self._desk.jobs.run(
            self,
            self._draft.saved_by(lambda: records.save(wave.id, {META_CHECK: value})),
            self._on_saved,
            failed=self._on_failed,
        )

    def _on_saved(self, changes: Changes | None) -> None:
        if changes is not None:
            self._desk.notifier.announce(changes, self)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._save.setEnabled(True)
        self._error.show_message(error_sentence(self._desk.catalogue, error), Tone.BAD)
