"""What is said before and after many packages are read at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from innolab_desktop.services.bundle_import import BundleResult, ImportReport
from innolab_desktop.services.export import ExportedFile, ExportReceipt
from innolab_desktop.ui.dialogs.import_dialog import ImportDialog
from innolab_desktop.ui.pages.exchange.exchange_reports import exported_words, imported_words
from innolab_desktop.ui.theme.tokens import Tone

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.main_window import MainWindow

RECORD = bytes(16)


def many(*, refused: int) -> ImportReport:
    good = [
        BundleResult(
            f"gut-{number}.ilpaket", "applied", commits=2, records=frozenset({RECORD}), conflicts=1
        )
        for number in range(35)
    ]
    member = BundleResult("raum.ilpaket", "applied", commits=1)
    known = BundleResult("alt.ilpaket", "unchanged")
    bad = [
        BundleResult(f"falsch-{number}.txt", "rejected", "bundle_not_a_bundle")
        for number in range(refused)
    ]
    later = BundleResult("spaeter.ilpaket", "held", "sender_unknown")
    return ImportReport((*good, member, known, later, *bad))


def test_the_preview_counts_and_begins_with_what_needs_attention(
    window: MainWindow, desk: Desk
) -> None:
    dialog = ImportDialog(window, desk, many(refused=3))
    dialog.show()
    words = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    assert "41 Pakete: 1 schon bekannt, 36 einlesbar, 1 zum Aufbewahren, 3 abgelehnt" in words
    good = "36 Pakete: gut-0.ilpaket, gut-1.ilpaket, gut-2.ilpaket und 33 weitere"
    assert words.index("falsch-0.txt") < words.index(good) < words.index("alt.ilpaket")
    assert "71 Änderungen, 1 Eintrag, davon mit Abweichung: 1" in words


def test_a_change_of_the_space_alone_says_so(window: MainWindow, desk: Desk) -> None:
    report = ImportReport((BundleResult("raum.ilpaket", "applied", commits=1),))
    dialog = ImportDialog(window, desk, report)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "1 Änderung, nur am Raum selbst" in words


def test_what_is_refused_for_the_same_reason_is_said_once(window: MainWindow, desk: Desk) -> None:
    dialog = ImportDialog(window, desk, many(refused=10))
    words = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    assert "10 Pakete: falsch-0.txt, falsch-1.txt, falsch-2.txt und 7 weitere" in words
    reason = str(desk.catalogue.describe_code("bundle_not_a_bundle", {}))
    assert words.count(reason) == 1


def test_one_package_needs_no_count(window: MainWindow, desk: Desk) -> None:
    dialog = ImportDialog(window, desk, ImportReport((BundleResult("a.ilpaket", "unchanged"),)))
    dialog.show()
    words = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert not [text for text in words if text.startswith("1 Paket")]


def test_a_package_for_many_names_few_of_them(tmp_path: Path) -> None:
    names = tuple(f"Person {number}" for number in (3, 1, 2, 4, 5))
    file = ExportedFile(tmp_path / "paket.eml", 1, 1, names)
    text, _ = exported_words(ExportReceipt((file,)))
    assert text == (
        "„paket.eml“ für Person 1, Person 2, Person 3 und 2 weitere geschrieben. "
        "Ein Doppelklick öffnet den Entwurf im Mailprogramm."
    )


def test_afterwards_the_refused_are_named() -> None:
    text, tone = imported_words(many(refused=5))
    assert "36 von 43 Paketen eingelesen" in text
    assert "Schon bekannt: 1." in text
    assert "Abgelehnt: falsch-0.txt, falsch-1.txt, falsch-2.txt und 2 weitere." in text
    assert tone is Tone.WARN
