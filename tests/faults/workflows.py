"""What people do that writes: each a small function on a copy of prepared vaults.

A new workflow is one function and one line in ``WORKFLOWS``.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from innolab_desktop import bootstrap
from innolab_desktop.rescue import Rescue
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.given_key import GivenPassphrase
from innolab_desktop.services.quick_notes import QuickNote
from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.services.release_plan import ReleaseChoices
from vaults import BEN, FLOOR_KIB, PASSPHRASE, open_vault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from innolab_desktop.services.session import Session

    Ack = Callable[[str], None]
    Arm = Callable[[], None]

OUT = "out"
ATTACHED = "protokoll.txt"
STICK = "stick"
FORM = "form.pdf"
REJOINED = "Netz"
"""A space with work of somebody who was removed, which waits beside it."""
DAY = date(2026, 11, 22)
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


def _forget(session: Session, folder: Path, ack: Ack) -> None:
    """Leave the tandem, say so, and delete it here; after a failure go on where it stopped."""
    for space in session.spaces.all():
        if space.type == "tandem":
            if space.left is None:
                session.spaces.leave(space.id)
            session.exporting.run(space.id, folder / OUT)
            ack(DONE)
            session.forgetting.forget(space.id, "unneeded")
    assert not [hit for hit in session.search("Lange") if hit.kind == "mission"]


def _card(session: Session, folder: Path, ack: Ack) -> None:
    session.contacts.write_card(folder / OUT / "karte.ilkarte")
    ack(DONE)


def _rekey(session: Session, _folder: Path, _ack: Ack) -> None:
    session.key_slots.rekey(PASSPHRASE, NoProgress(), CancelToken())


def _restore(session: Session, _folder: Path, _ack: Ack) -> None:
    restoring = session.safekeeping.restoring
    backup = session.safekeeping.backups.all()[-1]
    restoring.run(restoring.find(backup.folder.name), NoProgress(), CancelToken())


def _release(session: Session, _folder: Path, _ack: Ack) -> None:
    (target,) = [space.id for space in session.spaces.all() if space.type == "coordination"]
    record, commits = mission(session), session.vault.records.counts().commits
    session.records.save(record, {"challenge": f"Lange Schlangen, zum {commits}. Mal"})
    chosen = ReleaseChoices(frozenset(((record, "challenge"),)))
    session.releasing.run(session.releasing.plan(record, target, chosen))


def _attach(session: Session, folder: Path, _ack: Ack) -> None:
    session.attachments.add(mission(session), folder / ATTACHED)


def _change_slots(session: Session, _folder: Path, _ack: Ack) -> None:
    session.key_slots.change_passphrase(PASSPHRASE, confirmed_by=PASSPHRASE)
    session.key_slots.add_recovery(confirmed_by=PASSPHRASE)


def _copy_elsewhere(session: Session, folder: Path, _ack: Ack) -> None:
    session.safekeeping.backups.use_second_place(folder / STICK)


def _clean_backups(session: Session, folder: Path, ack: Ack) -> None:
    _erase(session, folder, ack)
    session.erasing.clean_backups(NoProgress())


def _table(session: Session, folder: Path, ack: Ack) -> None:
    query, target = RowQuery("mission"), folder / OUT / "missionen.xlsx"
    session.tables.write(query, target, NoProgress(), CancelToken(), as_of=DAY)
    ack(DONE)


def _open_export(session: Session, folder: Path, ack: Ack) -> None:
    session.safekeeping.open_export.run(_free(folder / OUT), NoProgress(), CancelToken())
    ack(DONE)


def _archive(session: Session, folder: Path, ack: Ack) -> None:
    session.retention.archive(mission(session), _free(folder / OUT), today=DAY)
    ack(DONE)


def _members(session: Session, _folder: Path, _ack: Ack) -> None:
    ben = next(contact.id for contact in session.contacts.all() if contact.name == BEN)
    name = f"Fallgruppe {len(session.spaces.all())}"  # another one after a failure
    space = session.spaces.create(name, "case_group", [ben]).id
    session.spaces.remove_person(space, ben)
    session.spaces.add(space, ben)


def _adopt(session: Session, _folder: Path, _ack: Ack) -> None:
    """Take the work of somebody who comes back out of the quarantine."""
    (space,) = [space for space in session.spaces.all() if space.name == REJOINED]
    ben = next(contact.id for contact in session.contacts.all() if contact.name == BEN)
    if session.spaces.quarantined(space.id):
        session.spaces.add(space.id, ben)
    assert session.spaces.quarantined(space.id) == ()
    assert [hit.space for hit in session.search("Nachgereicht")] == [space.id]


def _undo(session: Session, _folder: Path, _ack: Ack) -> None:
    record, edits = mission(session), session.edits
    edits.save(record, {"vision": "Niemand wartet.", "challenge": "Lange Schlangen, immer"})
    edits.undo(record)
    edits.redo(record)


def _note(session: Session, _folder: Path, ack: Ack) -> None:
    notes = session.reflection.notes
    notes.keep(QuickNote(text="Ein halber Ged"))
    notes.save(QuickNote(text="Ein Gedanke"), DAY)
    assert notes.draft().text == ""
    ack(DONE)


def _form_import(folder: Path, arm: Arm, ack: Ack) -> None:
    """The file is read by a process of its own, which writes nothing."""
    session = open_vault(folder / "anna")
    try:
        preview = session.paper_forms.look(folder / FORM, mission(session))
        arm()
        session.paper_forms.take(preview)
        ack(DONE)
    finally:
        session.close()


def _salvage(folder: Path, arm: Arm, ack: Ack) -> None:
    arm()
    given, quietly = GivenPassphrase(PASSPHRASE), (NoProgress(), CancelToken())
    Rescue(None).salvage(folder / "anna", _free(folder / OUT), given, *quietly)
    ack(DONE)


def _put_back(folder: Path, arm: Arm, _ack: Ack) -> None:
    arm()
    rescue, vault = Rescue(None), folder / "anna"
    backup = rescue.look(vault).backups[-1].folder
    given, quietly = GivenPassphrase(PASSPHRASE), (NoProgress(), CancelToken())
    rescue.put_back(vault, backup, given, *quietly)


def mission(session: Session) -> bytes:
    """Return the mission that Anna and Ben share."""
    (space,) = [space.id for space in session.spaces.all() if space.type == "tandem"]
    found = [hit for hit in session.search("Lange") if hit.kind == "mission"]
    return next(hit.id for hit in found if hit.space == space)


def _free(folder: Path) -> Path:
    """Return a folder that is not there yet, as a person would name one after a failure."""
    return folder / f"versuch-{len(list(folder.iterdir()))}"


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
    "forget": Workflow("anna", _with_session("anna", _forget)),
    "card": Workflow("anna", _with_session("anna", _card)),
    "release": Workflow("anna", _with_session("anna", _release)),
    "attach": Workflow("anna", _with_session("anna", _attach)),
    "slots": Workflow("anna", _with_session("anna", _change_slots)),
    "second place": Workflow("anna", _with_session("anna", _copy_elsewhere)),
    "clean backups": Workflow("anna", _with_session("anna", _clean_backups)),
    "table": Workflow("anna", _with_session("anna", _table)),
    "archive": Workflow("anna", _with_session("anna", _archive)),
    "members": Workflow("anna", _with_session("anna", _members)),
    "adopt": Workflow("anna", _with_session("anna", _adopt)),
    "undo": Workflow("anna", _with_session("anna", _undo)),
    "note": Workflow("anna", _with_session("anna", _note)),
    "form import": Workflow("anna", _form_import),
    "open export": Workflow("anna", _with_session("anna", _open_export)),
    "salvage": Workflow("anna", _salvage),
    "put back": Workflow("anna", _put_back),
    "restore": Workflow("anna", _with_session("anna", _restore, closes=True)),
    "rekey": Workflow("anna", _with_session("anna", _rekey)),
    "create": Workflow("new", _create),
    "open": Workflow("anna", _open),
}
