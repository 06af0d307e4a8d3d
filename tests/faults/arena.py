"""Runs a workflow in a process of its own, lets something go wrong, and looks at what is left."""

from __future__ import annotations

import os
import shutil
import signal
import traceback
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pypdf

from faults.workflows import ATTACHED, DAY, DONE, FORM, OUT, REJOINED, STICK, WORKFLOWS
from innolab_desktop import bootstrap
from innolab_desktop.domain.errors import InnolabError, VaultError
from innolab_desktop.journal.commit import decode_stored
from innolab_desktop.keys import vault_file
from innolab_desktop.services.read_models import RowQuery
from remembered_keys import derive_cheaply
from vaults import BEN, make_pair, open_vault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from faults.workflows import Ack
    from vaults import Pair

LATE = (
    "innolab_desktop.composition",
    "innolab_desktop.services.program_update",
    "innolab_desktop.storage.rekeying",
    "innolab_desktop.keys.slot_keeper",
    "innolab_desktop.keys.os_keyring",
    "innolab_desktop.reports.press",
    "openpyxl",
)
"""What the program loads when it first needs it."""
_CRASH = "!!"
_REFUSAL = "!"


@dataclass(frozen=True)
class Ended:
    """How a process ended.

    Attributes:
        saved: what it said was saved for certain.
        code: of the error that a person would have been told; empty if all went well.
        crash: an error that nobody foresaw.
    """

    saved: list[str] = field(default_factory=list[str])
    code: str = ""
    crash: str = ""
    was_killed: bool = False


def in_child(work: Callable[[Ack], None]) -> Ended:
    """Run *work* in a forked process."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _work_and_leave(work, writer)
    os.close(writer)
    return _listen(child, reader)


def _work_and_leave(work: Callable[[Ack], None], writer: int) -> None:
    def ack(line: str) -> None:
        os.write(writer, (line + "\n").encode())

    try:
        work(ack)
    except InnolabError as refusal:
        ack(_REFUSAL + refusal.code)
    except BaseException:  # noqa: BLE001 - whatever it is, it is reported
        lines = traceback.format_exc().splitlines()
        ack(_CRASH + " | ".join(line.strip() for line in lines[-6:]))
    finally:
        os._exit(0)


def _listen(child: int, reader: int) -> Ended:
    with os.fdopen(reader, "rb") as pipe:
        lines = pipe.read().decode().splitlines()
    _, status = os.waitpid(child, 0)
    return Ended(
        [line for line in lines if not line.startswith(_REFUSAL)],
        next((line[1:] for line in lines if line.startswith(_REFUSAL) and line[1] != "!"), ""),
        next((line[2:] for line in lines if line.startswith(_CRASH)), ""),
        os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL,
    )


_HALF_FORGOTTEN = """
SELECT (SELECT count(*) FROM erased JOIN space ON space.uid = erased.op WHERE is_named = 1)
  + (SELECT count(*) FROM log WHERE space NOT IN (SELECT id FROM space))
  + (SELECT count(*) FROM entry WHERE id >> 32 NOT IN (SELECT id FROM log))
  + (SELECT count(*) FROM record WHERE id >> 24 NOT IN (SELECT id FROM space))
  + (SELECT count(*) FROM search WHERE rowid NOT IN (SELECT id FROM record))"""


class Arena:
    """Copies of prepared vaults below one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.prepared = folder / "prepared"
        derive_cheaply()
        self.prepared.mkdir()
        ended = in_child(lambda _: _prepare(self.prepared))
        if ended.code or ended.crash:
            raise AssertionError(ended)
        warm_up(self.fresh() / "anna")

    def fresh(self) -> Path:
        """Return a new copy of everything."""
        target = self._folder / "run"
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.prepared, target)
        return target

    def wrong(self, name: str, folder: Path, ended: Ended) -> str:
        """Return what is wrong after a fault, or nothing."""
        if ended.crash:
            return f"crash: {ended.crash}"
        if ended.code and DONE not in ended.saved and _left_in(folder / OUT):
            return "what failed left a file"
        return self.state(name, folder, ended.saved) or self._retry(name, folder)

    def state(self, name: str, folder: Path, saved: list[str]) -> str:
        vault = folder / WORKFLOWS[name].vault
        if name == "create" and not vault_file.exists(vault):
            return ""  # it is no vault yet
        titles = [title for title in saved if title != DONE]
        found = in_child(lambda ack: _look(vault, titles, ack))
        return found.crash or found.code or "; ".join(found.saved)

    def _retry(self, name: str, folder: Path) -> str:
        workflow = WORKFLOWS[name]
        again = in_child(lambda ack: workflow.run(folder, lambda: None, lambda _: ack(".")))
        if name == "create" and again.code == "vault_exists":
            return self.state(name, folder, [])  # it was finished: it opens
        return f"retry: {again.code or again.crash}" if again.code or again.crash else ""


