"""Where a record was released to and where it came from, as far as this vault knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from innolab_desktop.domain.errors import RecordError
from innolab_desktop.domain.records import ORIGIN

if TYPE_CHECKING:
    from innolab_desktop.domain.records import FieldId, Record, RecordId, SpaceId
    from innolab_desktop.services.read_models import Space
    from innolab_desktop.services.store_ports import Vault

_OP_COMMIT_BYTES = 16


@dataclass(frozen=True, slots=True)
class ReleasedCopy:
    """A record in another space that was released from this one.

    Attributes:
        is_edited_there: somebody changed it since its last release.
    """

    record: RecordId
    space: Space
    is_edited_there: bool


@dataclass(frozen=True, slots=True)
class Trail:
    """Copies and origin of a record."""

    copies: tuple[ReleasedCopy, ...] = ()
    origin: ReleasedCopy | None = None


class ReleaseTrail:
    """Follows ``_origin`` in both directions; a record or space of others never shows."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def of(self, record: Record) -> Trail:
        """Return where *record* was released to, and from where."""
        copies = tuple(
            ReleasedCopy(copy.id, space, bool(self.edited_fields(copy)))
            for copy in self._vault.records.released_from(record.id)
            if (space := self._vault.people.space(copy.space)) is not None
            and copy.space != record.space
        )
        return Trail(copies, self._origin(record))

    def copy_in(self, record: Record, space: SpaceId) -> Record | None:
        """Return what *record* became in *space*: of several, the oldest."""
        found = self._vault.records.released_from(record.id)
        return next((c for c in found if c.space == space and c.kind == record.kind), None)

    def edited_fields(self, copy: Record) -> frozenset[FieldId]:
        """Return the fields of a released record that somebody changed since its last release.

        Each commit of a release sets the origin; what others write does not.
        """
        released = {
            entry.commit[:_OP_COMMIT_BYTES]
            for entry in self._vault.records.history(copy.id)
            if ORIGIN in entry.fields
        }
        return frozenset(
            name
            for name, heads in self._vault.records.heads(copy.id).items()
            if not name.startswith("_")
            and any(op[:_OP_COMMIT_BYTES] not in released for op in heads.ops)
        )

    def circles(self, record: RecordId) -> frozenset[str]:
        """Return the types of the spaces that hold a released copy, copies of copies included."""
        found: set[str] = set()
        seen, waiting = {record}, [record]
        while waiting:
            for copy in self._vault.records.released_from(waiting.pop()):
                space = self._vault.people.space(copy.space)
                if copy.id not in seen and space is not None:
                    found.add(space.type)
                    seen.add(copy.id)
                    waiting.append(copy.id)
        return frozenset(found)

    def _origin(self, record: Record) -> ReleasedCopy | None:
        if record.origin is None:
            return None
        try:
            source = self._vault.records.get(record.origin)
        except RecordError:  # it lies in a space that this person does not have
            return None
        space = self._vault.people.space(source.space)
        if space is None or source.space == record.space:
            return None
        return ReleasedCopy(source.id, space, is_edited_there=False)
