"""Use cases of the Transfer-Steckbrief: proposed from a mission, decided by a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from innolab_desktop.formdefs.definition import ChildrenDefinition, FieldDefinition
from innolab_desktop.formdefs.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.records import Record, RecordId
    from innolab_desktop.formdefs.definition import Entry
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.records import Records, Saved
    from innolab_desktop.services.store_ports import Vault

TRANSFER: Final = "transfer_sheet"
_MISSION: Final = "mission"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a field of the Steckbrief could say.

    Attributes:
        sources: the entries of the mission that the text was taken from.
    """

    field: FieldDefinition
    text: str
    sources: tuple[str, ...]


class Transfer:
    """Makes Transfer-Steckbriefe in one open vault."""

    def __init__(self, vault: Vault, forms: Forms, records: Records) -> None:
        self._vault = vault
        self._forms = forms
        self._records = records

    def propose(self, mission: RecordId) -> tuple[Proposal, ...]:
        """Return one proposal per field that the form fills from a mission, also empty ones.

        Raises:
            RecordError: there is no such mission.
        """
        with self._vault.transaction():
            record = self._vault.records.get(mission)
            form = self._forms.form(TRANSFER)
            return tuple(
                self._proposal(record, field) for field in form.fields() if field.filled_from
            )

    def make(self, mission: RecordId, texts: Mapping[str, str]) -> Saved:
        """Make a Steckbrief below *mission* with what the person decided to take.

        Raises:
            RecordError: there is no such mission, or a text is too long.
        """
        taken = {name: text.strip() for name, text in texts.items() if text.strip()}
        return self._records.new(TRANSFER, taken, parent=mission)

    def _proposal(self, mission: Record, field: FieldDefinition) -> Proposal:
        entries = {entry.name: entry for entry in self._forms.form(_MISSION).entries()}
        parts: list[str] = []
        sources: list[str] = []
        for name in field.filled_from:
            text = self._text(mission, entries[name])
            if text:
                parts.append(text)
                sources.append(entries[name].label)
        text = "\n".join(parts)
        if len(text) > field.max_length:
            text = f"{text[: field.max_length - 2].rstrip()} …"
        return Proposal(field, text, tuple(sources))

    def _text(self, mission: Record, entry: Entry) -> str:
        if isinstance(entry, ChildrenDefinition):
            children = self._vault.records.children(mission.id, entry.kind)
            return "\n".join(filter(None, (self._line(child) for child in children)))
        return KINDS[entry.kind].format(entry, mission.values.get(entry.id)).strip()

    def _line(self, child: Record) -> str:
        form = self._forms.form(child.kind)
        title = form.title_of(child.values)
        texts = (
            " ".join(value.split())
            for field in form.fields()
            if field.kind == "long_text"
            and field.id != form.title_field
            and isinstance(value := child.values.get(field.id), str)
            and value.strip()
        )
        said = ": ".join(filter(None, (title, next(texts, ""))))
        return f"– {said}" if said else ""
