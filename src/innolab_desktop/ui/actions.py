"""What the person can do from anywhere: one list for keys, menu, search field and help."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from innolab_desktop.domain.german_folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget


class ActionGroup(StrEnum):
    """What an action belongs to, in the order of the help."""

    PLACE = "place"
    RECORD = "record"
    VAULT = "vault"
    APPEARANCE = "appearance"
    TEXT_SIZE = "text_size"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do.

    Attributes:
        id: names it in code.
        label: names it for the person.
        group: where menu and help show it.
        run: does it.
        shortcuts: key combinations in Qt's portable notation; the first one is shown.
        words: further words by which it is found.
        is_chosen: tells whether it is the one in force, for choices.
        name_now: tells what it would do now, where that changes.
    """

    id: str
    label: str
    group: ActionGroup
    run: Callable[[], object]
    shortcuts: tuple[str, ...] = ()
    words: str = ""
    is_chosen: Callable[[], bool] | None = None
    name_now: Callable[[], str] | None = None

    @property
    def shown_label(self) -> str:
        """The label that says what it would do now."""
        return self.label if self.name_now is None else self.name_now()

    @property
    def keys(self) -> str:
        """The shown key combination as the keyboard has it, "" without one."""
        return key_text(self.shortcuts[0]) if self.shortcuts else ""


class ActionSet:
    """All actions, by id.

    Raises:
        ValueError: an id or a key combination occurs twice.
    """

    def __init__(self, actions: Iterable[Action]) -> None:
        self._actions: dict[str, Action] = {}
        taken: set[str] = set()
        for action in actions:
            keys = [_canonical(shortcut) for shortcut in action.shortcuts]
            free = {key for key in keys if key} - taken
            if action.id in self._actions or len(free) < len(keys):
                raise ValueError(action.id)
            self._actions[action.id] = action
            taken |= free

    def __iter__(self) -> Iterator[Action]:
        return iter(self._actions.values())

    def action(self, action_id: str) -> Action:
        """Return the action with this id."""
        return self._actions[action_id]

    def of_group(self, group: ActionGroup) -> Sequence[Action]:
        """Return the actions of a group."""
        return [action for action in self if action.group is group]

    def find(self, words: str) -> Sequence[Action]:
        """Return the actions in which every word of *words* begins a word."""
        wanted = fold(words).split()
        if not wanted:
            return []
        return [action for action in self if _matches(action, wanted)]

    def bind(self, window: QWidget) -> None:
        """Let every key combination work in all of *window*."""
        for action in self:
            for shortcut in action.shortcuts:
                bound = QShortcut(QKeySequence(shortcut), window, action.run)
                bound.setAutoRepeat(False)


def runner(action: Action) -> Callable[[], None]:
    """Return a slot that runs *action*, whatever the signal tells."""

    def run() -> None:
        action.run()

    return run


def key_text(shortcut: str) -> str:
    """Return a key combination in the words of this keyboard."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def _canonical(shortcut: str) -> str:
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.PortableText)


def _matches(action: Action, wanted: Sequence[str]) -> bool:
    known = fold(f"{action.label} {action.words}").replace("-", " ").split()
    return all(any(word.startswith(start) for word in known) for start in wanted)
