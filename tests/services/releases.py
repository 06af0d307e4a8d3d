"""A mission in a tandem, and a coordination space it may be released to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from innolab_desktop.journal.commit import operations_of
from innolab_desktop.services.release_plan import ReleaseChoices
from vaults import open_vault

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.journal.commit import Commit
    from innolab_desktop.journal.operations import Operation
    from innolab_desktop.services.release_plan import PlannedField, ReleasePlan
    from innolab_desktop.services.session import Session
    from vaults import Pair


@dataclass(frozen=True)
class Stage:
    """Anna and Ben share a tandem, Anna and Clara the coordination."""

    anna: Session
    ben: Session
    clara: Session
    tandem: bytes
    coordination: bytes
    mission: bytes

    def close(self) -> None:
        for session in (self.anna, self.ben, self.clara):
            session.close()


def set_stage(pair: Pair, folder: Path) -> Stage:
    """Open three vaults; everybody has what the others wrote."""
    anna, ben, clara = (open_vault(path) for path in (pair.anna, pair.ben, pair.clara))
    coordination = anna.spaces.create("Koordination", "coordination", [clara.info.person_id])
    stage = Stage(anna, ben, clara, pair.space, coordination.id, pair.mission)
    send(anna, clara, coordination.id, folder)
    send(anna, ben, pair.space, folder)
    return stage


def send(sender: Session, receiver: Session, space: bytes, folder: Path) -> Path:
    """Bring everything new in *space* from one to the other and return the bundle."""
    (file,) = sender.exporting.run(space, folder).files
    outcome = receiver.importing.run([file.path])
    assert [item.code for item in outcome.bundles] == [""]
    return file.path


def released(session: Session, record: bytes, space: bytes, *fields: str) -> bytes:
    """Release *record* with these fields and everything the check found; return its copy."""
    plan = decided(session, session.releasing.plan(record, space, chosen(record, *fields)))
    session.releasing.run(plan)
    return plan.root.copy


def chosen(record: bytes, *fields: str, children: tuple[bytes, ...] = ()) -> ReleaseChoices:
    """Return the choice of these fields."""
    return ReleaseChoices(frozenset((record, name) for name in fields), frozenset(children))


def decided(session: Session, plan: ReleasePlan) -> ReleasePlan:
    """Return *plan* with everything the check found left as it stands."""
    accepted = frozenset(
        (record.source, planned.field.id, finding.words)
        for record, planned, finding in plan.undecided
    )
    choices = ReleaseChoices(
        plan.choices.fields, plan.choices.children, plan.choices.wording, accepted
    )
    return session.releasing.plan(plan.root.source, plan.space.id, choices)


def field(plan: ReleasePlan, name: str) -> PlannedField:
    """Return a field of the planned root."""
    return next(item for item in plan.root.fields if item.field.id == name)


def commits(session: Session, space: bytes) -> list[Commit]:
    """Return every commit of a space in the order of its logs."""
    return session.vault.journal.missing(space, [{}])


def operations(commit: Commit) -> list[Operation]:
    """Return what a commit says."""
    return [operation for _, operation in operations_of([commit])[0]]
