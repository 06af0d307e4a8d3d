"""Derives the key of a passphrase once for each salt: the tests open the same vaults over and over.

Argon2id is a pure function that is made to be slow. Nothing but the time is saved: what it is asked
for the first time is really derived, but for trials in which only the writing matters.
"""

from __future__ import annotations

from contextlib import contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from innolab_desktop.keys import passphrase_slot

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping

    Derive = Callable[[Mapping[str, Any], str], bytes]

_REALLY = passphrase_slot._derive


def remember_keys() -> None:
    """Let this process, and those forked from it, derive no key twice."""
    _derive_with(remembering(passphrase_slot._derive))


def derive_cheaply() -> None:
    """Let deriving cost nothing, for trials of what is written: new slots have new salts each time.

    Vaults that are made so open with nothing else.
    """
    _derive_with(
        lambda slot, passphrase: sha256(f"{slot.get('salt')} {passphrase}".encode()).digest()
    )


@contextmanager
def deriving_really() -> Generator[None]:
    """Derive as the program does, for vaults that another process opens."""
    before = passphrase_slot._derive
    _derive_with(_REALLY)
    try:
        yield
    finally:
        _derive_with(before)


def _derive_with(derive: Derive) -> None:
    passphrase_slot._derive = derive  # pyright: ignore[reportAttributeAccessIssue] - only the time it takes


def remembering(derive: Derive) -> Derive:
    """Return *derive* with a memory."""
    known: dict[object, bytes] = {}

    def remembered(slot: Mapping[str, Any], passphrase: str) -> bytes:
        asked = tuple(repr(slot.get(name)) for name in ("salt", "t", "p", "m_kib"))
        if (asked, passphrase) not in known:
            known[asked, passphrase] = derive(slot, passphrase)
        return known[asked, passphrase]

    return remembered
