"""Keys and what was done with them, in German."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from innolab_desktop.services.key_ports import ESCROW, KEYRING, PASSPHRASE, RECOVERY
from innolab_desktop.ui.moments import full_moment
from innolab_desktop.ui.visible_text import single_line

if TYPE_CHECKING:
    from innolab_desktop.services.key_ports import KeyEvent, KeySlot


def slot_name(slot_type: str, holder: str = "") -> str:
    """Return what a way to open the vault is called."""
    names = {
        PASSPHRASE: QCoreApplication.translate("Keys", "Passwortsatz"),
        KEYRING: QCoreApplication.translate("Keys", "Schlüsselspeicher dieses Rechners"),
        RECOVERY: QCoreApplication.translate("Keys", "Wiederherstellungscode"),
        ESCROW: QCoreApplication.translate("Keys", "Hinterlegung bei „{0}“"),
    }
    other = QCoreApplication.translate("Keys", "Schlüssel einer neueren Programmversion")
    return names.get(slot_type, other).format(single_line(holder))


def slot_meaning(slot: KeySlot) -> str:
    """Return what a way to open the vault means for the person."""
    meanings = {
        PASSPHRASE: QCoreApplication.translate(
            "Keys", "Ihr täglicher Weg. Er schützt so gut, wie er schwer zu erraten ist."
        ),
        KEYRING: QCoreApplication.translate(
            "Keys",
            "Öffnet ohne Passwortsatz, solange Sie angemeldet sind. Er schützt nur so gut wie die "
            "Anmeldung: Jedes Programm Ihres Kontos kann ihn lesen.",
        ),
        RECOVERY: QCoreApplication.translate(
            "Keys", "Auf Papier, für den Fall, dass Sie den Passwortsatz vergessen."
        ),
        ESCROW: QCoreApplication.translate(
            "Keys", "Diese Stelle kann alles lesen, was in diesem Tresor steht. Prüfzeichen: {0}"
        ),
    }
    return meanings.get(slot.type, "").format(slot.digits)


def event_sentence(event: KeyEvent) -> str:
    """Return one line of the key log."""
    name = slot_name(event.slot_type, event.detail)
    sentences = {
        "added": QCoreApplication.translate("Keys", "eingerichtet: {0}").format(name),
        "removed": QCoreApplication.translate("Keys", "entfernt: {0}").format(name),
        "opened": QCoreApplication.translate("Keys", "geöffnet mit: {0}").format(name),
        "renewed": QCoreApplication.translate("Keys", "der ganze Tresor neu verschlüsselt"),
    }
    return f"{full_moment(event.at_ms)}: {sentences.get(event.what, event.what)}"
