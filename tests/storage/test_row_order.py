"""The order of a list that no index has: sorted once, and again after every change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.storage.row_order import RowOrder
from vaults import open_vault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.services.session import Session
    from vaults import Pair


@pytest.fixture
def anna(pair: Pair) -> Iterator[Session]:
    session = open_vault(pair.anna)
    yield session
    session.close()


def titles(session: Session, offset: int = 0, sort: str = "title") -> list[str]:
    page = session.records.list_rows(
        RowQuery(kind="tandem_note", sort=sort, offset=offset, limit=2)
    )
    return [f"{row.title} {page.total}" for row in page.rows]


def test_every_change_shows_on_the_next_page(anna: Session) -> None:
    first, *_ = (
        anna.records.new("tandem_note", {"title": title}).record
        for title in ("Übersetzen", "Beratung", "Zuhören")
    )
    assert titles(anna) == ["Beratung 3", "Übersetzen 3"]
    anna.records.save(first, {"title": "Ämter öffnen"})
    assert titles(anna) == ["Ämter öffnen 3", "Beratung 3"]
    anna.records.new("tandem_note", {"title": "Behörde"})
    assert titles(anna, offset=2) == ["Beratung 4", "Zuhören 4"]
    anna.records.delete(first)
    assert titles(anna) == ["Behörde 3", "Beratung 3"]
    anna.records.restore(first)
    assert titles(anna, offset=3) == ["Zuhören 4"]


def test_an_order_is_sorted_once(anna: Session) -> None:
    vault: Any = anna.vault
    order, query = RowOrder(vault._database), RowQuery(kind="tandem_note")
    sorted_times = 0

    def sort() -> list[int]:
        nonlocal sorted_times
        sorted_times += 1
        return [3, 1, 2]

    with anna.vault.transaction():
        assert list(order.of(query, sort)) == [3, 1, 2]
        assert list(order.of(replace(query, offset=2, limit=5), sort)) == [3, 1, 2]
    assert sorted_times == 1
    order.of(replace(query, descending=True), sort)
    assert sorted_times == 2
