"""Bundles of every published version are read as their authors meant them, in any order."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from innolab_desktop.services.exchange_models import PastedText
from versions.golden_world import FOLDER, expected, reader

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.session import Session

VERSIONS = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
SUFFIXES = (".ilpaket", ".txt", ".eml")
ORDERS = {
    "as sent": lambda files: files,
    "backwards": lambda files: files[::-1],
    "shuffled": lambda files: Random(7).sample(files, len(files)),  # noqa: S311 - an order
    "shuffled otherwise": lambda files: Random(8).sample(files, len(files)),  # noqa: S311
}


def bundles(version: str) -> list[Path]:
    """Return the bundles of a version; their names begin with a number."""
    found = sorted((FOLDER / version).iterdir())
    return [path for path in found if path.name[:2].isdigit() and path.suffix in SUFFIXES]


def introduced(version: str, folder: Path) -> Session:
    """Return the reader, who compared the Prüfzeichen of the authors."""
    session, digits = reader(folder / "reader"), expected(version)["digits"]
    contact = session.contacts.add(FOLDER / version / "joerg.ilkarte", digits["Jörg Müßig"])
    text = (FOLDER / version / "clara.txt").read_text(encoding="ascii")
    other = session.contacts.add(PastedText(text), digits["Clara Öztürk"])
    assert contact.is_verified
    assert other.is_verified
    return session


def seen(session: Session, record: str) -> dict[str, Any]:
    """Return a record as ``expected.json`` describes it."""
    found = session.records.open(bytes.fromhex(record))
    contested = {
        name: sorted(str(variant.value) for variant in variants)
        for name, variants in found.conflicts.items()
    }
    values = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in found.values.items()
        if value is not None and name not in contested
    }
    facts = {
        "kind": found.kind,
        "values": values,
        "parent": found.parent.hex() if found.parent else None,
        "conflicts": contested,
        "merged": sorted(found.merged),
        "deleted": found.deleted,
        "origin": found.origin.hex() if found.origin else None,
    }
    return {name: fact for name, fact in facts.items() if fact or name in ("parent", "values")}


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("version", VERSIONS)
def test_golden_bundles_are_read(version: str, order: str, tmp_path: Path) -> None:
    session, said = introduced(version, tmp_path), expected(version)
    files = bundles(version)
    report = session.importing.run(ORDERS[order](files))
    assert report.is_clean
    assert session.desk.waiting() == ()
    space = session.spaces.find(said["name"])
    assert space.id.hex() == said["space"]
    assert sorted(member.name for member in space.members) == said["members"]
    for record, facts in said["records"].items():
        shown = seen(session, record)
        values = shown["values"]
        shown["values"] = {name: values.get(name) for name in facts["values"]}
        assert shown == facts, facts["values"].get("title")
    notes = [
        r for r, facts in said["records"].items() if facts["values"].get("title") == "Gespräch"
    ]
    assert [session.records.open(bytes.fromhex(note)).values.get("text") for note in notes] == [
        None
    ]
    commits = session.vault.journal.missing(space.id, [])
    assert sorted(commit.id.hex() for commit in commits) == said["commits"]
    assert session.vault.records.counts().newer == 0
    session.close()


def test_the_present_version_is_there() -> None:
    assert "2" in VERSIONS
    assert all(len(bundles(version)) > 6 for version in VERSIONS)
