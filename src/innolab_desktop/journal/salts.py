"""The salts of one commit, drawn from one seed.

Every body has a salt of its own, so that a guess at an erased one cannot be confirmed. Whoever
holds all bodies of a commit can compute the seed, and a bundle carries it in their place. Whoever
lacks a single body cannot: the first salt hides the seed behind all the others, and the others
follow from the seed.

Source: ``docs/formats/commit.md``, section Salts; R. Rivest, All-or-Nothing Encryption and the
Package Transform, FSE 1997.
"""

from __future__ import annotations

from hashlib import sha256, shake_256
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

SALT_BYTES: Final = 16
SEED_BYTES: Final = SALT_BYTES
_SPREAD: Final = b"INNOLAB-salts-1\0"
_MASK: Final = b"INNOLAB-salt-mask-1\0"


def spread(seed: bytes, count: int, log: bytes, seq: int) -> tuple[bytes, ...]:
    """Return the salts of *count* bodies.

    Args:
        seed: 16 fresh random bytes.
        count: how many bodies the commit has, at least one.
        log: the log of the commit; who guesses seeds has to begin anew for each commit.
        seq: its place there.
    """
    others = _others(seed, count, log, seq)
    return _hidden(seed, others), *[
        others[at : at + SALT_BYTES] for at in range(0, len(others), SALT_BYTES)
    ]


def seed_of(salts: Sequence[bytes], log: bytes, seq: int) -> bytes | None:
    """Return the seed from which all the salts of a commit were drawn, if they were."""
    others = b"".join(salts[1:])
    seed = _hidden(salts[0], others)
    return seed if _others(seed, len(salts), log, seq) == others else None


def _others(seed: bytes, count: int, log: bytes, seq: int) -> bytes:
    place = log + seq.to_bytes(4, "big")
    return shake_256(_SPREAD + place + seed).digest(SALT_BYTES * (count - 1))


def _hidden(seed: bytes, others: bytes) -> bytes:
    """Return *seed* behind a mask of *others*; done twice it is the seed again."""
    mask = sha256(_MASK + others).digest()[:SEED_BYTES]
    return (int.from_bytes(seed) ^ int.from_bytes(mask)).to_bytes(SEED_BYTES)
