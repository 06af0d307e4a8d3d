"""Saves what a list shows as a table."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.file_choice import choose_target
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.dialogs.table_dialog import TableDialog
from innolab_desktop.ui.visible_text import single_line

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.read_models import RowQuery
    from innolab_desktop.services.tables import TableContent, TableWritten
    from innolab_desktop.ui.desk import Desk


class TableSaving(QObject):
    """Asks what goes into a table and where, and writes it.

    Args:
        owner: the widget in whose window the questions are asked.
        name: what the file is called unless something else is typed.
    """

    def __init__(self, desk: Desk, owner: QWidget, name: str) -> None:
        super().__init__(owner)
        self._desk = desk
        self._owner = owner
        self._name = name

    def ask(self, query: RowQuery) -> None:
        """Ask how the records of *query* are to be saved."""
        tables = self._desk.session.tables
        self._desk.jobs.run(
            self,
            lambda _job: tables.content(query),
            lambda content: self._show_dialog(query, content),
        )

    def write(self, query: RowQuery, target: Path, *, with_confidential: bool) -> None:
        """Write the records of *query* to *target*."""
        tables, today = self._desk.session.tables, datetime.now(tz=UTC).astimezone().date()
        self._desk.jobs.run(
            self,
            lambda job: tables.write(
                query,
                target,
                job,
                job.cancel_token,
                as_of=today,
                with_confidential=with_confidential,
            ),
            lambda written: self._tell(written, target),
            title=self.tr("Tabelle wird geschrieben"),
        )

    def _show_dialog(self, query: RowQuery, content: TableContent) -> None:
        dialog = TableDialog(self._owner.window(), self._desk.theme, content)

        def choose(ending: str, with_confidential: bool) -> None:  # noqa: FBT001 - a slot
            excel, separated = self.tr("Excel-Dateien (*.xlsx)"), self.tr("CSV-Dateien (*.csv)")
            choose_target(
                self._owner,
                self.tr("Als Tabelle speichern (unverschlüsselt)"),
                self._name + ending,
                separated if ending == ".csv" else excel,
                lambda target: self.write(query, target, with_confidential=with_confidential),
            )

        dialog.chosen.connect(choose)
        dialog.open()

    def _tell(self, written: TableWritten, target: Path) -> None:
        entries = counted(written.rows, self.tr("Eintrag"), self.tr("Einträge"))
        text = self.tr("{0} mit {1}, unverschlüsselt.").format(target.name, entries)
        folder = self.tr("Ordner: {0}").format(single_line(str(target.parent)))
        text = f"{text}\n{folder}"
        if written.left_out:
            left_out = self.tr("Vertraulich und nicht dabei: {0}.").format(
                counted(written.left_out, self.tr("Eintrag"), self.tr("Einträge"))
            )
            text = f"{text}\n{left_out}"
        title = self.tr("Die Tabelle ist gespeichert")
        MessageDialog(self._owner.window(), self._desk.theme, title, text).open()
