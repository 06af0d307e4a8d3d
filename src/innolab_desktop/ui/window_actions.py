"""The actions of the main window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from innolab_desktop.services.consultations import CONSULTATION
from innolab_desktop.services.edit_history import NOTHING_TO_UNDO, Outlook
from innolab_desktop.services.overview import PAGE_KINDS
from innolab_desktop.ui.actions import Action, ActionGroup, ActionSet
from innolab_desktop.ui.edit_words import redo_words, undo_words
from innolab_desktop.ui.pages.guided_flows import MISSION
from innolab_desktop.ui.pages.more.areas import BACKUPS
from innolab_desktop.ui.theme.theme import ZOOM_STEPS_PERCENT, Appearance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.ui.appearance_choice import AppearanceChoice
    from innolab_desktop.ui.help_desk import HelpDesk
    from innolab_desktop.ui.main_window import MainWindow
    from innolab_desktop.ui.page_set import PageSet

_MOST_NUMBERED = 9


def window_actions(
    window: MainWindow, pages: PageSet, forms: Forms, looks: AppearanceChoice, help_desk: HelpDesk
) -> ActionSet:
    """Return everything that can be done from anywhere in *window*."""
    return ActionSet(
        [
            *_places(window, pages),
            *_records(window, forms),
            *_flows(window),
            *_edits(window),
            Action("lock", _tr("Sperren"), ActionGroup.VAULT, window.request_lock, ("Ctrl+L",)),
            _restore(window),
            *_looks(looks),
            *_sizes(window, looks),
            *_help(window, help_desk),
        ]
    )


def _restore(window: MainWindow) -> Action:
    label, words = _tr("Sicherung zurückholen …"), _tr("wiederherstellen Backup früherer Stand")
    go = partial(window.show_page, f"more/{BACKUPS}")
    return Action("restore", label, ActionGroup.VAULT, go, words=words)


def _places(window: MainWindow, pages: PageSet) -> Iterator[Action]:
    def choose(name: str) -> None:
        """Bring a page to the front; the one that is there goes back to its start."""
        if window.front is window.page(name):
            window.front.show_start()
        else:
            window.show_page(name)

    group = ActionGroup.PLACE
    for number, (name, item) in enumerate(zip(pages.names, pages.items, strict=True), 1):
        keys = (f"Ctrl+{number}",) if number <= _MOST_NUMBERED else ()
        go = partial(choose, name)
        yield Action(f"page_{name}", item.name, group, go, keys, item.description)
    for area in pages.areas:
        go = partial(window.show_page, f"more/{area.part}")
        yield Action(f"part_{area.part}", area.label, group, go, words=area.purpose)


def _records(window: MainWindow, forms: Forms) -> Iterator[Action]:
    group = ActionGroup.RECORD
    words = _tr("Befehle finden")
    yield Action("search", _tr("Suchen"), group, window.focus_search, ("Ctrl+K",), words)
    note, found_by = _tr("Schnelle Notiz"), _tr("aufschreiben festhalten Lerntagebuch")
    yield Action("quick_note", note, group, window.begin_note, ("Ctrl+N",), found_by)
    new = _tr("Neu in diesem Bereich")
    yield Action("new", new, group, window.start_new, ("Ctrl+Shift+N",), _tr("anlegen"))
    yield Action("save", _tr("Speichern"), group, window.leave, ("Ctrl+S",))
    for kind in PAGE_KINDS:
        begin = partial(window.start_new, kind)
        yield Action(f"new_{kind}", forms[kind].label_new, group, begin, words=_tr("anlegen"))


def _flows(window: MainWindow) -> Iterator[Action]:
    def begin(kind: str) -> None:
        window.show_page(kind)
        window.page(kind).begin_flow()

    for kind, label, key, words in (
        (MISSION, _tr("Mission Schritt für Schritt"), "Ctrl+Shift+M", _tr("führen Missionssatz")),
        (CONSULTATION, _tr("Fallberatung durchführen"), "Ctrl+Shift+F", _tr("Phasen Uhr")),
    ):
        run = partial(begin, kind)
        yield Action(f"lead_{kind}", label, ActionGroup.RECORD, run, (key,), words)


def _edits(window: MainWindow) -> Iterator[Action]:
    def outlook() -> Outlook:
        undoing, noted = window.front.undoing, window.noting.outlook
        shown = NOTHING_TO_UNDO if undoing is None else undoing.outlook
        return Outlook(noted.undo or shown.undo, noted.redo or shown.redo)

    def undo() -> None:
        if window.noting.outlook.undo:
            window.noting.undo()
        elif (undoing := window.front.undoing) is not None:
            undoing.undo()

    def redo() -> None:
        if window.noting.outlook.redo:
            window.noting.redo()
        elif (undoing := window.front.undoing) is not None:
            undoing.redo()

    for action_id, keys, run, name_now in (
        ("undo", ("Ctrl+Z",), undo, lambda: undo_words(outlook().undo)),
        ("redo", ("Ctrl+Shift+Z", "Ctrl+Y"), redo, lambda: redo_words(outlook().redo)),
    ):
        label = undo_words(None) if action_id == "undo" else redo_words(None)
        group, words = ActionGroup.RECORD, _tr("zurücknehmen Änderung")
        yield Action(action_id, label, group, run, keys, words, name_now=name_now)


def _looks(looks: AppearanceChoice) -> Iterator[Action]:
    for appearance, label in (
        (Appearance.SYSTEM, _tr("Darstellung wie System")),
        (Appearance.LIGHT, _tr("Hell")),
        (Appearance.DARK, _tr("Dunkel")),
        (Appearance.CONTRAST, _tr("Hoher Kontrast")),
    ):
        yield Action(
            f"look_{appearance.value}",
            label,
            ActionGroup.APPEARANCE,
            partial(looks.take_appearance, appearance),
            words=_tr("Darstellung Farben"),
            is_chosen=partial(looks.is_appearance, appearance),
        )


def _sizes(window: MainWindow, looks: AppearanceChoice) -> Iterator[Action]:
    group = ActionGroup.TEXT_SIZE
    for percent in ZOOM_STEPS_PERCENT:
        yield Action(
            f"zoom_{percent}",
            _tr("Schrift {0} %").format(percent),
            group,
            partial(looks.zoom_to, percent),
            ("Ctrl+0",) if percent == ZOOM_STEPS_PERCENT[0] else (),
            is_chosen=partial(looks.is_zoom, percent),
        )
    for name, label, steps, keys in (
        ("zoom_in", _tr("Schrift größer"), 1, ("Ctrl++", "Ctrl+=")),
        ("zoom_out", _tr("Schrift kleiner"), -1, ("Ctrl+-",)),
    ):
        yield Action(name, label, group, partial(looks.zoom_by, steps), keys)
    words = _tr("Darstellung Schriftgröße Schreibweise Sperren Vorgaben")
    label, keys = _tr("Einstellungen"), ("Ctrl+,",)
    yield Action("settings", label, ActionGroup.VAULT, window.open_settings, keys, words)


def _help(window: MainWindow, help_desk: HelpDesk) -> Iterator[Action]:
    group = ActionGroup.HELP
    yield Action("help", _tr("Hilfe"), group, window.show_help, ("F1",), _tr("Handbuch"))
    shortcuts = _tr("Tastenkürzel")
    yield Action("shortcuts", shortcuts, group, help_desk.show_shortcuts, ("Ctrl+F1",))
    statement = _tr("Erklärung zur Barrierefreiheit")
    yield Action("accessibility", statement, group, help_desk.show_accessibility)
    about = _tr("Über InnoLab Desktop")
    yield Action("about", about, group, help_desk.show_about, words=_tr("Version Lizenz"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("WindowActions", text)
