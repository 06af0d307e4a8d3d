"""Pictures of every page and dialog, for the handbook and for looking at them.

    python tools/screenshots.py [FOLDER]

Uses real vaults with a small story: two officials of a tandem work on the same mission at once.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication, QWidget
from screenshot_story import tell_story

from innolab_desktop import paths
from innolab_desktop.domain.policy import PolicySource, combine
from innolab_desktop.domain.records import DELETED
from innolab_desktop.services.error_catalogue import read_catalogue
from innolab_desktop.services.exchange_models import Carrier
from innolab_desktop.services.hint_catalogue import read_hints
from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.appearance_choice import AppearanceChoice
from innolab_desktop.ui.desk import Desk
from innolab_desktop.ui.dialogs.catalogue_dialog import CatalogueDialog, catalogue_of
from innolab_desktop.ui.dialogs.child_dialog import ChildDialog
from innolab_desktop.ui.dialogs.conflict_dialog import ConflictDialog
from innolab_desktop.ui.dialogs.crash_dialog import CrashDialog
from innolab_desktop.ui.dialogs.deletion_dialog import DeletionDialog
from innolab_desktop.ui.dialogs.digits_dialog import DigitsDialog
from innolab_desktop.ui.dialogs.import_dialog import ImportDialog
from innolab_desktop.ui.dialogs.members_dialog import MembersDialog
from innolab_desktop.ui.dialogs.merged_text_dialog import MergedTextDialog
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
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
from innolab_desktop.ui.jobs import Jobs
from innolab_desktop.ui.main_window import MainWindow
from innolab_desktop.ui.notifier import Notifier
from innolab_desktop.ui.pages.consultation.agreement_card import AgreementCard
from innolab_desktop.ui.pages.consultation.runner import ConsultationRunner
from innolab_desktop.ui.pages.exchange_page import ExchangePage
from innolab_desktop.ui.pages.records_page import RecordsPage
from innolab_desktop.ui.settings import Settings
from innolab_desktop.ui.theme.theme import Appearance, Theme
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from innolab_desktop.services.session import Session


T = TypeVar("T")
BASE_POINT_SIZE = 10
DIGITS = "12345 67890 12345 67890 12345 67890"


@dataclass(frozen=True)
class Look:
    """How a picture is taken."""

    name: str
    appearance: Appearance
    zoom_percent: int
    width_px: int
    height_px: int


LOOKS = (
    Look("light", Appearance.LIGHT, 100, 1366, 728),
    Look("dark", Appearance.DARK, 100, 1366, 728),
    Look("contrast", Appearance.CONTRAST, 100, 1366, 728),
    Look("200", Appearance.LIGHT, 200, 1366, 728),
    Look("small", Appearance.LIGHT, 100, 1093, 614),
)


class Studio:
    """The application, its lane, and the vaults of the story."""

    def __init__(self, folder: Path) -> None:
        self.app = QApplication(sys.argv[:1])
        QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
        font = self.app.font()
        font.setPointSizeF(BASE_POINT_SIZE)
        self.app.setFont(font)
        self.theme = Theme(self.app, paths.resources_dir() / "icons")
        self.jobs = Jobs()
        self.catalogue = read_catalogue(paths.resources_dir() / "errors.toml")
        self.folder = folder
        self.session = self.call(lambda: tell_story(folder))
        hints = read_hints(paths.resources_dir() / "hints.toml")
        notifier = Notifier(self.jobs)
        self.desk = Desk(self.session, self.jobs, notifier, self.theme, self.catalogue, hints)

    def call(self, work: Callable[[], T]) -> T:
        """Run *work* in the lane and wait for it."""
        results: list[T] = []
        errors: list[Exception] = []
        owner = QObject()
        self.jobs.run(owner, lambda _job: work(), results.append, failed=errors.append)
        while not results and not errors:
            self.settle()
        if errors:
            raise errors[0]
        return results[0]

    def settle(self) -> None:
        """Let everything that was started come to its end."""
        quiet_since = time.monotonic()
        while time.monotonic() - quiet_since < 0.08:  # noqa: PLR2004 - a few rounds of layout
            self.app.sendPostedEvents()
            self.app.processEvents()
            if not self.jobs.is_idle:
                quiet_since = time.monotonic()
            time.sleep(0.002)

    def close(self) -> None:
        """End the lane."""
        self.jobs.finish_with(self.session.close)
        self.jobs.shut_down()


def pages(studio: Studio, window: MainWindow) -> Iterator[str]:
    """Bring one page after the other to the front."""
    records = studio.session.records
    for name in ("overview", "mission", "tandem_note", "case_consultation"):
        window.show_page(name)
        studio.settle()
        if name != "overview":
            rows = studio.call(lambda name=name: records.list_rows(RowQuery(kind=name)).rows)
            found = [row for row in rows if row.has_conflict] or list(rows)
            window.open_record(found[0].id)
            studio.settle()
        yield name
        page = window.page(name)
        if name == "mission" and isinstance(page, RecordsPage):
            for index, part in ((1, "revisions"), (2, "history")):
                page.show_tab(index)
                studio.settle()
                yield f"mission_{part}"
    cases = studio.call(lambda: records.list_rows(RowQuery(kind="case_consultation"))).rows
    page = window.page("case_consultation")
    if isinstance(page, RecordsPage):
        yield from consultation_phases(studio, page, cases[0].id)
    window.show_page("exchange")
    exchange = window.page("exchange")
    for index, part in enumerate(("packages", "people", "decisions", "reports")):
        if isinstance(exchange, ExchangePage):
            exchange.show_tab(index)
        studio.settle()
        yield f"exchange_{part}"
    window.show_page("more")
    studio.settle()
    yield "more"
    window.show_page("more/backups")
    studio.settle()
    yield "more_backups"
    window.show_page("more/lessons")
    studio.settle()
    yield "more_lessons"
    window.search("bürger")
    studio.settle()
    yield "search"


def consultation_phases(studio: Studio, page: RecordsPage, case: bytes) -> Iterator[str]:
    """Lead a group through a consultation."""
    page.lead(case)
    studio.settle()
    runner = page.flow
    if not isinstance(runner, ConsultationRunner):
        return
    agreement = runner.findChild(AgreementCard)
    if agreement is not None:
        yield "consultation_agreement"
        agreement.button.click()
        studio.settle()
    for phase, part in ((1, "report"), (3, "method"), (4, "contributions"), (5, "closing")):
        runner.go_to(phase)
        studio.settle()
        yield f"consultation_{part}"
    runner.leave()
    studio.settle()


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
    yield "space", SpaceDialog(window, desk, contacts)
    tandem = studio.call(lambda: session.spaces.find("Bürgerbüro und Personal"))
    yield (
        "members",
        MembersDialog(window, desk, studio.call(lambda: session.spaces.people(tandem.id))),
    )
    code = studio.call(session.contacts.card_code)
    yield "qr", QrDialog(window, desk, CardOnScreen(code, "Aylin Demir", "Musterstadt", DIGITS))
    others = [member for member in tandem.members if member.device != session.info.device]
    for name, carrier in (("send", Carrier.FILE), ("send_mail", Carrier.MAIL)):
        choice = SendingChoice(carrier, 7_000_000)
        yield name, SendDialog(window, theme, tandem, others, choice)
    yield from release_steps(studio, window, conflict.id)
    yield "rescue", RescueDialog(window, theme, [])
    lines = ("Danach wieder wie damals: 1 Eintrag – Mission „Verständliche Briefe“",)
    yield "restore", RestoreDialog(window, theme, "gestern, 17:05 · beim Schließen", lines)
    yield "help", help_window(window, theme)
    yield from settings_dialogs(studio, window)
    yield "reason", ReasonDialog(window, theme, "Fassung festhalten", "Warum?", "Festhalten")
    yield "import", ImportDialog(window, desk, preview)
    yield (
        "question",
        MessageDialog(
            window, theme, "In den Papierkorb legen?", "Der Eintrag verschwindet.", "Löschen"
        ),
    )
    yield "crash", CrashDialog(window, theme, "InnoLab Desktop 0.1.0\nZeroDivisionError")


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
    return HelpWindow(window, theme, read_handbook(paths.handbook_dir()))


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


def take_all(studio: Studio, target: Path) -> Sequence[Path]:
    """Write all pictures below *target* and return their paths."""
    written: list[Path] = []
    for look in LOOKS:
        studio.theme.apply(look.appearance, look.zoom_percent)
        window = MainWindow(studio.desk, Settings(studio.folder / f"{look.name}.ini"))
        window.resize(look.width_px, look.height_px)
        window.show()
        studio.settle()
        folder = target / look.name
        folder.mkdir(parents=True, exist_ok=True)
        written.extend(_save(window, folder / f"{name}.png") for name in pages(studio, window))
        for name, dialog in dialogs(studio, window):
            dialog.show()
            studio.settle()
            written.append(_save(dialog, folder / f"dialog_{name}.png"))
            dialog.close()
            dialog.deleteLater()
        window.close()
        window.deleteLater()
        studio.settle()
    return written


def _save(widget: QWidget, path: Path) -> Path:
    widget.grab().save(str(path))
    return path


def main() -> int:
    """Take all pictures."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "build/screenshots")
    with tempfile.TemporaryDirectory(prefix="innolab-") as folder:
        studio = Studio(Path(folder))
        written = take_all(studio, target)
        studio.close()
    print(f"{len(written)} pictures in {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
