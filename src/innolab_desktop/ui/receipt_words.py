"""What is said about Quittungen: what partners confirmed, and what they wait for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from innolab_desktop.services.acknowledgement import OVERDUE_DAYS
from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.quoting import quoted
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line

if TYPE_CHECKING:
    from innolab_desktop.services.acknowledgement import DueReceipt, PartnerStatus


def partner_chip(partner: PartnerStatus) -> tuple[str, Tone]:
    """Return the state of a partner in a few words."""
    return {
        "confirmed": (_tr("alles bestätigt"), Tone.OK),
        "unsent": (_tr("noch zu senden"), Tone.INFO),
        "sent": (_tr("noch nicht bestätigt"), Tone.INFO),
        "overdue": (_tr("Quittung fehlt"), Tone.WARN),
        "blocked": (_tr("Schlüssel geändert – bitte vergleichen"), Tone.BAD),
    }[partner.state]


def partner_line(partner: PartnerStatus) -> str:
    """Return what is open with a partner, in numbers."""
    parts = [quoted(single_line(partner.space_name))]
    if partner.open_commits:
        changes = counted(partner.open_commits, _tr("Änderung"), _tr("Änderungen"))
        parts.append(_tr("{0} nicht bestätigt").format(changes))
    if partner.exports:
        packages = counted(partner.exports, _tr("Paket"), _tr("Pakete"))
        parts.append(_tr("{0} ohne Quittung").format(packages))
    if partner.waiting_days:
        parts.append(_tr("seit {0}").format(_days(partner.waiting_days)))
    return " · ".join(parts)


def overdue_sentence(partner: PartnerStatus) -> str:
    """Return that a Quittung is late: by time if it is, else by lost packages."""
    name = single_line(partner.name)
    if partner.waiting_days >= OVERDUE_DAYS:
        return _tr("Seit {0} keine Quittung von {1}").format(_days(partner.waiting_days), name)
    packages = counted(partner.exports, _tr("Paket"), _tr("Pakete"))
    return _tr("{0} ohne Quittung von {1}").format(packages, name)


def receipt_line(receipt: DueReceipt) -> str:
    """Return why a partner should get a Quittung, and how long that may take."""
    space = single_line(receipt.space_name)
    if receipt.is_of_unknown_space:
        return _tr(
            "Von einem Raum, der hier fehlt · die Quittung sagt das, danach kommt alles noch einmal"
        )
    if receipt.is_asked:
        return _tr("„{0}“ · hat um eine Quittung gebeten").format(space)
    if receipt.is_due:
        return _tr("„{0}“ · wartet seit {1} auf eine Quittung").format(space, _days(receipt.days))
    return _tr("„{0}“ · die Quittung geht mit Ihrem nächsten Paket mit").format(space)


def _days(days: int) -> str:
    return counted(days, _tr("Tag"), _tr("Tagen"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Receipts", text)
