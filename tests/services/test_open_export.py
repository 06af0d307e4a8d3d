"""Everything as open JSON: complete, readable without this program, and nothing left by a stop."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from innolab_desktop.domain.errors import Cancelled, ReportError, UsageError
from innolab_desktop.journal.commit import Draft
from innolab_desktop.journal.operations import Create, Set
from innolab_desktop.services import open_export
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.services.release_plan import ReleaseChoices
from vaults import BEN, open_vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from vaults import Pair

NOTHING = (NoProgress(), CancelToken())


@pytest.fixture
def anna(pair: Pair) -> Iterator[Session]:
    session = open_vault(pair.anna)
    goal = session.records.new("smart_goal", {}, parent=pair.mission)
    session.records.save(pair.mission, {"title": "Öffnungszeiten 😀", "vision": "Zeile\nzwei"})
    session.records.new("tandem_note", {"title": "Gespräch", "text": "Äußerung " * 20})
    gone = session.records.new("tandem_note", {"title": "Papierkorb"})
    session.records.delete(gone.record)
    assert goal.record
    yield session
    session.close()


def read(folder: Path) -> dict[str, Any]:
    """Read the files as another program would: with nothing but a JSON reader."""
    return {
        str(path.relative_to(folder)): json.loads(path.read_bytes())
        for path in folder.rglob("*.json")
    }


def test_everything_is_there_and_equals_the_vault(
    anna: Session, pair: Pair, tmp_path: Path
) -> None:
    out = tmp_path / "offen"
    written = anna.safekeeping.open_export.run(out, *NOTHING)
    files = read(out)
    records = {path: content for path, content in files.items() if path.startswith("records/")}
    assert written.records == len(records) == anna.vault.records.counts().records + 1
    for path, content in records.items():
        record = anna.vault.records.get(bytes.fromhex(content["id"]))
        assert path == f"records/{record.kind}/{record.id.hex()}.json"
        assert {v["field"]: v["value"] for v in content["values"]} == {
            **record.values,
            **record.unknown,
        }
        assert content["is_deleted"] == record.deleted
        assert content["parent"] == (record.parent.hex() if record.parent else None)
        history = anna.vault.records.history(record.id)
        assert [entry["commit"] for entry in content["history"]] == [
            entry.commit.hex() for entry in history
        ]
        assert [entry["fields"] for entry in content["history"]] == [
            {name: list(values) for name, values in entry.fields.items()} for entry in history
        ]
        assert content["space"] == record.space.hex()
        assert content["order"] == record.order
        assert content["form_version"] == record.form_version
        assert content["released_from"] is None
        assert content["differing"] == {}
    mission = records[f"records/mission/{pair.mission.hex()}.json"]
    labels = {value["field"]: value["label"] for value in mission["values"]}
    assert labels["title"] != "title"
    assert mission["space_name"] == "Tandem"
    assert {
        space["id"]: (space["name"], space["type"], [m["person"] for m in space["members"]])
        for space in files["spaces.json"]
    } == {
        space.id.hex(): (space.name, space.type, [m.person_id.hex() for m in space.members])
        for space in anna.vault.people.spaces()
    }
    assert {(person["name"], person["digits"]) for person in files["people.json"]} == {
        (contact.name, contact.digits) for contact in anna.vault.people.contacts()
    }
    assert BEN in {person["name"] for person in files["people.json"]}
    assert files["vault.json"]["format"] == "innolab-open-1"
    assert "unverschlüsselt" in (out / "LIESMICH.txt").read_text(encoding="utf-8")


def only(folder: Path, record: bytes) -> dict[str, Any]:
    """Return the file of one record."""
    (path,) = folder.rglob(f"{record.hex()}.json")
    return json.loads(path.read_bytes())


def test_what_waits_for_a_decision_is_there_with_all_its_values(
    anna: Session, pair: Pair, tmp_path: Path
) -> None:
    ben = open_vault(pair.ben)
    ben.importing.run([pair.bundle])
    ben.records.save(pair.mission, {"title": "Bens Titel"})
    (file,) = ben.exporting.run(pair.space, tmp_path / "post").files
    ben.close()
    anna.importing.run([file.path])
    anna.safekeeping.open_export.run(tmp_path / "offen", *NOTHING)
    differing = only(tmp_path / "offen", pair.mission)["differing"]
    assert {(item["value"], item["person"]) for item in differing["title"]} == {
        ("Öffnungszeiten 😀", anna.info.person),
        ("Bens Titel", BEN),
    }


def test_fields_of_a_later_version_are_there(anna: Session, pair: Pair, tmp_path: Path) -> None:
    space = anna.records.open(pair.mission).space
    writer: Any = anna.conflicts
    writer._writer.write(space, [Draft(Set(pair.mission, "from_tomorrow", "Neues"))])
    assert anna.vault.records.get(pair.mission).unknown == {"from_tomorrow": "Neues"}
    anna.safekeeping.open_export.run(tmp_path / "offen", *NOTHING)
    values = only(tmp_path / "offen", pair.mission)["values"]
    unlabelled = {"field": "from_tomorrow", "label": "from_tomorrow", "value": "Neues"}
    assert unlabelled in values


def test_a_release_names_where_it_comes_from(anna: Session, pair: Pair, tmp_path: Path) -> None:
    ben = next(contact.id for contact in anna.contacts.all() if contact.name == BEN)
    target = anna.spaces.create("Koordination", "coordination", [ben]).id
    anna.releasing.run(anna.releasing.plan(pair.mission, target, ReleaseChoices()))
    (copy,) = [row.id for row in anna.records.list_rows(RowQuery(space=target)).rows]
    anna.safekeeping.open_export.run(tmp_path / "offen", *NOTHING)
    assert only(tmp_path / "offen", copy)["released_from"] == pair.mission.hex()


def test_more_records_than_are_read_at_once(
    anna: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_export, "_PAGE_ROWS", 2)
    count = anna.safekeeping.open_export.run(tmp_path / "offen", *NOTHING).records
    assert count == anna.vault.records.counts().records + 1 > 3
    assert len(list((tmp_path / "offen" / "records").rglob("*.json"))) == count


def test_files_lie_beside_their_records(anna: Session, pair: Pair, tmp_path: Path) -> None:
    source = tmp_path / "Übersicht.pdf"
    source.write_bytes(bytes(range(256)) * 4000)
    anna.attachments.add(pair.mission, source)
    (attached,) = anna.attachments.of(pair.mission)
    anna.safekeeping.open_export.run(tmp_path / "offen", *NOTHING)
    copy = tmp_path / "offen" / "records" / "attachment" / attached.id.hex() / "Übersicht.pdf"
    assert copy.read_bytes() == source.read_bytes()


@pytest.mark.parametrize("kind", ["../../../evil", "/evil", "a/../../evil", "..", "CON"])
def test_a_kind_that_is_a_path_leads_nowhere(
    anna: Session, pair: Pair, tmp_path: Path, kind: str
) -> None:
    """Another program may write any word where the kind of a record stands."""
    space = anna.records.open(pair.mission).space
    writer: Any = anna.conflicts
    record = writer._writer.new_record_id()
    writer._writer.write(space, [Draft(Create(record, kind, 1, None, ""))])
    out = tmp_path / "tief" / "drin" / "offen"
    anna.safekeeping.open_export.run(out, *NOTHING)
    (written,) = out.rglob(f"{record.hex()}.json")
    assert written.parent.parent == out / "records"
    assert not list(tmp_path.rglob("evil.json"))


def test_what_is_erased_is_in_no_file(anna: Session, pair: Pair, tmp_path: Path) -> None:
    anna.erasing.erase(pair.mission, "request")
    anna.safekeeping.open_export.run(tmp_path / "offen", *NOTHING)
    written = b"".join(p.read_bytes() for p in (tmp_path / "offen").rglob("*") if p.is_file())
    assert "Gespräch".encode() in written
    assert "Öffnungszeiten".encode() not in written


def test_an_erased_value_is_in_no_history(anna: Session, pair: Pair, tmp_path: Path) -> None:
    for text in ("Frau Marker-4711 wartet", "Niemand wartet"):
        anna.records.save(pair.mission, {"vision": text, "title": text})
    anna.erasing.erase_field(pair.mission, "vision", "request")
    anna.records.save(pair.mission, {"title": "Warten"})
    anna.erasing.erase_field(pair.mission, "title", "request")
    anna.safekeeping.open_export.run(tmp_path / "offen", *NOTHING)
    (written,) = (tmp_path / "offen").rglob(f"{pair.mission.hex()}.json")
    told = written.read_text(encoding="utf-8")
    assert "Lange Schlangen" in told
    assert "wartet" not in told


class StopHalfway:
    """Asks to stop when half of the records are written."""

    def __init__(self, cancel: CancelToken) -> None:
        self._cancel = cancel

    def report(self, done: int, total: int, step: str) -> None:
        """Stop halfway."""
        assert step == "open_export"
        if done * 2 >= total:
            self._cancel.cancel()


def test_a_stopped_export_leaves_no_clear_text(anna: Session, tmp_path: Path) -> None:
    cancel = CancelToken()
    before = set(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        anna.safekeeping.open_export.run(tmp_path / "offen", StopHalfway(cancel), cancel)
    assert set(tmp_path.iterdir()) == before


def test_nothing_is_overwritten(anna: Session, tmp_path: Path) -> None:
    (tmp_path / "voll").mkdir()
    (tmp_path / "voll" / "wichtig.txt").write_text("x")
    (tmp_path / "datei").write_text("x")
    for name in ("voll", "datei"):
        with pytest.raises(UsageError) as failure:
            anna.safekeeping.open_export.run(tmp_path / name, *NOTHING)
        assert failure.value.code == "open_export_not_empty"
    (tmp_path / "leer").mkdir()
    assert anna.safekeeping.open_export.run(tmp_path / "leer", *NOTHING).records > 0


def test_a_place_that_cannot_be_written_is_told(anna: Session, tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("x")
    with pytest.raises(ReportError) as failure:
        anna.safekeeping.open_export.run(tmp_path / "datei" / "offen", *NOTHING)
    assert failure.value.code == "open_export_unwritable"
