"""Attachments between real vaults: they travel, heal, and go when they are erased."""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.errors import RecordError
from innolab_desktop.journal.commit import Draft
from innolab_desktop.journal.operations import MAX_PIECE_BYTES, Content
from innolab_desktop.services import attachments
from innolab_desktop.services.attachments import LARGEST_BYTES, Attachments
from services.test_erasing import Circle

if TYPE_CHECKING:
    from pathlib import Path

    from protocol.world import Device

MARKER = b"Anhang-Marker-4713"


class Desk(Circle):
    """A circle whose people attach files."""

    def files(self, device: Device) -> Attachments:
        return Attachments(device.vault, device.records, device._writer)


@pytest.fixture
def circle() -> Desk:
    return Desk()


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("size", [1, MAX_PIECE_BYTES, MAX_PIECE_BYTES + 1, 3 * MAX_PIECE_BYTES + 7])
def test_a_file_comes_out_as_it_went_in(circle: Desk, tmp_path: Path, size: int) -> None:
    data = os.urandom(size)
    files = circle.files(circle.anna)
    changes = files.add(circle.record, write(tmp_path, "Übersicht.pdf", data))
    assert circle.record in changes.records
    (found,) = files.of(circle.record)
    assert (found.name, found.size_bytes, found.is_complete) == ("Übersicht.pdf", size, True)
    assert files.content(found.id) == data


def test_it_travels_and_is_whole_only_when_all_of_it_came(circle: Desk, tmp_path: Path) -> None:
    data = os.urandom(2 * MAX_PIECE_BYTES + 1)
    circle.files(circle.anna).add(circle.record, write(tmp_path, "Plan.png", data))
    circle.everybody()
    for device in circle.people.values():
        (found,) = circle.files(device).of(circle.record)
        assert circle.files(device).content(found.id) == data


def test_a_part_that_is_missing_is_said(circle: Desk) -> None:
    values = {"name": "Plan.png", "size_bytes": MAX_PIECE_BYTES + 1, "sha256": "0" * 64}
    record = circle.anna.records.new("attachment", values, parent=circle.record).record
    piece = Content(record, 0, b"x" * MAX_PIECE_BYTES)
    circle.anna._writer.write(circle.space, (Draft(piece),))
    files = circle.files(circle.anna)
    assert not files.of(circle.record)[0].is_complete
    with pytest.raises(RecordError) as failure:
        files.content(record)
    assert failure.value.code == "attachment_incomplete"
    circle.anna._writer.write(circle.space, (Draft(Content(record, 1, b"x")),))
    with pytest.raises(RecordError) as failure:
        files.content(record)
    assert failure.value.code == "attachment_damaged", "the hash does not fit"


def test_a_foreign_piece_takes_nothing_away(circle: Desk, tmp_path: Path) -> None:
    """Another program writes a second first piece into somebody's attachment."""
    data = os.urandom(MAX_PIECE_BYTES + 1)
    circle.files(circle.anna).add(circle.record, write(tmp_path, "Plan.png", data))
    circle.everybody()
    (found,) = circle.files(circle.ben).of(circle.record)
    circle.ben._writer.write(circle.space, (Draft(Content(found.id, 0, b"anders")),))
    circle.everybody()
    assert circle.files(circle.clara).content(found.id) == data


def test_many_foreign_pieces_are_not_tried_without_end(
    circle: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces = 7  # two of each make 128 ways to put them together
    data = os.urandom((pieces - 1) * MAX_PIECE_BYTES + 1)
    circle.files(circle.anna).add(circle.record, write(tmp_path, "Plan.png", data))
    (found,) = circle.files(circle.anna).of(circle.record)
    for number in range(pieces):
        size = 1 if number == pieces - 1 else MAX_PIECE_BYTES
        foreign = Content(found.id, number, os.urandom(size))
        circle.anna._writer.write(circle.space, (Draft(foreign),))
    tried: list[int] = []

    def count(joined: bytes) -> object:
        tried.append(len(joined))
        return sha256(b"another")

    monkeypatch.setattr(attachments, "sha256", count)
    with pytest.raises(RecordError, match="attachment_damaged"):
        circle.files(circle.anna).content(found.id)
    assert tried == [len(data)] * attachments._MOST_TRIES


def test_it_is_erased_with_its_record(circle: Desk, tmp_path: Path) -> None:
    data = MARKER + os.urandom(MAX_PIECE_BYTES)
    circle.files(circle.anna).add(circle.record, write(tmp_path, "Plan.png", data))
    circle.everybody()
    assert circle.knows(MARKER.decode()) == ["A", "B", "K"]
    circle.anna.erasing.erase(circle.record, "request")
    circle.everybody()
    assert circle.knows(MARKER.decode()) == []
    assert circle.held() == 0


def test_what_is_no_file_is_refused(circle: Desk, tmp_path: Path) -> None:
    files = circle.files(circle.anna)
    target = write(tmp_path, "Ziel.txt", b"x")
    link = tmp_path / "Verknüpfung.txt"
    link.symlink_to(target)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    large = tmp_path / "groß.bin"
    with large.open("wb") as file:
        file.truncate(LARGEST_BYTES + 1)
    for path, code in (
        (link, "attachment_unreadable"),
        (tmp_path, "attachment_no_file"),
        (pipe, "attachment_no_file"),
        (large, "attachment_too_large"),
        (write(tmp_path, "leer.txt", b""), "attachment_empty"),
        (tmp_path / "fehlt.txt", "attachment_unreadable"),
    ):
        with pytest.raises(RecordError) as failure:
            files.add(circle.record, path)
        assert failure.value.code == code, path
    assert files.of(circle.record) == ()
