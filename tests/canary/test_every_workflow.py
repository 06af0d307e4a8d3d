"""What goes through the rarer ways of working stands nowhere in clear either."""

from __future__ import annotations

import tempfile
from datetime import date
from typing import TYPE_CHECKING

import pytest

from canary.scan import hits
from innolab_desktop.rescue import Rescue
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.given_key import GivenPassphrase
from innolab_desktop.services.quick_notes import QuickNote, QuickNotes
from innolab_desktop.services.read_models import RowQuery
from vaults import ANNA, PASSPHRASE, create, open_vault

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.session import Session

ATTACHED, SPELLED, NOTED, DRAFTED, ADVISED, ANSWERED, FROZEN, LATER = (
    f"Kanarie{n}Stieglitz"
    for n in ("Anlage", "Wort", "Notiz", "Entwurf", "Rat", "Antwort", "Fassung", "Danach")
)
WORDS = (ATTACHED, SPELLED, NOTED, DRAFTED, ADVISED, ANSWERED, FROZEN, LATER)
TODAY = date(2026, 11, 22)
QUIETLY = NoProgress(), CancelToken()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def work(session: Session, chosen: Path) -> bytes:
    """Use what a day in the office rarely uses, and return the mission."""
    mission = session.records.new("mission", {"title": FROZEN}).record
    paper = chosen / "protokoll.txt"
    paper.write_text(f"{ATTACHED} " * 500)
    session.attachments.add(mission, paper)
    (attachment,) = session.attachments.of(mission)
    session.attachments.save(attachment.id, chosen / "kopie.txt")
    session.spelling.remember(SPELLED)
    notes = QuickNotes(session.vault, session.forms, session.records)
    notes.save(QuickNote(text=NOTED), TODAY)
    notes.keep(QuickNote(text=DRAFTED))
    case = session.records.new("case_consultation", {"title": ADVISED}).record
    session.records.new("contribution", {"text": ADVISED}, parent=case)
    wave = session.records.new(
        "evaluation_wave",
        {"title": "Puls", "question_set": "pulse_after_event", "state": "open"},
    ).record
    session.evaluations.keep(wave, {"pulse_after_event_5": DRAFTED})
    session.evaluations.submit(wave, {"pulse_after_event_5": ANSWERED})
    session.records.save(wave, {"state": "closed"})
    session.reports.print_record("evaluation_results", wave, chosen / "e.pdf", as_of=TODAY)
    session.revisions.freeze(mission, FROZEN, today=TODAY)
    session.calendar.write_reminders(TODAY, chosen / "wiedervorlagen.ics")
    return mission


def test_no_word_stands_anywhere(tmp_path: Path, temporary: Path) -> None:
    vaults, stick, chosen = tmp_path / "vaults", tmp_path / "stick", tmp_path / "chosen"
    for folder in (vaults, stick, chosen):
        folder.mkdir()
    anna = vaults / "anna"
    session = create(anna, ANNA)
    mission = work(session, chosen)
    for word in (FROZEN, NOTED, ADVISED):
        assert session.search(word) != ()
    session.safekeeping.backups.use_second_place(stick)
    backup = session.safekeeping.backups.make().backup.folder
    session.safekeeping.restoring.drill(*QUIETLY)
    session.records.save(mission, {"title": LATER})
    session.safekeeping.open_export.run(chosen / "offen", *QUIETLY)
    session.safekeeping.restoring.preview(backup, *QUIETLY)
    session.safekeeping.restoring.run(backup, *QUIETLY)
    session = open_vault(anna)
    session.records.save(mission, {"title": LATER})
    code = session.key_slots.add_recovery(confirmed_by=PASSPHRASE)
    session.recovery_sheets.write(code, TODAY, chosen / "code.pdf")
    session.key_slots.rekey(PASSPHRASE, *QUIETLY)
    session = open_vault(anna)
    session.safekeeping.backups.make()
    session.close()
    given = GivenPassphrase(PASSPHRASE)
    Rescue(None).salvage(anna, vaults / "gerettet", given, *QUIETLY)
    data = bytearray((anna / "vault.db").read_bytes())
    data[100] ^= 1
    (anna / "vault.db").write_bytes(data)
    newest = Rescue(None).look(anna).backups[0].folder
    Rescue(None).put_back(vaults / "gerettet", newest, given, *QUIETLY)
    open_vault(vaults / "gerettet").finish()

    groups = [part for part in code.split("-") if len(part) == len(code.split("-")[0])]
    secret = ["-".join(groups), "".join(groups), PASSPHRASE]
    assert hits([*WORDS, *secret], vaults, stick, temporary) == []
    found = " ".join(hits(WORDS, chosen))
    for word in (ATTACHED, NOTED, ADVISED, ANSWERED, FROZEN, LATER):
        assert word in found, "it was chosen to be in clear, and is found"


def test_a_table_is_made_without_temporary_files(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What openpyxl would leave in clear for a moment, or for ever after a kill."""
    session = create(tmp_path / "anna", ANNA)
    session.records.new("mission", {"title": NOTED})
    made: list[object] = []
    monkeypatch.setattr(
        "openpyxl.worksheet._writer.create_temporary_file", lambda *given: made.append(given)
    )
    target = tmp_path / "t.xlsx"
    query = RowQuery("mission")
    session.tables.write(query, target, *QUIETLY, as_of=TODAY, with_confidential=True)
    session.close()
    assert hits([NOTED], tmp_path) != []
    assert made == []
    assert list(temporary.iterdir()) == []
