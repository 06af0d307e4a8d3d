"""Puts the use cases of one open vault together.

Imported once a vault is opened: everything is loaded here that the first window does not need.
"""

from __future__ import annotations

from dataclasses import dataclass
from os import urandom
from typing import TYPE_CHECKING

from innolab_desktop import paths
from innolab_desktop.bundle.bundle_files import BundleFileAdapter
from innolab_desktop.bundle.qr_code import CardQrCode, TextQrCode
from innolab_desktop.keys.signatures import PublicKeyChecks
from innolab_desktop.reports.fillable.form_reader import FilledFormReader
from innolab_desktop.reports.printer import PdfPrinter
from innolab_desktop.reports.text_document.writer import TextDocuments
from innolab_desktop.services.acknowledgement import Acknowledgement
from innolab_desktop.services.attachments import Attachments
from innolab_desktop.services.authorship import Authorship
from innolab_desktop.services.backing_up import BackingUp
from innolab_desktop.services.bundle_import import BundleImport
from innolab_desktop.services.calendar_export import CalendarExport
from innolab_desktop.services.checking import Checking
from innolab_desktop.services.conflicts import Conflicts
from innolab_desktop.services.consultations import Consultations
from innolab_desktop.services.contacts import Contacts
from innolab_desktop.services.edits import Edits
from innolab_desktop.services.erasing import Erasing
from innolab_desktop.services.erasure_reasons import ErasureReasons, read_reasons
from innolab_desktop.services.evaluations import Evaluations
from innolab_desktop.services.export import Export
from innolab_desktop.services.forgetting import Forgetting
from innolab_desktop.services.indicators import Indicators
from innolab_desktop.services.key_renewal import KeyRenewal
from innolab_desktop.services.key_slots import KeySlots
from innolab_desktop.services.lessons import LessonLibrary
from innolab_desktop.services.merge_report import MergeReports
from innolab_desktop.services.notices import Notices
from innolab_desktop.services.open_export import OpenExport
from innolab_desktop.services.paper_forms import PaperForms
from innolab_desktop.services.quick_notes import QuickNotes
from innolab_desktop.services.records import Records
from innolab_desktop.services.recovery_sheet import RecoverySheets
from innolab_desktop.services.reflection import Reflection
from innolab_desktop.services.release import Release
from innolab_desktop.services.release_trail import ReleaseTrail
from innolab_desktop.services.reminders import Reminders
from innolab_desktop.services.reporting import Reporting
from innolab_desktop.services.restoring import Restoring
from innolab_desktop.services.retention import Retention
from innolab_desktop.services.revisions import Revisions
from innolab_desktop.services.safekeeping import Safekeeping
from innolab_desktop.services.session import Session
from innolab_desktop.services.spaces import Spaces
from innolab_desktop.services.spelling import Spelling
from innolab_desktop.services.spelling_words import read_spelling_words
from innolab_desktop.services.table_import import TableImport
from innolab_desktop.services.tables import Tables
from innolab_desktop.services.transfer import Transfer
from innolab_desktop.services.writing import CommitWriter
from innolab_desktop.spelling.hunspell_shelf import HunspellShelf, usual_folders
from innolab_desktop.tabular.calendar import ICalendarFile
from innolab_desktop.tabular.table_file import TableFileWriter
from innolab_desktop.tabular.table_source import TableFileReader

if TYPE_CHECKING:
    from collections.abc import Callable

    from innolab_desktop.domain.policy import Policy
    from innolab_desktop.formdefs.catalogues import Catalogues
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.formdefs.speech import Speech
    from innolab_desktop.keys.key_ring import KeyRing
    from innolab_desktop.keys.slot_keeper import SlotKeeper
    from innolab_desktop.services.bundle_ports import Clock
    from innolab_desktop.storage.vault_database import VaultDatabase


@dataclass(frozen=True, slots=True)
class Conditions:
    """What holds for a session besides its vault.

    Attributes:
        clock: the computer's, or that of a story.
        forms: the definitions of all records.
        kept_forms: those that the vault keeps titles with.
        other_forms: reads the definitions in the other language when they are needed.
        load_catalogues: reads the methods and questions when they are first asked for.
        speech: reads texts of the program in its language.
        policy: what IT prescribes.
    """

    clock: Clock
    forms: Forms
    kept_forms: Forms
    other_forms: Callable[[], Forms]
    load_catalogues: Callable[[], Catalogues]
    speech: Speech
    policy: Policy


