"""What every editor of one field can do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition
    from innolab_desktop.services.hint_catalogue import HintCatalogue
    from innolab_desktop.ui.spelling.spell_desk import SpellDesk
    from innolab_desktop.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class EditorContext:
    """What editors need beside the field.

    Attributes:
        records: for each kind that references may name, the ids (hexadecimal) and titles.
        hints: the texts of advice on what is written; without them there is no advice.
        known_tags: returns the tags that were used before.
        spelling: what is known of misspelled words; without it none are marked.
        add_record: asks for a new record that a reference may name; without it none is offered.
    """

    theme: Theme
    records: Mapping[str, tuple[tuple[str, str], ...]] = field(
        default_factory=dict[str, tuple[tuple[str, str], ...]]
    )
    hints: HintCatalogue | None = None
    known_tags: Callable[[], Sequence[str]] = tuple[str, ...]
    spelling: SpellDesk | None = None
    add_record: Callable[[FieldDefinition], None] | None = None


class FieldEditor(QWidget):
    """Edits the value of one field.

    ``edited`` fires when the person changed something, never when the program did.
    """

    edited = Signal()

    def __init__(self, definition: FieldDefinition) -> None:
        super().__init__()
        self.definition = definition

    @property
    def first_widget(self) -> QWidget:
        """The widget that gets the focus when the label is used."""
        raise NotImplementedError

    def value(self) -> Value:
        """Return what the person entered.

        Raises:
            FormError: what was typed is not a value of this kind.
        """
        raise NotImplementedError

    def typed_text(self) -> str:
        """Return what stands in the editor, be it a value or not; "" where values are chosen."""
        return ""

    def set_value(self, value: Value) -> None:
        """Show *value*, or the text that is none yet, without firing ``edited``."""
        raise NotImplementedError

    def take_saved(self, value: Value) -> None:
        """Know what is saved now, whatever the editor shows."""

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Forbid or allow changes."""
        raise NotImplementedError

    def describe(self, label: QLabel, hint: str) -> None:
        """Tie the editor to its visible *label* and give screen readers name and *hint*."""
        label.setBuddy(self.first_widget)
        self.first_widget.setAccessibleName(self.definition.label)
        self.first_widget.setAccessibleDescription(hint)
