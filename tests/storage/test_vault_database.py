"""Real vaults: backups, the head marker, erasure, search, lists, full disks and killed programs."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.errors import RecordError, VaultError
from innolab_desktop.services.changes import NoProgress
from innolab_desktop.services.read_models import RowQuery
from storage.pages import decrypted_pages
from vaults import PASSPHRASE, open_vault, rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from vaults import Pair

CANARY = "Kanarienvogel-Äußerung"
_PROJECTED = ("record", "cell", "text", "touched", "replaced", "search")


@pytest.fixture
def anna(pair: Pair) -> Iterator[Session]:
    session = open_vault(pair.anna)
    yield session
    session.close()


def content(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def title(session: Session, record: bytes) -> object:
    return session.records.open(record).values["title"]


# --- opening --------------------------------------------------------------------------------


def test_a_missing_database_is_not_made_anew(pair: Pair) -> None:
    (pair.anna / "vault.db").unlink()
    with pytest.raises(VaultError) as failure:
        open_vault(pair.anna)
    assert failure.value.code == "vault_missing"
    assert not (pair.anna / "vault.db").exists()


def test_a_second_session_is_refused(anna: Session, pair: Pair) -> None:
    assert anna.info.person == "Anna Weiß"
    with pytest.raises(VaultError) as failure:
        open_vault(pair.anna)
    assert failure.value.code == "vault_in_use"


# --- backups and the head marker ------------------------------------------------------------


def test_a_backup_opens_with_the_same_passphrase_and_holds_the_same(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    backup = anna.vault.back_up("manual")
    expected = rows(anna)
    anna.close()
    copy = open_vault(backup)
    assert rows(copy) == expected
    assert title(copy, pair.mission) == "Öffnungszeiten"
    copy.close()


def own_logs(session: Session, space: bytes) -> int:
    logs = session.vault.journal.logs(space)
    return sum(log.origin.device == session.info.device for log in logs)


def test_an_older_database_beside_a_newer_marker_begins_a_new_incarnation(pair: Pair) -> None:
    older = (pair.anna / "vault.db").read_bytes()
    anna = open_vault(pair.anna)
    anna.records.save(pair.mission, {"title": "Später geändert"})
    anna.close()
    (pair.anna / "vault.db").write_bytes(older)

    anna = open_vault(pair.anna)
    assert title(anna, pair.mission) == "Öffnungszeiten"
    anna.records.save(pair.mission, {"title": "Nach der Wiederherstellung"})
    assert own_logs(anna, pair.space) == 2
    anna.vault.journal.verify()
    anna.close()
    anna = open_vault(pair.anna)
    anna.records.save(pair.mission, {"title": "Und weiter"})
    assert own_logs(anna, pair.space) == 2
    anna.close()


@pytest.mark.parametrize("way", ["file", "clipboard"])
def test_the_marker_is_there_before_a_bundle_is(pair: Pair, tmp_path: Path, way: str) -> None:
    anna = open_vault(pair.anna)
    anna.records.save(pair.mission, {"title": "Neu"})
    before = (pair.anna / "vault.head").read_bytes()
    if way == "file":
        anna.exporting.run(pair.space, tmp_path / "out")
    else:
        assert anna.exporting.text(pair.space).text
    marker = json.loads((pair.anna / "vault.head").read_bytes())
    assert (pair.anna / "vault.head").read_bytes() != before
    tips = anna.vault.journal.tips(pair.space)
    assert {log: tuple(tip) for log, tip in marker["logs"].items() if bytes.fromhex(log) in tips}
    anna.close()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"5", b'{"logs": 5}', b'{"logs": {"zz": [1, ""]}}', b"\xff\xfe"]
)
def test_a_damaged_marker_is_put_aside(pair: Pair, content: bytes) -> None:
    (pair.anna / "vault.head").write_bytes(content)
    anna = open_vault(pair.anna)
    assert title(anna, pair.mission) == "Öffnungszeiten"
    anna.close()
    assert (pair.anna / "vault.head.bad").read_bytes() == content
    assert json.loads((pair.anna / "vault.head").read_bytes())["format"] == 1


# --- nothing in clear, nothing left behind --------------------------------------------------


def traces(folder: Path, word: str) -> list[str]:
    """Return the files below *folder* that hold *word* in some encoding."""
    wanted = [word.encode("utf-8"), word.encode("utf-16-le"), word.encode("utf-16-be")]
    for data in wanted[:2]:
        wanted += [base64.b64encode(data[i:])[4:-4] for i in range(3)]
    return [
        str(file)
        for file in folder.rglob("*")
        if file.is_file() and any(form in file.read_bytes() for form in wanted)
    ]


def test_no_typed_word_stands_in_any_file(pair: Pair, tmp_path: Path) -> None:
    anna = open_vault(pair.anna)
    anna.records.new("mission", {"title": CANARY, "challenge": CANARY * 50}, space=pair.space)
    anna.desk.keep_draft("x", {"title": CANARY})
    anna.vault.back_up("manual")
    anna.exporting.run(pair.space, pair.anna / "out")
    (tmp_path / "control").write_text(CANARY)
    assert traces(tmp_path, CANARY) == [str(tmp_path / "control")], "also while it is open"
    anna.close()
    assert traces(pair.anna, CANARY) == []
    assert traces(pair.anna, "Anna Weiß") == []
    assert traces(pair.anna, PASSPHRASE) == []


def test_erased_words_are_nowhere(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    for number in range(30):
        anna.records.new("tandem_note", {"title": f"Notiz {number}", "text": "Alltag " * 40})
    record = anna.records.new("tandem_note", {"title": CANARY, "text": f"{CANARY} " * 30}).record
    anna.records.save(record, {"text": f"{CANARY} und mehr"})
    assert len(anna.search("kanarienvogel")) == 1
    anna.erasing.erase(record, "request")
    assert anna.search("kanarienvogel") == ()
    assert CANARY not in repr(rows(anna))
    anna.vault.journal.verify()
    anna.vault.journal.rebuild(NoProgress())
    assert anna.search("kanarienvogel") == ()
    anna.close()
    content = decrypted_pages(pair.anna).lower()
    assert b"alltag" in content
    assert b"kanarienvogel" not in content


# --- projection, search, lists, history -----------------------------------------------------


def test_rebuilt_equals_live(anna: Session, pair: Pair) -> None:
    goal = anna.records.new("smart_goal", {}, parent=pair.mission).record
    anna.records.save(pair.mission, {"title": "Anders", "challenge": "Ganz anders 😀"})
    anna.records.delete(goal)
    live = {name: rows(anna)[name] for name in _PROJECTED}
    anna.vault.journal.rebuild(NoProgress())
    assert {name: rows(anna)[name] for name in _PROJECTED} == live


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Müller", True),
        ("mueller", True),
        ("MUELLER", True),
        ("MÜLLER", True),
        ("Mul", False),
        ("Straße", True),
        ("strasse", True),
        ("STRASSE", True),
        ("stras", True),
        ("müller straße", True),
        ("müller weg", False),
        ('"', False),
        ("NEAR(", False),
        ("müller*", True),
        ("", False),
        ("st", True),
        ("s", False),
        ("straße 5", True),
        ("straße m", False),
    ],
)
def test_search_folds_german(anna: Session, words: str, *, found: bool) -> None:
    record = anna.records.new("tandem_note", {"title": "Gespräch", "text": "Müller, Straße 5"})
    assert [hit.id for hit in anna.search(words)] == ([record.record] if found else [])


def test_a_hit_shows_where_the_word_stands(anna: Session) -> None:
    text = "Nach dem Gespräch am Montag " + "viel " * 40 + "über das Jubiläum gesprochen."
    anna.records.new("tandem_note", {"title": "Gespräch", "text": text})
    (found,) = anna.search("jubilae")
    (named,) = anna.search("gespraech montag")
    assert found.snippet == "… viel über das Jubiläum gesprochen."
    assert named.snippet.startswith("Nach dem Gespräch am Montag viel")


def test_search_forgets_what_is_deleted(anna: Session) -> None:
    record = anna.records.new("tandem_note", {"title": "Zebra"}).record
    anna.records.delete(record)
    assert anna.search("zebra") == ()
    anna.records.restore(record)
    assert [hit.title for hit in anna.search("zebra")] == ["Zebra"]


def test_lists_page_sort_and_filter(anna: Session) -> None:
    names = ["Äpfel", "Birne", "apfelsaft", "Zebra", "Österreich", "Straße", "100 % sicher"]
    for name in names:
        anna.records.new("tandem_note", {"title": name})

    def titles(**query: object) -> list[str]:
        page = anna.records.list_rows(RowQuery(kind="tandem_note", **query))  # pyright: ignore[reportArgumentType] - as the caller says
        return [row.title for row in page.rows]

    ordered = ["100 % sicher", "Äpfel", "apfelsaft", "Birne", "Österreich", "Straße", "Zebra"]
    assert titles() == ordered
    assert titles(descending=True) == ordered[::-1]
    assert titles(offset=2, limit=3) == ordered[2:5]
    assert titles(words="STRASSE") == ["Straße"]
    assert titles(words="%") == ["100 % sicher"]
    assert titles(words="_") == []
    assert anna.records.list_rows(RowQuery(kind="tandem_note", limit=2)).total == len(names)
    assert titles(sort="changed") == names


def test_the_history_tells_before_and_after(anna: Session, pair: Pair) -> None:
    anna.records.save(pair.mission, {"title": "Zweiter Titel"})
    first, second = anna.records.history(pair.mission)
    assert first.fields["title"] == (None, "Öffnungszeiten")
    assert second.fields["title"] == ("Öffnungszeiten", "Zweiter Titel")
    assert second.person == "Anna Weiß"
    with pytest.raises(RecordError):
        anna.records.history(bytes(16))


# --- full disks and killed programs ---------------------------------------------------------

FULL = """
import resource, signal, sys
from pathlib import Path
from innolab_desktop import bootstrap
from innolab_desktop.domain.errors import VaultError
session = bootstrap.open_vault(Path(sys.argv[1]), sys.argv[2])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
saved = 0
try:
    for number in range(1000):
        session.records.new("tandem_note", {"title": f"Notiz {number}", "text": "x" * 20_000})
        saved += 1
