"""``vault slots``, ``vault rekey`` and ``escrow``, as IT and scripts use them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cli.innolab import PASSPHRASE, Innolab, create, run_with

if TYPE_CHECKING:
    from pathlib import Path

NEW = "drei laute Amseln im Regen"
HOLDER = "die Amtsleitung schließt nachts ab"


@pytest.fixture
def ada(tmp_path: Path) -> Innolab:
    return create(tmp_path / "ada", "Ada Öz")


def types(vault: Innolab) -> list[str]:
    return sorted(slot["type"] for slot in vault.ask("vault", "slots", "list"))


def test_the_recovery_code_opens_and_gives_a_new_passphrase(ada: Innolab, tmp_path: Path) -> None:
    code = ada.ask("vault", "slots", "add", "recovery")["code"]
    assert types(ada) == ["passphrase", "recovery"]
    given = {"INNOLAB_RECOVERY_CODE": code.lower(), "INNOLAB_NEW_PASSPHRASE": NEW}

    changed = run_with(given, "--vault", ada.vault, "vault", "slots", "change", "--json")

    assert changed.exit_code == 0, changed
    assert ada.refuse("vault", "status") == (1, "passphrase_wrong")
    assert Innolab(ada.vault, NEW).ask("vault", "status")["person"] == "Ada Öz"
    file = tmp_path / "code.txt"
    file.write_text(code + "\n", encoding="utf-8")
    opened = run_with({}, "--vault", ada.vault, "--recovery-file", file, "vault", "status")
    assert opened.exit_code == 0, opened


def test_a_mistyped_code_names_its_group(ada: Innolab) -> None:
    groups = ada.ask("vault", "slots", "add", "recovery")["code"].split("-")
    first, rest = groups[3][0], groups[3][1:]
    groups[3] = ("1" if first == "0" else "0") + rest
    given = {"INNOLAB_RECOVERY_CODE": "-".join(groups)}
    refused = run_with(given, "--vault", ada.vault, "vault", "status", "--json")
    assert (refused.exit_code, refused.error["code"]) == (1, "recovery_code_group")
    assert "4. Gruppe" in refused.error["message"]


def test_the_code_is_written_as_a_sheet(ada: Innolab, tmp_path: Path) -> None:
    target = tmp_path / "blatt.pdf"
    answer = ada.ask("vault", "slots", "add", "recovery", "--out", target)
    assert answer == {"type": "recovery", "path": str(target), "pages": 1}
    assert target.read_bytes().startswith(b"%PDF")


def test_slots_change_and_go(ada: Innolab) -> None:
    change = ("vault", "slots", "change")
    assert ada.refuse(*change) == (2, "new_passphrase_missing")
    given = {"INNOLAB_PASSPHRASE": PASSPHRASE, "INNOLAB_NEW_PASSPHRASE": "kurz"}
    short = run_with(given, "--vault", ada.vault, *change, "--json")
    assert short.error["code"] == "passphrase_short"

    assert ada.refuse("vault", "slots", "remove", "passphrase") == (1, "slot_last")
    assert ada.refuse("vault", "slots", "remove", "escrow") == (2, "slot_ambiguous")
    ada.ask("vault", "slots", "add", "recovery")
    assert ada.ask("vault", "slots", "remove", "recovery")["type"] == "recovery"
    assert types(ada) == ["passphrase"]


def test_the_holder_of_an_escrow_key_can_open(ada: Innolab, tmp_path: Path) -> None:
    holder = {"INNOLAB_PASSPHRASE": HOLDER, "INNOLAB_NEW_PASSPHRASE": NEW}
    create_key = ("escrow", "create", "--name", "IT-Leitung", "--out", tmp_path / "key", "--json")
    key = run_with(holder, *create_key).value
    assert run_with(holder, *create_key).error["code"] == "escrow_exists"

    added = ada.ask("vault", "slots", "add", "escrow", "--key", key["public"])
    assert added == {"type": "escrow", "holder": "IT-Leitung", "digits": key["digits"]}
    assert ada.refuse("vault", "slots", "add", "escrow", "--key", key["secret"])[1] == (
        "escrow_file_invalid"
    )
    opened = run_with(
        holder, "--vault", ada.vault, "escrow", "open", "--key", key["secret"], "--json"
    )
    assert opened.exit_code == 0, opened
    assert ada.refuse("vault", "status") == (1, "passphrase_wrong")
    assert Innolab(ada.vault, NEW).ask("vault", "status")["person"] == "Ada Öz"


def test_rekey_keeps_everything_and_gives_a_new_code(ada: Innolab, tmp_path: Path) -> None:
    mission = ada.ask("record", "new", "mission", "--set", "title=Zugänge für alle")["id"]
    old = ada.ask("vault", "slots", "add", "recovery")["code"]
    ada.ask("vault", "backup")

    answer = ada.ask("vault", "rekey", "--delete-former-backups", "--out", tmp_path / "neu.pdf")

    assert answer["former_backups"] == 0
    assert answer["deleted_backups"] >= 1
    assert answer["recovery"]["path"] == str(tmp_path / "neu.pdf")
    assert ada.ask("record", "show", mission)["values"]["title"] == "Zugänge für alle"
    refused = run_with(
        {"INNOLAB_RECOVERY_CODE": old}, "--vault", ada.vault, "vault", "status", "--json"
    )
    assert refused.error["code"] == "recovery_code_wrong"


def test_no_secret_stands_on_the_command_line_help(ada: Innolab) -> None:
    text = ada.run("vault", "slots", "add", "recovery", "--help").output
    assert "--code" not in text
    assert "--passphrase " not in text
