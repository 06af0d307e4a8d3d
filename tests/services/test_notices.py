"""Restored backups, copied profiles and clones: nothing is lost, and it is told once."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from innolab_desktop.services.notices import DOUBLED, PUT_BACK
from vaults import open_vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from vaults import Pair


class Post:
    """Bundles between Anna and copies of Ben's vault."""

    def __init__(self, pair: Pair, folder: Path) -> None:
        self.pair = pair
        self.folder = folder
        self.anna = open_vault(pair.anna)

    def send(self, sender: Session, receiver: Session) -> None:
        receipt = sender.exporting.run(self.pair.space, self.folder)
        statuses = receiver.importing.run([receipt.files[0].path]).bundles
        assert {bundle.status for bundle in statuses} <= {"applied", "unchanged"}

    def write(self, session: Session, title: str) -> bytes:
        values = {"title": title}
        return session.records.new("tandem_note", values, space=self.pair.space).record


@pytest.fixture
def post(pair: Pair, tmp_path: Path) -> Iterator[Post]:
    made = Post(pair, tmp_path / "post")
    ben = open_vault(pair.ben)
    ben.importing.run([pair.bundle])
    made.write(ben, "vorher")
    ben.close()
    yield made
    made.anna.close()


def told(session: Session) -> list[tuple[str, str, bool]]:
    return [(n.code, n.name, n.is_repeated) for n in session.notices.unseen()]


def test_an_ordinary_life_has_no_notices(post: Post) -> None:
    ben = open_vault(post.pair.ben)
    for _ in range(3):
        post.send(ben, post.anna)
        post.write(post.anna, "x")
        post.send(post.anna, ben)
        post.write(ben, "y")
    assert told(ben) == told(post.anna) == []
    ben.close()


def test_a_restored_database_is_noticed_at_the_start(post: Post, tmp_path: Path) -> None:
    database = post.pair.ben / "vault.db"
    shutil.copy(database, tmp_path / "backup.db")
    ben = open_vault(post.pair.ben)
    lost = post.write(ben, "geht verloren")
    post.send(ben, post.anna)
    ben.close()
    shutil.copy(tmp_path / "backup.db", database)

    ben = open_vault(post.pair.ben)
    assert told(ben) == [(PUT_BACK, "Ben Öztürk", False)]
    after = post.write(ben, "danach")
    post.send(ben, post.anna)
    post.send(post.anna, ben)
    assert told(ben) == [(PUT_BACK, "Ben Öztürk", False)], "once"
    assert ben.records.open(lost).values["title"] == "geht verloren"
    assert post.anna.records.open(after).values["title"] == "danach"
    assert told(post.anna) == [], "no branch: a new incarnation began in time"
    ben.notices.mark_seen()
    ben.close()
    ben = open_vault(post.pair.ben)
    assert told(ben) == []
    assert [notice.is_seen for notice in ben.notices.all()] == [True]
    ben.close()


def test_a_restored_folder_is_noticed_with_the_next_bundle(post: Post, tmp_path: Path) -> None:
    shutil.copytree(post.pair.ben, tmp_path / "whole")
    ben = open_vault(post.pair.ben)
    post.write(ben, "geht verloren")
    post.send(ben, post.anna)
    ben.close()
    restored = open_vault(tmp_path / "whole")
    assert told(restored) == [], "nothing can be known yet"
    post.send(post.anna, restored)
    assert told(restored) == [(PUT_BACK, "Ben Öztürk", False)]
    logs = len(restored.vault.journal.logs(post.pair.space))
    for number in range(3):
        post.write(restored, f"{number}")
        post.send(restored, post.anna)
        post.send(post.anna, restored)
    assert len(restored.vault.journal.logs(post.pair.space)) == logs + 1, "one new incarnation"
    assert told(post.anna) == []
    restored.close()


def test_a_clone_is_told_to_both_and_asks_for_help_the_second_time(
    post: Post, tmp_path: Path
) -> None:
    shutil.copytree(post.pair.ben, tmp_path / "clone")
    ben, clone = open_vault(post.pair.ben), open_vault(tmp_path / "clone")
    notes = [post.write(ben, "Büro"), post.write(clone, "Kopie")]
    post.send(ben, post.anna)
    post.send(clone, post.anna)
    assert told(post.anna) == [(DOUBLED, "Ben Öztürk", False)]
    for copy in (ben, clone):
        post.send(copy, post.anna)  # says what this copy has, whatever the other one said
        post.send(post.anna, copy)
        assert told(copy) == [(PUT_BACK, "Ben Öztürk", False)]
        assert {copy.records.open(note).values["title"] for note in notes} == {"Büro", "Kopie"}
        copy.notices.mark_seen()
    post.anna.notices.mark_seen()
    ben.close()

    post.write(clone, "neue Reihe")
    clone.close()
    shutil.copytree(tmp_path / "clone", tmp_path / "second")
    clone, second = open_vault(tmp_path / "clone"), open_vault(tmp_path / "second")
    for copy in (clone, second):
        post.write(copy, "wieder")
        post.send(copy, post.anna)
    assert told(post.anna) == [(DOUBLED, "Ben Öztürk", True)]
    post.send(post.anna, clone)
    assert told(clone) == [(PUT_BACK, "Ben Öztürk", True)]
    clone.close()
    second.close()


def test_a_preview_notices_nothing(post: Post, tmp_path: Path) -> None:
    shutil.copytree(post.pair.ben, tmp_path / "whole")
    ben = open_vault(post.pair.ben)
    post.write(ben, "geht verloren")
    post.send(ben, post.anna)
    ben.close()
    restored = open_vault(tmp_path / "whole")
    (file,) = post.anna.exporting.run(post.pair.space, tmp_path / "out").files
    restored.importing.preview([file.path])
    assert told(restored) == []
    restored.close()
