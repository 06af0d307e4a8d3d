"""Which page of the handbook helps where, and the pages that the program writes itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from innolab_desktop.ui.actions import ActionGroup
from innolab_desktop.ui.help.blocks import Block, BlockKind, plain
from innolab_desktop.ui.help.handbook import Topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.ui.actions import ActionSet

FIRST_TOPIC: Final = "erste-schritte"
KEYBOARD_TOPIC: Final = "tastatur"
ACCESSIBILITY_TOPIC: Final = "barrierefreiheit"
ABOUT_TOPIC: Final = "ueber"
LICENCES_TOPIC: Final = "lizenzen"
_TOPIC_OF: Final = {
    "mission": "mission",
    "tandem_note": "notizen",
    "case_consultation": "fallberatung",
    "evaluation": "auswertung",
    "exchange": "austausch",
    "more/lessons": "mission",
    "more/backups": "sicherungen",
    "more/keys": "schluessel",
    "more/trash": "loeschen",
    "more/erasures": "loeschen",
    "more/retention": "loeschen",
    "settings": "einstellungen",
}


def topic_for(place: str) -> str:
    """Return the page that helps at *place*, a page of the window or ``page/part``."""
    return _TOPIC_OF.get(place, _TOPIC_OF.get(place.partition("/")[0], FIRST_TOPIC))


def keyboard_topic(actions: ActionSet) -> Topic:
    """Return the page of all key combinations."""
    return Topic(KEYBOARD_TOPIC, tuple(_keyboard(actions)))


def _keyboard(actions: ActionSet) -> Iterator[Block]:
    yield plain(BlockKind.TITLE, _tr("Tastatur"))
    yield plain(BlockKind.PARAGRAPH, _tr("Alles lässt sich ohne Maus bedienen."))
    for group, label in (
        (ActionGroup.PLACE, _tr("Bereiche")),
        (ActionGroup.RECORD, _tr("Einträge")),
        (ActionGroup.VAULT, _tr("Tresor und Darstellung")),
        (ActionGroup.TEXT_SIZE, _tr("Schriftgröße")),
        (ActionGroup.HELP, _tr("Hilfe")),
    ):
        yield plain(BlockKind.HEADING, label)
        for action in actions.of_group(group):
            if action.keys:
                yield plain(BlockKind.BULLET, f"{action.keys}: {action.label}")
    yield plain(BlockKind.HEADING, _tr("Überall"))
    for text in (
        _tr("Tabulator, Umschalt+Tabulator: zum nächsten oder vorigen Element"),
        _tr("Pfeiltasten: in Listen, Reitern und Auswahlen"),
        _tr("Eingabe: öffnen; Leertaste: ankreuzen oder drücken; Esc: schließen"),
        _tr("Strg+Eingabe: einen Dialog bestätigen, auch aus einem langen Text heraus"),
        _tr("In Tabellen: Eingabe oder F2 ändert eine Zelle, Esc gibt zurück, was dort stand"),
        _tr("In Tabellen: Alt+Eingabe öffnet den ganzen Eintrag, Alt+Pfeil verschiebt ihn"),
        _tr("Strg+Z, Strg+Umschalt+Z: im Text rückgängig machen und wiederholen"),
    ):
        yield plain(BlockKind.BULLET, text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Topics", text)
