"""Spaces as people know them: name, sort, and who reads along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from innolab_desktop.ui.moments import local_time
from innolab_desktop.ui.visible_text import single_line

if TYPE_CHECKING:
    from innolab_desktop.services.read_models import Departure, Space

_MOST_READERS: Final = 6
"""More names are a wall of text; all of them stand in the list of members."""


def space_type_label(space_type: str) -> str:
    """Return the word for a type of space."""
    labels = {
        "private": QCoreApplication.translate("Spaces", "privat"),
        "tandem": QCoreApplication.translate("Spaces", "Tandem"),
        "coordination": QCoreApplication.translate("Spaces", "mit der Koordinierungsstelle"),
        "case_group": QCoreApplication.translate("Spaces", "Fallgruppe"),
        "network": QCoreApplication.translate("Spaces", "Netzwerk"),
    }
    return labels.get(space_type, space_type)


def space_type_offer(space_type: str) -> str:
    """Return a type of space with whom it is for, as it is offered for a new one."""
    offers = {
        "tandem": QCoreApplication.translate("Spaces", "Tandem: nur die beiden"),
        "case_group": QCoreApplication.translate("Spaces", "Fallgruppe: für Fallberatungen"),
        "coordination": QCoreApplication.translate("Spaces", "mit der Koordinierungsstelle"),
        "network": QCoreApplication.translate("Spaces", "Netzwerk: über Kommunen hinweg"),
    }
    return offers[space_type]


def role_label(role: str) -> str:
    """Return what a person is in a space."""
    labels = {
        "founder": QCoreApplication.translate("Spaces", "hat den Raum angelegt"),
        "coordinator": QCoreApplication.translate("Spaces", "Koordinierungsstelle"),
    }
    return labels.get(role, QCoreApplication.translate("Spaces", "Mitglied"))


def managing_sentence(space_type: str) -> str:
    """Return who may add and remove people in such a space."""
    sentences = {
        "private": QCoreApplication.translate("Spaces", "Lesen können das nur Sie."),
        "tandem": QCoreApplication.translate(
            "Spaces", "In einem Tandem können alle Mitglieder aufnehmen und herausnehmen."
        ),
        "case_group": QCoreApplication.translate(
            "Spaces",
            "Über die Mitglieder entscheidet, wer die Fallgruppe angelegt hat. Fallberatungen "
            "bleiben bei denen, die teilnehmen.",
        ),
    }
    coordinated = QCoreApplication.translate(
        "Spaces",
        "Über die Mitglieder entscheiden die Person, die den Raum angelegt hat, und die "
        "Koordinierungsstelle.",
    )
    return sentences.get(space_type, coordinated)


def space_label(space: Space) -> str:
    """Return name and sort of a space in one line."""
    if not space.name:
        return QCoreApplication.translate("Spaces", "Ein Raum, der hier fehlt")
    is_private = space.type == "private"  # its name is the program's
    name = QCoreApplication.translate("Spaces", "Nur ich") if is_private else space.name
    return f"{single_line(name)} ({space_type_label(space.type)})"


def departure_sentence(left: Departure) -> str:
    """Return that one does not belong to a space any more, and what that means."""
    since = QCoreApplication.translate("Spaces", "Sie sind hier seit {0} nicht mehr Mitglied.")
    told = since.format(f"{local_time(left.at_ms):%d.%m.%Y}")
    if not left.at_ms:
        told = QCoreApplication.translate("Spaces", "Sie sind hier nicht Mitglied.")
    rest = QCoreApplication.translate("Spaces", "Was da ist, können Sie weiter lesen.")
    return f"{told} {rest}"


def space_audience(space: Space) -> str:
    """Return a sentence about who can read what is in a space."""
    if space.left is not None:
        return departure_sentence(space.left)
    if space.type == "private":
        return QCoreApplication.translate("Spaces", "Lesen können das nur Sie.")
    people = {member.person_id: single_line(member.name) for member in space.members}
    names = list(people.values())  # a person may have several devices
    if len(names) > _MOST_READERS:
        text = QCoreApplication.translate("Spaces", "{0} und {1} weitere Personen")
        first = _MOST_READERS - 1
        names = [text.format(", ".join(names[:first]), len(names) - first)]
    text = QCoreApplication.translate("Spaces", "Lesen können das: {0}.")
    return text.format(", ".join(names))
