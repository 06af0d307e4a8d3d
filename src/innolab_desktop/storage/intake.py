"""Takes in the commits of a bundle: what counts is stored and projected, the rest waits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import BundleError, ContactError
from innolab_desktop.domain.membership import ROLES, Addition, Place, Standing
from innolab_desktop.journal import card as cards
from innolab_desktop.journal import chain
from innolab_desktop.journal.commit import Commit, Tip, decode_stored, operations_of
from innolab_desktop.journal.operations import Erase, MemberAdd, Operation
from innolab_desktop.journal.quick_tuples import quickly
from innolab_desktop.services.exchange_models import Taken
from innolab_desktop.storage.arrival import arrival_of
from innolab_desktop.storage.entered import Batch, Entered
from innolab_desktop.storage.erasure_claims import claims_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from innolab_desktop.journal.card import SignedCard
    from innolab_desktop.journal.commit import Origin
    from innolab_desktop.services.changes import CancelToken
    from innolab_desktop.services.exchange_models import Incoming
    from innolab_desktop.storage.admission import Admission
    from innolab_desktop.storage.database import Database
    from innolab_desktop.storage.erasure import Erasure
    from innolab_desktop.storage.erasure_claims import Claim
    from innolab_desktop.storage.log_tables import LogRow, LogTables
    from innolab_desktop.storage.membership_tables import MembershipTables

MAX_HELD_BYTES: Final = 512 * 1024 * 1024


@dataclass(slots=True)
class _Pool:
    """New and waiting commits of one log."""

    origin: Origin | None
    row: LogRow | None
    commits: dict[bytes, Commit] = field(default_factory=dict[bytes, Commit])
    known: dict[int, list[bytes]] = field(default_factory=dict[int, list[bytes]])
    covered: set[bytes] = field(default_factory=set[bytes])

    @property
    def device(self) -> bytes | None:
        """Who writes the log; unknown while its first commit is missing."""
        if self.row is not None:
            return self.row.device
        return None if self.origin is None else self.origin.device


class Intake:
    """The way of foreign commits into the vault, inside one transaction."""

    def __init__(
        self,
        database: Database,
        logs: LogTables,
        erasure: Erasure,
        membership: MembershipTables,
        admission: Admission,
    ) -> None:
        self._database = database
        self._logs = logs
        self._erasure = erasure
        self._membership = membership
        self._admission = admission

    def take(self, incoming: Incoming, cancel: CancelToken) -> Taken:
        """Store and project what counts of *incoming*.

        Raises:
            BundleError: a commit is of another space, or too much would wait.
            Cancelled: the person stopped the import.
        """
        space = self._logs.space_number(incoming.space)
        self._keep_tips(incoming)
        waiting = self._waiting(incoming.space)
        pools, known_count = self._pools(incoming, space, waiting)
        cancel.raise_if_cancelled()
        operations = self._decode(pools.values())
        linked = self._link_members(space, pools, operations, incoming.is_genuine)
        cancel.raise_if_cancelled()
        batch = Batch()
        forked: set[bytes] = set()
        for uid, result in linked.items():
            cancel.raise_if_cancelled()
            pool = pools[uid]
            row = pool.row
            if row is None and result.accepted and pool.origin is not None:
                row = self._logs.add(pool.origin, space)
            if row is not None and result.accepted:
                batch += self._store(row, pool, result.accepted, operations)
                if result.is_forked:
                    forked.add(uid)
        self._keep_waiting(incoming.space, space, linked, operations)
        if any(result.waiting for result in linked.values()):
            _refuse_if_too_much_waits(self._database)
        cancel.raise_if_cancelled()
        authors = {uid: pool.device for uid, pool in pools.items() if pool.device is not None}
        projected = self._admission.admit(space, batch, authors, incoming.is_genuine)
        changed = self._erasure.apply(space, batch)
        self._acknowledge(incoming, space)
        return Taken(
            accepted=len(batch),
            known=known_count,
            held=_count_held(self._database, incoming.space),
            records=projected.records | changed,
            conflicts=projected.conflicts,
            forked=frozenset(forked),
            arrival=arrival_of(batch),
        )

    # --- collecting -------------------------------------------------------------------------

    def _keep_tips(self, incoming: Incoming) -> None:
        self._database.run_many(
            "INSERT INTO signed_tip VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [(t.log, t.tip.seq, t.tip.commit, t.encoded()) for t in incoming.signed_tips],
        )

    def _waiting(self, space: bytes) -> list[Commit]:
        rows = self._database.connection.exec_driver_sql(
            "SELECT raw FROM held WHERE space = ?", (space,)
        )
        return decode_stored([row.raw for row in rows])

    def _pools(
        self, incoming: Incoming, space: int, waiting: Sequence[Commit]
    ) -> tuple[dict[bytes, _Pool], int]:
        by_log: dict[bytes, dict[bytes, Commit]] = {}
        for commit in (*waiting, *incoming.commits):
            by_log.setdefault(commit.log, {})[commit.id] = commit
        pools: dict[bytes, _Pool] = {}
        known_count = 0
        for uid, commits in by_log.items():
            pool = self._pool(uid, commits, incoming.space)
            if pool.row is not None and pool.row.space != space:
                raise BundleError("commit_of_other_space")
            known_count += len(commits) - len(pool.commits)
            pools[uid] = pool
        return pools, known_count

    def _pool(self, uid: bytes, commits: dict[bytes, Commit], space: bytes) -> _Pool:
        row = self._logs.find(uid)
        origin = next((c.origin for c in commits.values() if c.origin is not None), None)
        if origin is not None and origin.space != space:
            raise BundleError("commit_of_other_space")
        pool = _Pool(origin, row, commits)
        if row is not None:
            seqs = [commit.seq for commit in commits.values()]
            pool.known = self._logs.known(row, min(seqs) - 1, max(seqs))
            pool.commits = {
                commit_id: commit
                for commit_id, commit in commits.items()
                if commit_id not in pool.known.get(commit.seq, ())
            }
        if pool.commits:
            lowest = min(commit.seq for commit in pool.commits.values())
            rows = self._database.connection.exec_driver_sql(
                "SELECT commit_id FROM signed_tip WHERE log = ? AND seq >= ?", (uid, lowest)
            )
            pool.covered = {row.commit_id for row in rows}
        return pool

    @staticmethod
    def _decode(pools: Iterable[_Pool]) -> dict[bytes, list[tuple[int, Operation]]]:
        commits = [commit for pool in pools for commit in pool.commits.values()]
        decoded = operations_of(commits)
        return {commit.id: found for commit, found in zip(commits, decoded, strict=True)}

    # --- deciding ---------------------------------------------------------------------------

    def _link_members(
        self,
        space: int,
        pools: Mapping[bytes, _Pool],
        operations: Mapping[bytes, list[tuple[int, Operation]]],
        is_genuine: Callable[[SignedCard], bool],
    ) -> dict[bytes, chain.Linked]:
        """Decide what counts of the logs of everybody who was ever added, also just now.

        What others wrote waits until their addition arrives. An addition may stand in a log that
        counts only because of what the added person erased in it, so additions are hoped for
        first and confirmed then.
        """
        known = self._membership.heard_of(space)
        said = _additions(pools, operations, is_genuine)
        while True:
            heard_of, hoped_for = _heard_of(known, said)
            ready = {uid: pool for uid, pool in pools.items() if pool.device in heard_of}
            linked = self._link(space, ready, operations, hoped_for)
            accepted = {commit.id for result in linked.values() for commit in result.accepted}
            confirmed = [addition for addition in hoped_for if addition.place.commit in accepted]
            if len(confirmed) == len(hoped_for):
                break
            said = confirmed
        for uid in pools.keys() - linked.keys():
            waiting = tuple(pools[uid].commits.values())
            linked[uid] = chain.Linked((), waiting, is_forked=False)
        return linked

    def _link(
        self,
        space: int,
        pools: Mapping[bytes, _Pool],
        operations: Mapping[bytes, list[tuple[int, Operation]]],
        said: Sequence[Addition],
    ) -> dict[bytes, chain.Linked]:
        """Decide what counts; bodies may be missing only where an erasure that counts says so."""
        missing = {
            commit.op_id(index)
            for pool in pools.values()
            for commit in pool.commits.values()
            if None in commit.bodies
            for index, body in enumerate(commit.bodies)
            if body is None
        }
        if not missing:
            return {uid: _link(pool, _nothing) for uid, pool in pools.items()}
        rights = self._membership.erasure_rights(space, said)
        claims: dict[bytes, list[Claim]] = {}
        for pool in pools.values():
            for commit in pool.commits.values():
                for _, operation in operations[commit.id]:
                    if isinstance(operation, Erase) and pool.device is not None:
                        found = claims_of(operation, pool.device, source=0)
                        claims.setdefault(commit.id, []).extend(found)
        hoped_for = set(claims)
        while True:
            more = [claim for commit in hoped_for for claim in claims[commit]]
            explained = self._erasure.explanations(space, missing, rights, more)
            linked = {uid: _link(pool, explained.covers) for uid, pool in pools.items()}
            confirmed = {
                commit.id
                for result in linked.values()
                for commit in result.accepted
                if commit.id in claims
            }
            if hoped_for <= confirmed:
                return linked
            hoped_for = confirmed

    def _store(
        self,
        row: LogRow,
        pool: _Pool,
        accepted: Sequence[Commit],
        operations: Mapping[bytes, list[tuple[int, Operation]]],
    ) -> list[Entered]:
        left = self._erasure.strip_all(row.space, accepted, operations, row.device)
        keys = self._logs.add_entries(row, [commit for commit, _ in left], pool.known)
        return [quickly(Entered, (key, *item)) for key, item in zip(keys, left, strict=True)]

    # --- what stays behind ------------------------------------------------------------------

    def _keep_waiting(
        self,
        uid: bytes,
        space: int,
        linked: Mapping[bytes, chain.Linked],
        operations: Mapping[bytes, list[tuple[int, Operation]]],
    ) -> None:
        self._database.connection.exec_driver_sql("DELETE FROM held WHERE space = ?", (uid,))
        waiting = [commit for result in linked.values() for commit in result.waiting]
        left = self._erasure.strip_all(space, waiting, operations, None)
        self._database.run_many(
            "INSERT INTO held VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [(commit.id, commit.log, uid, commit.encoded) for commit, _ in left],
        )

    def _acknowledge(self, incoming: Incoming, space: int) -> None:
        """Note what the sender has; unknown tips are ignored, going back is allowed."""
        run = self._database.connection.exec_driver_sql
        before: dict[bytes, set[Tip]] = {}
        for row in run(
            "SELECT log, seq, commit_id FROM acknowledged WHERE device = ? AND space = ?",
            (incoming.sender, space),
        ):
            before.setdefault(row.log, set()).add(Tip(row.seq, row.commit_id))
        gone: list[tuple[object, ...]] = []
        new: list[tuple[object, ...]] = []
        for log in self._logs.of_space(space):
            announced = incoming.announced.get(log.uid, ())
            known = {tip for tip in announced if self._has(log, tip)}
            if (announced and not known) or known == before.get(log.uid, set()):
                continue
            gone.append((incoming.sender, space, log.uid))
            new += [(incoming.sender, space, log.uid, *tip) for tip in sorted(known)]
        self._database.run_many(
            "DELETE FROM acknowledged WHERE device = ? AND space = ? AND log = ?", gone
        )
        self._database.run_many("INSERT INTO acknowledged VALUES (?, ?, ?, ?, ?)", new)

    def _has(self, log: LogRow, tip: Tip) -> bool:
        return tip == log.last or tip.commit in self._logs.known(log, tip.seq, tip.seq).get(
            tip.seq, ()
        )


def _nothing(_op: bytes, _writer: bytes) -> bool:
    return False


def _refuse_if_too_much_waits(database: Database) -> None:
    """Bound what members can make this device keep without ever being shown it.

    Raises:
        BundleError: more waits than any exchange needs.
    """
    size_bytes = database.connection.exec_driver_sql(
        "SELECT coalesce(sum(length(raw)), 0) FROM held"
    ).scalar_one()
    if size_bytes > MAX_HELD_BYTES:
        raise BundleError("held_full", limit_mib=MAX_HELD_BYTES >> 20)


def _count_held(database: Database, space: bytes) -> int:
    held = database.connection.exec_driver_sql(
        "SELECT count(*) FROM held WHERE space = ?", (space,)
    )
    return int(held.scalar_one())


def _link(pool: _Pool, is_explained: Callable[[bytes, bytes], bool]) -> chain.Linked:
    device = pool.device
    if device is None:
        return chain.Linked((), tuple(pool.commits.values()), is_forked=False)
    return chain.link(
        pool.commits.values(),
        known=lambda seq: pool.known.get(seq, ()),
        covered=pool.covered,
        is_complete=lambda commit: (
            None not in commit.bodies
            or all(
                body is not None or is_explained(commit.op_id(index), device)
                for index, body in enumerate(commit.bodies)
            )
        ),
    )


def _additions(
    pools: Mapping[bytes, _Pool],
    operations: Mapping[bytes, list[tuple[int, Operation]]],
    is_genuine: Callable[[SignedCard], bool],
) -> list[Addition]:
    """Return everything that arriving commits say about who belongs to the space."""
    return [
        addition
        for pool in pools.values()
        for commit in pool.commits.values()
        for index, operation in operations[commit.id]
        if isinstance(operation, MemberAdd)
        and (addition := _addition(pool.device, commit, index, operation, is_genuine)) is not None
    ]


def _heard_of(known: set[bytes], said: Sequence[Addition]) -> tuple[set[bytes], list[Addition]]:
    """Return the devices that those we know of added, and those they added, and the additions."""
    found = set(known)
    while True:
        reached = [addition for addition in said if addition.author in found]
        more = {addition.added.device for addition in reached} - found
        if not more:
            return found, reached
        found |= more


def _addition(
    author: bytes | None,
    commit: Commit,
    index: int,
    operation: MemberAdd,
    is_genuine: Callable[[SignedCard], bool],
) -> Addition | None:
    """Return what *operation* says, unless its card is malformed or not genuine."""
    try:
        signed = cards.decode(operation.card)
    except ContactError:
        return None
    if author is None or operation.role not in ROLES or not is_genuine(signed):
        return None
    added = Standing(signed.card.device, signed.card.person, operation.role)
    place = Place(commit.log, commit.seq, commit.id)
    return Addition(commit.op_id(index), author, place, added)
