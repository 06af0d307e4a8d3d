"""What IT forbids is not offered where a vault is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innolab_desktop import bootstrap
from innolab_desktop.domain.policy import PolicySource, combine
from innolab_desktop.gate import Gate
from innolab_desktop.keys.passphrase_slot import FLOOR_KIB
from innolab_desktop.services.key_ports import KEYRING, PASSPHRASE, RECOVERY, KeySlot
from innolab_desktop.ui.dialogs.unlock_window import UnlockWindow
from innolab_desktop.ui.error_text import ErrorPresenter
from innolab_desktop.ui.other_ways import OtherWays

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.ui.jobs import Jobs
    from innolab_desktop.ui.theme.theme import Theme

SLOTS = tuple(KeySlot(name, name, "", "") for name in (PASSPHRASE, KEYRING, RECOVERY))


@pytest.mark.parametrize(
    ("given", "offered"),
    [
        ({}, [PASSPHRASE, KEYRING, RECOVERY]),
        ({"keyring_allowed": True}, [PASSPHRASE, KEYRING, RECOVERY]),
        ({"keyring_allowed": False}, [PASSPHRASE, RECOVERY]),
    ],
)
def test_a_forbidden_key_store_is_not_offered(
    qtbot: QtBot,
    theme: Theme,
    jobs: Jobs,
    catalogue: ErrorCatalogue,
    *,
    given: dict[str, object],
    offered: list[str],
) -> None:
    surroundings = bootstrap.Surroundings(combine([PolicySource("file", given)]))
    window = UnlockWindow(theme, [])
    qtbot.addWidget(window)
    errors = ErrorPresenter(window, theme, catalogue)
    ways = OtherWays(Gate(FLOOR_KIB, surroundings), jobs, window, theme, errors)
    assert [slot.type for slot in ways._permitted(SLOTS)] == offered
