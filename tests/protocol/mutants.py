"""Deliberately broken protocols: each must be caught by the random histories.

Each mutant patches one idea out of the real code, the way a tired developer would.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from innolab_desktop.journal import chain
from innolab_desktop.journal.commit import operations_of
from innolab_desktop.journal.operations import Unknown
from innolab_desktop.journal.registers import Register
from innolab_desktop.services.packing import Packing
from innolab_desktop.storage import projection
from innolab_desktop.storage.adoption import Adoption
from innolab_desktop.storage.entered import Batch, Entered
from innolab_desktop.storage.erasure import Erasure
from innolab_desktop.storage.forgetting import Forgetting
from innolab_desktop.storage.journal_store import SqlJournalStore
from innolab_desktop.storage.log_tables import LogTables
from innolab_desktop.storage.membership_tables import MembershipTables, Settled

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest


def acknowledge_by_number(patch: pytest.MonkeyPatch) -> None:
    """Announce and subtract the highest sequence number only, whatever branch it is on."""

    def tips(_: LogTables, log: Any) -> Any:
        return (log.last,) if log.last else ()

    def missing(self: SqlJournalStore, row: Any, announced: Any) -> Any:
        newest = [max((tip.seq for tip in tips_), default=0) for tips_ in announced]
        return [c for _, c in self._logs.entries(row, min(newest, default=0))]

    patch.setattr(LogTables, "tips", tips)
    patch.setattr(SqlJournalStore, "_missing", missing)


def drop_branches(patch: pytest.MonkeyPatch) -> None:
    """Keep the first commit at a place of a log, like INSERT OR IGNORE."""
    link = chain.link

    def without_branches(incoming: Any, *, known: Any, **rest: Any) -> Any:
        return link([c for c in incoming if not known(c.seq)], known=known, **rest)

    patch.setattr(chain, "link", without_branches)


def send_once(patch: pytest.MonkeyPatch) -> None:
    """Treat what was sent as received, like an outbox."""
    collect = Packing._collect

    def collect_and_forget(self: Packing, space: bytes, cards: Any, *rest: Any, **more: Any) -> Any:
        consignment = collect(self, space, cards, *rest, **more)
        journal: Any = self._vault.journal
        for card in cards:
            for log, tips in consignment.outgoing.announced.items():
                journal._database.run_many(
                    "INSERT INTO acknowledged SELECT ?, id, ?, ?, ? FROM space WHERE uid = ? "
                    "ON CONFLICT DO NOTHING",
                    [(card.device, log, tip.seq, tip.commit, space) for tip in tips],
                )
        return consignment

    patch.setattr(Packing, "_collect", collect_and_forget)


def last_writer_wins(patch: pytest.MonkeyPatch) -> None:
    """Keep one of the concurrent values, always the same one, and drop the others."""
    add = Register.add

    def add_and_choose(self: Any, op: bytes, preds: Any, payload: Any) -> None:
        add(self, op, preds, payload)
        for other in sorted(self.heads)[:-1]:
            del self.heads[other]

    patch.setattr(Register, "add", add_and_choose)


def replaced_in_body(patch: pytest.MonkeyPatch) -> None:
    """Lose with an erased body what it replaced."""
    by_record = projection._by_record

    def forgetful(batch: Any) -> Any:
        return by_record(batch)[0], set()

    touching = projection.Projector._touching

    def forgetful_touching(self: Any, number: int) -> Batch:
        kept = Batch()
        for entry, commit, present in touching(self, number):
            there = {index for index, _ in present}
            entries = tuple(
                item if index in there else item._replace(preds=())
                for index, item in enumerate(commit.entries)
            )
            kept.append(Entered(entry, commit._replace(entries=entries), present))
        return kept

    patch.setattr(projection, "_by_record", forgetful)
    patch.setattr(projection.Projector, "_touching", forgetful_touching)


def forget_erased(patch: pytest.MonkeyPatch) -> None:
    """Let late copies bring erased bodies back."""
    patch.setattr(Erasure, "known_in", lambda self, ops: set())  # noqa: ARG005 - as patched


def project_the_quarantine(patch: pytest.MonkeyPatch) -> None:
    """Let everything count that a removed device writes."""
    nothing = Settled(frozenset(), frozenset())
    patch.setattr(MembershipTables, "_quarantine", lambda *_: nothing)


def keep_the_quarantine(patch: pytest.MonkeyPatch) -> None:
    """Forget to project again what counts again when somebody comes back."""
    quarantine = MembershipTables._quarantine

    def without_release(self: MembershipTables, *rest: Any) -> Settled:
        return quarantine(self, *rest)._replace(released=frozenset())

    patch.setattr(MembershipTables, "_quarantine", without_release)


def adopt_nothing(patch: pytest.MonkeyPatch) -> None:
    """Let what counts hang in the air where it stands on something quarantined."""
    patch.setattr(Adoption, "__bool__", lambda _: False)


def drop_unknown_operations(patch: pytest.MonkeyPatch) -> None:
    """Forward only what this version understands."""
    missing = SqlJournalStore.missing

    def understood(self: SqlJournalStore, space: bytes, acknowledged: Any) -> Any:
        found = missing(self, space, acknowledged)
        return [
            commit
            for commit, operations in zip(found, operations_of(found), strict=True)
            if not any(isinstance(operation, Unknown) for _, operation in operations)
        ]

    patch.setattr(SqlJournalStore, "missing", understood)


def mix_spaces(patch: pytest.MonkeyPatch) -> None:
    """Send the commits of every space to whoever gets a bundle."""
    patch.setattr(LogTables, "of_space", lambda self, _: self.every())


def take_back_from_anybody(patch: pytest.MonkeyPatch) -> None:
    """Let a forgotten space back with whoever never heard that somebody left it."""
    patch.setattr(Forgetting, "_additions", lambda *_: {secrets.token_hex()})


MUTANTS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    mutant.__name__: mutant
    for mutant in (
        acknowledge_by_number,
        drop_branches,
        send_once,
        last_writer_wins,
        replaced_in_body,
        forget_erased,
    )
}
"""Caught by random histories of three devices."""

REGION_MUTANTS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    mutant.__name__: mutant
    for mutant in (
        project_the_quarantine,
        keep_the_quarantine,
        adopt_nothing,
        drop_unknown_operations,
        mix_spaces,
        take_back_from_anybody,
    )
}
"""Caught by simulated regions, where people come and go and versions mix."""
