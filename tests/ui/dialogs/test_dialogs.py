"""Every dialog is accessible, in light colours and at 200 percent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from innolab_desktop.services.bundle_import import BundleResult, ImportReport
from innolab_desktop.services.erasure_models import ForgetPlan
from innolab_desktop.services.read_models import Contact, Space
from innolab_desktop.services.space_people import Discounted, SpacePeople, SpacePerson
from innolab_desktop.ui.dialogs.child_dialog import ChildDialog
from innolab_desktop.ui.dialogs.conflict_dialog import ConflictDialog
from innolab_desktop.ui.dialogs.crash_dialog import CrashDialog
from innolab_desktop.ui.dialogs.deletion_dialog import DeletionDialog
from innolab_desktop.ui.dialogs.digits_dialog import DigitsDialog
from innolab_desktop.ui.dialogs.forget_dialog import ForgetDialog
from innolab_desktop.ui.dialogs.import_dialog import ImportDialog
from innolab_desktop.ui.dialogs.members_dialog import MembersDialog
from innolab_desktop.ui.dialogs.merged_text_dialog import MergedTextDialog
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.dialogs.new_record_dialog import NewRecordDialog
from innolab_desktop.ui.dialogs.qr_dialog import CardOnScreen, QrDialog
from innolab_desktop.ui.dialogs.reason_dialog import ReasonDialog
from innolab_desktop.ui.dialogs.report_dialog import ReportDialog
from innolab_desktop.ui.dialogs.setup_wizard import SetupWizard
from innolab_desktop.ui.dialogs.space_dialog import SpaceDialog
from innolab_desktop.ui.theme.theme import Appearance
from ui.accessibility import audit
from ui.waiting_decisions import CHANGES, DELETED_OR_EDITED, DIFFERENCE, MERGED

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QDialog
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane

CONTACT = Contact(
    bytes(16), bytes(16), "Jonas Weiß", "Musterstadt", "Personal", "official", "1" * 30, 0, False
)
REPORT = ImportReport(
    (
        BundleResult("/x/paket-1.ilpaket", "applied", "", 3, frozenset(), 1, 0, "Jonas", "Raum"),
        BundleResult("/x/rechnung.exe", "rejected", "bundle_magic"),
    )
)
PEOPLE = SpacePeople(
    Space(bytes(16), "Bürgerbüro & Personal", "coordination", ()),
    (
        SpacePerson(bytes(16), "Aylin Demir", "founder", 1, 0, 0, True, False),
        SpacePerson(bytes(15) + b"1", "Jonas Weiß", "member", 2, 1, 1, False, True),
    ),
    (CONTACT,),
    (Discounted(bytes(15) + b"2", "Kim Fechner", 3, True),),
)
CARD = CardOnScreen(((True, False) * 60,) * 120, "Aylin Demir", "Bürgerbüro", "12345 " * 6)
DIALOGS: dict[str, Callable[[MainWindow, Desk], QDialog]] = {
    "setup": lambda w, d: SetupWizard(w, d.theme, Path("Tresor")),
    "new_record": lambda w, d: NewRecordDialog(w, d, d.session.forms.form("mission")),
    "child": lambda w, d: ChildDialog(
        w, d, d.session.forms.form("smart_goal"), {}, parent_id=bytes(16)
    ),
    "digits": lambda w, d: DigitsDialog(w, d, CONTACT),
    "space": lambda w, d: SpaceDialog(w, d, [CONTACT]),
    "members": lambda w, d: MembersDialog(w, d, PEOPLE),
    "forget": lambda w, d: ForgetDialog(w, d, ForgetPlan(PEOPLE.space, 12)),
    "qr": lambda w, d: QrDialog(w, d, CARD),
    "reason": lambda w, d: ReasonDialog(
        w, d, "reason", title="Fassung festhalten", question="Warum?", action="Festhalten"
    ),
    "import": lambda w, d: ImportDialog(w, d, REPORT),
    "conflict": lambda w, d: ConflictDialog(w, d, DIFFERENCE),
    "deletion": lambda w, d: DeletionDialog(w, d, DELETED_OR_EDITED),
    "merged": lambda w, d: MergedTextDialog(w, d, MERGED),
    "report": lambda w, d: ReportDialog(w, d, CHANGES),
    "question": lambda w, d: MessageDialog(w, d.theme, "Löschen?", "Wirklich?", "Löschen"),
    "crash": lambda w, d: CrashDialog(w, d.theme, "Bericht"),
}


@pytest.mark.parametrize(
    ("appearance", "zoom_percent"),
    [(Appearance.LIGHT, 100), (Appearance.LIGHT, 200), (Appearance.DARK, 100)],
)
def test_dialogs_are_accessible(
    window: MainWindow,
    desk: Desk,
    lane: Lane,
    qapp: QApplication,
    qtbot: QtBot,
    *,
    appearance: Appearance,
    zoom_percent: int,
) -> None:
    desk.theme.apply(appearance, zoom_percent)
    barriers = {}
    for name, make in DIALOGS.items():
        dialog = make(window, desk)
        dialog.show()
        dialog.activateWindow()
        lane.settle()
        if found := audit(dialog, qapp, looks=zoom_percent == 100):
            barriers[name] = found
        assert dialog.width() <= window.width()
        dialog.close()
        qtbot.wait(1)
    assert barriers == {}
