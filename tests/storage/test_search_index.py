"""Former words leave the index: a few at once, many when the file is written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from innolab_desktop.storage.search_index import destroy_former_words, replace_bodies
from vaults import open_vault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.storage.database import Database
    from vaults import Pair

FIRST = 10_000


@pytest.fixture
def database(pair: Pair) -> Iterator[Database]:
    """The database of an open vault."""
    session = open_vault(pair.anna)
    vault: Any = session.vault
    yield vault._database
    session.close()


def replace(database: Database, count: int, word: str) -> None:
    with database.transaction():
        replace_bodies(database, [(FIRST + n, f"{word} {n}") for n in range(count)])


def holds(database: Database, word: str) -> tuple[int, bool]:
    """Return how many records are found by a word, and whether its bytes are in the index."""
    with database.transaction() as connection:
        found = connection.exec_driver_sql(
            "SELECT count(*) FROM search WHERE search MATCH ?", (word,)
        ).scalar_one()
        blocks = connection.exec_driver_sql("SELECT block FROM search_data").scalars().all()
    return found, any(word.encode() in block for block in blocks)


def test_a_few_former_words_are_destroyed_at_once(database: Database) -> None:
    replace(database, 20, "geheimwort")
    assert holds(database, "geheimwort") == (20, True)
    replace(database, 20, "anderes")
    assert holds(database, "geheimwort") == (0, False)


def test_many_are_destroyed_when_the_file_is_written_anew(database: Database) -> None:
    replace(database, 300, "geheimwort")
    replace(database, 300, "anderes")
    assert holds(database, "geheimwort") == (0, True)
    destroy_former_words(database)
    assert holds(database, "geheimwort") == (0, False)
    assert holds(database, "anderes")[0] == 300


def test_after_many_a_few_are_destroyed_at_once_again(database: Database) -> None:
    replace(database, 300, "geheimwort")
    destroy_former_words(database)
    replace(database, 1, "spurlos")
    replace(database, 1, "anderes")
    assert holds(database, "spurlos") == (0, False)
