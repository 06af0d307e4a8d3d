"""What people do that writes: each a small function on a copy of prepared vaults.

A new workflow is one function and one line in ``WORKFLOWS``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from innolab_desktop import bootstrap
from innolab_desktop.services.changes import CancelToken, NoProgress
from vaults import FLOOR_KIB, PASSPHRASE, open_vault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from innolab_desktop.services.session import Session

    Ack = Callable[[str], None]
    Arm = Callable[[], None]

OUT = "out"
DONE = "done"
"""Said when a file was handed over: closing the vault may still fail."""


class Workflow(NamedTuple):
    """One way of writing.

    Attributes:
        vault: which of the prepared vaults it works on.
        run: does it; calls its second argument when the faults may begin, and its third with every
            title that was saved for certain.
    """

    vault: str
    run: Callable[[Path, Arm, Ack], None]


def _with_session(
    vault: str, work: Callable[[Session, Path, Ack], None], *, closes: bool = False
) -> Callable[[Path, Arm, Ack], None]:
    """Return a run with an open session; *closes*: the work ends with a closed vault."""

    def run(folder: Path, arm: Arm, ack: Ack) -> None:
        session = open_vault(folder / vault)
        arm()
        if closes:
            work(session, folder, ack)
            return
        try:
            work(session, folder, ack)
        finally:
            session.close()

    return run


def _save(session: Session, _folder: Path, ack: Ack) -> None:
    for number in range(3):
        save_one(session, f"Ziel {number}", ack)


def save_one(session: Session, title: str, ack: Ack) -> None:
    """Save a mission whose code repeats its title: half of it would show."""
    session.records.new("mission", {"title": title, "code": title})
    ack(title)


def _import(session: Session, folder: Path, _ack: Ack) -> None:
    (bundle,) = folder.glob("*.ilpaket")
    (result,) = session.importing.run([bundle]).bundles
    assert result.status in ("applied", "unchanged"), result


def _export(session: Session, folder: Path, ack: Ack) -> None:
    (space,) = [space for space in session.spaces.all() if space.type == "tandem"]
    session.exporting.run(space.id, folder / OUT)
    ack(DONE)


def _back_up(session: Session, _folder: Path, _ack: Ack) -> None:
    session.vault.back_up("manual")


def _erase(session: Session, _folder: Path, _ack: Ack) -> None:
    found = [hit for hit in session.search("Lange") if hit.kind == "mission"]
    for hit in found:
        session.erasing.erase(hit.id, "request")


def _card(session: Session, folder: Path, ack: Ack) -> None:
    session.contacts.write_card(folder / OUT / "karte.ilkarte")
    ack(DONE)


def _rekey(session: Session, _folder: Path, _ack: Ack) -> None:
    session.key_slots.rekey(PASSPHRASE, NoProgress(), CancelToken())


def _restore(session: Session, _folder: Path, _ack: Ack) -> None:
    restoring = session.safekeeping.restoring
    backup = session.safekeeping.backups.all()[-1]
    restoring.run(restoring.find(backup.folder.name), NoProgress(), CancelToken())


def _create(folder: Path, arm: Arm, _ack: Ack) -> None:
    arm()
    owner = bootstrap.NewOwner("Neue Person", "Musterstadt", "Amt")
    bootstrap.create_vault(folder / "new", owner, PASSPHRASE, memory_kib=FLOOR_KIB).close()


def _open(folder: Path, arm: Arm, _ack: Ack) -> None:
    arm()
    open_vault(folder / "anna").close()


WORKFLOWS = {
    "save": Workflow("anna", _with_session("anna", _save)),
    "import": Workflow("ben", _with_session("ben", _import)),
    "export": Workflow("anna", _with_session("anna", _export)),
    "backup": Workflow("anna", _with_session("anna", _back_up)),
    "erase": Workflow("anna", _with_session("anna", _erase)),
    "card": Workflow("anna", _with_session("anna", _card)),
    "restore": Workflow("anna", _with_session("anna", _restore, closes=True)),
    "rekey": Workflow("anna", _with_session("anna", _rekey)),
    "create": Workflow("new", _create),
    "open": Workflow("anna", _open),
}
