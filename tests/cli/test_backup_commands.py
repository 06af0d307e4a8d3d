"""``vault backup``, ``backups``, ``restore`` and ``drill``, also for a vault that does not open."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Pair
    from cli.innolab import Innolab


def back_up(person: Innolab) -> str:
    return person.ask("vault", "backup")["path"].rsplit("/", 1)[-1]


def title(person: Innolab, record: str) -> str:
    return person.ask("record", "show", record)["values"]["title"]


def test_list_and_restore_with_preview(pair: Pair) -> None:
    name = back_up(pair.ada)
    listed = pair.ada.ask("vault", "backups", "list")
    assert name in {backup["name"] for backup in listed}
    assert {backup["reason"] for backup in listed} <= {"manual", "closing", "import"}
    pair.ada.ask("record", "set", pair.mission, "title=Geändert")
    new = pair.ada.ask("record", "new", "tandem_note", "--set", "title=Neu")["id"]

    found = pair.ada.ask("vault", "restore", name, "--preview")
    assert [record["id"] for record in found["missing"]] == [new]
    assert [record["title"] for record in found["changed"]] == ["Geändert"]
    lines = pair.ada.run("vault", "restore", name, "--preview").output
    assert "Tandem-Notiz: Neu" in lines
    assert title(pair.ada, pair.mission) == "Geändert"

    pair.ada.ask("vault", "restore", name)
    assert title(pair.ada, pair.mission) == "Zugänge für alle"
    reasons = {backup["reason"] for backup in pair.ada.ask("vault", "backups", "list")}
    assert "before-restore" in reasons


def test_unknown_and_foreign_backups_are_refused(pair: Pair) -> None:
    assert pair.ada.refuse("vault", "restore", "gestern") == (1, "backup_unknown")
    foreign = pair.bea.ask("vault", "backup")["path"]
    assert pair.ada.refuse("vault", "restore", foreign) == (1, "backup_of_another_vault")


def flip(vault: Path) -> None:
    data = bytearray((vault / "vault.db").read_bytes())
    data[100] ^= 1
    (vault / "vault.db").write_bytes(data)


def lose_database(vault: Path) -> None:
    (vault / "vault.db").unlink()


def lose_public_part(vault: Path) -> None:
    (vault / "vault.json").unlink()
    (vault / "vault.json.bak").write_bytes(b"{")


def fill_with_clear_text(vault: Path) -> None:
    (vault / "vault.db").write_bytes(b"SQLite format 3\0" + bytes(8192))


@pytest.mark.parametrize("spoil", [flip, lose_database, lose_public_part, fill_with_clear_text])
def test_a_vault_that_does_not_open_gets_its_backup_back(pair: Pair, spoil: object) -> None:
    name = back_up(pair.ada)
    before = (pair.ada.vault / "vault.db").read_bytes()
    assert callable(spoil)
    spoil(pair.ada.vault)
    spoilt = pair.ada.vault / "vault.db"
    content = spoilt.read_bytes() if spoilt.exists() else None
    code = pair.ada.refuse("vault", "status")[1]
    pair.ada.ask("vault", "restore", name)
    assert title(pair.ada, pair.mission) == "Zugänge für alle"
    kept = [path.read_bytes() for path in (pair.ada.vault / "damaged").rglob("vault.db")]
    assert kept == ([] if content is None else [content]), code
    assert before != content or spoil is lose_public_part


def test_a_vault_that_is_gone_comes_back_from_a_stick(pair: Pair, tmp_path: Path) -> None:
    stick = tmp_path / "Stick"
    stick.mkdir()
    assert pair.ada.ask("vault", "backups", "place", stick)["second_place"] == str(stick)
    (copy,) = stick.glob("*/*")
    shutil.rmtree(pair.ada.vault)
    assert pair.ada.refuse("vault", "status") == (1, "vault_missing")
    pair.ada.ask("vault", "restore", copy)
    assert title(pair.ada, pair.mission) == "Zugänge für alle"


def test_a_second_place_that_is_gone_is_told_and_the_backup_is_there(
    pair: Pair, tmp_path: Path
) -> None:
    stick = tmp_path / "Stick"
    stick.mkdir()
    pair.ada.ask("vault", "backups", "place", stick)
    shutil.rmtree(stick)
    assert pair.ada.ask("vault", "backup")["second_place"] == "second_place_missing"
    assert "nicht erreichbar" in pair.ada.run("vault", "backup").output
    assert pair.ada.ask("vault", "backups", "place", "--none") == {"second_place": None}
    assert pair.ada.ask("vault", "backup")["second_place"] is None


def test_drill(pair: Pair) -> None:
    shutil.rmtree(pair.ada.vault / "backups", ignore_errors=True)
    name = back_up(pair.ada)
    drill = pair.ada.ask("vault", "drill")
    status = pair.ada.ask("vault", "status")
    assert drill["backup"] == name
    assert (drill["records"], drill["commits"]) == (status["records"], status["commits"])
    assert "lässt sich zurückholen" in pair.ada.run("vault", "drill").output


def test_export_open_asks_before_it_writes_clear_text(pair: Pair, tmp_path: Path) -> None:
    out = tmp_path / "offen"
    assert pair.ada.refuse("vault", "export-open", out) == (2, "open_export_unconfirmed")
    assert not out.exists()
    written = pair.ada.ask("vault", "export-open", out, "--yes")
    assert len(list((out / "records").rglob("*.json"))) == written["records"] > 0
