"""Slots and ``vault.json`` (security reference, 97 to 99)."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Any

import pytest

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.keys import passphrase_slot, vault_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PHRASE = "vier ruhige Pferde am Fluss"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("vault")
    vault_file.create(folder, PHRASE, memory_kib=65_536, random=secrets.token_bytes)
    return json.loads((folder / "vault.json").read_bytes())


def opened(folder: Path, content: object, phrase: str = PHRASE) -> str:
    """Return how opening a vault with this file ends."""
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    (folder / "vault.json").write_bytes(data)
    try:
        vault_file.open_with_passphrase(folder, phrase)
    except VaultError as failure:
        return failure.code
    return "opened"


def test_the_right_passphrase_opens(content: dict[str, Any], tmp_path: Path) -> None:
    assert opened(tmp_path, content) == "opened"
    assert opened(tmp_path, content, PHRASE + " ") == "passphrase_wrong"
    assert opened(tmp_path, content, "") == "passphrase_wrong"


def slot(**values: object) -> Callable[[dict[str, Any]], object]:
    return lambda c: {**c, "slots": [{**c["slots"][0], **values}]}


HOSTILE: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "97 memory of 2 TiB": (slot(m_kib=2**31), "vault_slot_invalid"),
    "97 memory above the bound": (slot(m_kib=1024 * 1024 + 1), "vault_slot_invalid"),
    "97 memory of 1 KiB": (slot(m_kib=1), "vault_slot_invalid"),
    "97 memory below the floor": (slot(m_kib=65_535), "vault_slot_invalid"),
    "97 memory as a text": (slot(m_kib="65536"), "vault_slot_invalid"),
    "97 memory as a boolean": (slot(m_kib=True), "vault_slot_invalid"),
    "97 memory as a float": (slot(m_kib=65_536.0), "vault_slot_invalid"),
    "97 one pass": (slot(t=1), "vault_slot_invalid"),
    "97 eleven passes": (slot(t=11), "vault_slot_invalid"),
    "97 no lane": (slot(p=0), "vault_slot_invalid"),
    "97 nine lanes": (slot(p=9), "vault_slot_invalid"),
    "97 other costs than were wrapped": (slot(t=2), "passphrase_wrong"),
    "98 only a slot of a later type": (slot(type="keyring"), "passphrase_slot_missing"),
    "98 a slot of a later type before": (
        lambda c: {**c, "slots": [{"type": "keyring", "x": 1}, *c["slots"]]},
        "opened",
    ),
    "98 unknown keys": (lambda c: {**c, "later": 1}, "opened"),
    "98 unknown key inside the slot": (slot(later=1), "passphrase_wrong"),
    "99 slot of another vault": (lambda c: {**c, "vault_id": "A" * 22 + "=="}, "passphrase_wrong"),
    "99 salt of another vault": (lambda c: {**c, "salt": "A" * 22 + "=="}, "passphrase_wrong"),
    "short salt": (lambda c: {**c, "salt": "AAAA"}, "vault_slot_invalid"),
    "salt is no base64": (lambda c: {**c, "salt": "§"}, "vault_slot_invalid"),
    "salt is a number": (lambda c: {**c, "salt": 5}, "vault_slot_invalid"),
    "no salt": (lambda c: {**c, "salt": None}, "vault_slot_invalid"),
    "slot without nonce": (slot(nonce=None), "vault_slot_invalid"),
    "slot with a short nonce": (slot(nonce="AAAA"), "vault_slot_invalid"),
    "slot with short wrap": (slot(wrapped="AAAA"), "passphrase_wrong"),
    "slot salt of one byte": (slot(salt="AA=="), "vault_slot_invalid"),
    "slots are a number": (lambda c: {**c, "slots": 5}, "vault_slot_invalid"),
    "slots are numbers": (lambda c: {**c, "slots": [5, None, "x"]}, "vault_slot_invalid"),
    "no slots": (lambda c: {**c, "slots": []}, "vault_slot_invalid"),
    "later format": (lambda c: {**c, "format": 2}, "vault_too_new"),
    "no JSON": (lambda _: b"{", "vault_slot_invalid"),
    "an array": (lambda _: [], "vault_slot_invalid"),
    "nothing": (lambda _: b"", "vault_slot_invalid"),
    "two MiB": (lambda c: json.dumps(c).encode() + b" " * (2 << 20), "vault_slot_invalid"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files(name: str, content: dict[str, Any], tmp_path: Path) -> None:
    change, expected = HOSTILE[name]
    assert opened(tmp_path, change(content)) == expected


def test_the_copy_helps(content: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "vault.json.bak").write_text(json.dumps(content))
    assert opened(tmp_path, b"{") == "opened"
    (tmp_path / "vault.json").unlink()
    assert vault_file.exists(tmp_path)
    vault_file.open_with_passphrase(tmp_path, PHRASE)


def test_a_vault_is_never_overwritten(content: dict[str, Any], tmp_path: Path) -> None:
    opened(tmp_path, content)
    before = (tmp_path / "vault.json").read_bytes()
    with pytest.raises(VaultError) as failure:
        vault_file.create(tmp_path, "x", memory_kib=65_536, random=secrets.token_bytes)
    assert failure.value.code == "vault_exists"
    assert (tmp_path / "vault.json").read_bytes() == before


def test_secrets_show_nowhere(content: dict[str, Any], tmp_path: Path) -> None:
    opened(tmp_path, content)
    key = vault_file.open_with_passphrase(tmp_path, PHRASE)
    assert key.key.hex() not in repr(key)
    assert PHRASE not in json.dumps(content)
    with pytest.raises(VaultError) as failure:
        vault_file.open_with_passphrase(tmp_path, "falsch geraten")
    assert "geraten" not in f"{failure.value!r} {failure.value.params}"


@pytest.mark.parametrize(("floor_s", "mib"), [(0.01, 256), (0.3, 192), (0.45, 128), (5, 64)])
def test_one_derivation_takes_about_a_second(floor_s: float, mib: int) -> None:
    times = iter((0.0, floor_s))
    assert passphrase_slot.calibrate(lambda: next(times)) == mib * 1024
