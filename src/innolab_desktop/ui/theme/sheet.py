"""The flat finish on Fusion: one short style sheet, lengths in em, colours from the tokens.

Measured faster than a proxy style written in Python. Without the sheet, Fusion loses the
borders of fields on a black ground, so it stays in high contrast too.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from innolab_desktop.ui.theme.tokens import Tone

if TYPE_CHECKING:
    from innolab_desktop.ui.theme.tokens import Tokens

_FIELDS = "QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox"
_FOCUSED_FIELDS = ", ".join(f"{name}:focus" for name in _FIELDS.split(", "))

_RULES = """
QPushButton { background: $button; border: 1px solid $border; border-radius: 6px;
  padding: .3em .8em; margin: 1px; }
QPushButton:hover { background: $alternate; }
QPushButton:pressed { background: $soft; }
QPushButton:focus { border: 2px solid $accent; margin: 0; }
QPushButton:disabled { color: $muted; border-color: $line; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton[primary="true"]:focus { border: 2px solid $text; }
QPushButton[primary="true"]:disabled { background: $alternate; color: $muted; border-color: $line; }
QPushButton[tile="true"] { background: transparent; border: 2px solid transparent; padding: 0;
  margin: 0; }
QPushButton[tile="true"]:hover { background: $alternate; }
QPushButton[tile="true"]:focus { border-color: $accent; }
QToolButton { border: 2px solid transparent; border-radius: 6px; background: transparent;
  padding: .2em; text-align: left; }
QToolButton:hover { background: $alternate; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }
$fields { background: $base; color: $text; border: 1px solid $border; border-radius: 5px;
  padding: .25em .4em; margin: 1px; selection-background-color: $accent;
  selection-color: $on_accent;
  placeholder-text-color: $muted; }
QLineEdit { padding: 0 .4em; min-height: 1.7em; }
$focused_fields { border: 2px solid $accent; margin: 0; }
QPlainTextEdit:read-only, QLineEdit:read-only { background: $window; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: none; padding: 0; margin: 0;
  min-height: 0; background: transparent; }
QComboBox:disabled { background: $window; color: $muted; border-color: $line; }
QComboBox::drop-down { border: none; width: 1.8em; }
QComboBox::down-arrow { image: none; }
QTableView { gridline-color: $line; }
QTableWidget::item { padding: 0 .35em; }
QHeaderView { background: $base; }
QHeaderView::section { background: $alternate; color: $text; border: none; padding: .3em .45em;
  border-bottom: 1px solid $line; border-right: 1px solid $line; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; padding: .35em .9em; border: 2px solid transparent; }
QTabBar::tab:selected { border-bottom-color: $accent; }
QTabBar::tab:selected:focus { border-color: $accent; }
QTabBar::scroller { width: 1.6em; }
QTabBar QToolButton { padding: 0; border: none; background: $window; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QProgressBar { background: $base; border: 1px solid $border; border-radius: 5px;
  text-align: center; color: $text; min-height: 1.35em; }
QProgressBar[thin="true"] { min-height: .5em; max-height: .5em; border-radius: 4px; }
QProgressBar::chunk { background: $bar; border-radius: 4px; }
QScrollBar:vertical { background: transparent; width: .8em; margin: 0; }
QScrollBar::handle:vertical { background: $handle; border-radius: .2em; margin: 2px .2em;
  min-height: 2em; }
QScrollBar:horizontal { background: transparent; height: .8em; }
QScrollBar::handle:horizontal { background: $handle; border-radius: .2em; margin: .2em 2px;
  min-width: 2em; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $base; color: $text; border: 1px solid $border; padding: .3em; }
QMenu::item { padding: .35em 1.6em .35em 1.2em; border-radius: 4px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: .3em 0; }
QToolTip { background: $base; color: $text; border: 1px solid $border; padding: .3em; }
QStatusBar::item { border: none; }
QLabel[ink="muted"] { color: $muted; }
QFrame[surface="card"] { background: $base; border: 1px solid $line; border-radius: 8px; }
QFrame[surface="bar"] { background: $base; border: none; }
QFrame[surface="line"] { background: $line; border: none; }
"""


def build_sheet(tokens: Tokens) -> str:
    """Return the style sheet in the colours of *tokens*."""
    colours = {
        item.name: value
        for item in fields(tokens)
        if isinstance(value := getattr(tokens, item.name), str)
    }
    sheet = _RULES.replace("$focused_fields", _FOCUSED_FIELDS).replace("$fields", _FIELDS)
    for name in sorted(colours, key=len, reverse=True):
        sheet = sheet.replace(f"${name}", colours[name])
    for tone in Tone:
        ink, ground = tokens.tone(tone)
        sheet += f'QLabel[ink="{tone}"] {{ color: {ink}; }}\n'
        sheet += (
            f'QFrame[banner="{tone}"] {{ background: {ground}; border: 1px solid {ink};'
            " border-radius: 8px; }\n"
            f'QFrame[banner="{tone}"] QLabel {{ color: {ink}; }}\n'
        )
    return sheet