def warm_up(vault: Path) -> None:
    """Do once what every child would do for the first time: 70 % of its time went into it."""
    bootstrap.load_forms()
    bootstrap.load_catalogues()
    for module in LATE:
        import_module(module)
    open_vault(vault).close()


def _left_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _prepare(folder: Path) -> None:
    (folder / OUT).mkdir()
    (folder / STICK).mkdir()
    (folder / ATTACHED).write_text("Beschluss vom Dienstag\n" * 2000, encoding="utf-8")
    pair = make_pair(folder)
    _leave_work_in_quarantine(pair, folder / "post")
    for name in ("clara", "stranger", "post"):
        shutil.rmtree(folder / name)
    anna = open_vault(pair.anna)
    ben = next(c.id for c in anna.contacts.all() if c.name == BEN)
    anna.spaces.create("Koordination", "coordination", [ben])
    anna.vault.back_up("manual")
    anna.records.new("mission", {"title": "Nach der Sicherung"})
    anna.paper_forms.write(pair.mission, folder / FORM, as_of=DAY)
    _fill_in(folder / FORM, risks="Keine Zeit")
    anna.close()


def _leave_work_in_quarantine(pair: Pair, post: Path) -> None:
    """Let Ben write after Anna removed him, and Clara, who does not know, pass it on to her."""
    anna, ben, clara = (open_vault(folder) for folder in (pair.anna, pair.ben, pair.clara))
    space = anna.spaces.create(REJOINED, "network", [ben.info.person_id, clara.info.person_id]).id
    sent = [file.path for file in anna.exporting.run(space, post).files]
    ben.importing.run(sent)
    clara.importing.run(sent)
    anna.spaces.remove_person(space, ben.info.person_id)
    ben.records.new("event", {"title": "Nachgereicht"}, space=space)
    for sender, reader in ((ben, clara), (clara, anna)):
        reader.importing.run([file.path for file in sender.exporting.run(space, post).files])
    assert anna.spaces.quarantined(space) != ()
    for session in (anna, ben, clara):
        session.close()


def _fill_in(form: Path, **answers: str) -> None:
    writer = pypdf.PdfWriter(clone_from=str(form))
    values: dict[str, Any] = {f"field.{name}": value for name, value in answers.items()}
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    with form.open("wb") as file:
        writer.write(file)


def _look(vault: Path, saved: list[str], ack: Ack) -> None:
    """Say what is not as it must be."""
    session = open_vault(vault)
    database: Any = session.vault
    with database.transaction() as connection:
        checked = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
        raws = connection.exec_driver_sql("SELECT raw FROM entry").scalars().all()
        halves = connection.exec_driver_sql(_HALF_FORGOTTEN).scalar_one()
    if checked != "ok":
        ack(f"integrity: {checked}")
    if halves:
        ack(f"half of a forgotten space: {halves} rows")
    decode_stored(raws)
    rows = session.records.list_rows(RowQuery("mission", limit=10_000)).rows
    records = [session.records.open(row.id) for row in rows]
    titles = {str(record.values.get("title")) for record in records}
    for title in saved:
        if title not in titles:
            ack(f"lost: {title}")
    for record in records:
        title = str(record.values.get("title"))
        if title.startswith("Ziel") and record.values.get("code") != title:
            ack(f"half of a save: {title}")
    with suppress(VaultError):  # no room for what closing writes; the retry asks for more
        session.close()
