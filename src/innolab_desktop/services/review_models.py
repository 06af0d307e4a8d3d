"""Frozen values of what people look at again: Abweichungen, merged texts, deletions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from innolab_desktop.domain.records import RecordId, Variant
    from innolab_desktop.domain.values import Value
    from innolab_desktop.journal.operations import Operation


class Write(NamedTuple):
    """One operation about a record as it is stored, with who wrote it.

    ``storage`` blanks the names where the form of the record says so.

    Attributes:
        op: its id.
        preds: the operations that it replaced.
        operation: what it says; None if that was erased.
        entry: the key of the stored commit.
        signer: the device that signs for it, of nameless records too: for rights and counts,
            never to be shown.
        person, device: empty where nobody is told who it was.
    """

    op: bytes
    preds: tuple[bytes, ...]
    operation: Operation | None
    entry: int
    signer: bytes
    person: str
    device: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class Place:
    """A field of a record, by its ids and as people call it.

    Attributes:
        label: the field; its id if this version does not know it.
    """

    record: RecordId
    kind: str
    kind_label: str
    title: str
    field: str
    label: str


@dataclass(frozen=True, slots=True)
class Difference:
    """An Abweichung: values that stand side by side until a person decides.

    Attributes:
        sides: the visible values, newest first.
        base: the newest value that every side replaced; None if there is none or it was erased.
        proposal: the sides combined, for a person to look at; None if that makes no sense.
    """

    place: Place
    sides: tuple[Variant, ...]
    base: Variant | None
    proposal: Value

    @property
    def seen(self) -> frozenset[bytes]:
        """The operations that a decision about this Abweichung replaces."""
        return frozenset(side.op for side in self.sides)


@dataclass(frozen=True, slots=True)
class UnseenEdit:
    """A value that whoever deleted the record had not seen."""

    field: str
    label: str
    value: Variant


@dataclass(frozen=True, slots=True)
class DeletedOrEdited:
    """A record that one person deleted while another worked on it.

    Attributes:
        seen: the operations that a decision takes into account.
    """

    place: Place
    deletions: tuple[Variant, ...]
    edits: tuple[UnseenEdit, ...]
    seen: frozenset[bytes]


@dataclass(frozen=True, slots=True)
class Branch:
    """A long text as its author wrote it, before it was merged with others.

    Attributes:
        is_exact: whether the text is proven to be the author's; not if parts were erased or lost.
        is_supplement: the author had not heard that the text was erased; what they inserted is
            no part of the merged text.
    """

    text: str
    person: str
    device: str
    at_ms: int
    is_exact: bool
    is_supplement: bool = False


@dataclass(frozen=True, slots=True)
class MergedText:
    """A long text that a machine merged and that nobody looked at yet.

    Attributes:
        base: the text that all branches began with.
        branches: the texts before the merge, newest first.
        text: the text as it stands now.
        seen: the operations that a confirmation takes into account.
    """

    place: Place
    base: str
    branches: tuple[Branch, ...]
    text: str
    seen: frozenset[bytes]
