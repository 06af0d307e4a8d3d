"""The reader of the golden bundles: a vault whose keys never change."""

from __future__ import annotations

import json
from os import urandom
from pathlib import Path
from typing import TYPE_CHECKING, Any

from independent.vectors import load
from innolab_desktop import bootstrap
from innolab_desktop.journal import card as cards
from innolab_desktop.journal.cbor import encode
from innolab_desktop.keys import device_keys, vault_file
from innolab_desktop.keys.key_ring import KeyRing
from innolab_desktop.storage.connection import DatabaseKey
from innolab_desktop.storage.vault_database import Owner, VaultDatabase
from vaults import FLOOR_KIB, PASSPHRASE

if TYPE_CHECKING:
    from innolab_desktop.services.session import Session

FOLDER = Path(__file__).parents[1] / "data" / "golden"


def expected(version: str) -> dict[str, Any]:
    """Return what the authors of a version's bundles said."""
    text = (FOLDER / version / "expected.json").read_text(encoding="utf-8")
    return json.loads(text)


def reader(folder: Path) -> Session:
    """Return a new vault of the person to whom all golden bundles are addressed."""
    vector = next(p for p in load("cards")["people"] if p["inputs"]["name"] == "Aylin Demir")
    secret = encode(
        [1, *(vector[part] for part in ("signing_scalar", "kem_seed", "receiving_scalar"))]
    )
    card = device_keys.make_card(secret, **vector["inputs"])
    folder.mkdir()
    opened = vault_file.create(folder, PASSPHRASE, memory_kib=FLOOR_KIB, random=urandom)
    vault = VaultDatabase.create(
        folder,
        DatabaseKey(opened.key, opened.salt),
        bootstrap.load_forms(),
        Owner(opened.vault_id, card, cards.digits(card.card), secret),
    )
    keys = KeyRing(secret, (), urandom)
    keeper = bootstrap._slot_keeper(folder, opened, "created", FLOOR_KIB)
    session = bootstrap._session(
        vault, keys, bootstrap.WallClock(), keeper, bootstrap.Surroundings()
    )
    session.spaces.create_private()
    return session
