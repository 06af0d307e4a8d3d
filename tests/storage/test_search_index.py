"""The index: former words count no more at once, and are gone when the file is written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from innolab_desktop.storage.search_index import (
    AUTOMERGE,
    delete_bodies,
    destroy_former_words,
    merge,
    replace_bodies,
)
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


@pytest.mark.parametrize("count", [1, 20, 300])
def test_former_words_are_destroyed_when_the_file_is_written_anew(
    database: Database, count: int
) -> None:
    replace(database, count, "geheimwort")
    assert holds(database, "geheimwort") == (count, True)
    replace(database, count, "anderes")
    assert holds(database, "geheimwort") == (0, True)
    destroy_former_words(database)
    assert holds(database, "geheimwort") == (0, False)
    assert holds(database, "anderes")[0] == count


@pytest.mark.parametrize("count", [1, 300])
def test_an_index_in_one_part_loses_its_former_words_too(database: Database, count: int) -> None:
    replace(database, 300, "geheimwort")
    destroy_former_words(database)
    assert parts(database) == 1
    with database.transaction():
        delete_bodies(database, FIRST, FIRST + count - 1)
    destroy_former_words(database)
    assert holds(database, "geheimwort") == (300 - count, count < 300)


def test_words_that_go_while_a_merge_is_under_way_are_destroyed_too(database: Database) -> None:
    """Found by a search: one ``optimize`` ends the merge and leaves what went since."""
    with database.transaction():
        replace_bodies(database, [(FIRST, " ".join(f"{n}geheim" for n in range(300)))])
    with database.transaction():
        replace_bodies(database, [(FIRST, " ".join(f"{n}geheim" for n in range(1500)))])
    with database.transaction() as connection:
        connection.exec_driver_sql("INSERT INTO search(search, rank) VALUES ('merge', 1)")
        delete_bodies(database, FIRST, FIRST)
    assert holds(database, "geheim") == (0, True)
    destroy_former_words(database)
    assert holds(database, "geheim") == (0, False)


def test_the_index_keeps_no_texts(database: Database) -> None:
    replace(database, 1, "geheimwort")
    with database.transaction() as connection:
        assert connection.exec_driver_sql("SELECT DISTINCT body FROM search").all() == [(None,)]


def parts(database: Database) -> int:
    with database.transaction() as connection:
        return connection.exec_driver_sql(
            "SELECT count(DISTINCT segid) FROM search_idx"
        ).scalar_one()


def long_text(number: int) -> str:
    """Return words that no other number has: the index grows by pages, which is what it counts."""
    return "wort " + " ".join(f"w{number}x{n}" for n in range(150))


def write_parts(database: Database, count: int) -> None:
    for number in range(count):
        with database.transaction():
            rows = range(FIRST + 300 * number, FIRST + 300 * (number + 1))
            replace_bodies(database, [(row, long_text(row)) for row in rows])


def test_the_parts_of_many_are_merged_later(database: Database) -> None:
    before = parts(database)
    write_parts(database, AUTOMERGE + 1)
    assert parts(database) > before + AUTOMERGE
    merge(database)
    assert parts(database) < AUTOMERGE
    assert holds(database, "wort")[0] == 300 * (AUTOMERGE + 1)


def test_what_is_off_for_many_is_on_again(database: Database) -> None:
    write_parts(database, 1)
    with database.transaction() as connection:
        found = connection.exec_driver_sql("SELECT v FROM search_config WHERE k = 'automerge'")
        assert found.scalar_one() == AUTOMERGE


def test_merging_what_is_merged_writes_nothing(database: Database) -> None:
    write_parts(database, AUTOMERGE)
    for _ in range(3):
        merge(database)
    with database.transaction() as connection:
        pages: Any = connection.exec_driver_sql("SELECT id, block FROM search_data").all()
    merge(database)
    with database.transaction() as connection:
        assert connection.exec_driver_sql("SELECT id, block FROM search_data").all() == pages


def test_closing_merges(pair: Pair) -> None:
    session = open_vault(pair.anna)
    vault: Any = session.vault
    write_parts(vault._database, AUTOMERGE)
    unmerged = parts(vault._database)
    session.close()
    session = open_vault(pair.anna)
    vault = session.vault
    assert parts(vault._database) < unmerged
    session.close()


@pytest.mark.parametrize("count", [20, 300])
def test_of_records_that_go_as_well(database: Database, count: int) -> None:
    replace(database, count + 1, "geheimwort")
    with database.transaction():
        delete_bodies(database, FIRST + 1, FIRST + count)
    assert holds(database, "geheimwort") == (1, True)
    replace(database, 1, "anderes")
    assert holds(database, "geheimwort") == (0, True)
    destroy_former_words(database)
    assert holds(database, "geheimwort") == (0, False)
    assert holds(database, "anderes")[0] == 1
