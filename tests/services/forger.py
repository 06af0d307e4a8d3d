"""Members with real vaults who write what the program would never write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.journal import commit as commits
from innolab_desktop.journal import signed_tip
from innolab_desktop.journal.commit import Draft, Origin, Position, Tip
from innolab_desktop.journal.signed_tip import SignedTip
from innolab_desktop.services.exchange_models import Outgoing

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from innolab_desktop.journal.operations import Operation
    from innolab_desktop.services.session import Session


class Forger:
    """A member with a real vault who writes what the program would never write."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.export: Any = session.exporting
        self.own = session.vault.people.own_card()

    def sign(self, commit: commits.Commit) -> SignedTip:
        body = signed_tip.body_of(commit.log, Tip(commit.seq, commit.id))
        signature = self.export._files._identity.sign(signed_tip.PREFIX + body)
        return SignedTip(commit.log, Tip(commit.seq, commit.id), body, signature)

    def commit(self, device: bytes, space: bytes, *operations: Operation) -> commits.Commit:
        origin = Origin(space, device, b"forgery!")
        return commits.write(
            Position(origin.log, 1, None, origin),
            [Draft(operation) for operation in operations],
            at=self.session.vault.journal.last_instant(),
            person=self.session.info.person_id,
            salts=[bytes(16)] * len(operations),
        )

    def mail(self, to: Session, space: bytes, target: Path, *found: commits.Commit) -> Path:
        recipient = to.vault.people.own_card().card
        outgoing = Outgoing(
            space, (recipient,), {}, tuple(self.sign(c) for c in found), found,
            self.session.vault.journal.last_instant(),
        )  # fmt: skip
        target.write_bytes(self.export._files.encode(outgoing))
        return target


class Impostor:
    """Says to be one device and signs with the keys of another."""

    def __init__(self, device: bytes, keys: Any) -> None:
        self.device = device
        self.sign = keys.sign