except VaultError as failure:
    print(failure.code, saved)
"""


def run(program: str, folder: Path, *more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - this interpreter with a program from above
        [sys.executable, "-c", program, str(folder), PASSPHRASE, *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_full_disk_is_told_and_harms_nothing(pair: Pair) -> None:
    with run(FULL, pair.anna) as process:
        output, errors = process.communicate(timeout=120)
    assert output, errors
    code, saved = output.split()
    assert code in ("vault_disk_full", "vault_write_failed")
    anna = open_vault(pair.anna)
    assert anna.records.list_rows(RowQuery(kind="tandem_note")).total == int(saved) > 0
    anna.records.new("tandem_note", {"title": "Wieder Platz"})
    anna.vault.journal.verify()
    anna.close()


KILLING = """
import os, signal, sys
from pathlib import Path
from innolab_desktop import bootstrap
folder, phrase, record = Path(sys.argv[1]), sys.argv[2], bytes.fromhex(sys.argv[3])
last, lost = 0, 0
for kill in range(30):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        session = bootstrap.open_vault(folder, phrase)
        for number in range(last + 1, last + 10_000):
            session.records.save(record, {"title": str(number)})
            os.write(writing, f"{number}\\n".encode())
    os.close(writing)
    with os.fdopen(reading) as saved:
        for _ in range(1 + kill % 4):
            last = int(saved.readline())
        os.kill(child, signal.SIGKILL)
        last = max([last, *map(int, saved)])
    os.waitpid(child, 0)
    if kill % 6 == 5:
        session = bootstrap.open_vault(folder, phrase)
        found = int(session.records.open(record).values["title"])
        lost += found not in (last, last + 1)
        last = found
        session.vault.journal.verify()
        session.close()
print("lost", lost, "last", last)
"""


def test_no_acknowledged_save_is_lost_by_thirty_kills(pair: Pair) -> None:
    with run(KILLING, pair.anna, pair.mission.hex()) as process:
        output, errors = process.communicate(timeout=200)
    assert output.startswith("lost 0 last "), errors
    assert int(output.split()[-1]) >= 30
