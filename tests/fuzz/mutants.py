"""Small changes of good inputs, by chance and repeatable."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from fuzz.targets import TARGETS, seeds

if TYPE_CHECKING:
    from collections.abc import Sequence


def mutant(chance: random.Random, good: bytes) -> bytes:
    """Return *good* with up to four changes: bytes flipped, cut out, put in, or moved."""
    data = bytearray(good)
    for _ in range(chance.randint(1, 4)):
        if not data:
            break
        at, way = chance.randrange(len(data)), chance.randrange(5)
        if way == 0:
            data[at] ^= chance.randint(1, 255)
        elif way == 1:
            del data[at : at + chance.randint(1, 40)]
        elif way == 2:
            data[at:at] = chance.randbytes(chance.randint(1, 40))
        elif way == 3:
            other = chance.randrange(len(data))
            data[at], data[other] = data[other], data[at]
        else:
            del data[at:]
    return bytes(data)


def try_mutants(name: str, count: int, seed: int = 1) -> list[str]:
    """Hand *count* mutants to a target and return what it did wrong."""
    chance = random.Random(seed)  # noqa: S311 - repeatable
    beginnings: Sequence[bytes] = seeds(name)
    found: list[str] = []
    for _ in range(count):
        data = mutant(chance, chance.choice(beginnings))
        try:
            TARGETS[name](data)
        except BaseException as failure:
            if isinstance(failure, KeyboardInterrupt):
                raise
            found.append(f"{name}: {failure!r} from {data[:200].hex()}")
    return found
