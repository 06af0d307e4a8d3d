"""What is missing before a mission can be agreed, each a link to its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.widgets.boxes import clear, column
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.link_row import LinkRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.formdefs.problem import Problem
    from innolab_desktop.ui.theme.theme import Theme


class MissingCard(Card):
    """Counts what is missing for „verbindlich vereinbart" and leads there.

    Signals:
        chosen: name of the entry that the person wants to fill in.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, definition: FormDefinition) -> None:
        super().__init__()
        self._theme = theme
        self._labels = {entry.name: entry.label for entry in definition.entries()}
        self._shown: tuple[str, ...] | None = None
        self._title = Heading("", 3)
        self._lines = column(spacing=0.1)
        self.links: dict[str, LinkRow] = {}
        self.setLayout(column(self._title, self._lines, margins=0.9, spacing=0.5))

    def show_problems(self, problems: Sequence[Problem]) -> bool:
        """Show what is missing; tell whether other links are shown than before."""
        names = tuple(problem.field for problem in problems)
        if names == self._shown:
            return False
        self._shown = names
        clear(self._lines)
        self.links.clear()
        for name in names:
            self.links[name] = self._link(name)
            self._lines.addWidget(self.links[name])
        self._title.setText(self._sentence(len(names)))
        return True

    def _link(self, name: str) -> LinkRow:
        link = LinkRow(self._theme, "chevron-right", self._labels.get(name, name))
        link.button.clicked.connect(lambda: self.chosen.emit(name))
        return link

    def _sentence(self, count: int) -> str:
        if not count:
            return self.tr("Alles da: Die Mission kann verbindlich vereinbart werden.")
        how_many = counted(count, self.tr("Angabe"), self.tr("Angaben"))
        if count == 1:
            return self.tr("Für „verbindlich vereinbart“ fehlt noch {0}").format(how_many)
        return self.tr("Für „verbindlich vereinbart“ fehlen noch {0}").format(how_many)
