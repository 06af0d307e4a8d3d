"""``vault salvage`` says what was saved and what is missing."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from cli.innolab import Innolab, run, run_with

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


def test_a_forgotten_passphrase_is_no_end(pair: Pair, tmp_path: Path) -> None:
    holder = {"INNOLAB_PASSPHRASE": "die Amtsleitung schließt ab"}
    made = ("escrow", "create", "--name", "IT", "--out", tmp_path / "key", "--json")
    key = run_with(holder, *made).value
    pair.ada.ask("vault", "slots", "add", "escrow", "--key", key["public"])
    code = pair.ada.ask("vault", "slots", "add", "recovery")["code"]
    before = pair.ada.ask("vault", "status")["records"]
    data = bytearray((pair.ada.vault / "vault.db").read_bytes())
    data[100] ^= 1
    (pair.ada.vault / "vault.db").write_bytes(data)
    command = ("--vault", pair.ada.vault, "--json", "vault", "salvage")

    by_code = run_with({"INNOLAB_RECOVERY_CODE": code}, *command, tmp_path / "Code")
    by_escrow = run_with(holder, *command, tmp_path / "Stelle", "--escrow-key", key["secret"])

    assert [by_code.exit_code, by_escrow.exit_code] == [0, 0], (by_code, by_escrow)
    assert by_code.value["records"] == by_escrow.value["records"] == before
    assert Innolab(tmp_path / "Code").ask("vault", "status")["records"] == before
    restored = run_with(
        {"INNOLAB_RECOVERY_CODE": code}, *command[:3], "vault", "restore", tmp_path / "Code"
    )
    assert restored.exit_code == 0, restored
    assert pair.ada.ask("vault", "status")["records"] == before
    assert run(*command, tmp_path / "Ohne", passphrase=None).error["code"] == "passphrase_missing"
