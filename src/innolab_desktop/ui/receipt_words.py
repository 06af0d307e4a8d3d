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
    from collections.abc import Sequence

    from innolab_desktop.services.acknowledgement import DueReceipt, PartnerStatus


def partner_chip(partner: PartnerStatus) -> tuple[str, Tone]:
    """Return the state of a partner in a few words."""
    if partner.state == "confirmed" and partner.sent_days is None:
        return _tr("nichts zu bestätigen"), Tone.INFO
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
    if partner.open_commits and partner.state != "confirmed":  # others sent it, and ask for it
        changes = counted(partner.open_commits, _tr("Änderung"), _tr("Änderungen"))
        parts.append(_tr("{0} nicht bestätigt").format(changes))
    if partner.exports:
        packages = counted(partner.exports, _tr("Paket"), _tr("Pakete"))
        parts.append(_tr("{0} ohne Quittung").format(packages))
    if partner.waiting_days:
        parts.append(_tr("seit {0}").format(days_words(partner.waiting_days)))
    return " · ".join(parts)


def overdue_sentence(partner: PartnerStatus) -> str:
    """Return that a Quittung is late: by time if it is, else by lost packages."""
    name = single_line(partner.name)
    if partner.waiting_days >= OVERDUE_DAYS:
        return _tr("Seit {0} keine Quittung von {1}").format(days_words(partner.waiting_days), name)
    packages = counted(partner.exports, _tr("Paket"), _tr("Pakete"))
    return _tr("{0} ohne Quittung von {1}").format(packages, name)


def receipts_sentence(partners: Sequence[PartnerStatus]) -> str:
    """Return how many confirmed what they were sent, and how long the others take."""
    asked = [partner for partner in partners if partner.sent_days is not None]
    if not asked:
        return _tr("Noch ist nichts gesendet, was jemand bestätigen könnte.")
    late = [partner for partner in asked if partner.exports]
    everybody = {partner.person for partner in asked}
    if len(everybody) == 1:
        return _alone(max(asked, key=lambda partner: (partner.exports, partner.waiting_days)))
    count = len({partner.person for partner in late})
    text = _tr("{0} von {1} haben bestätigt, was Sie gesendet haben.")
    told = text.format(len(everybody) - count, len(everybody))
    longest = max((partner.waiting_days for partner in late), default=0)
    if longest:
        since = _tr("{0} offen, am längsten seit {1}.").format(count, days_words(longest))
        return f"{told} {since}"
    return told


def _alone(partner: PartnerStatus) -> str:
    name = single_line(partner.name)
    if not partner.exports:
        return _tr("{0} hat bestätigt, was Sie gesendet haben.").format(name)
    if not partner.waiting_days:
        return _tr("{0} hat noch nicht bestätigt, was Sie gesendet haben.").format(name)
    text = _tr("{0} hat noch nicht bestätigt, was Sie gesendet haben, seit {1}.")
    return text.format(name, days_words(partner.waiting_days))


def receipt_reason(receipt: DueReceipt) -> str:
    """Return why a partner should get a Quittung, and how long that may take."""
    if receipt.is_of_unknown_space:
        return _tr(
            "von einem Raum, der hier fehlt. Die Quittung sagt das, danach kommt alles noch einmal"
        )
    if receipt.is_asked:
        return _tr("hat um eine Quittung gebeten")
    return _tr("wartet seit {0} auf eine Quittung").format(days_words(receipt.days))


def days_words(days: int) -> str:
    """Return a number of days, as it stands after "seit"."""
    return counted(days, _tr("Tag"), _tr("Tagen"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Receipts", text)
