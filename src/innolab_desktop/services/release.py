"""Use case Freigabe: a record goes to a wider circle as a new record, after a preview."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from innolab_desktop.domain.errors import RecordError, SpaceError
from innolab_desktop.domain.release_level import is_aside, widens
from innolab_desktop.services.changes import Changes
from innolab_desktop.services.known_names import known_names
from innolab_desktop.services.release_fields import RecordPlanner
from innolab_desktop.services.release_plan import (
    PlannedRecord,
    Recipient,
    ReleaseChoices,
    ReleasePlan,
    ReleaseTarget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.domain.records import Record, RecordId, SpaceId
    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.read_models import Space
    from innolab_desktop.services.release_plan import FieldKey, Writes
    from innolab_desktop.services.release_trail import ReleaseTrail
    from innolab_desktop.services.store_ports import Vault
    from innolab_desktop.services.writing import CommitWriter


class Release:
    """Releases of one open vault."""

    def __init__(
        self, vault: Vault, forms: Forms, writer: CommitWriter, trail: ReleaseTrail
    ) -> None:
        self._vault = vault
        self._forms = forms
        self._writer = writer
        self._trail = trail

    def targets(self, record: RecordId) -> tuple[ReleaseTarget, ...]:
        """Return the spaces that a record can be released to.

        Raises:
            RecordError: there is no such record, or records of its kind are never released.
        """
        with self._vault.transaction():
            source = self._source(record)
            return tuple(
                ReleaseTarget(space, aside, copy.id if copy else None)
                for space in self._vault.people.spaces()
                if (aside := self._is_aside(source, space)) is not None
                for copy in (self._trail.copy_in(source, space.id),)
            )

    def plan(
        self, record: RecordId, space: SpaceId, choices: ReleaseChoices | None = None
    ) -> ReleasePlan:
        """Return what a release would write, without writing anything.

        Args:
            record: what is to be released.
            space: where it is to go.
            choices: what the person decided so far; nothing, if not given. What was decided about
                a text that has changed since does not count any more.

        Raises:
            RecordError: there is no such record, it is deleted, its kind is never released, its
                confirmation is missing, its parent has to go first, or a wording is invalid.
            SpaceError: the space is unknown, or no wider circle.
        """
        with self._vault.transaction():
            return self._plan(record, space, choices or ReleaseChoices())

    def run(self, plan: ReleasePlan) -> Changes:
        """Write exactly what *plan* shows.

        Raises:
            RecordError: a finding is undecided, nothing is to be written, or what the plan was
                made from has changed.
            SpaceError: this person does not belong to the space any more.
        """
        if plan.undecided:
            raise RecordError("release_findings_undecided", count=len(plan.undecided))
        if not plan.written:
            raise RecordError("release_nothing_new")
        with self._vault.transaction():
            fresh = self._plan(plan.root.source, plan.space.id, plan.choices)
            if fresh.basis != plan.basis:
                raise RecordError("release_plan_stale")
            written = [self._writer.write(plan.space.id, item.drafts) for item in plan.written]
        records = frozenset(record for changes in written for record in changes.records)
        return Changes(records | {plan.root.source}, written[0].commit)

    # --- inside -----------------------------------------------------------------------------

    def _plan(self, record: RecordId, space_id: SpaceId, choices: ReleaseChoices) -> ReleasePlan:
        source = self._source(record)
        self._refuse_unconfirmed(source)
        space = self._vault.people.space(space_id)
        if space is None:
            raise SpaceError("space_unknown")
        aside = self._is_aside(source, space)
        if aside is None:
            raise SpaceError("release_not_wider")
        choices = choices.as_of(self._writes(choices))
        planner = RecordPlanner(
            self._vault, self._forms, self._writer, self._trail, known_names(self._vault)
        )
        root = planner.plan(source, space_id, choices, self._parent_copy(source, space_id))
        records = (root, *self._children(planner, source, root, space_id, choices))
        recipients = self._recipients(space)
        basis = (space, recipients, planner.seen, tuple(_content(item) for item in records))
        choices = replace(choices, about=planner.writes)
        return ReleasePlan(space, aside, recipients, records, choices, basis)

    def _writes(self, choices: ReleaseChoices) -> dict[FieldKey, Writes]:
        return {
            (record, name): heads.ops
            for record in {key[0] for key in choices.decided}
            for name, heads in self._vault.records.heads(record).items()
        }

    def _children(
        self,
        planner: RecordPlanner,
        parent: Record,
        above: PlannedRecord,
        space: SpaceId,
        choices: ReleaseChoices,
    ) -> Iterator[PlannedRecord]:
        for child in self._vault.records.children(parent.id):
            form = self._forms.get(child.kind)
            if form is None or form.release_barrier or not _is_confirmed(form, child):
                continue  # named among what stays behind
            planned = planner.plan(
                child,
                space,
                choices,
                above.copy,
                is_chosen=above.is_chosen and child.id in choices.children,
            )
            yield planned
            yield from self._children(planner, child, planned, space, choices)

    def _source(self, record: RecordId) -> Record:
        source = self._vault.records.get(record)
        form = self._forms.form(source.kind)
        if source.deleted:
            raise RecordError("record_deleted")
        if form.release_barrier:
            raise RecordError("release_barred", kind=form.label, reason=form.release_barrier)
        return source

    def _refuse_unconfirmed(self, source: Record) -> None:
        form = self._forms.form(source.kind)
        if not _is_confirmed(form, source):
            field = self._forms.field(source.kind, form.release_requires)
            raise RecordError("release_unconfirmed", field=field.label)

    def _is_aside(self, source: Record, target: Space) -> bool | None:
        """Tell whether the way leads aside; None if there is no way."""
        here = self._vault.people.space(source.space)
        if here is None or target.left is not None:
            return None
        if widens(here.type, target.type):
            return False
        return True if is_aside(here.type, target.type) else None

    def _parent_copy(self, source: Record, space: SpaceId) -> RecordId | None:
        """Return below which released record a child goes; None if it stands alone there."""
        if source.parent is None:
            return None
        above = self._vault.records.get(source.parent)
        form = self._forms.get(above.kind)
        if form is None or form.release_barrier:
            return None
        copy = self._trail.copy_in(above, space)
        if copy is None and not self._forms.form(source.kind).release_alone:
            raise RecordError("release_parent_first", parent=form.label)
        return copy.id if copy else None

    def _recipients(self, space: Space) -> tuple[Recipient, ...]:
        own = self._vault.info.person_id
        verified = {c.device for c in self._vault.people.contacts() if c.is_verified}
        cards = [c for c in self._vault.people.member_cards(space.id) if c.person != own]
        people = {card.person: card for card in cards}
        return tuple(
            Recipient(
                person,
                card.name,
                card.municipality,
                all(item.device in verified for item in cards if item.person == person),
            )
            for person, card in sorted(people.items(), key=lambda item: item[1].name)
        )


def _is_confirmed(form: FormDefinition, record: Record) -> bool:
    return not form.release_requires or record.values.get(form.release_requires) is True


def _content(item: PlannedRecord) -> object:
    """Return what a person decides about; ids that are made anew for each plan are left out."""
    return (item.source, item.is_new, item.is_chosen, item.fields, item.stays)
