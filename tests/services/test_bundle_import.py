"""Waiting bundles: only what can never be read is thrown away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cli.innolab import PASSPHRASE, create, introduce, send
from innolab_desktop import bootstrap
from innolab_desktop.domain.errors import Cancelled
from innolab_desktop.services.changes import CancelToken
from vaults import open_vault, rows

if TYPE_CHECKING:
    from pathlib import Path

    from vaults import Pair


def test_stopping_an_import_keeps_the_bundles_that_wait(tmp_path: Path) -> None:
    ada, bea = create(tmp_path / "ada", "Ada Öz"), create(tmp_path / "bea", "Bea Groß")
    introduce(ada, bea)
    nils = create(tmp_path / "nils", "Nils Süß")
    card = tmp_path / "nils.ilkarte"
    nils.ask("contact", "card", "--out", card)
    ada.ask("contact", "add", card)
    ada.ask("space", "create", "Neu", "--type", "tandem", "--member", "Nils Süß")
    bundle = send(ada, "Neu", tmp_path / "post")
    (held,) = nils.ask("import", bundle)["bundles"]
    assert held["code"] == "sender_unknown"

    session = bootstrap.open_vault(nils.vault, PASSPHRASE)
    try:
        session.contacts.add(tmp_path / "ada.ilkarte")
        stopped = CancelToken()
        stopped.cancel()
        with pytest.raises(Cancelled):
            session.importing._retry_waiting(stopped)
        assert len(session.desk.waiting()) == 1
        assert [b.status for b in session.importing.retry_waiting().bundles] == ["applied"]
        assert session.desk.waiting() == ()
    finally:
        session.close()


class StopsAt(CancelToken):
    """Is cancelled when it is asked for the nth time."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.left = number

    def raise_if_cancelled(self) -> None:
        self.left -= 1
        if self.left == 0:
            raise Cancelled


def test_an_import_can_be_stopped_until_its_very_end(pair: Pair) -> None:
    ben = open_vault(pair.ben)
    try:
        ben.importing.preview([pair.bundle])
        before, stops, statuses = rows(ben), 0, list[str]()
        while not statuses:
            try:
                report = ben.importing.run([pair.bundle], cancel=StopsAt(stops + 1))
                statuses = [bundle.status for bundle in report.bundles]
            except Cancelled:
                stops += 1
                assert rows(ben) == before
        assert stops >= 5, "before, between logs, before and after the records are made"
        assert statuses == ["applied"]
    finally:
        ben.close()
