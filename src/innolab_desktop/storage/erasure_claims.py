"""Erasures by people who may erase only what they wrote, and what explains an empty body.

Whoever manages a space erases what they name. What others name is a *claim*: it holds for what
their own person wrote, and nobody needs to see a body to tell.

Source: ``docs/formats/commit.md``, section Erasure, and ADR 0016.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from innolab_desktop.journal.erasure_marks import whole_record
from innolab_desktop.services.erasure_reasons import LATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from innolab_desktop.domain.erasure_rights import ErasureRights
    from innolab_desktop.journal.operations import Erase
    from innolab_desktop.storage.database import Database


class Claim(NamedTuple):
    """One target of an erasure, the device that wrote it, and where it stands."""

    op: bytes
    author: bytes
    source: int
    record: bytes | None
    reason: str

    @property
    def is_late(self) -> bool:
        """Whether it says what followed from another erasure."""
        return self.reason == LATE


def claims_of(erase: Erase, author: bytes, source: int) -> list[Claim]:
    """Return what one erase operation claims."""
    return [Claim(op, author, source, erase.record, erase.reason) for op in erase.targets]


class Explanations:
    """Tells which empty bodies an erasure explains.

    Args:
        rights: who may erase what.
        erased: operations and marks that are erased for good.
        claims: what others say.
    """

    def __init__(
        self, rights: ErasureRights, erased: Iterable[bytes], claims: Iterable[Claim]
    ) -> None:
        self._rights = rights
        self._erased = frozenset(erased)
        self._claims: dict[bytes, list[Claim]] = {}
        for claim in claims:
            self._claims.setdefault(claim.op, []).append(claim)

    def covers(self, op: bytes, writer: bytes) -> bool:
        """Tell whether *op*, written by the device *writer*, is rightly empty."""
        return op in self._erased or self.is_named(op, writer)

    def is_named(self, op: bytes, writer: bytes) -> bool:
        """Tell whether somebody rightly says of *op* itself that it is erased.

        Somebody may say of a body that it was emptied because its record is erased. Only who
        holds the body can check that; it is believed where the record is erased, and there alone.
        """
        for claim in self._claims.get(op, ()):
            if self._rights.may_erase(claim.author, writer):
                return True
            if claim.is_late and claim.record and self._is_marked(claim.record, writer):
                return True
        return False

    def _is_marked(self, record: bytes, writer: bytes) -> bool:
        mark = whole_record(record)
        return mark in self._erased or any(
            self._rights.may_erase(claim.author, writer) for claim in self._claims.get(mark, ())
        )


class ErasureClaims:
    """The table ``erasure_claim``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, space: int, claims: Iterable[Claim]) -> None:
        """Keep what somebody claims."""
        self._database.run_many(
            "INSERT INTO erasure_claim VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [(c.op, c.author, space, c.source, c.record, c.reason) for c in claims],
        )

    def about(self, space: int, ops: Sequence[bytes]) -> list[Claim]:
        """Return the claims that name one of *ops*, and those about the records they name."""
        found = self._naming(space, ops)
        marks = {whole_record(claim.record) for claim in found if claim.record and claim.is_late}
        return [*found, *self._naming(space, sorted(marks - set(ops)))]

    def of_space(self, space: int) -> list[Claim]:
        """Return all claims of a space."""
        rows = self._database.connection.exec_driver_sql(
            "SELECT op, author, source, record, reason FROM erasure_claim WHERE space = ?",
            (space,),
        )
        return [Claim(*row) for row in rows]

    def _naming(self, space: int, ops: Sequence[bytes]) -> list[Claim]:
        rows = self._database.select_in(
            "SELECT op, author, source, record, reason FROM erasure_claim "
            "WHERE space = ? AND op IN (?)",
            ops,
            space,
        )
        return [Claim(*row) for row in rows]
