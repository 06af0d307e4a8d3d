"""Full-text search with German folding, newest first.

The index holds words and where they stand, not the texts: those are in the records (ADR 0024).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from unicodedata import normalize

from innolab_desktop.domain.german_folding import find_folded, folded_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from innolab_desktop.services.read_models import Phrases
    from innolab_desktop.storage.database import Database

_BEFORE: Final = 16  # rows are narrow: the word should be seen
_AFTER: Final = 80
# Only what is shown is read whole: a frequent word stands in every record.
_FIND: Final = (
    "WITH newest AS (SELECT record.id FROM search JOIN record ON record.id = search.rowid "
    "WHERE search MATCH ? AND record.is_deleted = 0 AND (? IS NULL OR record.kind = ?) "
    "ORDER BY record.changed DESC LIMIT ?) "
    "SELECT record.id, record.uid, record.kind, record.form_version, record.title "
    "FROM newest JOIN record ON record.id = newest.id ORDER BY record.changed DESC"
)
AUTOMERGE: Final = 8
"""Parts of the index that are merged as soon as there are as many: twice the default."""
CREATE: Final = (
    """CREATE VIRTUAL TABLE search USING fts5(
        body, content = '', contentless_delete = 1,
        tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')""",
    f"INSERT INTO search(search, rank) VALUES ('automerge', {AUTOMERGE})",  # noqa: S608 - a number of ours
)
"""Statements that make an empty index."""
_SET: Final = "INSERT INTO search(search, rank) VALUES (?, ?)"
_MANY: Final = 200
_MOST_PAGES: Final = 1500
"""As many pages of 4 KiB are merged at once: about a tenth of a second."""


def create(connection: Connection) -> None:
    """Create an empty index."""
    for statement in CREATE:
        connection.exec_driver_sql(statement)


def create_anew(connection: Connection) -> None:
    """Empty the index."""
    connection.exec_driver_sql("DROP TABLE search")
    create(connection)


def replace_bodies(database: Database, bodies: Sequence[tuple[int, str]]) -> None:
    """Index the words of records, in place of those that were there.

    The former words only stop counting, until :func:`destroy_former_words`. Nor is the index
    merged while somebody waits for many: that is left to :func:`merge`.
    """
    is_many = len(bodies) > _MANY
    if is_many:
        database.run_many(_SET, [("automerge", 0)])
    database.run_many("INSERT OR REPLACE INTO search(rowid, body) VALUES (?, ?)", bodies)
    if is_many:
        database.run_many(_SET, [("automerge", AUTOMERGE)])


def delete_bodies(database: Database, low: int, high: int) -> None:
    """Let the words of all records from *low* to *high* count no more."""
    database.connection.exec_driver_sql(
        "DELETE FROM search WHERE rowid BETWEEN ? AND ?", (low, high)
    )


def merge(database: Database) -> None:
    """Merge some of what the index was given in parts, so that a search reads few of them.

    Raises:
        VaultError: the disk is full or cannot be written; the index is as it was.
    """
    with database.transaction() as connection:
        connection.exec_driver_sql(_SET, ("merge", _MOST_PAGES))


def destroy_former_words(database: Database) -> None:
    """Leave no word in the index that no record has any more.

    Where a merge was under way, the first call only ends it, and what went since is still there.

    Raises:
        VaultError: the disk is full or cannot be written; the index is as it was.
    """
    with database.transaction() as connection:
        for _ in range(2):
            connection.exec_driver_sql("INSERT INTO search(search) VALUES ('optimize')")


class SearchIndex:
    """Asks the index that the projection keeps."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, words: str, limit: int, kind: str | None, phrases: Phrases) -> Sequence[Any]:
        """Return the rows of matching records; every word must occur, the last may go on.

        A single letter does not go on: nearly every record has a word with it.
        """
        terms = folded_words(words)
        if not terms:
            return ()
        *whole, last = terms
        also = dict(phrases)
        parts = [_part(f'"{term}"', also.get(term, ())) for term in whole]
        mark = "*" if len(last) > 1 else ""
        question = " AND ".join([*parts, _part(f'"{last}"{mark}', also.get(last, ()))])
        return self._database.connection.exec_driver_sql(_FIND, (question, kind, kind, limit)).all()


def prefix_question(words: str, phrases: Phrases) -> str:
    """Return what the index is asked for records in which every word begins one; "" for none."""
    also = dict(phrases)
    return " AND ".join(_part(f'"{term}"*', also.get(term, ())) for term in folded_words(words))


def _part(term: str, phrases: Sequence[str]) -> str:
    """Return the part of a question that *term* or one of *phrases* answers."""
    labels = [" ".join(words) for phrase in phrases if (words := folded_words(phrase))]
    return "(" + " OR ".join([term, *(f'"{label}"' for label in labels)]) + ")"


def snippet(texts: Sequence[str], words: str) -> str:
    """Return the surroundings of the first word that stands in one of *texts*.

    At most a few characters come ahead of it, and only whole words.
    """
    composed = [normalize("NFC", text) for text in texts]
    for term in folded_words(words):
        for text in composed:
            place = find_folded(text, term)
            if place is not None:
                start, end = max(0, place[0] - _BEFORE), min(len(text), place[1] + _AFTER)
                if start and (space := text.find(" ", start - 1, place[0])) >= 0:
                    start = space + 1
                cut = " ".join(text[start:end].split())
                return ("… " if start else "") + cut + (" …" if end < len(text) else "")
    return ""
