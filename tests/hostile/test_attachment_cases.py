"""Cases 88 to 94 of the catalogue: attachments that others wrote with another program."""

from __future__ import annotations

import unicodedata
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from innolab_desktop.journal.commit import Draft
from innolab_desktop.journal.operations import Content, Create, Set
from innolab_desktop.services.read_models import RowQuery

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.attachments import Attachment
    from innolab_desktop.services.session import Session

DATA = b"harmlos"


def attached(session: Session, name: str, data: bytes = DATA) -> Attachment:
    """Attach a file whose name no program of ours would write, and return how it is shown."""
    mission = session.records.list_rows(RowQuery(kind="mission")).rows[0]
    writer: Any = session.conflicts
    drafts = [
        Draft(Create(record := writer._writer.new_record_id(), "attachment", 1, mission.id, "a")),
        Draft(Set(record, "name", name)),
        Draft(Set(record, "size_bytes", len(data))),
        Draft(Set(record, "sha256", sha256(data).hexdigest())),
        Draft(Content(record, 0, data)),
    ]
    writer._writer.write(mission.space, drafts)
    return next(item for item in session.attachments.of(mission.id) if item.id == record)


@pytest.fixture
def anna_with_mission(anna: Session) -> Session:
    if not anna.records.list_rows(RowQuery(kind="mission")).rows:
        anna.records.new("mission", {"title": "Mission"})
    return anna


@pytest.mark.parametrize(
    "name",
    [
        "../../x.txt",
        "..\\..\\x.txt",
        "/etc/x.txt",
        "C:x.txt",
        "\\\\server\\share\\x.txt",
        "a:b.txt",
    ],
)
def test_case_088_names_that_are_paths_lead_nowhere(
    anna_with_mission: Session, tmp_path: Path, name: str
) -> None:
    found = attached(anna_with_mission, name)
    assert not set(found.name) & set('/\\:<>"|?*')
    target = tmp_path / found.name
    assert target.parent == tmp_path
    assert anna_with_mission.attachments.save(found.id, target) == len(DATA)
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".txt"] == [found.name]


@pytest.mark.parametrize("name", ["CON", "con.txt", "COM¹", "NUL ", "aux.", "CLOCK$", "LPT1.log"])
def test_case_089_names_of_devices_are_no_devices(anna_with_mission: Session, name: str) -> None:
    shown = attached(anna_with_mission, name).name
    assert shown.startswith("_")
    assert shown == shown.rstrip(". ")


def test_case_090_a_long_name_is_cut_and_keeps_its_ending(anna_with_mission: Session) -> None:
    shown = attached(anna_with_mission, "ü" * 300 + ".pdf").name
    assert len(shown) == 100
    assert shown.endswith("ü.pdf")


def test_case_091_twins_in_another_form_stay_two(anna_with_mission: Session) -> None:
    composed, split = "Übersicht.pdf", unicodedata.normalize("NFD", "Übersicht.pdf")
    first, second = attached(anna_with_mission, composed), attached(anna_with_mission, split, b"x")
    assert first.id != second.id
    assert anna_with_mission.attachments.content(first.id) == DATA
    assert anna_with_mission.attachments.content(second.id) == b"x"


@pytest.mark.parametrize(
    "name", ["rechnung.pdf.exe", "a.lnk", "a.url", "a.hta", "a.scf", "a.docm", "abc\u202efdp.exe"]
)
def test_case_092_programs_are_warned_of(anna_with_mission: Session, name: str) -> None:
    assert attached(anna_with_mission, name).may_run


@pytest.mark.parametrize("name", ["a.svg", "a.html", "a.htm", "a.xml"])
def test_case_093_pages_are_warned_of_and_never_shown(
    anna_with_mission: Session, name: str
) -> None:
    assert attached(anna_with_mission, name, b"<svg onload=alert(1)>").may_run


def test_case_094_a_huge_picture_is_only_bytes(anna_with_mission: Session, tmp_path: Path) -> None:
    """50,000 by 50,000 pixels in 60 bytes: nothing here decodes pictures."""
    size = (50_000).to_bytes(4, "big") * 2
    picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + size + b"\x08\x06\0\0\0"
    found = attached(anna_with_mission, "Bild.png", picture)
    anna_with_mission.attachments.save(found.id, tmp_path / "Bild.png")
    assert (tmp_path / "Bild.png").read_bytes() == picture
