"""Every dialog, one after the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from innolab_desktop import paths
from innolab_desktop.domain.anonymisation import check_anonymity
from innolab_desktop.domain.evaluation import Distribution, Thresholds, Withheld
from innolab_desktop.domain.personal_names import KnownNames
from innolab_desktop.domain.policy import PolicySource, combine
from innolab_desktop.domain.records import DELETED
from innolab_desktop.services.consultations import CaseFinding
from innolab_desktop.services.erasure_models import ForgetPlan
from innolab_desktop.services.evaluations import QuestionResult, WaveResults
from innolab_desktop.services.exchange_models import Carrier
from innolab_desktop.services.finding_words import finding_words
from innolab_desktop.services.key_ports import RECOVERY, SLOT_TYPES
from innolab_desktop.services.paper_forms import FormAnswer, FormPreview
from innolab_desktop.services.rescue_ports import Rescuable
from innolab_desktop.ui.appearance_choice import AppearanceChoice
from innolab_desktop.ui.dialogs.case_findings_dialog import CaseFindingsDialog
from innolab_desktop.ui.dialogs.catalogue_dialog import CatalogueDialog, catalogue_of
from innolab_desktop.ui.dialogs.child_dialog import ChildDialog
from innolab_desktop.ui.dialogs.conflict_dialog import ConflictDialog
from innolab_desktop.ui.dialogs.crash_dialog import CrashDialog
from innolab_desktop.ui.dialogs.deletion_dialog import DeletionDialog
from innolab_desktop.ui.dialogs.digits_dialog import DigitsDialog
from innolab_desktop.ui.dialogs.erase_dialog import EraseDialog
from innolab_desktop.ui.dialogs.forget_dialog import ForgetDialog
from innolab_desktop.ui.dialogs.form_answers_dialog import FormAnswersDialog
from innolab_desktop.ui.dialogs.import_dialog import ImportDialog
from innolab_desktop.ui.dialogs.indicator_dialog import IndicatorDialog
from innolab_desktop.ui.dialogs.keep_dialog import KeepDialog
from innolab_desktop.ui.dialogs.keys.recovery_dialog import RecoveryDialog
from innolab_desktop.ui.dialogs.keys.recovery_unlock_dialog import RecoveryUnlockDialog
from innolab_desktop.ui.dialogs.members_dialog import MembersDialog
from innolab_desktop.ui.dialogs.merged_text_dialog import MergedTextDialog
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.dialogs.meta_check_dialog import MetaCheckDialog
from innolab_desktop.ui.dialogs.method_dialog import MethodDialog
from innolab_desktop.ui.dialogs.new_record_dialog import NewRecordDialog
from innolab_desktop.ui.dialogs.qr_dialog import CardOnScreen, QrDialog
from innolab_desktop.ui.dialogs.quick_note_dialog import QuickNoteDialog, read_offers
from innolab_desktop.ui.dialogs.reason_dialog import ReasonDialog
from innolab_desktop.ui.dialogs.release.release_dialog import ReleaseDialog
from innolab_desktop.ui.dialogs.report_dialog import ReportDialog
from innolab_desktop.ui.dialogs.rescue_dialog import RescueDialog
from innolab_desktop.ui.dialogs.restore_dialog import RestoreDialog
from innolab_desktop.ui.dialogs.send_dialog import SendDialog, SendingChoice
from innolab_desktop.ui.dialogs.settings.settings_dialog import SettingsDialog
from innolab_desktop.ui.dialogs.setup_wizard import SetupWizard
from innolab_desktop.ui.dialogs.space_dialog import SpaceDialog
from innolab_desktop.ui.dialogs.transfer_dialog import TransferDialog
from innolab_desktop.ui.dialogs.unlock_window import UnlockWindow
from innolab_desktop.ui.help.handbook import read_handbook
from innolab_desktop.ui.help.help_window import HelpWindow
from innolab_desktop.ui.pages.evaluation.results_view import ResultsView
from innolab_desktop.ui.settings import Settings
from innolab_desktop.ui.spoken_language import shown_language
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget
    from screenshot_studio import Studio

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.services.evaluations import Wave
    from innolab_desktop.services.read_models import Contact, Space
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.theme.theme import Theme

DIGITS = "12345 67890 12345 67890 12345 67890"


def dialogs(studio: Studio, window: QWidget) -> Iterator[tuple[str, QWidget]]:
    """Make every dialog."""
    desk, session, theme = studio.desk, studio.session, studio.theme
    forms = session.forms
    conflict = next(r for r in studio.call(session.conflicts.records) if "title" in r.conflicts)
    contacts = studio.call(session.contacts.all)
    new_files = [studio.folder / "neu", studio.folder / "Karten" / "jonas.ilkarte"]
    preview = studio.call(lambda: session.importing.preview(new_files))
    yield "unlock_first", UnlockWindow(theme, [])
    yield "unlock", UnlockWindow(theme, [studio.folder / "Aylin"])
    yield "setup", SetupWizard(window, theme, Path.home() / "InnoLab" / "Tresor")
    yield "new_record", NewRecordDialog(window, desk, forms.form("mission"))
    yield from reflection(studio, window)
    goal = forms.form("smart_goal")
    yield "child", ChildDialog(window, desk, goal, {}, parent_id=conflict.id)
    methods = session.consultations.catalogues.methods
    yield "method", MethodDialog(window, theme, methods, None)
    yield from decisions(studio, window)
    yield "digits", DigitsDialog(window, desk, contacts[0])
    tandem = studio.call(lambda: session.spaces.find("Bürgerbüro und Personal"))
    yield from people(studio, window, tandem)
    code = studio.call(session.contacts.card_code)
    yield "qr", QrDialog(window, desk, CardOnScreen(code, "Aylin Demir", "Musterstadt", DIGITS))
    others = [member for member in tandem.members if member.device != session.info.device]
    for name, carrier in (("send", Carrier.FILE), ("send_mail", Carrier.MAIL)):
        choice = SendingChoice(carrier, 7_000_000)
        yield name, SendDialog(window, desk, tandem, others, choice)
    yield from release_steps(studio, window, conflict.id)
    yield from keys_and_erasure(studio, window, conflict.id)
    yield from evaluation(studio, window)
    yield "rescue", RescueDialog(window, theme, Rescuable((), SLOT_TYPES))
    lines = ("Danach wieder wie damals: 1 Eintrag – Mission „Verständliche Briefe“",)
    yield "restore", RestoreDialog(window, theme, "gestern, 17:05 · beim Schließen", lines)
    yield "help", help_window(window, theme)
    yield from settings_dialogs(studio, window)
    freeze = {"title": "Fassung festhalten", "question": "Warum?", "action": "Festhalten"}
    yield "reason", ReasonDialog(window, desk, "reason", **freeze)
    yield "import", ImportDialog(window, desk, preview)
    yield (
        "question",
        MessageDialog(
            window, theme, "In den Papierkorb legen?", "Der Eintrag verschwindet.", "Löschen"
        ),
    )
    yield "crash", CrashDialog(window, theme, "InnoLab Desktop 0.1.0\nZeroDivisionError")


def people(studio: Studio, window: QWidget, tandem: Space) -> Iterator[tuple[str, QWidget]]:
    """Make what chooses people, among a few and among many."""
    desk, session = studio.desk, studio.session
    contacts = studio.call(session.contacts.all)
    yield "space", SpaceDialog(window, desk, contacts)
    members = studio.call(lambda: session.spaces.people(tandem.id))
    yield "members", MembersDialog(window, desk, members)
    yield "forget", ForgetDialog(window, desk, ForgetPlan(tandem, 24))
    many = region(contacts[0])
    yield "space_filtered", filtered(SpaceDialog(window, desk, many))
    yield (
        "members_filtered",
        filtered(MembersDialog(window, desk, replace(members, candidates=many))),
    )


def region(contact: Contact) -> tuple[Contact, ...]:
    """Return the contacts of somebody who knows a whole region."""
    names = ("Malte Özkan", "Šárka Wójcik", "Jürgen Groß", "Ayşe Lindemann", "Bärbel Straßner")
    places = ("Köln", "Gießen", "Görlitz", "Lüneburg")
    return tuple(
        replace(contact, id=bytes([number]) * 16, name=name, municipality=place)
        for number, (place, name) in enumerate(product(places, names))
    )


def filtered(dialog: SpaceDialog | MembersDialog) -> QWidget:
    """Narrow the people in *dialog* down to those of one place."""
    list_of_people = dialog.filter if isinstance(dialog, SpaceDialog) else dialog.candidates
    list_of_people.field.setText("gießen")
    return dialog


def keys_and_erasure(
    studio: Studio, window: QWidget, record: RecordId
) -> Iterator[tuple[str, QWidget]]:
    """Make what asks for secrets, and what destroys."""
    desk, session, theme = studio.desk, studio.session, studio.theme
    yield "recovery", RecoveryDialog(window, desk, "K7Q2M-9XF4T-B3HJD-W8RNC-5YGPV-2SLQ6")
    yield "recovery_unlock", RecoveryUnlockDialog(window, theme, RECOVERY)
    plan = studio.call(lambda: session.erasing.plan(record))
    yield "erase", EraseDialog(window, desk, plan, None)
    yield "keep", KeepDialog(window, theme, "Formulare in Leichter Sprache", date(2026, 11, 20))
    mission = studio.call(lambda: session.records.open(record))
    form = session.forms.form("mission")
    answers = tuple(
        FormAnswer(field, "", text, text, problem)
        for field, text, problem in (
            (session.forms.field("mission", "vision"), "Alle kommen an die Reihe.", ""),
            (session.forms.field("mission", "review_date"), "31.02.2027", "value_not_a_date"),
        )
    )
    preview = FormPreview(form, mission.id, answers)
    yield "form_answers", FormAnswersDialog(window, theme, preview, desk.catalogue)
    (found,) = check_anonymity(
        "Frau Weiß aus dem Personalamt",
        KnownNames(()),
        finding_words(session.forms.phrases),
    )
    yield (
        "case_findings",
        CaseFindingsDialog(window, theme, [CaseFinding("Ausgangslage", found)]),
    )


def evaluation(studio: Studio, window: QWidget) -> Iterator[tuple[str, QWidget]]:
    """Make what belongs to waves and indicators."""
    desk, session = studio.desk, studio.session
    (wave,) = studio.call(session.evaluations.waves)
    yield "indicator", IndicatorDialog(window, desk)
    yield "meta_check", MetaCheckDialog(window, desk, wave)
    results = ResultsView(desk)
    results.resize(900, 614)
    results.show_results(counted(wave))
    yield "results", results


def counted(wave: Wave) -> WaveResults:
    """Return results as a closed wave of a region has them; the story has too few people."""
    found = (
        Distribution((2, 1, 9, 7), 2, 3.0, 3.1),
        Distribution((0, 3, 3, 0), 0, 2.5, None),
        Withheld.FEW_ANSWERS,
        Withheld.FEW_MUNICIPALITIES,
    )
    asked = wave.questions.questions if wave.questions else ()
    results = tuple(QuestionResult(*pair) for pair in zip(asked, found, strict=False))
    return WaveResults(wave, Thresholds(), None, results)


def settings_dialogs(studio: Studio, window: QWidget) -> Iterator[tuple[str, QWidget]]:
    """Show the settings as they are, and with what IT gives."""
    session = studio.session
    yield "settings", settings_dialog(studio, window, session)
    given: dict[str, object] = {
        "wording": "pair",
        "auto_lock_minutes": 10,
        "transport_format": "text",
        "part_size_mb": 3,
        "smallest_group": 8,
        "auto_lok": 5,
    }
    policy = combine([PolicySource("/etc/innolab-desktop/policy.toml", given)])
    strict = replace(session, policy=policy)
    yield "settings_given", settings_dialog(studio, window, strict)
    lower = settings_dialog(studio, window, strict)
    lower.show()
    studio.settle()
    page = lower.findChildren(ScrollPage)[0]
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    yield "settings_policy", lower


def settings_dialog(studio: Studio, window: QWidget, session: Session) -> SettingsDialog:
    """Make the dialog of all settings."""
    settings = Settings(studio.folder / "settings.ini")
    looks = AppearanceChoice(studio.theme, settings)
    return SettingsDialog(window, replace(studio.desk, session=session), settings, looks)


def reflection(studio: Studio, window: QWidget) -> Iterator[tuple[str, QWidget]]:
    """Make the dialogs in which something is written down, chosen or passed on."""
    desk, session = studio.desk, studio.session
    note = QuickNoteDialog(window, desk, studio.call(lambda: read_offers(session)))
    note.choose_template("learning_journal")
    yield "quick_note", note
    hurdle = session.forms.form("obstacle")
    catalogue = catalogue_of(hurdle)
    if catalogue is not None:
        yield "catalogue", CatalogueDialog(window, desk.theme, hurdle, catalogue)
    transfer = TransferDialog(window, desk)
    studio.settle()
    yield "transfer", transfer


def help_window(window: QWidget, theme: Theme) -> HelpWindow:
    """Make the window of the handbook."""
    return HelpWindow(window, theme, read_handbook(paths.handbook_dir(shown_language())))


def release_steps(
    studio: Studio, window: QWidget, record: bytes
) -> Iterator[tuple[str, ReleaseDialog]]:
    """Go through a release, one picture per step."""
    targets = studio.call(lambda: studio.session.releasing.targets(record))
    for number, name in enumerate(("where", "what", "check")):
        dialog = ReleaseDialog(window, studio.desk, record, targets)
        for _ in range(number):
            dialog.go_on()
            studio.settle()
            dialog.choose_all()
        yield f"release_{name}", dialog


def decisions(studio: Studio, window: QWidget) -> Iterator[tuple[str, QWidget]]:
    """Make the dialogs in which a person decides, and the report of the last import."""
    desk, conflicts = studio.desk, studio.session.conflicts
    for record in studio.call(conflicts.records):
        for field in record.conflicts:
            if field == DELETED:
                deletion = studio.call(lambda uid=record.id: conflicts.deleted_or_edited(uid))
                yield "deletion", DeletionDialog(window, desk, deletion)
            else:
                difference = studio.call(
                    lambda uid=record.id, field=field: conflicts.difference(uid, field)
                )
                yield f"conflict_{field}", ConflictDialog(window, desk, difference)
    merged = studio.call(conflicts.merged)[0].id
    text = studio.call(lambda: conflicts.merged_text(merged, "challenge"))
    yield "merged", MergedTextDialog(window, desk, text)
    report = studio.call(studio.session.merge_reports.latest)[0]
    yield "report", ReportDialog(window, desk, report)
