"""The frozen vectors: our code reads them, writes them, and a second implementation agrees."""

from __future__ import annotations

import ast
import unicodedata
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from independent import decoder
from independent.hybrid_open import Receiver, private_key, public_point
from independent.vectors import load
from innolab_desktop.bundle import codec, compression, container, padding
from innolab_desktop.journal import card as cards
from innolab_desktop.journal import cbor, operations, signed_tip
from innolab_desktop.journal import commit as commits
from innolab_desktop.journal.clock import Instant
from innolab_desktop.keys import (
    device_keys,
    escrow_key,
    escrow_slot,
    passphrase_slot,
    recovery_code,
    secret_slot,
    slot_seal,
    vault_file,
)
from innolab_desktop.keys.signatures import PublicKeyChecks
from innolab_desktop.services.exchange_models import OpenedBundle, Outgoing
from innolab_desktop.services.spaces import space_id

PEOPLE = load("cards")["people"]
LOG = load("commits")
MEMBERSHIP = load("membership")
CONTENT = load("content")
TIP = load("tip")
BUNDLE = load("bundle")
FOLDED = load("bundle2")
SLOT = load("slot")
SLOTS = load("slots")
FOUNDER, MEMBER, DEMO = PEOPLE


def secret(person: dict[str, Any]) -> bytes:
    return cbor.encode(
        [1, person["signing_scalar"], person["kem_seed"], person["receiving_scalar"]]
    )


def receiver(person: dict[str, Any]) -> Receiver:
    return Receiver.of(person["kem_seed"], person["receiving_scalar"])


def operation(item: dict[str, Any]) -> operations.Operation:
    arguments = [tuple(map(_frozen, a)) if isinstance(a, list) else a for a in item["arguments"]]
    return getattr(operations, item["name"])(*arguments)


def _frozen(item: Any) -> Any:
    return tuple(map(_frozen, item)) if isinstance(item, list) else item


def write(item: dict[str, Any]) -> commits.Commit:
    log, seq, prev, start = item["position"]
    origin = None
    if start is not None:
        earlier = tuple((old, commits.Tip(*tip)) for old, tip in start[3])
        origin = commits.Origin(start[0], start[1], start[2], earlier)
    drafts = [commits.Draft(operation(o), tuple(o["preds"])) for o in item["operations"]]
    return commits.write(
        commits.Position(log, seq, prev, origin),
        drafts,
        at=Instant(*item["at"]),
        person=item["person"],
        salts=item["salts"],
    )


def test_the_second_implementation_shares_no_code() -> None:
    for name in ("cbor_reader", "hybrid_open", "decoder", "vectors"):
        tree = ast.parse((Path(__file__).parent / f"{name}.py").read_text(encoding="utf-8"))
        imported = {
            name
            for node in ast.walk(tree)
            for name in (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
        }
        assert not [name for name in imported if name.startswith(("innolab_desktop", "cbor2"))]


# --- cards ----------------------------------------------------------------------------------


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person["inputs"]["name"])
def test_cards(person: dict[str, Any]) -> None:
    signed = cards.decode_file(person["file"])
    theirs = decoder.read_card_file(person["file"])

    assert PublicKeyChecks().verify(person["signing_key"], signed.signed_bytes, signed.signature)
    assert signed.card.device == person["device"]
    assert cards.digits(signed.card) == person["digits"] == decoder.digits(theirs)
    for key, value in enumerate(signed.card[:10], start=2):
        assert theirs[key] == value
    assert theirs.get(13, False) is person["inputs"]["is_demo"] is signed.card.is_demo
    assert theirs[4] == unicodedata.normalize("NFC", person["inputs"]["name"])


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person["inputs"]["name"])
def test_cards_are_made_again_byte_by_byte(person: dict[str, Any]) -> None:
    signed = device_keys.make_card(secret(person), **person["inputs"])

    assert cards.FILE_MAGIC + signed.encoded() == person["file"]
    assert receiver(person).public == person["encryption_key"]
    assert public_point(private_key(person["signing_scalar"])) == person["signing_key"]


# --- commits --------------------------------------------------------------------------------


@pytest.mark.parametrize("index", range(3))
@pytest.mark.parametrize("name", ["log", "members", "content"])
def test_commits(name: str, index: int) -> None:
    vectors = {"log": LOG, "members": MEMBERSHIP, "content": CONTENT}[name]
    item, frozen = vectors["inputs"][index], vectors["commits"][index]
    ours = commits.decode(frozen["encoded"])
    theirs = decoder.read_commit(frozen["encoded"])

    assert write(item) == ours
    assert ours.encoded == frozen["encoded"]
    assert (ours.id, ours.header) == (frozen["id"], frozen["header"])
    assert theirs.id == frozen["id"]
    assert theirs.op_ids == frozen["op_ids"] == [ours.op_id(i) for i in range(len(ours.bodies))]
    assert (theirs.header[2], theirs.header[3]) == (ours.log, ours.seq)
    assert theirs.header[5] == list(ours.at)
    (found,) = commits.operations_of((ours,))
    for (_, said), body in zip(found, theirs.bodies, strict=True):
        assert body is not None
        assert body[2:] == _listed(tuple(said))
    assert [said for _, said in found] == [operation(o) for o in item["operations"]]


