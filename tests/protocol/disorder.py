"""Members who write whatever the format allows, delivered in two orders.

Histories (``histories.py``) come from the program, which names only what it saw in that field. A
member may run another program. Here they name any operation of any record, begin records twice,
set the fields that belong to the program, mix texts with values, erase in the name of the wrong
record, and remove and add people. Whatever it means, it must mean the same in every order, also to
somebody who hears all of it from a third person.

``python tests/protocol/disorder.py 0 5000`` looks at many more cases than a test run does.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Final

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1])]

from innolab_desktop.domain.errors import InnolabError
from innolab_desktop.journal.commit import Draft
from innolab_desktop.journal.erasure_marks import whole_record
from innolab_desktop.journal.operations import (
    Content,
    Create,
    Delete,
    Erase,
    MemberAdd,
    MemberRemove,
    Operation,
    Restore,
    Set,
    TextEdit,
    TextReset,
)
from innolab_desktop.journal.texts import MergeText, result_hash, seed_client
from innolab_desktop.services.read_models import RowQuery
from protocol.by_hand import START_MS, Writer, circle_of_four, copied, send
from protocol.circle import FIELD, TEXT, NoReport

if TYPE_CHECKING:
    from protocol.world import Device

WEIGHTS: Final = {
    "values": {"create": 2, "set": 6, "text": 2, "reset": 1, "delete": 1, "restore": 1},
    "program": {"create": 2, "set": 5, "text": 1, "reset": 1, "delete": 2, "restore": 1, "odd": 4},
    "erasures": {"create": 2, "set": 6, "text": 2, "reset": 1, "delete": 1, "erase": 3},
    "members": {"create": 2, "set": 6, "text": 2, "reset": 1, "erase": 1, "remove": 1, "add": 1},
    "all": {
        "create": 2, "set": 5, "text": 2, "reset": 1, "delete": 1, "restore": 1, "erase": 2,
        "odd": 1, "remove": 1, "add": 1, "content": 1,
    },
}  # fmt: skip
"""How often each kind of operation is written, by what is looked at."""

_PROGRAM_FIELDS: Final = ("_parent", "_order", "_origin", "_deleted", "", "later", TEXT)
_ACROSS: Final = 0.15
"""How often an operation names one of another field."""


class Disorder:
    """What three logs say, made from a seed.

    Args:
        seed: says everything.
        weights: one of :data:`WEIGHTS`.
    """

    def __init__(self, seed: int, weights: str) -> None:
        self.random = Random(f"{weights} {seed}")  # noqa: S311 - a repeatable choice
        self._weights = WEIGHTS[weights]
        self._circle = circle_of_four()
        first, self.reader = (("B", "A"), ("A", "B"))[seed % 2]  # A manages the space
        self._records = [self._circle.record, self._bytes(16), self._bytes(16)]
        self._writers = [
            Writer.new(self._circle, first, b"by hand1"),
            Writer.new(self._circle, "C", b"by hand2"),
            Writer.new(self._circle, first, b"by hand3"),
        ]
        self._ops = self._stored_ops()
        self._ms = START_MS
        for _ in range(self.random.randrange(4, 12)):
            self._write()

    def _stored_ops(self) -> list[tuple[bytes, bytes, str]]:
        """Return operation, record and field of what the circle began with."""
        run: Any = self._circle["A"]._connection.execute
        names = dict(run("SELECT id, name FROM field").fetchall())
        return [
            (op, self._circle.record, names[key >> 8 & 0xFFF])
            for key, op in run("SELECT id, op FROM cell").fetchall()
        ]

    # --- writing ----------------------------------------------------------------------------

    def _bytes(self, length: int) -> bytes:
        return self.random.randbytes(length)

    def _some_ops(self, most: int) -> tuple[bytes, ...]:
        count = min(len(self._ops), self.random.randrange(most + 1))
        return tuple(sorted({op for op, _, _ in self.random.sample(self._ops, count)}))

    def _write(self) -> None:
        """Write a commit, now and then a branch."""
        choice, writer = self.random.choice, self.random.choice(self._writers)
        self._ms += choice((0, 1, 1000, -5000))
        known = writer.commits
        branches = bool(known) and self.random.random() < 0.1
        operations = [self._operation() for _ in range(choice((1, 1, 2, 3)))]
        commit = writer.write(
            *(Draft(operation, self._preds(operation)) for operation in operations),
            at_ms=choice((self._ms, self._ms, self._ms, 0)),
            after=choice(known) if branches else None,
        )
        for index, operation in enumerate(operations):
            name = _field(operation)
            if name is not None:
                self._ops.append((commit.op_id(index), getattr(operation, "record", b""), name))

    def _preds(self, operation: Operation) -> tuple[bytes, ...]:
        name, record = _field(operation), getattr(operation, "record", None)
        if self.random.random() < (0.3 if name is not None else 0.9):
            return ()  # as if nothing was seen; others than writes of a field name nothing
        pool = self._ops
        if self.random.random() >= _ACROSS:
            pool = [item for item in pool if item[1:] == (record, name)]
        count = self.random.choice((1, 1, 1, 2))
        return tuple({self.random.choice(pool)[0] for _ in range(count)}) if pool else ()

    def _operation(self) -> Operation:
        kinds = list(self._weights)
        (kind,) = self.random.choices(kinds, list(self._weights.values()))
        make: Any = getattr(self, f"_{kind}")
        return make(self.random.choice(self._records))

    def _create(self, record: bytes) -> Operation:
        choice = self.random.choice
        kind = choice(("mission", "measure", "later", "attachment", ""))
        parent = choice((None, None, *self._records))
        return Create(record, kind, choice((1, 1, 2)), parent, choice(("", "a", "b")))

    def _set(self, record: bytes) -> Operation:
        name = self.random.choice((FIELD, "title", "status"))
        return Set(record, name, self.random.choice(("eins", "zwei", "drei")))

    def _odd(self, record: bytes) -> Operation:
        value = self.random.choice(("x", record.hex(), 5, None, ("a", None), True))
        return Set(record, self.random.choice(_PROGRAM_FIELDS), value)

    def _text(self, record: bytes) -> Operation:
        generation = self.random.choice((0, 0, 0, 1))
        seed = self.random.choice(("", "x", "y"))
        text = MergeText(client=seed_client(record, TEXT, generation, seed))
        words = self.random.choice(("Wort", "anderes", "drittes"))
        update = text.edit_to(words)
        name = self.random.choice((TEXT, TEXT, TEXT, FIELD, "_deleted"))
        return TextEdit(record, name, generation, update, result_hash(words))

    def _reset(self, record: bytes) -> Operation:
        choice = self.random.choice
        return TextReset(record, TEXT, choice((0, 1, 1, 2)), choice(("neu", "ganz neu", "")))

    def _delete(self, record: bytes) -> Operation:
        return Delete(record, self._some_ops(3))

    def _restore(self, record: bytes) -> Operation:
        return Restore(record)

    def _content(self, record: bytes) -> Operation:
        return Content(record, self.random.randrange(3), self.random.choice((b"a", b"bb")))

    def _erase(self, record: bytes) -> Operation:
        targets = set(self._some_ops(2))
        if not targets or self.random.random() < 0.3:
            targets.add(whole_record(self.random.choice(self._records)))
        said = self.random.choice((None, record, record))
        return Erase(tuple(sorted(targets)), self.random.choice(("request", "late")), said)

    def _add(self, _record: bytes) -> Operation:
        role = self.random.choice(("member", "coordinator", "observer", "later"))
        return MemberAdd(self._circle["C"].card.encoded(), role)

    def _remove(self, _record: bytes) -> Operation:
        cut: list[tuple[bytes, tuple[tuple[int, bytes], ...]]] = []
        for writer in self._writers:
            if writer.commits and self.random.random() < 0.7:
                last = self.random.choice(writer.commits)
                cut.append((writer.origin.log, ((last.seq, last.id),)))
        return MemberRemove(self._circle.device("C"), tuple(sorted(cut)))

    # --- delivering -------------------------------------------------------------------------

    def handed_on(self, by: Device) -> tuple[Device, int]:
        """Let *by* hand everything on to somebody who has nothing of it.

        Returns:
            That person's device, and how many commits a second mail brings: none are missing.
        """
        listener = copied(self._circle["D"])
        listener.post = listener.files._post = by.post
        space = self._circle.space
        listener.receive(by.send(space, listener))
        by.receive(listener.send(space, by))
        return listener, len(by.post.bundles[by.send(space, listener)].commits)

    def delivered(self) -> Device:
        """Return the reader's device after everything came, in some order and some parts."""
        device = copied(self._circle[self.reader])
        every = [commit for writer in self._writers for commit in writer.commits]
        rest = self.random.sample(every, len(every))
        while rest:
            size = self.random.choice((1, 2, 3, len(rest)))
            send(device, self._writers, rest[:size])
            rest = rest[size:]
        send(device, self._writers, every)
        return device


