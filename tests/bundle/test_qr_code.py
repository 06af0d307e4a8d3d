"""Cards as QR codes: any card of usual length fits, and a reader gets the very line back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import segno

from innolab_desktop.bundle import armour
from innolab_desktop.bundle.qr_code import CardQrCode
from innolab_desktop.domain.errors import ContactError
from innolab_desktop.journal import card as cards
from vaults import open_vault

if TYPE_CHECKING:
    from vaults import Pair


def test_a_real_card_fits_and_is_the_line_that_readers_know(pair: Pair) -> None:
    session = open_vault(pair.anna)
    content = cards.FILE_MAGIC + session.vault.people.own_card().encoded()
    modules = session.contacts.card_code()
    session.close()
    assert 1_900 < len(content) < 2_300
    line = armour.write_card_line(content)
    (parcel,) = armour.read(line)
    assert parcel.content == content
    code = segno.make_qr(line, error="l")
    assert code.mode == "alphanumeric"
    assert int(code.version) <= 36
    assert [len(row) for row in modules] == [len(modules)] * len(modules)
    assert len(modules) == 17 + 4 * int(code.version)


def test_the_finder_patterns_stand_in_three_corners() -> None:
    modules = CardQrCode().modules(b"x" * 200)
    ring = (True,) * 7
    assert modules[0][:7] == modules[0][-7:] == modules[-1][:7] == ring
    assert modules[-1][-7:] != ring


def test_what_is_too_long_is_refused() -> None:
    with pytest.raises(ContactError) as failure:
        CardQrCode().modules(b"x" * 3_000)
    assert failure.value.code == "card_too_long_for_qr"
