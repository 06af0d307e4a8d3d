"""Writes the golden bundles of this version: what every later version must be able to read.

Run once per published version, never by a test: ``python tests/versions/write_golden.py VERSION``.
Refuses to overwrite. All bundles are addressed to the fixed keys in ``tests/data/vectors``;
``expected.json`` is what their authors said, not what some reader made of it.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

sys.path.insert(0, str(Path(__file__).parents[1]))

from innolab_desktop.journal.commit import Draft
from innolab_desktop.journal.operations import Erase, Set, TextReset
from innolab_desktop.services.exchange_models import Carrier
from vaults import create, open_vault
from versions.golden_world import FOLDER, reader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.services.session import Session

_PART_BYTES: Final = 16_000


class Story:
    """Three people write to a fourth, and everything that a commit can say is said."""

    def __init__(self, work: Path, target: Path) -> None:
        self._work, self._target = work, target
        self.digits: dict[str, str] = {}
        self.records: dict[str, dict[str, Any]] = {}
        self.joerg = create(work / "joerg", "Jörg Müßig")
        self.clara = create(work / "clara", "Clara Öztürk")
        self.dora = create(work / "dora", "Dora Groß")
        self.aylin = reader(work / "aylin")
        self.people = (self.joerg, self.clara, self.dora, self.aylin)
        self._introduce()
        members = [self.clara.info.person_id, self.aylin.info.person_id]
        self.space = self.joerg.spaces.create("Ährenfeld & Umland", "coordination", members).id

    def _introduce(self) -> None:
        for session in self.people:
            card = self._work / f"{session.info.person.split()[0]}.ilkarte"
            digits = self.digits[session.info.person] = session.contacts.write_card(card)
            for other in self.people:
                if other is not session:
                    other.contacts.add(card, digits)
        shutil.copy(self._work / "Jörg.ilkarte", self._target / "joerg.ilkarte")
        self.clara.contacts.write_card(self._target / "clara.txt")

    def new(self, author: Session, kind: str, values: dict[str, Any], **more: Any) -> RecordId:
        """Write a record, and note what was said."""
        record = author.records.new(kind, values, space=self.space, **more).record
        parent = more.get("parent")
        noted = {"kind": kind, "values": dict(values), "parent": parent.hex() if parent else None}
        self.records[record.hex()] = noted
        return record

    def save(self, author: Session, record: RecordId, values: Mapping[str, Any]) -> None:
        """Change a record, and note what was said."""
        author.records.save(record, values)
        self.records[record.hex()]["values"] |= values

    def note(self, record: RecordId, **facts: Any) -> None:
        """Note what became of a record."""
        self.records[record.hex()] |= facts

    def send(self, author: Session, name: str, carrier: Carrier = Carrier.FILE) -> Path:
        """Let somebody export everything, under a name that tells what is in it."""
        (file,) = author.exporting.run(self.space, self._work / "out", carrier=carrier).files
        target = self._target / f"{name}{carrier.suffix}"
        shutil.move(file.path, target)
        return target

    # --- chapters ---------------------------------------------------------------------------

    def tell(self) -> None:
        """Play everything."""
        mission, note = self._begin()
        first = self.send(self.joerg, "01-begin")
        self.clara.importing.run([first])
        twin = self._copy_of_clara()
        self._at_the_same_time(mission)
        second = self.send(self.clara, "02-same-time")
        third = self._from_a_copied_profile(twin, mission)
        self.joerg.importing.run([second, third])
        self._end_of_things(note)
        self.send(self.joerg, "04-end-of-things", Carrier.TEXT)
        self._members()
        self.send(self.joerg, "05-members", Carrier.MAIL)
        self._many()

    def _begin(self) -> tuple[RecordId, RecordId]:
        mission = self.new(
            self.joerg,
            "mission",
            {
                "title": "Größere Öffnungszeiten – auch ohne Termin 😀",
                "challenge": "Lange Schlangen am Dienstag.\nViele kommen umsonst.",
                "fields_of_action": ("citizen_services", "language"),
                "participation": "consulted",
                "review_date": "2027-02-28",
                "budget": "1250.5",
                "time_budget": 12,
            },
        )
        goal = {"statement": "Bis Ende 2027 wartet niemand länger als 20 Minuten."}
        self.new(self.joerg, "smart_goal", goal, parent=mission)
        note = self.new(self.joerg, "tandem_note", {"title": "Gespräch", "text": "Zum Löschen"})
        self.save(self.joerg, mission, {"next_step": "Leitung fragen"})
        return mission, note

    def _at_the_same_time(self, mission: RecordId) -> None:
        """Two people change the same field and the same text without knowing of each other."""
        self.clara.records.save(mission, {"next_step": "Personalrat fragen"})
        text = "Sehr lange Schlangen am Dienstag.\nViele kommen umsonst."
        self.clara.records.save(mission, {"challenge": text})
        self.joerg.records.save(mission, {"next_step": "Bürgermeisterin fragen"})
        text = "Lange Schlangen am Dienstag.\nViele kommen ganz umsonst."
        self.joerg.records.save(mission, {"challenge": text})
        merged = "Sehr lange Schlangen am Dienstag.\nViele kommen ganz umsonst."
        self.records[mission.hex()]["values"] |= {"challenge": merged}
        del self.records[mission.hex()]["values"]["next_step"]
        found = ["Bürgermeisterin fragen", "Personalrat fragen"]
        self.note(mission, conflicts={"next_step": found}, merged=["challenge"])

    def _copy_of_clara(self) -> Path:
        self.clara.close()
        twin = self._work / "clara-twin"
        shutil.copytree(self._work / "clara", twin)
        self.clara = open_vault(self._work / "clara")
        return twin

    def _from_a_copied_profile(self, folder: Path, mission: RecordId) -> Path:
        """A second program with the same keys goes on from the same commit: a branch."""
        twin = open_vault(folder)
        self.records[mission.hex()]["values"]["agreement_reference"] = "Vorlage 7/2026"
        twin.records.save(mission, {"agreement_reference": "Vorlage 7/2026"})
        sent = self.send(twin, "03-branch")
        twin.close()
        return sent

    def _end_of_things(self, note: RecordId) -> None:
        gone = self.new(self.joerg, "mission", {"title": "Im Papierkorb"})
        self.joerg.records.delete(gone)
        self.note(gone, deleted=True)
        back = self.new(self.joerg, "mission", {"title": "Zurückgeholt"})
        self.joerg.records.delete(back)
        self.joerg.records.restore(back)
        vault, writer = self.joerg.vault, self._writer(self.joerg)
        ops = vault.records.heads(back)
        reset = TextReset(back, "risks", 1, "Neu begonnen")
        writer.write(self.space, [Draft(reset, ops["risks"].ops if "risks" in ops else ())])
        origin = Set(back, "_origin", "00" * 16)
        writer.write(self.space, [Draft(origin)])
        self.records[back.hex()]["values"] |= {"risks": "Neu begonnen"}
        self.note(back, origin="00" * 16)
        text = vault.records.heads(note)["text"].ops
        writer.write(self.space, [Draft(Erase(tuple(sorted(text)), "request", note))])
        del self.records[note.hex()]["values"]["text"]

    def _members(self) -> None:
        self.joerg.spaces.add(self.space, self.dora.info.person_id)
        self.joerg.spaces.remove(self.space, self.dora.info.device)
        self.joerg.keys.renew()

    def _many(self) -> None:
        """More than fits into one mail."""
        for number in range(60):
            text = f"Notiz {number}: " + f"Überprüfung {number * 7919 % 1000} " * 20
            self.new(self.joerg, "tandem_note", {"title": f"Notiz {number}", "text": text.strip()})
        receipt = self.joerg.exporting.run(self.space, self._target, max_bytes=_PART_BYTES)
        for file in receipt.files:
            file.path.rename(self._target / f"06-part-{file.part}-of-{file.of}.ilpaket")

    @staticmethod
    def _writer(session: Session) -> Any:
        """Return what writes commits that no use case writes."""
        records: Any = session.records
        return records._writer

    def expected(self) -> dict[str, Any]:
        """Return what was said."""
        logs = self.joerg.vault.journal
        return {
            "space": self.space.hex(),
            "name": "Ährenfeld & Umland",
            "members": ["Aylin Demir", "Clara Öztürk", "Jörg Müßig"],
            "digits": self.digits,
            "records": self.records,
            "commits": sorted(c.id.hex() for c in logs.missing(self.space, [])),
        }


def main() -> int:
    """Write the bundles of one version."""
    target = FOLDER / sys.argv[1]
    if target.exists():
        sys.stderr.write(f"{target.name} is published and stays as it is.\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder, "golden")
        written.mkdir()
        story = Story(Path(folder), written)
        story.tell()
        content = json.dumps(story.expected(), ensure_ascii=False, indent=1)
        (written / "expected.json").write_text(content + "\n", encoding="utf-8")
        shutil.copytree(written, target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
