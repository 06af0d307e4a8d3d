"""What was learned across all missions: lessons, hurdles, success conditions, transfer sheets."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.formdefs.kinds.reference import referenced_ids
from innolab_desktop.services.read_models import RowQuery

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from innolab_desktop.domain.records import Record, RecordId
    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.store_ports import Vault

_STATES: Final = {
    "learning": "",
    "insight": "",
    "learning_extract": "recommendation_state",
    "obstacle": "state",
    "success_condition": "degree",
    "transfer_sheet": "",
}
LESSON_KINDS: Final = tuple(_STATES)
"""The kinds of records that tell what was learned."""
_CATALOGUED: Final = ("obstacle", "success_condition")
_MISSION: Final = "mission"
_MOST_OF_A_KIND: Final = 500


@dataclass(frozen=True, slots=True)
class Lesson:
    """One record that tells what was learned.

    Attributes:
        missions: the missions it belongs to, by id and title.
        state: how far it is, in words; "" where its kind knows no such thing.
        text: what it says beside its title.
    """

    id: RecordId
    kind: str
    title: str
    text: str
    state: str
    missions: tuple[tuple[RecordId, str], ...]


@dataclass(frozen=True, slots=True)
class Lessons:
    """What was found, the newest of each kind first.

    Attributes:
        is_cut: there are more of a kind than are shown.
    """

    lessons: tuple[Lesson, ...]
    is_cut: bool

    @property
    def missions(self) -> tuple[tuple[RecordId, str], ...]:
        """The missions that something was learned from, by title."""
        found = {mission for lesson in self.lessons for mission in lesson.missions}
        return tuple(sorted(found, key=lambda mission: (mission[1].casefold(), mission[0])))

    def states(self, kind: str) -> tuple[str, ...]:
        """Return the states that occur among the records of *kind*, or of all kinds."""
        found = (item.state for item in self.lessons if item.state and kind in {"", item.kind})
        return tuple(sorted(set(found)))

    def narrowed(
        self, *, kind: str = "", mission: RecordId | None = None, state: str = ""
    ) -> tuple[Lesson, ...]:
        """Return those of a kind, a mission and a state; what is left open does not count."""
        return tuple(
            lesson
            for lesson in self.lessons
            if kind in {"", lesson.kind}
            and state in {"", lesson.state}
            and (mission is None or mission in {known for known, _ in lesson.missions})
        )


def counted_by_entry(lessons: Iterable[Lesson]) -> Sequence[tuple[str, str, int]]:
    """Return kind, entry of its catalogue, and how many of *lessons* name it; most first."""
    counts = Counter(
        (lesson.kind, lesson.title) for lesson in lessons if lesson.kind in _CATALOGUED
    )
    found = [(kind, title, count) for (kind, title), count in counts.items()]
    return sorted(found, key=lambda item: (item[0], -item[2], item[1].casefold()))


class LessonLibrary:
    """Reads what was learned in one open vault."""

    def __init__(self, vault: Vault, forms: Forms) -> None:
        self._vault = vault
        self._forms = forms

    def read(self) -> Lessons:
        """Return everything that tells what was learned."""
        with self._vault.transaction():
            titles = self._mission_titles()
            found: list[Lesson] = []
            is_cut = False
            for kind in LESSON_KINDS:
                query = RowQuery(kind=kind, sort="changed", descending=True, limit=_MOST_OF_A_KIND)
                page = self._vault.records.rows(query)
                is_cut |= page.total > len(page.rows)
                form = self._forms.form(kind)
                records = (self._vault.records.get(row.id) for row in page.rows)
                found.extend(_lesson(form, record, titles) for record in records)
            return Lessons(tuple(found), is_cut)

    def _mission_titles(self) -> dict[RecordId, str]:
        query = RowQuery(kind=_MISSION, limit=_MOST_OF_A_KIND)
        return {row.id: row.title for row in self._vault.records.rows(query).rows}


def _lesson(form: FormDefinition, record: Record, titles: dict[RecordId, str]) -> Lesson:
    fields = form.fields()
    named = [record.parent] if record.parent is not None else []
    for field in fields:
        if field.references == _MISSION:
            ids = referenced_ids(record.values.get(field.id))
            named.extend(found for found in titles if found.hex() in ids)
    state = form.field(_STATES[record.kind]) if _STATES[record.kind] else None
    texts = (
        value
        for field in fields
        if field.kind == "long_text"
        and field.id != form.title_field
        and isinstance(value := record.values.get(field.id), str)
        and value.strip()
    )
    return Lesson(
        id=record.id,
        kind=record.kind,
        title=form.title_of(record.values),
        text=" ".join(next(texts, "").split()),
        state=KINDS[state.kind].format(state, record.values.get(state.id)) if state else "",
        missions=tuple((found, titles[found]) for found in dict.fromkeys(named) if found in titles),
    )
