"""A closed database decrypted by hand, to look for words in pages that SQL does not show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from innolab_desktop.keys import vault_file
from vaults import PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path


def decrypted_pages(folder: Path) -> bytes:
    """Return every page of a closed database decrypted, free ones included.

    Source: the design page of SQLCipher 4; 16 bytes of IV and 32 of HMAC end each page.
    """
    key = vault_file.open_with_passphrase(folder, PASSPHRASE).key
    content = (folder / "vault.db").read_bytes()
    log = folder / "vault.db-wal"
    assert not log.exists() or not log.stat().st_size
    clear: list[bytes] = []
    for start in range(0, len(content), 4096):
        page = content[start : start + 4096]
        decryptor = Cipher(AES(key), CBC(page[-48:-32])).decryptor()
        clear.append(decryptor.update(page[0 if start else 16 : -48]) + decryptor.finalize())
    return b"".join(clear)
