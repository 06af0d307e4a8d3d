"""The fields for a key: only what was asked for shows, and what is missing is said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit

from innolab_desktop.services.given_key import (
    GivenCode,
    GivenEscrow,
    GivenPassphrase,
    KeyringAsked,
)
from innolab_desktop.services.key_ports import ESCROW, KEYRING, PASSPHRASE, RECOVERY, SLOT_TYPES
from innolab_desktop.ui.dialogs.keys.key_fields import KeyFields
from ui.accessibility import audit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.given_key import GivenKey
    from innolab_desktop.ui.theme.theme import Theme


@pytest.fixture
def fields(qtbot: QtBot, theme: Theme) -> KeyFields:
    made = KeyFields(theme, SLOT_TYPES)
    made.setWindowTitle("Schlüssel")
    qtbot.addWidget(made)
    made.show()
    return made


def lines(fields: KeyFields) -> dict[str, QLineEdit]:
    """Return the lines that show, by the names that screen readers say."""
    found = fields.findChildren(QLineEdit)
    return {line.accessibleName(): line for line in found if line.isVisible()}


@pytest.mark.parametrize(
    ("sort", "typed", "given"),
    [
        (PASSPHRASE, {"Passwortsatz": "vier"}, GivenPassphrase("vier")),
        (RECOVERY, {"Wiederherstellungscode": "abcd"}, GivenCode("abcd")),
        (KEYRING, {}, KeyringAsked()),
        (
            ESCROW,
            {
                "Geheime Datei des Hinterlegungsschlüssels": "/stick/geheim.json",
                "Passwortsatz der Datei": "drei",
            },
            GivenEscrow(Path("/stick/geheim.json"), "drei"),
        ),
    ],
)
def test_each_sort_asks_for_its_own(
    fields: KeyFields, qapp: QApplication, sort: str, typed: dict[str, str], given: GivenKey
) -> None:
    fields.choose(sort)
    assert audit(fields, qapp) == []
    assert list(lines(fields)) == list(typed)
    for name, text in typed.items():
        assert fields.problem()
        lines(fields)[name].setText(text)
    assert fields.problem() == ""
    assert fields.given == given
    assert "vier" not in repr(fields.given)
    assert "drei" not in repr(fields.given)


def test_one_sort_is_no_choice(qtbot: QtBot, theme: Theme) -> None:
    only = KeyFields(theme, (RECOVERY,))
    qtbot.addWidget(only)
    only.show()
    assert not only.findChildren(QComboBox)[0].isVisible()
    assert list(lines(only)) == ["Wiederherstellungscode"]
