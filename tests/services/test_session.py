from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innolab_desktop.bootstrap import open_vault
from innolab_desktop.domain.errors import VaultError
from vaults import PASSPHRASE, create

if TYPE_CHECKING:
    from pathlib import Path


def test_a_marker_that_cannot_be_written_is_told_and_the_vault_is_closed(tmp_path: Path) -> None:
    session = create(tmp_path / "v", "Ada Öz")
    mission = session.records.new("mission", {"title": "Wege für alle"}).record
    marker = tmp_path / "v" / "vault.head"
    marker.unlink()
    marker.mkdir()
    with pytest.raises(VaultError, match="vault_head_unwritable"):
        session.close()
    with pytest.raises(VaultError, match="vault_unreadable"):
        open_vault(tmp_path / "v", PASSPHRASE)

    marker.rmdir()
    again = open_vault(tmp_path / "v", PASSPHRASE)

    assert again.records.open(mission).values["title"] == "Wege für alle"
    again.close()
