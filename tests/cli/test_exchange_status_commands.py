"""``exchange status`` and ``export --receipt`` as scripts see them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from cli.conftest import SPACE
from cli.innolab import Innolab, send
from innolab_desktop.cli.exchange_status_commands import notice_line
from innolab_desktop.services.notices import (
    BACKUP_FAILED,
    DOUBLED,
    ERASURES_LOST,
    NO_RECOVERY,
    PUT_BACK,
    SECOND_PLACE_FAILED,
    Notice,
)

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Pair


def test_status_follows_what_is_confirmed(pair: Pair, tmp_path: Path) -> None:
    pair.ada.ask("record", "new", "mission", "--space", SPACE, "--set", "title=Ziel")
    before = pair.ada.ask("exchange", "status")["partners"]
    assert [(p["name"], p["state"]) for p in before] == [("Bea Groß", "sent")]
    assert before[0]["open"] >= 1
    pair.ada.ask("export", "--space", SPACE, "--out", tmp_path / "post")
    pair.bea.ask("import", tmp_path / "post")
    (sent,) = pair.ada.ask("exchange", "status")["partners"]
    assert (sent["state"], sent["exports"], sent["days"]) == ("sent", 2, 0)
    (due,) = pair.bea.ask("exchange", "status")["receipts"]
    assert (due["name"], due["asked"], due["due"]) == ("Ada Öz", False, False)
    assert "geht mit dem nächsten Paket mit" in pair.bea.run("exchange", "status").output

    (file,) = pair.bea.ask("export", "--space", SPACE, "--receipt", "--out", tmp_path / "back")[
        "files"
    ]
    assert file["commits"] == 0
    (bundle,) = pair.ada.ask("import", file["path"])["bundles"]
    assert bundle["status"] == "unchanged"
    (confirmed,) = pair.ada.ask("exchange", "status")["partners"]
    assert (confirmed["state"], confirmed["open"]) == ("confirmed", 0)
    assert "alles bestätigt" in pair.ada.run("exchange", "status").output
    assert pair.bea.ask("exchange", "status")["receipts"] == []


def test_a_restored_vault_is_told_once(pair: Pair, tmp_path: Path) -> None:
    assert pair.bea.ask("exchange", "notices") == []
    assert pair.bea.run("exchange", "notices").output == "Nichts bemerkt.\n"
    new = ("record", "new", "mission", "--space", SPACE, "--set")
    pair.bea.ask(*new, "title=Alt")
    shutil.copytree(pair.bea.vault, tmp_path / "restored")
    pair.bea.ask(*new, "title=Neu")
    pair.ada.ask("import", send(pair.bea, SPACE, tmp_path / "a"))
    restored = Innolab(tmp_path / "restored")
    back = send(pair.ada, SPACE, tmp_path / "b")
    preview = restored.run("import", "--preview", back).output
    assert "aus einer Sicherung zurückgeholt" not in preview
    told = restored.run("import", back)
    assert told.exit_code == 0
    assert "Was fehlt, kommt mit dem nächsten Paket der anderen zurück." in told.output
    (notice,) = restored.ask("exchange", "notices")
    assert (notice["code"], notice["name"], notice["repeated"]) == ("put_back", "Bea Groß", False)
    assert len(notice["day"]) == len("2026-01-31")


@pytest.mark.parametrize(
    ("code", "word"),
    [
        (PUT_BACK, "Sicherung zurückgeholt"),
        (DOUBLED, "Schlüssel von Bea wurde auf zwei Geräten"),
        (ERASURES_LOST, "was gelöscht ist"),
        (BACKUP_FAILED, "genug Platz"),
        (SECOND_PLACE_FAILED, "zweite Ort"),
        (NO_RECOVERY, "keinen Wiederherstellungscode"),
    ],
)
def test_every_notice_has_its_own_words(code: str, word: str) -> None:
    line = notice_line(Notice(0, code, "Bea", is_repeated=False, is_seen=False))
    assert word in line
    assert ("Bea" in line) == (code == DOUBLED)
