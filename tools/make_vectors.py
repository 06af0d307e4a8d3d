"""Makes the frozen vectors of ``docs/formats/``: run once per format version, never by a test.

Refuses to overwrite: a published vector stays as it is for ever.
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from innolab_desktop.bundle import codec
from innolab_desktop.journal import card as cards
from innolab_desktop.journal import commit as commits
from innolab_desktop.journal import operations, salts, signed_tip
from innolab_desktop.journal.cbor import encode
from innolab_desktop.journal.clock import Instant
from innolab_desktop.journal.texts import MergeText, result_hash, seed_client
from innolab_desktop.keys import (
    device_keys,
    escrow_key,
    escrow_slot,
    passphrase_slot,
    recovery_code,
    secret_slot,
    slot_seal,
)
from innolab_desktop.services.exchange_models import Outgoing
from innolab_desktop.services.spaces import space_id

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = Path(__file__).parents[1] / "tests" / "data" / "vectors"
PHRASE = "Grüße von der Fußgängerbrücke"
RECORD = bytes.fromhex("019a5f2c00007abc8def000000000001")
TIMES = [Instant(1_790_000_000_000, 0), Instant(1_790_000_060_000, 0), Instant(2**47 - 1, 65535)]


FIELDS = ("title", "next_step", "challenge", "vision", "budget")
VALUES = ("Größe", None, 1_250_000, ("citizen_services", "language"), True, -1, "", "ß" * 40)
_FOLDED_COMMITS = 40


class FixedBytes:
    """Bytes that look random and are the same in every run."""

    def __init__(self, seed: str) -> None:
        self._seed = seed.encode()
        self._calls = 0

    def __call__(self, size_bytes: int) -> bytes:
        """Return the next *size_bytes*."""
        self._calls += 1
        name = self._seed + self._calls.to_bytes(4, "big")
        parts = (sha256(name + i.to_bytes(4, "big")).digest() for i in range(size_bytes // 32 + 1))
        return b"".join(parts)[:size_bytes]


class Person:
    """A device with fixed keys and its card."""

    def __init__(self, name: str, role: str, *, is_demo: bool = False) -> None:
        fixed = FixedBytes(name)
        self.scalars = [fixed(47).rjust(48, b"\1"), fixed(64), fixed(47).rjust(48, b"\1")]
        self.secret = encode([1, *self.scalars])
        self.keys = device_keys.restore(self.secret)
        self.inputs: dict[str, Any] = {
            "person": fixed(16),
            "name": name,
            "municipality": "Kreisstadt Ährenfeld",
            "department": "Bürgerbüro & Straßenverkehr",
            "role": role,
            "alias": fixed(8),
            "created_ms": 1_790_000_000_000,
            "is_demo": is_demo,
        }
        self.card = device_keys.make_card(self.secret, **self.inputs)

    def vector(self) -> dict[str, Any]:
        """Return secret keys and card as a vector."""
        signing, seed, receiving = self.scalars
        return {
            "signing_scalar": signing,
            "kem_seed": seed,
            "receiving_scalar": receiving,
            "inputs": self.inputs,
            "device": self.card.card.device,
            "signing_key": self.card.card.signing_key,
            "encryption_key": self.card.card.encryption_key,
            "file": cards.FILE_MAGIC + self.card.encoded(),
            "digits": cards.digits(self.card.card),
        }


def make_log(
    founder: Person, member: Person
) -> tuple[bytes, list[dict[str, Any]], list[commits.Commit]]:
    """Return the space, inputs and commits of a log with every kind of operation."""
    fixed = FixedBytes("log")
    device, nonce, incarnation = founder.keys.device, fixed(16), fixed(8)
    space = space_id(device, nonce)
    members = ((founder.card.encoded(), "founder"), (member.card.encoded(), "coordinator"))
    genesis = operations.Genesis(nonce, "tandem", "Tandem Bürgerbüro", members)
    op = fixed(17)
    erased = tuple(sorted((fixed(17), fixed(17))))
    saves = [
        [commits.Draft(genesis)],
        first_save(op, erased),
        [
            commits.Draft(operations.TextReset(RECORD, "vision", 2, "Neu begonnen")),
            commits.Draft(operations.Delete(RECORD, (op,))),
            commits.Draft(operations.Restore(RECORD), (op,)),
            commits.Draft(operations.Erase(erased, "Antrag nach Art. 17", RECORD)),
        ],
    ]
    origin = commits.Origin(space, device, incarnation, ((fixed(16), commits.Tip(7, fixed(32))),))
    person = founder.inputs["person"]
    inputs: list[dict[str, Any]] = []
    written: list[commits.Commit] = []
    for seq, (drafts, at) in enumerate(zip(saves, TIMES, strict=True), start=1):
        drawn = [fixed(16) for _ in drafts]
        previous = written[-1].id if written else None
        start = origin if seq == 1 else None
        position = commits.Position(origin.log, seq, previous, start)
        written.append(commits.write(position, drafts, at=at, person=person, salts=drawn))
        inputs.append(input_vector(position, at, person, drawn, drafts))
    return space, inputs, written


def first_save(op: bytes, erased: tuple[bytes, ...]) -> list[commits.Draft]:
    """Return a new record with a value of every type; it replaces *op* and the *erased* ones."""
    text = "Wir öffnen länger – auch für Menschen ohne Termin 😀"
    update = MergeText(client=seed_client(RECORD, "challenge", 0, text)).edit_to(text)
    edit = operations.TextEdit(RECORD, "challenge", 0, update, result_hash(text))
    return [
        commits.Draft(operations.Create(RECORD, "mission", 1, None, "")),
        commits.Draft(operations.Set(RECORD, "title", "Größere Öffnungszeiten"), (op,)),
        commits.Draft(operations.Set(RECORD, "tags", ("a", None, "ß"))),
        commits.Draft(operations.Set(RECORD, "count", -(2**63))),
        commits.Draft(operations.Set(RECORD, "is_open", value=True)),
        commits.Draft(operations.Set(RECORD, "empty", None)),
        commits.Draft(edit, erased),
    ]


def input_vector(
    position: commits.Position,
    at: Instant,
    person: bytes,
    salts: list[bytes],
    drafts: list[commits.Draft],
) -> dict[str, Any]:
    """Return what a commit was written from."""
    return {
        "position": position,
        "at": at,
        "person": person,
        "salts": salts,
        "operations": [
            {
                "name": type(draft.operation).__name__,
                "arguments": list(draft.operation),
                "preds": draft.preds,
            }
            for draft in drafts
        ],
    }


def commit_vector(commit: commits.Commit) -> dict[str, Any]:
    """Return the frozen bytes of a commit."""
    return {
        "id": commit.id,
        "header": commit.header,
        "bodies": commit.bodies,
        "encoded": commit.encoded,
        "op_ids": [commit.op_id(i) for i in range(len(commit.bodies))],
    }


def main() -> int:
    """Write the vectors that are not there yet; those that are there are frozen."""
    founder = Person("Jörg Müßig", "official")
    member = Person("Aylin Demir", "coordinator", is_demo=False)
    demo = Person("Übung Übungsfrau", "official", is_demo=True)
    space, inputs, written = make_log(founder, member)
    last = written[-1]
    tip = commits.Tip(last.seq, last.id)
    body = signed_tip.body_of(last.log, tip)
    signed = signed_tip.SignedTip(last.log, tip, body, founder.keys.sign(signed_tip.PREFIX + body))
    erased = written[1].without(frozenset((1, 6)))
    save("cards", {"people": [person.vector() for person in (founder, member, demo)]})
    save(
        "commits",
        {
            "space": space,
            "founder": founder.keys.device,
            "inputs": inputs,
            "commits": [commit_vector(commit) for commit in written],
            "erased": commit_vector(erased),
        },
    )
    save("tip", {"log": last.log, "seq": 3, "commit": last.id, "encoded": signed.encoded()})
    save("bundle2", stretch_vector(founder, (member, demo), space, written))
    save("slot", slot_vector())
    save("slots", slots_vector())
    save("membership", membership_vector(founder, member, last))
    save("content", content_vector(founder, last))
    return 0


def membership_vector(founder: Person, member: Person, before: commits.Commit) -> dict[str, Any]:
    """Return three commits that add and remove a device and renew a card, after *before*."""
    fixed = FixedBytes("membership")
    log, tip = fixed(16), (5, fixed(32))
    saves = [
        commits.Draft(operations.MemberAdd(member.card.encoded(), "member"), (fixed(17),)),
        commits.Draft(operations.MemberRemove(member.keys.device, ((log, (tip,)),)), (fixed(17),)),
        commits.Draft(operations.NewCard(founder.card.encoded())),
    ]
    return saves_vector(founder, before, saves, fixed)


def content_vector(founder: Person, before: commits.Commit) -> dict[str, Any]:
    """Return three commits with the bytes of a file, in another order than they stand in it."""
    fixed = FixedBytes("content")
    saves = [
        commits.Draft(operations.Content(RECORD, 1, b"Ende")),
        commits.Draft(operations.Content(RECORD, 0, bytes(range(256)) * 3)),
        commits.Draft(operations.Content(RECORD, 2, b"\0")),
    ]
    return saves_vector(founder, before, saves, fixed)


def saves_vector(
    founder: Person, before: commits.Commit, saves: list[commits.Draft], fixed: FixedBytes
) -> dict[str, Any]:
    """Return one commit for each of *saves*, after *before*."""
    person = founder.inputs["person"]
    inputs: list[dict[str, Any]] = []
    written = [before]
    for draft in saves:
        salt = fixed(16)
        position = commits.Position(before.log, written[-1].seq + 1, written[-1].id, None)
        commit = commits.write(position, [draft], at=TIMES[1], person=person, salts=[salt])
        written.append(commit)
        inputs.append(input_vector(position, TIMES[1], person, [salt], [draft]))
    return {"inputs": inputs, "commits": [commit_vector(commit) for commit in written[1:]]}


def stretch_vector(
    sender: Person, recipients: tuple[Person, ...], space: bytes, before: list[commits.Commit]
) -> dict[str, Any]:
    """Return a bundle of version 2: the commits of a log, and forty that stand in a stretch.

    ``bundle.json`` holds one of version 1, which no program writes any more.
    """
    fixed = FixedBytes("stretch")
    written, seeds, visible = [*before], list[bytes](), dict[str, tuple[bytes, ...]]()
    for number in range(_FOLDED_COMMITS):
        names = [FIELDS[(number + i) % len(FIELDS)] for i in range(1 + number % len(FIELDS))]
        drafts = [
            commits.Draft(
                operations.Set(RECORD, name, VALUES[(number * 3 + i) % len(VALUES)]),
                tuple(sorted(visible.get(name, ()))),
            )
            for i, name in enumerate(names)
        ]
        seeds.append(fixed(salts.SEED_BYTES))
        last = written[-1]
        at = Instant(TIMES[0].ms + number * 977 * (-1) ** number, number % 3 * 150)
        position = commits.Position(last.log, last.seq + 1, last.id, None)
        drawn = salts.spread(seeds[-1], len(drafts), position.log, position.seq)
        commit = commits.write(position, drafts, at=at, person=last.person, salts=drawn)
        for index, name in enumerate(names):  # now and then two values stand beside each other
            kept = () if number % 7 else visible.get(name, ())
            visible[name] = (*kept, commit.op_id(index))
        written.append(commit)
    tip = commits.Tip(written[-1].seq, written[-1].id)
    body = signed_tip.body_of(written[-1].log, tip)
    signature = sender.keys.sign(signed_tip.PREFIX + body)
    signed = signed_tip.SignedTip(written[-1].log, tip, body, signature)
    outgoing = Outgoing(
        space, tuple(person.card.card for person in recipients), {signed.log: (tip,)}, (signed,),
        tuple(written), TIMES[1], wants_receipt=True,
    )  # fmt: skip
    bundle_id = fixed(16)
    sequence = codec.encode(outgoing, bundle_id, sender.keys)
    return {"bundle_id": bundle_id, "seeds": seeds, "sequence": sequence}


def slot_vector() -> dict[str, Any]:
    """Return a passphrase slot of the lowest cost."""
    fixed = FixedBytes("slot")
    key, vault_id, salt = fixed(32), fixed(16), fixed(16)
    slot = passphrase_slot.make(
        key, PHRASE, vault_id + salt, memory_kib=passphrase_slot.FLOOR_KIB, random=fixed
    )
    return {
        "passphrase": PHRASE,
        "key": key,
        "file": {
            "format": 1,
            "vault_id": slot_seal.encode(vault_id),
            "salt": slot_seal.encode(salt),
            "slots": [slot],
        },
    }


def slots_vector() -> dict[str, Any]:
    """Return a vault with a slot of every other type, and the files of an escrow key."""
    fixed = FixedBytes("slots")
    key, vault_id, salt = fixed(32), fixed(16), fixed(16)
    context, made = vault_id + salt, "2026-11-22"
    secret, code = fixed(32), fixed(20)
    card, public, secret_file = escrow_key.create(
        "IT-Leitung Ährenfeld", PHRASE, memory_kib=passphrase_slot.FLOOR_KIB, random=fixed
    )
    slots = [
        secret_slot.make(
            key, value, context, begun=slot_seal.begin(name, made, fixed), random=fixed
        )
        for name, value in ((secret_slot.KEYRING, secret), (secret_slot.RECOVERY, code))
    ]
    begun = slot_seal.begin(escrow_slot.TYPE, made, fixed)
    return {
        "key": key,
        "keyring_secret": secret,
        "recovery_bytes": code,
        "recovery_code": recovery_code.write(code),
        "holder_passphrase": PHRASE,
        "escrow_public": public,
        "escrow_secret": secret_file,
        "escrow_digits": card.digits,
        "file": {
            "format": 1,
            "vault_id": slot_seal.encode(vault_id),
            "salt": slot_seal.encode(salt),
            "slots": [*slots, escrow_slot.make(key, card, context, begun=begun)],
        },
    }


def plain(value: object) -> object:
    """Return *value* for JSON, with byte strings as ``{"hex": …}``."""
    if isinstance(value, bytes):
        return {"hex": value.hex()}
    if isinstance(value, dict):
        return {name: plain(item) for name, item in cast("dict[str, object]", value).items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in cast("Sequence[object]", value)]
    return value


def save(name: str, content: dict[str, Any]) -> None:
    """Write one vector file, unless it is there."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    if (FOLDER / f"{name}.json").exists():
        print(f"{name}: frozen")
        return
    text = json.dumps(plain(content), ensure_ascii=False, indent=1)
    (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
