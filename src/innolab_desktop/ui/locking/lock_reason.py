"""Why a vault was locked, and what the next unlock window says about it."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication


class LockReason(Enum):
    """Why the process that held the key ended; handed to the next one as a word."""

    HAND = "hand"
    IDLE = "idle"
    SCREEN = "screen"
    SUSPEND = "suspend"
    RENEWED = "renewed"
    RESTORED = "restored"


OPTION = "--locked="


def option_of(reason: LockReason) -> str:
    """Return the argument that tells the next process why it was started."""
    return f"{OPTION}{reason.value}"


def reason_in(arguments: list[str]) -> LockReason | None:
    """Return the reason that the arguments of this process name."""
    for argument in arguments:
        word = argument.removeprefix(OPTION)
        if word != argument and word in {reason.value for reason in LockReason}:
            return LockReason(word)
    return None


def sentence_of(reason: LockReason) -> str:
    """Return what the unlock window says."""
    sentences = {
        LockReason.HAND: QCoreApplication.translate("Locking", "Sie haben den Tresor gesperrt."),
        LockReason.IDLE: QCoreApplication.translate(
            "Locking",
            "Gesperrt, weil eine Weile nichts eingegeben wurde. Begonnene Texte sind gesichert.",
        ),
        LockReason.SCREEN: QCoreApplication.translate(
            "Locking", "Gesperrt, weil der Bildschirm gesperrt wurde."
        ),
        LockReason.SUSPEND: QCoreApplication.translate(
            "Locking", "Gesperrt, weil der Rechner in den Ruhezustand ging."
        ),
        LockReason.RENEWED: QCoreApplication.translate(
            "Locking",
            "Der Tresor hat einen neuen Schlüssel. Bitte öffnen Sie ihn mit Ihrem Passwortsatz.",
        ),
        LockReason.RESTORED: QCoreApplication.translate(
            "Locking",
            "Die Sicherung ist zurückgeholt. Der Stand davor liegt als eigene Sicherung bereit.",
        ),
    }
    return sentences[reason]
