"""Who changed what when, with the words that came and went."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.author_name import author_name
from innolab_desktop.ui.moments import full_moment
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.value_text import value_text
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import clear, column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition
    from innolab_desktop.services.read_models import HistoryEntry
    from innolab_desktop.ui.models.opened_record import OpenedRecord
    from innolab_desktop.ui.theme.theme import Theme

_MOST_SAVES = 100
_CONTEXT_WORDS = 6
_LONG_WORDS = 60_000
_EMPTY: tuple[Value, ...] = (None, "", ())


def changed_words(before: str, after: str) -> str:
    """Return *after* with what went as [–…] and what came as [+…], the rest shortened."""
    if len(before) + len(after) > _LONG_WORDS:
        return f"[–{len(before)} Zeichen] [+{len(after)} Zeichen]"
    old, new = before.split(), after.split()
    parts: list[str] = []
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            words = old[i1:i2]
            if len(words) > 2 * _CONTEXT_WORDS:
                words = [*words[:_CONTEXT_WORDS], "…", *words[-_CONTEXT_WORDS:]]
            parts.append(" ".join(words))
            continue
        if i1 < i2:
            parts.append(f"[– {' '.join(old[i1:i2])}]")
        if j1 < j2:
            parts.append(f"[+ {' '.join(new[j1:j2])}]")
    return " ".join(parts)


class HistoryView(QWidget):
    """The saves of a record, newest first.

    Signals:
        value_wanted: id of a field, and a value that stood there once and is to stand there again.
    """

    value_wanted = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = column(spacing=0.7)
        self.setLayout(column(self._column, None, margins=(0.1, 0.8, 0.6, 0.8)))

    def show_history(self, opened: OpenedRecord) -> None:
        """Show the saves of a record."""
        clear(self._column)
        for entry in list(reversed(opened.history))[:_MOST_SAVES]:
            self._column.addWidget(self._card(opened, entry))
        if len(opened.history) > _MOST_SAVES:
            self._column.addWidget(
                Muted(self.tr("Gezeigt werden die letzten {0} Änderungen.").format(_MOST_SAVES))
            )

    def _card(self, opened: OpenedRecord, entry: HistoryEntry) -> QWidget:
        title = f"{full_moment(entry.at_ms)} · {author_name(entry.person)}"
        content = column(Heading(title, 3), margins=0.8, spacing=0.4)
        for name, values in entry.fields.items():
            field = opened.definition.field(name)
            if field is None:
                continue
            before, after = (value_text(field, value, opened.titles) for value in values)
            words = column(
                Muted(field.label, size=TypeSize.HINT),
                PlainLabel(changed_words(before, after)),
                spacing=0.1,
            )
            line = row(words, *self._ways_back(opened, field, values[1]), spacing=0.6)
            line.setStretch(0, 1)
            content.addLayout(line)
        if content.count() == 1:
            content.addWidget(Muted(self.tr("Angelegt oder ohne Änderung an den Feldern.")))
        return Card(content)

    def _ways_back(
        self, opened: OpenedRecord, field: FieldDefinition, value: Value
    ) -> Iterator[Button]:
        """Offer to put a value back that stands there no more."""
        now = opened.record.values.get(field.id)
        is_fixed = opened.is_read_only or field.computed or field.retired_in is not None
        if is_fixed or value in _EMPTY or value == now or field.id in opened.record.conflicts:
            return
        button = Button(self._theme, self.tr("Wieder einsetzen"), "history")
        button.setAccessibleName(
            self.tr("{0}: diesen Wert wieder einsetzen").format(single_line(field.label))
        )
        button.clicked.connect(lambda: self.value_wanted.emit(field.id, value))
        yield button