def _listed(value: Any) -> Any:
    return [_listed(item) for item in value] if isinstance(value, tuple) else value


def test_an_erased_commit_keeps_id_and_header() -> None:
    whole, erased = LOG["commits"][1], LOG["erased"]
    ours, theirs = commits.decode(erased["encoded"]), decoder.read_commit(erased["encoded"])

    assert (ours.id, ours.header) == (whole["id"], whole["header"])
    assert theirs.id == whole["id"]
    assert [body is None for body in theirs.bodies] == [body is None for body in ours.bodies]
    assert [i for i, body in enumerate(ours.bodies) if body is None] == [1, 6]
    assert ours == commits.decode(whole["encoded"]).without(frozenset((1, 6)))


def test_genesis_and_space_id() -> None:
    theirs = decoder.read_genesis(decoder.read_commit(LOG["commits"][0]["encoded"]))
    ((_, ours),) = commits.operations_of([commits.decode(LOG["commits"][0]["encoded"])])[0]

    assert isinstance(ours, operations.Genesis)
    assert theirs[0] == LOG["space"] == space_id(LOG["founder"], ours.nonce)
    assert theirs[1:3] == (ours.type, ours.name) == ("tandem", "Tandem Bürgerbüro")
    assert [(card[2], role) for card, role in theirs[3]] == [
        (FOUNDER["device"], "founder"),
        (MEMBER["device"], "coordinator"),
    ]


def test_log_id() -> None:
    start = commits.decode(LOG["commits"][0]["encoded"]).origin
    assert start is not None
    assert commits.log_id(start.device, start.space, start.incarnation) == TIP["log"]
    assert decoder.short_hash(b"log1", start.device, start.space, start.incarnation) == TIP["log"]


# --- signed tip -----------------------------------------------------------------------------


def test_signed_tip() -> None:
    ours = signed_tip.decode(TIP["encoded"])
    theirs = decoder.read_tip(cbor.decode(TIP["encoded"]), FOUNDER["signing_key"])  # pyright: ignore[reportArgumentType] - a decoded item has no better type

    assert theirs == (ours.log, *ours.tip) == (TIP["log"], TIP["seq"], TIP["commit"])
    keys = device_keys.restore(secret(FOUNDER))
    body = signed_tip.body_of(TIP["log"], commits.Tip(TIP["seq"], TIP["commit"]))
    signature = keys.sign(signed_tip.PREFIX + body)
    assert signed_tip.SignedTip(*ours[:2], body, signature).encoded() == TIP["encoded"]


# --- bundle ---------------------------------------------------------------------------------


def test_bundle_content() -> None:
    keys = device_keys.restore(secret(MEMBER))
    opened = container.unseal(BUNDLE["file"], MEMBER["inputs"]["alias"], keys)
    bundle = codec.decode(compression.decompress(padding.unpad(opened.plaintext)))
    bundle_id, plaintext = decoder.open_container(
        BUNDLE["file"], MEMBER["inputs"]["alias"], receiver(MEMBER)
    )
    theirs = decoder.read_bundle_sequence(decoder.read_frame(plaintext), FOUNDER["signing_key"])

    assert plaintext == opened.plaintext
    assert bundle_id == opened.bundle_id == BUNDLE["bundle_id"] == bundle.manifest.bundle_id
    assert decoder.read_frame(plaintext) == BUNDLE["sequence"]
    assert [commit.id for commit in theirs.commits] == [commit.id for commit in bundle.commits]
    assert [commit.id for commit in bundle.commits] == [c["id"] for c in LOG["commits"]]
    assert theirs.tips == [(tip.log, *tip.tip) for tip in bundle.signed_tips]
    assert theirs.manifest[6] == [[TIP["log"], [[TIP["seq"], TIP["commit"]]]]]
    assert (theirs.manifest[3], theirs.manifest[5]) == (FOUNDER["device"], LOG["space"])
    assert theirs.manifest[12] is bundle.manifest.wants_receipt is True
    assert PublicKeyChecks().verify(FOUNDER["signing_key"], bundle.signed_bytes, bundle.signature)


def test_every_recipient_opens_the_same_bundle() -> None:
    first, second = (
        decoder.open_container(BUNDLE["file"], person["inputs"]["alias"], receiver(person))
        for person in (MEMBER, DEMO)
    )
    assert first == second


