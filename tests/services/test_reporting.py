from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pypdf
import pytest

from innolab_desktop import bootstrap
from innolab_desktop.domain.errors import RecordError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.session import Session

DAY = date(2026, 5, 12)
LEAST_MEMORY_KIB = 64 * 1024


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    owner = bootstrap.NewOwner("Jörg Müßig", "Stadt Musterstadt", "Bürgerbüro")
    folder = tmp_path_factory.mktemp("vault")
    opened = bootstrap.create_vault(folder, owner, "geheim", memory_kib=LEAST_MEMORY_KIB)
    yield opened
    opened.close()


def new(
    session: Session, kind: str, values: dict[str, Value], parent: bytes | None = None
) -> bytes:
    return session.records.new(kind, values, parent=parent).record


def test_a_sheet_holds_children_titles_and_people(session: Session) -> None:
    town = new(session, "municipality", {"name": "Kreisstadt Ährenfeld"})
    mission = new(session, "mission", {"title": "Lesbar", "municipality": town.hex()})
    first = new(session, "milestone", {"title": "Liste steht"}, mission)
    second = new(session, "milestone", {"title": "Geprüft"}, mission)

    sheet = session.reports.sheet(mission, as_of=DAY)

    assert [child.id for child in sheet.children["milestone"]] == [first, second]
    assert sheet.titles == {town.hex(): "Kreisstadt Ährenfeld"}
    assert sheet.municipality == "Kreisstadt Ährenfeld"
    assert sheet.people == ("Jörg Müßig",)
    assert sheet.revision == "noch ohne Fassung"


def test_a_missing_reference_has_no_title(session: Session) -> None:
    mission = new(session, "mission", {"title": "Lesbar", "municipality": "0f" * 16})

    sheet = session.reports.sheet(mission, as_of=DAY)

    assert sheet.titles == {}
    assert sheet.municipality == "Stadt Musterstadt", "the owner's, when the record names none"


def test_a_mission_becomes_a_file(session: Session, tmp_path: Path) -> None:
    mission = new(session, "mission", {"title": "Ämter ohne Hürden", "status": "idea"})
    target = tmp_path / "steckbrief.pdf"

    pages = session.reports.print_record("mission_profile", mission, target, as_of=DAY)

    reader = pypdf.PdfReader(target)
    assert pages == len(reader.pages)
    assert "Ämter ohne Hürden" in reader.pages[0].extract_text()
    assert "Stand vom 12.05.2026" in reader.pages[0].extract_text()


def test_only_fitting_reports_are_offered(session: Session) -> None:
    assert [report.name for report in session.reports.available("mission")] == [
        "mission_profile",
        "record_sheet",
    ]
    assert [report.name for report in session.reports.available("tandem_note")] == ["record_sheet"]


def test_unknown_records_and_reports_are_refused(session: Session, tmp_path: Path) -> None:
    mission = new(session, "mission", {"title": "Lesbar"})
    target = tmp_path / "x.pdf"

    with pytest.raises(RecordError):
        session.reports.print_record("mission_profile", b"\x00" * 16, target, as_of=DAY)
    with pytest.raises(UsageError):
        session.reports.print_record("nothing", mission, target, as_of=DAY)

    assert not target.exists()
