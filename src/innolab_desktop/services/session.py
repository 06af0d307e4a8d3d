"""One open vault with all its use cases: what ``ui`` and ``cli`` talk to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innolab_desktop.domain.policy import Policy
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.acknowledgement import Acknowledgement
    from innolab_desktop.services.attachments import Attachments
    from innolab_desktop.services.bundle_import import BundleImport
    from innolab_desktop.services.calendar_export import CalendarExport
    from innolab_desktop.services.conflicts import Conflicts
    from innolab_desktop.services.consultations import Consultations
    from innolab_desktop.services.contacts import Contacts
    from innolab_desktop.services.desk_ports import DeskStore
    from innolab_desktop.services.edits import Edits
    from innolab_desktop.services.erasing import Erasing
    from innolab_desktop.services.evaluations import Evaluations
    from innolab_desktop.services.export import Export
    from innolab_desktop.services.forgetting import Forgetting
    from innolab_desktop.services.indicators import Indicators
    from innolab_desktop.services.key_renewal import KeyRenewal
    from innolab_desktop.services.key_slots import KeySlots
    from innolab_desktop.services.merge_report import MergeReports
    from innolab_desktop.services.notices import Notices
    from innolab_desktop.services.paper_forms import PaperForms
    from innolab_desktop.services.read_models import SearchHit, VaultInfo
    from innolab_desktop.services.records import Records
    from innolab_desktop.services.recovery_sheet import RecoverySheets
    from innolab_desktop.services.reflection import Reflection
    from innolab_desktop.services.release import Release
    from innolab_desktop.services.release_trail import ReleaseTrail
    from innolab_desktop.services.reminders import Reminders
    from innolab_desktop.services.reporting import Reporting
    from innolab_desktop.services.retention import Retention
    from innolab_desktop.services.revisions import Revisions
    from innolab_desktop.services.safekeeping import Safekeeping
    from innolab_desktop.services.spaces import Spaces
    from innolab_desktop.services.spelling import Spelling
    from innolab_desktop.services.store_ports import Vault
    from innolab_desktop.services.table_import import TableImport
    from innolab_desktop.services.tables import Tables

_HITS = 50


@dataclass(frozen=True, slots=True)
class Session:
    """The use cases of one open vault; call them from one thread at a time.

    Attributes:
        policy: what IT prescribes.
    """

    vault: Vault
    policy: Policy
    attachments: Attachments
    info: VaultInfo
    forms: Forms
    records: Records
    edits: Edits
    revisions: Revisions
    conflicts: Conflicts
    consultations: Consultations
    evaluations: Evaluations
    indicators: Indicators
    spaces: Spaces
    contacts: Contacts
    exporting: Export
    importing: BundleImport
    acknowledgement: Acknowledgement
    notices: Notices
    merge_reports: MergeReports
    reminders: Reminders
    calendar: CalendarExport
    reports: Reporting
    tables: Tables
    table_import: TableImport
    paper_forms: PaperForms
    keys: KeyRenewal
    key_slots: KeySlots
    recovery_sheets: RecoverySheets
    releasing: Release
    trail: ReleaseTrail
    erasing: Erasing
    forgetting: Forgetting
    retention: Retention
    safekeeping: Safekeeping
    reflection: Reflection
    spelling: Spelling

    @property
    def desk(self) -> DeskStore:
        """Drafts, exports and settings of this device."""
        return self.vault.desk

    def search(
        self, words: str, kind: str | None = None, limit: int = _HITS
    ) -> tuple[SearchHit, ...]:
        """Return the newest records in which all *words* occur (the last one as a prefix)."""
        return self.records.search(words, limit, kind)

    def finish(self) -> None:
        """Back up what is new and close the vault: how a person's work ends."""
        try:
            self.safekeeping.backups.make_before_closing()
        finally:
            self.close()

    def close(self) -> None:
        """Close the vault; the session cannot be used any more."""
        self.vault.close()
