"""Derives the key of a passphrase once for each salt: the tests open the same vaults over and over.

Argon2id is a pure function that is made to be slow. Nothing but the time is saved: what it is asked
for the first time is really derived.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from innolab_desktop.keys import passphrase_slot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Derive = Callable[[Mapping[str, Any], str], bytes]


def remember_keys() -> None:
    """Let this process, and those forked from it, derive no key twice."""
    passphrase_slot._derive = remembering(passphrase_slot._derive)  # pyright: ignore[reportAttributeAccessIssue] - only the time it takes


def remembering(derive: Derive) -> Derive:
    """Return *derive* with a memory."""
    known: dict[object, bytes] = {}

    def remembered(slot: Mapping[str, Any], passphrase: str) -> bytes:
        asked = tuple(repr(slot.get(name)) for name in ("salt", "t", "p", "m_kib"))
        if (asked, passphrase) not in known:
            known[asked, passphrase] = derive(slot, passphrase)
        return known[asked, passphrase]

    return remembered
