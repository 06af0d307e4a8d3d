"""Opens single pages of a vault database whose seal is whole; for salvage alone.

Each page ends with 16 bytes of IV and 32 of HMAC-SHA256 over what is before them and the number of
the page.

Source: the design page of SQLCipher 4, and ``docs/formats/vault.md``.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, Final

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

if TYPE_CHECKING:
    from innolab_desktop.keys.vault_file import VaultKey

PAGE_BYTES: Final = 4096
_SALT_BYTES: Final = 16
_IV_BYTES: Final = 16
_SEAL_BYTES: Final = 32
_SALT_MASK: Final = 0x3A
_KDF_ROUNDS: Final = 2
_CLEAR_BEGINNING: Final = b"SQLite format 3\0"


class PageSeal:
    """Opens the pages of one vault.

    Args:
        opened: the key of the vault.
    """

    def __init__(self, opened: VaultKey) -> None:
        masked = bytes(byte ^ _SALT_MASK for byte in opened.salt)
        self._key = opened.key
        self._seal_key = hashlib.pbkdf2_hmac(
            "sha512", opened.key, masked, _KDF_ROUNDS, len(opened.key)
        )

    def __repr__(self) -> str:
        return "PageSeal(…)"

    def open(self, number: int, page: bytes) -> bytes | None:
        """Return the content of a page without its seal; None if a single bit was changed.

        Args:
            number: of the page, from 1.
            page: 4096 bytes as they stand in the file or in its write-ahead log.
        """
        start = _SALT_BYTES if number == 1 else 0
        sealed, seal = page[start:-_SEAL_BYTES], page[-_SEAL_BYTES:]
        proof = hmac.digest(self._seal_key, sealed + number.to_bytes(4, "little"), "sha256")
        if len(page) != PAGE_BYTES or not hmac.compare_digest(proof, seal):
            return None
        decryptor = Cipher(AES(self._key), CBC(sealed[-_IV_BYTES:])).decryptor()
        clear = decryptor.update(sealed[:-_IV_BYTES]) + decryptor.finalize()
        return (_CLEAR_BEGINNING if start else b"") + clear
