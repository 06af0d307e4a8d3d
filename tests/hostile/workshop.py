"""Files for Ben that are wrong in exactly one way, made with Anna's real keys."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256, sha384
from itertools import count
from typing import TYPE_CHECKING, Any

from bundle.sealing import BUNDLE_ID, assemble, encrypted, sequence, wrap_entry
from innolab_desktop.bundle import compression, container, padding
from innolab_desktop.journal import cbor, signed_tip
from innolab_desktop.journal import commit as commits
from innolab_desktop.journal.commit import Draft, Origin, Position, Tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from innolab_desktop.journal.operations import Operation
    from innolab_desktop.services.session import Session

KEY = b"\x0c" * 32
SALT = bytes(16)


@dataclass(frozen=True)
class RawCommit:
    """A commit as bytes, whatever stands in it."""

    log: bytes
    seq: int
    header: bytes
    bodies: tuple[bytes | None, ...]

    @property
    def id(self) -> bytes:
        return sha256(self.header).digest()

    @property
    def encoded(self) -> bytes:
        return cbor.encode([self.header, list(self.bodies)])


class Workshop:
    """A member of Ben's space who writes what the program would never write."""

    def __init__(self, author: Session, reader: Session, space: bytes) -> None:
        self.author = author
        self.keys: Any = author.exporting._files._identity  # pyright: ignore[reportAttributeAccessIssue] - the adapter
        self.reader = reader.vault.people.own_card().card
        self.space = space
        self.device = author.info.device
        self._numbers = count(1)

    # --- containers -------------------------------------------------------------------------

    @property
    def entry(self) -> list[bytes]:
        return wrap_entry(KEY, self.reader)

    def container(self, *parts: bytes, entries: object = None, **changes: Any) -> bytes:
        """Return a container of *parts*, one chunk each."""
        return assemble(encrypted(*parts), entries or [self.entry], **changes)

    def frame(self, frame: bytes) -> bytes:
        """Return a container that holds *frame* where the compressed content belongs."""
        plaintext, size = padding.pad(frame), container.CHUNK_BYTES
        return self.container(*(plaintext[at : at + size] for at in range(0, len(plaintext), size)))

    def sequence(self, data: bytes) -> bytes:
        """Return a bundle whose frame holds *data*."""
        return self.frame(compression.compress(data))

    # --- bundles ----------------------------------------------------------------------------

    def manifest(self, tips: int = 0, found: int = 0, **changes: Any) -> dict[int, Any]:
        fields: dict[int, Any] = {
            1: 1,
            2: BUNDLE_ID,
            3: self.device,
            4: [self.reader.alias],
            5: self.space,
            6: [],
            7: [tips, found],
            9: self.instant(),
            10: [1, 1],
            11: 1,
            12: False,
        }
        return fields | {int(name[3:]): value for name, value in changes.items()}

    def bundle(self, *found: Any, tips: Sequence[bytes] | None = None, **changes: Any) -> bytes:
        """Return a signed bundle with commits and, unless given, a tip for each of them."""
        signed = [self.tip(commit) for commit in found] if tips is None else list(tips)
        rest = b"".join([*signed, *(commit.encoded for commit in found)])
        return self.sequence(
            sequence(self.manifest(len(signed), len(found), **changes), rest, self.keys)
        )

    def items(self, *items: bytes, **changes: Any) -> bytes:
        """Return a signed bundle that holds encoded *items* where its commits belong."""
        manifest = self.manifest(0, len(items), **changes)
        return self.sequence(sequence(manifest, b"".join(items), self.keys))

    def signed_by(self, sign: Callable[[bytes], bytes]) -> bytes:
        """Return a bundle without commits whose manifest is signed by *sign*."""
        content = cbor.encode(self.manifest() | {8: sha384(b"").digest()})
        return self.sequence(cbor.encode(content) + cbor.encode(sign(content)))

    # --- commits ----------------------------------------------------------------------------

    def instant(self) -> tuple[int, int]:
        return tuple(self.author.vault.journal.last_instant())  # pyright: ignore[reportReturnType] - a pair

    def origin(self, device: bytes | None = None, space: bytes | None = None) -> Origin:
        """Return the beginning of a log that nobody knows yet."""
        incarnation = next(self._numbers).to_bytes(8, "big")
        return Origin(space or self.space, device or self.device, incarnation)

    def tip(self, commit: Any) -> bytes:
        """Return the signed tip that covers *commit*."""
        body = signed_tip.body_of(commit.log, Tip(commit.seq, commit.id))
        return cbor.encode((body, self.keys.sign(signed_tip.PREFIX + body)))

    def raw(self, *bodies: bytes, origin: Origin | None = None, **changes: Any) -> RawCommit:
        """Return the first commit of a log with these bodies; *changes* replace header keys."""
        start = origin or self.origin()
        entries = [[sha256(b"op1" + body).digest(), len(body), []] for body in bodies]
        header: dict[int, Any] = {
            1: 1,
            2: start.log,
            3: 1,
            5: self.instant(),
            6: self.author.info.person_id,
            7: entries,
            8: 1,
            9: [start.space, start.device, start.incarnation, []],
        }
        header |= {int(name[3:]): value for name, value in changes.items()}
        return RawCommit(start.log, header[3], cbor.encode(header), bodies)

    def log(
        self, *saves: Sequence[Operation], origin: Origin | None = None, at: Any = None
    ) -> list[commits.Commit]:
        """Return a chain of commits, one for each of *saves*."""
        start = origin or self.origin()
        found: list[commits.Commit] = []
        for seq, operations in enumerate(saves, 1):
            found.append(
                commits.write(
                    Position(
                        start.log, seq, found[-1].id if found else None, None if found else start
                    ),
                    [Draft(operation) for operation in operations],
                    at=at or self.author.vault.journal.last_instant(),
                    person=self.author.info.person_id,
                    salts=[SALT] * len(operations),
                )
            )
        return found

    def follow(
        self, last: commits.Commit, seq: int, operations: Sequence[Operation]
    ) -> commits.Commit:
        """Return a commit that names *last* as its predecessor, with any number."""
        return commits.write(
            Position(last.log, seq, last.id, None),
            [Draft(operation) for operation in operations],
            at=last.at,
            person=last.person,
            salts=[SALT] * len(operations),
        )
