"""Use cases of the quick note: written down from anywhere, kept as a draft, saved as a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.tags import join_tags
from innolab_desktop.formdefs.outline import outlines_of

if TYPE_CHECKING:
    from datetime import date

    from innolab_desktop.domain.records import SpaceId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.formdefs.outline import Outline
    from innolab_desktop.services.read_models import Space
    from innolab_desktop.services.records import Records, Saved
    from innolab_desktop.services.store_ports import Vault

NOTE: Final = "tandem_note"
_DRAFT: Final = "quick_note"
_PLACE: Final = "quick_note_space"
_PLACES: Final = ("private", "tandem")
_MOST_TITLE: Final = 160


@dataclass(frozen=True, slots=True)
class QuickNote:
    """What stands in the window of the quick note.

    Attributes:
        space: where it will live; None for the place of the last note.
        mission: hexadecimal id of the mission that it is about, or "".
        template: id of the template whose questions are in the text, or "".
    """

    text: str = ""
    space: SpaceId | None = None
    mission: str = ""
    template: str = ""
    tags: tuple[str, ...] = ()


class QuickNotes:
    """Notes of one open vault that are begun anywhere."""

    def __init__(self, vault: Vault, forms: Forms, records: Records) -> None:
        self._vault = vault
        self._form = forms.form(NOTE)
        self._records = records

    @property
    def outlines(self) -> tuple[Outline, ...]:
        """The templates with their questions."""
        return outlines_of(self._form)

    def places(self) -> tuple[Space, ...]:
        """Return the spaces that a note can live in, the private one first."""
        spaces = self._vault.people.spaces()
        return tuple(
            space
            for sort in _PLACES
            for space in spaces
            if space.type == sort and space.left is None
        )

    def draft(self) -> QuickNote:
        """Return what was not saved last time, at the place of the last note."""
        kept = self._vault.desk.draft(_DRAFT) or {}
        place = kept.get("space") or self._vault.desk.setting(_PLACE)
        known = {space.id.hex(): space.id for space in self.places()}
        tags = kept.get("tags")
        return QuickNote(
            text=str(kept.get("text") or ""),
            space=known.get(str(place)),
            mission=str(kept.get("mission") or ""),
            template=str(kept.get("template") or ""),
            tags=tuple(tag for tag in tags if tag) if isinstance(tags, tuple) else (),
        )

    def says_nothing(self, note: QuickNote) -> bool:
        """Tell whether nothing would be lost with *note*: questions alone are nothing."""
        outline = self._outline(note)
        text, answers = outline.read(note.text) if outline else (note.text, dict[str, str]())
        return not (text.strip() or answers or note.tags)

    def keep(self, note: QuickNote) -> None:
        """Keep *note* on this device until it is saved; one that says nothing is forgotten."""
        if self.says_nothing(note):
            self._vault.desk.drop_draft(_DRAFT)
            return
        values: dict[str, Value] = {
            "text": note.text,
            "space": note.space.hex() if note.space else "",
            "mission": note.mission,
            "template": note.template,
            "tags": note.tags,
        }
        self._vault.desk.keep_draft(_DRAFT, values)

    def save(self, note: QuickNote, on: date) -> Saved:
        """Make a note of what was written, and forget the draft.

        Args:
            note: what stands in the window.
            on: today.

        Raises:
            RecordError: a text is too long, or a value makes no sense.
        """
        with self._vault.transaction():
            saved = self._records.new(NOTE, self._values(note, on), space=note.space)
            if note.space is not None:
                self._vault.desk.keep_setting(_PLACE, note.space.hex())
            self._vault.desk.drop_draft(_DRAFT)
            return saved

    def _outline(self, note: QuickNote) -> Outline | None:
        return next((item for item in self.outlines if item.choice == note.template), None)

    def _values(self, note: QuickNote, on: date) -> dict[str, Value]:
        outline = self._outline(note)
        text, answers = outline.read(note.text) if outline else (note.text, dict[str, str]())
        title, text = _title_and_text(text.strip())
        named: dict[str, Value] = {outline.field: outline.choice} if outline else {}
        called = outline.title if outline else self._form.label
        return {
            **named,
            **answers,
            "title": title or f"{called} {on:%d.%m.%Y}",
            "text": text,
            "note_date": on.isoformat(),
            "mission": note.mission or None,
            "tags": join_tags(note.tags) or None,
        }


def _title_and_text(text: str) -> tuple[str, str]:
    """Return the first line as the title, and the rest; a long first line stays in the text."""
    first, _, rest = text.partition("\n")
    title = " ".join(first.split())
    if len(title) <= _MOST_TITLE:
        return title, rest.strip()
    return f"{title[: _MOST_TITLE - 2].rsplit(' ', 1)[0]} …", text