def test_two_chunks() -> None:
    alias = MEMBER["inputs"]["alias"]
    ours = container.unseal(BUNDLE["two_chunks"], alias, device_keys.restore(secret(MEMBER)))
    _, theirs = decoder.open_container(BUNDLE["two_chunks"], alias, receiver(MEMBER))

    assert ours.plaintext == theirs
    assert sha256(theirs).digest() == BUNDLE["two_chunks_sha256"]


def made_again(vector: dict[str, Any]) -> bytes:
    decoded = codec.decode(vector["sequence"])
    outgoing = Outgoing(
        space=LOG["space"],
        recipients=tuple(cards.decode_file(p["file"]).card for p in (DEMO, MEMBER)),
        announced=decoded.manifest.announced,
        signed_tips=decoded.signed_tips,
        commits=decoded.commits,
        created=decoded.manifest.created,
        wants_receipt=True,
    )
    return codec.encode(outgoing, vector["bundle_id"], device_keys.restore(secret(FOUNDER)))


def test_the_sequence_is_made_again_byte_by_byte() -> None:
    assert made_again(FOLDED) == FOLDED["sequence"]
    assert OpenedBundle.MANIFEST_PREFIX == b"INNOLAB-bundle-1\0"


def test_a_bundle_of_version_1_says_the_same_in_version_2() -> None:
    again = codec.decode(made_again(BUNDLE))
    assert again.commits == codec.decode(BUNDLE["sequence"]).commits


def test_stretches() -> None:
    """The commits of the vector, and 40 more that follow them."""
    ours = codec.decode(FOLDED["sequence"])
    theirs = decoder.read_bundle_sequence(FOLDED["sequence"], FOUNDER["signing_key"])

    assert theirs.manifest[1] == 2
    assert len(ours.commits) == 43
    assert [commit.encoded for commit in ours.commits] == theirs.encoded
    assert [commit.encoded for commit in ours.commits[:3]] == [c["encoded"] for c in LOG["commits"]]
    assert list(ours.signed_tips[0].tip) == list(theirs.tips[0][1:])
    assert ours.signed_tips[0].tip == (ours.commits[-1].seq, ours.commits[-1].id)
    for number, commit in enumerate(ours.commits[3:]):
        drawn = [body[2:18] for body in commit.bodies if body is not None]
        assert drawn == decoder.spread(
            FOLDED["seeds"][number], len(commit.bodies), commit.log, commit.seq
        )


def test_what_our_code_seals_today_the_second_implementation_opens() -> None:
    card = cards.decode_file(MEMBER["file"]).card
    sealed = container.seal(b"heute", BUNDLE["bundle_id"], (card,), lambda n: b"\x07" * n)

    assert decoder.open_container(sealed, card.alias, receiver(MEMBER))[1] == b"heute"


# --- slot -----------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_passphrase_slot(form: Any) -> None:
    passphrase = unicodedata.normalize(form, SLOT["passphrase"])
    file = SLOT["file"]
    context = slot_seal.decode(file["vault_id"]) + slot_seal.decode(file["salt"])

    assert passphrase_slot.open_slot(file["slots"][0], passphrase, context) == SLOT["key"]
    assert decoder.open_slot(file, passphrase) == SLOT["key"]


def test_keyring_and_recovery_slots() -> None:
    file, key = SLOTS["file"], SLOTS["key"]
    header = vault_file.VaultHeader(
        slot_seal.decode(file["vault_id"]), slot_seal.decode(file["salt"]), tuple(file["slots"])
    )
    (keyring,) = header.of_type("keyring")
    (recovery,) = header.of_type("recovery")
    secret = SLOTS["keyring_secret"]
    code = recovery_code.read(SLOTS["recovery_code"])

    assert secret_slot.open_slot(keyring, secret, header.context) == key
    assert decoder.open_secret_slot(file, "keyring", secret) == key
    assert code == decoder.read_recovery_code(SLOTS["recovery_code"]) == SLOTS["recovery_bytes"]
    assert recovery_code.write(code) == SLOTS["recovery_code"]
    assert secret_slot.open_slot(recovery, code, header.context) == key
    assert decoder.open_secret_slot(file, "recovery", code) == key


def test_escrow_slot_and_files() -> None:
    file, key, phrase = SLOTS["file"], SLOTS["key"], SLOTS["holder_passphrase"]
    context = slot_seal.decode(file["vault_id"]) + slot_seal.decode(file["salt"])
    (slot,) = (slot for slot in file["slots"] if slot["type"] == "escrow")
    card = escrow_key.read_public(SLOTS["escrow_public"])
    secret = escrow_key.open_secret(SLOTS["escrow_secret"], phrase)
    theirs = decoder.open_escrow_secret(SLOTS["escrow_secret"], phrase)

    assert escrow_slot.card_of(slot) == card
    assert card.digits == SLOTS["escrow_digits"] == decoder.escrow_digits(card.key)
    assert theirs.public == card.key
    assert escrow_slot.open_slot(slot, secret, context) == key
    assert decoder.open_escrow_slot(file, theirs) == key
