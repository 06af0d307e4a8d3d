"""What was said about the members of spaces, and what follows: members and quarantined commits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from innolab_desktop.domain import membership as rules
from innolab_desktop.domain.errors import ContactError
from innolab_desktop.domain.membership import Addition, Founding, Place, Removal, Standing
from innolab_desktop.journal import card as cards
from innolab_desktop.journal import cbor, chain
from innolab_desktop.journal.commit import Tip
from innolab_desktop.journal.operations import (
    OP_ID_BYTES,
    MemberAdd,
    MemberRemove,
    NewCard,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from innolab_desktop.domain.erasure_rights import ErasureRights
    from innolab_desktop.domain.membership import Cut, Membership
    from innolab_desktop.journal.card import SignedCard
    from innolab_desktop.journal.commit import Commit
    from innolab_desktop.journal.operations import Genesis, Operation
    from innolab_desktop.storage.database import Database
    from innolab_desktop.storage.log_tables import LogRow, LogTables

_INSERT: Final = (
    "INSERT INTO membership VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
)
_INTRODUCE: Final = "INSERT INTO card VALUES (?, ?, ?, ?, 1, 0) ON CONFLICT DO NOTHING"
_RENEW: Final = "UPDATE card SET body = ?, digits = ? WHERE device = ?"


class Settled(NamedTuple):
    """What a change of members did: entries that count no more, and those that count again."""

    quarantined: frozenset[int]
    released: frozenset[int]


class MembershipTables:
    """The tables ``membership``, ``member``, ``quarantine``, and the cards that members bring."""

    def __init__(self, database: Database, logs: LogTables) -> None:
        self._database = database
        self._logs = logs

    # --- what is said -----------------------------------------------------------------------

    def found(self, space: int, genesis: Genesis, founder: bytes) -> None:
        """Keep the members that a genesis names; the founder comes first."""
        members = [(cards.decode(encoded).card, role) for encoded, role in genesis.members]
        members.sort(key=lambda item: item[0].device != founder)
        rows: list[tuple[object, ...]] = []
        for index, (card, role) in enumerate(members):
            op = index.to_bytes(OP_ID_BYTES, "big")
            said = (space, op, "founding", founder, b"", 0, b"")
            rows.append((*said, card.device, card.person, role, b"", b""))
        self._database.run_many(_INSERT, rows)
        for encoded, _ in genesis.members:
            self._keep_card(cards.decode(encoded))
        self.settle(space)

    def enter(
        self,
        space: int,
        author: bytes,
        commit: Commit,
        operations: Iterable[tuple[int, Operation]],
        is_genuine: Callable[[SignedCard], bool],
    ) -> bool:
        """Keep what a counting commit says about members, and return whether it says anything.

        A card that is malformed or not genuine makes its operation void, everywhere the same.
        """
        is_anything = False
        for index, operation in operations:
            if isinstance(operation, MemberAdd):
                signed = _genuine(operation.card, is_genuine)
                if signed is not None and operation.role in rules.ROLES:
                    subject = (signed.card.device, signed.card.person, operation.role, b"")
                    self._insert(space, author, commit, index, "add", subject)
                    self._keep_card(signed)
                    is_anything = True
            elif isinstance(operation, MemberRemove):
                subject = (operation.device, b"", "", cbor.encode(operation.cut))
                self._insert(space, author, commit, index, "remove", subject)
                is_anything = True
            elif isinstance(operation, NewCard):
                signed = _genuine(operation.card, is_genuine)
                if signed is not None and signed.card.device == author:
                    self._keep_card(signed)
        return is_anything

    def _insert(  # noqa: PLR0917 - the columns of one row
        self,
        space: int,
        author: bytes,
        commit: Commit,
        index: int,
        kind: str,
        subject: tuple[bytes, bytes, str, bytes],
    ) -> None:
        place = (commit.log, commit.seq, commit.id)
        preds = b"".join(commit.entries[index].preds)
        row = (space, commit.op_id(index), kind, author, *place, *subject, preds)
        self._database.run_many(_INSERT, [row])

    def _keep_card(self, signed: SignedCard) -> None:
        """Introduce an unknown device; a known one may renew its card, never change its person."""
        card = signed.card
        run = self._database.connection.exec_driver_sql
        body = run("SELECT body FROM card WHERE device = ?", (card.device,)).scalar()
        if body is None:
            run(_INTRODUCE, (card.device, card.person, signed.encoded(), cards.digits(card)))
            return
        known = cards.decode(body).card
        if known.person == card.person and known.created_ms < card.created_ms:
            run(_RENEW, (signed.encoded(), cards.digits(card), card.device))

    # --- what follows -----------------------------------------------------------------------

    def heard_of(self, space: int) -> set[bytes]:
        """Return every device that anybody ever added: their commits are stored."""
        rows = self._database.connection.exec_driver_sql(
            "SELECT DISTINCT device FROM membership WHERE space = ? AND kind <> 'remove'", (space,)
        )
        return {row.device for row in rows}

    def removed(self, space: int) -> set[bytes]:
        """Return every device that anybody ever removed."""
        rows = self._database.connection.exec_driver_sql(
            "SELECT DISTINCT device FROM membership WHERE space = ? AND kind = 'remove'", (space,)
        )
        return {row.device for row in rows}

    def standing_ops(self, space: int, device: bytes) -> tuple[bytes, ...]:
        """Return the operations about *device* that hold: what a new one names in its preds."""
        rows = self._database.connection.exec_driver_sql(
            "SELECT op FROM membership WHERE space = ? AND device = ? AND kind <> 'founding'",
            (space, device),
        )
        return tuple(sorted(row.op for row in rows))

    def settle(self, space: int) -> Settled:
        """Work out members and quarantine again, and return what changed for entries."""
        covers = Coverage(self._logs)
        found = self._evaluate(space, covers)
        rows: list[tuple[object, ...]] = [
            (space, device, standing.person, standing.role, 1)
            for device, standing in found.members.items()
        ]
        rows += [
            (space, device, self._person(device), "member", 0)
            for device in found.entitled - found.members.keys()
        ]
        self._database.connection.exec_driver_sql("DELETE FROM member WHERE space = ?", (space,))
        self._database.run_many("INSERT INTO member VALUES (?, ?, ?, ?, ?)", rows)
        return self._quarantine(space, found, covers)

    def _person(self, device: bytes) -> bytes:
        return self._database.connection.exec_driver_sql(
            "SELECT person FROM card WHERE device = ?", (device,)
        ).scalar_one()

    def erasure_rights(self, space: int, more: Sequence[Addition] = ()) -> ErasureRights:
        """Return who may erase what in a space, if *more* was said, too."""
        founding, additions, _ = self._said(space)
        return rules.erasure_rights(founding, (*additions, *more))

    def _evaluate(self, space: int, covers: Coverage) -> Membership:
        return rules.evaluate(*self._said(space), covers)

    def _said(self, space: int) -> tuple[Founding, list[Addition], list[Removal]]:
        run = self._database.connection.exec_driver_sql
        type_ = run("SELECT type FROM space WHERE id = ?", (space,)).scalar_one()
        founding: list[Standing] = []
        additions: list[Addition] = []
        removals: list[Removal] = []
        for row in run("SELECT * FROM membership WHERE space = ? ORDER BY op", (space,)):
            standing = Standing(row.device, row.person, row.role)
            place = Place(row.log, row.seq, row.commit_id)
            if row.kind == "founding":
                founding.append(standing)
            elif row.kind == "add":
                additions.append(Addition(row.op, row.author, place, standing, _preds(row.preds)))
            else:
                removals.append(Removal(row.op, row.author, place, row.device, _cut(row.cut)))
        return Founding(type_, tuple(founding)), additions, removals

    def _quarantine(self, space: int, found: Membership, covers: Coverage) -> Settled:
        run = self._database.connection.exec_driver_sql
        own = cards.decode(run("SELECT card FROM owner").scalar_one()).card.device
        before = {
            row.entry for row in run("SELECT entry FROM quarantine WHERE space = ?", (space,))
        }
        now: set[int] = set()
        for log in self._logs.of_space(space):
            is_free = log.device in found.entitled and log.device not in found.removals
            if not is_free and log.device != own:
                now.update(
                    key
                    for key, commit in self._logs.entries(log)
                    if not found.counts(log.device, Place(log.uid, commit.seq, commit.id), covers)
                )
        run("DELETE FROM quarantine WHERE space = ?", (space,))
        self._database.run_many(
            "INSERT INTO quarantine VALUES (?, ?)", [(key, space) for key in sorted(now)]
        )
        return Settled(frozenset(now - before), frozenset(before - now))


class Coverage:
    """Tells whether a commit lies at or below a cut; branches of forked logs are followed."""

    def __init__(self, logs: LogTables) -> None:
        self._logs = logs
        self._rows: dict[bytes, LogRow | None] = {}
        self._below: dict[tuple[bytes, tuple[Place, ...]], set[bytes]] = {}

    def __call__(self, cut: Cut, place: Place) -> bool:
        """Tell whether the commit at *place* is one of a cut's commits or lies below one."""
        tips = cut.get(place.log, ())
        if not tips:
            return False
        if place.log not in self._rows:
            self._rows[place.log] = self._logs.find(place.log)
        row = self._rows[place.log]
        if row is None or not row.is_forked:
            return place.seq <= max(tip.seq for tip in tips)
        key = (place.log, tips)
        if key not in self._below:
            parents = self._logs.parents(row)
            known = [Tip(tip.seq, tip.commit) for tip in tips if tip.commit in parents]
            self._below[key] = set(chain.closure(parents, known))
        return place.commit in self._below[key]


def _genuine(encoded: bytes, is_genuine: Callable[[SignedCard], bool]) -> SignedCard | None:
    try:
        signed = cards.decode(encoded)
    except ContactError:
        return None
    return signed if is_genuine(signed) else None


def _preds(joined: bytes) -> frozenset[bytes]:
    starts = range(0, len(joined), OP_ID_BYTES)
    return frozenset(joined[start : start + OP_ID_BYTES] for start in starts)


def _cut(encoded: bytes) -> Cut:
    logs: Any = cbor.decode(encoded)
    return {log: tuple(Place(log, seq, commit) for seq, commit in tips) for log, tips in logs}


def quarantined_in(database: Database, keys: Collection[int]) -> set[int]:
    """Return those of the entry *keys* that are quarantined."""
    if database.connection.exec_driver_sql("SELECT 1 FROM quarantine LIMIT 1").first() is None:
        return set()
    rows = database.select_in("SELECT entry FROM quarantine WHERE entry IN (?)", sorted(keys))
    return {row.entry for row in rows}