def _field(operation: Operation) -> str | None:
    if isinstance(operation, Delete | Restore):
        return "_deleted"
    return getattr(operation, "field", None)


def everything(device: Device) -> dict[str, Any]:
    """Return what must be the same in every order, without surrogate numbers."""
    run: Any = device._connection.execute
    uids = dict(run("SELECT id, uid FROM record").fetchall())
    names = dict(run("SELECT id, name FROM field").fetchall())
    return {
        **device.dump(),
        "texts": {
            (uids[key >> 12], names[key & 0xFFF], generation, str(MergeText(state)))
            for key, generation, state in run("SELECT id, generation, state FROM text").fetchall()
        },
        "log": set(
            run(
                "SELECT commit_id, raw FROM entry JOIN log ON log.id = entry.id >> 32 "
                "JOIN space ON space.id = log.space WHERE space.type = 'network'"
            ).fetchall()
        ),
        "outside": set(
            run(
                "SELECT commit_id FROM entry JOIN quarantine ON quarantine.entry = entry.id"
            ).fetchall()
        ),
        "held": set(run("SELECT commit_id FROM held").fetchall()),
        "members": {
            (member.device, member.role)
            for space in device.vault.people.spaces()
            if space.type == "network"
            for member in space.members
        },
    }


def read_everything(device: Device) -> None:
    """Ask for whatever a window shows; only the program's own words may be the answer."""
    run: Any = device._connection.execute
    for (record,) in run("SELECT uid FROM record").fetchall():
        for ask in (
            device.records.open,
            device.records.heads,
            device.records.children,
            device.records.history,
            device.records.is_read_only,
            device.erasing.plan,
            device.erasing.supplements,
            device.conflicts.deleted_or_edited,
            device.vault.review.contents,
        ):
            with suppress(InnolabError):
                ask(record)
        with suppress(InnolabError):
            found = device.records.open(record)
            for name in found.conflicts:
                device.conflicts.difference(record, name)
            for name in found.merged:
                device.conflicts.merged_text(record, name)
    device.records.list_rows(RowQuery())
    device.records.search("eins", 10)
    device.conflicts.records()
    device.conflicts.merged()
    device.conflicts.counts()
    device.erasing.log()


def differences(seed: int, weights: str) -> list[str]:
    """Return what two orders, a rebuild, or a third person make of the same words differently."""
    disorder = Disorder(seed, weights)
    one, other = disorder.delivered(), disorder.delivered()
    first = everything(one)
    seen = [("another order", first, everything(other))]
    for device in (one, other):
        device.vault.journal.rebuild(NoReport())
    seen += [("rebuilt", first, everything(one)), ("rebuilt otherwise", first, everything(other))]
    read_everything(one)
    listener, more = disorder.handed_on(other)
    seen.append(
        ("handed on", everything(other) | {"more": 0}, everything(listener) | {"more": more})
    )
    for device in (one, other, listener):
        device.close()
    return [
        f"{weights} {seed}, {name}: {table}"
        for name, expected, found in seen
        for table in expected
        if found[table] != expected[table]
    ]


def main(low: int, high: int) -> int:
    """Look at all cases with seeds from *low* to below *high*."""
    found = [
        line for seed in range(low, high) for name in WEIGHTS for line in differences(seed, name)
    ]
    told = "\n".join(found) or f"{(high - low) * len(WEIGHTS)} cases, no difference"
    sys.stdout.write(f"{told}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
