"""What is said of a space: what is to be sent there, to whom, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from innolab_desktop.services.outbox import Step
from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.receipt_words import days_words, overdue_sentence, receipt_reason
from innolab_desktop.ui.space_names import departure_sentence
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innolab_desktop.services.acknowledgement import DueReceipt, PartnerStatus
    from innolab_desktop.services.outbox import SpaceOutbox

_MOST_NAMES: Final = 3


def outbox_chip(outbox: SpaceOutbox) -> tuple[str, Tone]:
    """Return what is to be done in a few words."""
    if outbox.step is Step.SEND:
        return changes_words(outbox.unsent_commits), Tone.WARN
    if outbox.step is Step.NOTHING and not outbox.partners:
        is_left = outbox.space.left is not None
        return _tr("nicht mehr Mitglied") if is_left else _tr("fehlt hier"), Tone.INFO
    if outbox.step is Step.REMIND and all(p.arrived_in_part for p in outbox.to_be_reminded):
        return _tr("Teile fehlen"), Tone.WARN
    return {
        Step.RECEIPT: (_tr("Quittung fällig"), Tone.WARN),
        Step.REMIND: (_tr("Quittung fehlt"), Tone.WARN),
        Step.COMPARE: (_tr("Schlüssel geändert"), Tone.BAD),
    }.get(outbox.step, (_tr("alles gesendet"), Tone.OK))


def outbox_line(outbox: SpaceOutbox) -> str:
    """Return to whom something goes, and what goes along."""
    left = outbox.space.left
    if left is not None and outbox.step is Step.NOTHING:
        return departure_sentence(left)
    if not outbox.partners:  # a space that only packages tell of
        return _waiting_sentence(outbox.owed) if outbox.owed else ""
    parts = [_what(outbox)]
    if outbox.owed and outbox.step is not Step.RECEIPT:
        along = _tr("{0} geht mit") if len(outbox.owed) == 1 else _tr("{0} gehen mit")
        parts.append(along.format(counted(len(outbox.owed), _tr("Quittung"), _tr("Quittungen"))))
    if outbox.blocked and outbox.step is not Step.COMPARE:
        names = _people(outbox.blocked)
        parts.append(_tr("nicht an {0}: Schlüssel geändert").format(names))
    return " · ".join(parts)


def changes_words(count: int) -> str:
    """Return how much is new."""
    return counted(count, _tr("neue Änderung"), _tr("neue Änderungen"))


def _what(outbox: SpaceOutbox) -> str:
    if outbox.step is Step.SEND:
        to_all = _tr("Noch nicht gesendet, geht an {0}").format(_people(outbox.reachable))
        fresh = outbox.to_be_sent
        if len(_persons(fresh)) == len(_persons(outbox.reachable)):
            return to_all
        return _tr("{0}; neu für {1}").format(to_all, _people(fresh))
    if outbox.step is Step.RECEIPT:
        return _waiting_sentence(outbox.due)
    if outbox.step is Step.REMIND:
        return _late_sentence(outbox.to_be_reminded)
    if outbox.step is Step.COMPARE:
        return _tr("Vor dem Senden zu vergleichen: {0}").format(_people(outbox.blocked))
    return _tr("Geteilt mit {0}").format(_people(outbox.partners))


def _waiting_sentence(due: tuple[DueReceipt, ...]) -> str:
    longest = max(due, key=lambda receipt: receipt.days)
    if len(due) == 1:
        return f"{single_line(longest.name)}: {receipt_reason(longest)}"
    text = _tr("{0} Personen warten auf eine Quittung, am längsten seit {1}")
    return text.format(len(due), days_words(longest.days))


def _late_sentence(late: tuple[PartnerStatus, ...]) -> str:
    longest = max(late, key=lambda partner: partner.waiting_days)
    if all(partner.arrived_in_part for partner in late):
        text = _tr("Vom letzten Paket fehlen Teile bei {0}; noch einmal gesendet, ist alles da")
        return text.format(_people(late))
    if len(late) == 1:
        return overdue_sentence(longest)
    text = _tr("Von {0} Personen fehlt eine Quittung, am längsten seit {1}")
    return text.format(len(late), days_words(longest.waiting_days))


def _persons(partners: Iterable[PartnerStatus]) -> dict[bytes, str]:
    """Return the names of people, each of them once."""
    return {partner.person: single_line(partner.name) for partner in partners}


def _people(partners: Iterable[PartnerStatus]) -> str:
    names = tuple(_persons(partners).values())
    if len(names) > _MOST_NAMES:
        return _tr("{0} Personen").format(len(names))
    return ", ".join(names)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sending", text)