def compose_session(
    vault: VaultDatabase, identity: KeyRing, keeper: SlotKeeper, conditions: Conditions
) -> Session:
    """Return the use cases of an open vault.

    Args:
        vault: the open database.
        identity: the keys of this device.
        keeper: the key slots.
        conditions: what holds besides.
    """
    clock, forms, policy = conditions.clock, conditions.forms, conditions.policy
    checks, writer = PublicKeyChecks(), CommitWriter(vault, clock, urandom)
    files, reminders = BundleFileAdapter(identity, urandom), Reminders(vault, forms)
    records, conflicts, edits = _editing(vault, writer, conditions)
    spaces, trail, notices = Spaces(vault, writer), ReleaseTrail(vault), Notices(vault, clock)
    attachments, merge_reports = Attachments(vault, records, writer), MergeReports(vault, forms)
    printer = PdfPrinter(forms, paths.resources_dir() / "fonts")
    waves, reports = _reporting(vault, records, trail, printer, conditions)
    erasing = Erasing(vault, writer, spaces, trail, _erasure_reasons(conditions))
    return Session(
        vault=vault,
        policy=policy,
        info=vault.info,
        forms=forms,
        records=records,
        edits=edits,
        revisions=Revisions(vault, forms, records, edits),
        conflicts=conflicts,
        consultations=Consultations(vault, forms, conditions.load_catalogues, Authorship(vault)),
        evaluations=waves,
        indicators=Indicators(vault, forms, records, conditions.load_catalogues),
        spaces=spaces,
        contacts=Contacts(vault, checks, clock, files, CardQrCode()),
        exporting=Export(vault, identity, files, writer, policy),
        importing=BundleImport(vault, checks, files, writer, merge_reports),
        acknowledgement=Acknowledgement(vault, clock),
        notices=notices,
        merge_reports=merge_reports,
        attachments=attachments,
        reminders=reminders,
        calendar=CalendarExport(vault, reminders, clock, ICalendarFile()),
        reports=reports,
        tables=Tables(vault, forms, reports, TableFileWriter()),
        table_import=TableImport(vault, forms, records, TableFileReader()),
        paper_forms=_paper_forms(conditions, records, reports, printer),
        keys=KeyRenewal(vault, identity, writer),
        key_slots=KeySlots(vault, keeper, clock, policy),
        recovery_sheets=RecoverySheets(vault.info, printer, TextQrCode()),
        releasing=Release(vault, forms, writer, trail),
        trail=trail,
        erasing=erasing,
        forgetting=Forgetting(vault, Acknowledgement(vault, clock), erasing.reasons, clock),
        retention=Retention(vault, forms, erasing, reports),
        safekeeping=_safekeeping(vault, notices, attachments, conditions),
        reflection=_reflection(vault, forms, records),
        spelling=_spelling(vault, policy),
    )


def _editing(
    vault: VaultDatabase, writer: CommitWriter, conditions: Conditions
) -> tuple[Records, Conflicts, Edits]:
    forms = conditions.forms
    records = Records(vault, forms, writer, conditions.kept_forms)
    conflicts = Conflicts(vault, forms, writer)
    return records, conflicts, Edits(records, forms, conflicts)


def _reporting(
    vault: VaultDatabase,
    records: Records,
    trail: ReleaseTrail,
    printer: PdfPrinter,
    conditions: Conditions,
) -> tuple[Evaluations, Reporting]:
    forms, load, policy = conditions.forms, conditions.load_catalogues, conditions.policy
    waves = Evaluations(vault, records, Authorship(vault), load, policy)
    documents = TextDocuments(forms)
    return waves, Reporting(vault, forms, printer, documents, trail, evaluations=waves)


def _erasure_reasons(conditions: Conditions) -> ErasureReasons:
    return read_reasons(paths.resources_dir() / "erasure_reasons.toml", conditions.speech)


def _paper_forms(
    conditions: Conditions, records: Records, reports: Reporting, printer: PdfPrinter
) -> PaperForms:
    reader, other = FilledFormReader(), conditions.other_forms
    return PaperForms(conditions.forms, records, reports, printer, reader, other_forms=other)


def _spelling(vault: VaultDatabase, policy: Policy) -> Spelling:
    given = policy.dictionary_folder
    folders = (given,) if given else usual_folders(paths.data_dir(), paths.user_data_dir())
    terms = paths.resources_dir() / "spelling_words.toml"
    return Spelling(vault.desk, HunspellShelf(folders), lambda: read_spelling_words(terms))


def _reflection(vault: VaultDatabase, forms: Forms, records: Records) -> Reflection:
    return Reflection(
        QuickNotes(vault, forms, records),
        LessonLibrary(vault, forms),
        Transfer(vault, forms, records),
    )


def _safekeeping(
    vault: VaultDatabase, notices: Notices, attachments: Attachments, conditions: Conditions
) -> Safekeeping:
    clock = conditions.clock
    return Safekeeping(
        BackingUp(vault, clock, notices, conditions.policy),
        Restoring(vault, clock),
        Checking(vault, clock),
        OpenExport(vault, conditions.forms, attachments),
    )
