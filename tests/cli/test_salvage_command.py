"""``vault salvage`` says what was saved and what is missing."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from cli.innolab import Innolab

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Pair


def test_salvage(pair: Pair, tmp_path: Path) -> None:
    out = tmp_path / "gerettet"
    before = pair.ada.ask("vault", "status")
    found = pair.ada.ask("vault", "salvage", out)
    assert (found["records"], found["commits"]) == (before["records"], before["commits"])
    assert (found["broken_pages"], found["missing"]) == (0, [])
    saved = Innolab(out)
    shown = saved.ask("record", "show", pair.mission)
    assert shown["values"]["title"] == "Zugänge für alle"
    assert saved.ask("vault", "verify", "--deep")["ok"]
    shutil.rmtree(out)
    assert "Es fehlt nichts" in pair.ada.run("vault", "salvage", out).output
    assert pair.ada.refuse("vault", "salvage", out) == (1, "salvage_target_not_empty")


def test_what_is_missing_is_named(pair: Pair, tmp_path: Path) -> None:
    marker = pair.ada.vault / "vault.head"
    text = marker.read_text()
    shutil.rmtree(pair.ada.vault / "backups", ignore_errors=True)
    pair.ada.ask("record", "set", pair.mission, "title=Später")
    newer = marker.read_text()
    assert newer != text
    older = pair.ada.ask("vault", "backup")["path"]
    pair.ada.ask("record", "set", pair.mission, "title=Noch später")
    data = (pair.ada.vault / "vault.db").read_bytes()
    (pair.ada.vault / "vault.db").write_bytes(bytes(len(data)))
    found = pair.ada.ask("vault", "salvage", tmp_path / "gerettet")
    (part,) = found["missing"]
    assert part["person"] == "Ada Öz"
    assert part["first_seq"] == part["last_seq"]
    assert found["broken_pages"] == found["pages"], older
    shutil.rmtree(tmp_path / "gerettet")
    assert "Es fehlt: 1 Änderung von Ada Öz" in (
        pair.ada.run("vault", "salvage", tmp_path / "gerettet").output
    )
