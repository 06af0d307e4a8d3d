"""Decodes every format of ``docs/formats/`` from the pages alone."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import unicodedata
from typing import Any, NamedTuple

import zstandard
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from independent.cbor_reader import read_one, read_sequence
from independent.hybrid_open import Receiver, hkdf_expand, hkdf_extract, open_wrap

CHUNK = 65536 + 16


def short_hash(*parts: bytes) -> bytes:
    """SHA-256(…)[:16]."""
    return hashlib.sha256(b"".join(parts)).digest()[:16]


def verify(signing_key: bytes, data: bytes, signature: bytes) -> None:
    """Raise unless *signature* over *data* is genuine."""
    r, s = (int.from_bytes(part, "big") for part in (signature[:48], signature[48:]))
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP384R1(), signing_key)
    key.verify(encode_dss_signature(r, s), data, ec.ECDSA(hashes.SHA384()))


class Commit(NamedTuple):
    """What a commit says."""

    id: bytes
    header: dict[int, Any]
    bodies: list[list[Any] | None]
    op_ids: list[bytes]


def read_commit(encoded: bytes) -> Commit:
    """commit.md."""
    header_bytes, bodies = read_one(encoded)
    header = read_one(header_bytes)
    commit_id = hashlib.sha256(header_bytes).digest()
    assert header[1] == 1
    assert (header[3] > 1) == (4 in header)
    assert (header[3] == 1) == (9 in header)
    if 9 in header:
        space, device, incarnation, _ = header[9]
        assert header[2] == short_hash(b"log1", device, space, incarnation)
    assert len(bodies) == len(header[7])
    for (body_hash, length, preds), body in zip(header[7], bodies, strict=True):
        assert preds == sorted(preds)
        if body is not None:
            assert (body_hash, length) == (hashlib.sha256(b"op1" + body).digest(), len(body))
    return Commit(
        commit_id,
        header,
        [None if body is None else read_one(body) for body in bodies],
        [commit_id[:16] + bytes((index,)) for index in range(len(bodies))],
    )


def read_tip(item: list[bytes], signing_key: bytes) -> tuple[bytes, int, bytes]:
    """tip.md: log, seq, commit id."""
    body, signature = item
    verify(signing_key, b"INNOLAB-tip-1\0" + body, signature)
    tip = read_one(body)
    assert tip[1] == 1
    return tip[2], tip[3], tip[4]


def read_genesis(commit: Commit) -> tuple[bytes, str, str, list[tuple[dict[int, Any], str]]]:
    """space.md: space id, type, name, members."""
    body = commit.bodies[0]
    assert body is not None
    _, kind, nonce, type_, name, members = body
    assert kind == 8
    space, device, _, _ = commit.header[9]
    assert space == short_hash(b"space1", device, nonce)
    return space, type_, name, [(read_card(card), role) for card, role in members]


def read_card(signed: bytes) -> dict[int, Any]:
    """card.md, without the file's first bytes."""
    body, signature = read_one(signed)
    card = read_one(body)
    verify(card[8], b"INNOLAB-card-1\0" + body, signature)
    assert card[2] == short_hash(b"INNOLAB-device-1\0", card[8])
    return card


def read_card_file(content: bytes) -> dict[int, Any]:
    """card.md."""
    assert content[:8] == bytes.fromhex("89494c4b0d0a1a0a")
    return read_card(content[8:])


def digits(card: dict[int, Any]) -> str:
    """card.md, section Prüfzeichen."""
    keys = card[8] + card[9] + card[10]
    h = b"\x00\x01" + keys
    for _ in range(5200):
        h = hashlib.sha512(h + keys).digest()
    groups = (int.from_bytes(h[5 * i : 5 * i + 5], "big") % 100000 for i in range(6))
    return " ".join(f"{group:05d}" for group in groups)


def open_container(content: bytes, alias: bytes, receiver: Receiver) -> tuple[bytes, bytes]:
    """bundle.md up to the chunks: bundle id and plaintext."""
    assert content[:8] == bytes.fromhex("89494c500d0a1a0a")
    assert content[8:10] == b"\0\1"
    end = 14 + int.from_bytes(content[10:14], "big")
    header = read_one(content[14:end])
    assert (header[1], header[3]) == (1, 65536)
    bundle_id = header[2]
    (wrap,) = [wrap for name, wrap in header[4] if name == alias]
    key = open_wrap(receiver, wrap, b"INNOLAB-wrap-1\0" + bundle_id + alias)
    prk = hkdf_extract(bundle_id, key)
    header_key = hkdf_expand(prk, b"INNOLAB-bundle-header-1\0", 48)
    assert hmac.digest(header_key, content[:end], "sha384") == content[end : end + 48]
    digest = hashlib.sha384(content[: end + 48]).digest()
    payload_key = hkdf_expand(prk, b"INNOLAB-bundle-payload-1\0" + digest, 32)
    body = content[end + 48 :]
    chunks = [body[start : start + CHUNK] for start in range(0, len(body), CHUNK)]
    parts = [
        AESGCM(payload_key).decrypt(
            bytes(7) + i.to_bytes(4, "big") + bytes((i == len(chunks) - 1,)), chunk, None
        )
        for i, chunk in enumerate(chunks)
    ]
    return bundle_id, b"".join(parts)


def read_frame(plaintext: bytes) -> bytes:
    """bundle.md, section Chunks: the padded frame."""
    length = int.from_bytes(plaintext[:8], "big")
    total = 8 + length
    exponent = total.bit_length() - 1
    unit = 1 << (exponent - exponent.bit_length())
    assert len(plaintext) == -(-total // unit) * unit
    assert not any(plaintext[total:])
    return zstandard.ZstdDecompressor().decompress(plaintext[8:total])


class Bundle(NamedTuple):
    """What a bundle says."""

    manifest: dict[int, Any]
    tips: list[tuple[bytes, int, bytes]]
    commits: list[Commit]
    encoded: list[bytes]


def read_bundle_sequence(sequence: bytes, signing_key: bytes) -> Bundle:
    """bundle.md, section Manifest; all logs are the sender's here."""
    items = read_sequence(sequence)
    (manifest_bytes, _), (signature, end) = items[:2]
    verify(signing_key, b"INNOLAB-bundle-1\0" + manifest_bytes, signature)
    manifest = read_one(manifest_bytes)
    assert manifest[8] == hashlib.sha384(sequence[end:]).digest()
    assert manifest[4] == sorted(manifest[4])
    tips, count = manifest[7]
    starts = [end for _, end in items]
    encoded: list[bytes] = []
    for at, (item, end) in enumerate(items[2 + tips :], 2 + tips):
        is_stretch = manifest[1] == 2 and len(item) == 9
        encoded += unfold(item) if is_stretch else [sequence[starts[at - 1] : end]]
    assert len(encoded) == count
    commits = [read_commit(part) for part in encoded]
    if manifest[1] == 2:
        assert manifest[13] == hashlib.sha384(b"".join(commit.id for commit in commits)).digest()
    read_tips = [read_tip(item, signing_key) for item, _ in items[2 : 2 + tips]]
    return Bundle(manifest, read_tips, commits, encoded)


def unfold(columns: list[bytes]) -> list[bytes]:
    """bundle.md, section Stretches: the commits of a stretch."""
    beginning, times, counts, seeds, heads, lengths, pred_counts, preds, tails = columns
    log, prev, person = beginning[:16], beginning[16:48], beginning[48:64]
    seq, ms, commits = int.from_bytes(beginning[64:], "big"), 0, list[bytes]()
    body = pred = tail = 0
    for number, count in enumerate(counts):
        step = times[10 * number : 10 * number + 10]
        ms += int.from_bytes(step[:8], "big", signed=True)
        salts = spread(seeds[16 * number : 16 * number + 16], count, log, seq + number)
        bodies: list[bytes] = []
        entries = b""
        for salt in salts:
            length = int.from_bytes(lengths[4 * body : 4 * body + 4], "big")
            whole = heads[body : body + 1] + b"\x50" + salt + tails[tail : tail + length]
            named = [preds[17 * i : 17 * i + 17] for i in range(pred, pred + pred_counts[body])]
            entries += cbor_head(4, 3) + cbor_bytes(hashlib.sha256(b"op1" + whole).digest())
            entries += cbor_head(0, len(whole)) + cbor_head(4, len(named))
            entries += b"".join(map(cbor_bytes, named))
            bodies.append(whole)
            body, pred, tail = body + 1, pred + len(named), tail + length
        header = cbor_head(5, 8) + b"\1\1\2" + cbor_bytes(log) + b"\3" + cbor_head(0, seq + number)
        header += b"\4" + cbor_bytes(prev) + b"\5" + cbor_head(4, 2) + cbor_head(0, ms)
        header += cbor_head(0, int.from_bytes(step[8:], "big")) + b"\6" + cbor_bytes(person)
        header += b"\7" + cbor_head(4, count) + entries + b"\x08\1"
        commits.append(
            cbor_head(4, 2)
            + cbor_bytes(header)
            + cbor_head(4, count)
            + b"".join(map(cbor_bytes, bodies))
        )
        prev = hashlib.sha256(header).digest()
    assert (body, 17 * pred, tail) == (len(heads), len(preds), len(tails))
    return commits


def spread(seed: bytes, count: int, log: bytes, seq: int) -> list[bytes]:
    """commit.md, section Salts."""
    place = log + seq.to_bytes(4, "big")
    others = hashlib.shake_256(b"INNOLAB-salts-1\0" + place + seed).digest(16 * (count - 1))
    mask = hashlib.sha256(b"INNOLAB-salt-mask-1\0" + others).digest()
    first = bytes(a ^ b for a, b in zip(seed, mask, strict=False))
    return [first, *(others[at : at + 16] for at in range(0, len(others), 16))]


def cbor_head(major: int, argument: int) -> bytes:
    """RFC 8949, 3, as short as it goes."""
    if argument < 24:
        return bytes((major << 5 | argument,))
    power = next(power for power in range(4) if argument < 1 << (8 << power))
    return bytes((major << 5 | 24 + power,)) + argument.to_bytes(1 << power, "big")


def cbor_bytes(content: bytes) -> bytes:
    """RFC 8949, 3.1, major type 2."""
    return cbor_head(2, len(content)) + content


def open_slot(file: dict[str, Any], passphrase: str) -> bytes:
    """vault.md: the database key behind a passphrase."""
    (slot,) = (slot for slot in file["slots"] if slot["type"] == "passphrase")
    return unwrap(slot, argon2id(slot, passphrase), slot_context(file))


def open_secret_slot(file: dict[str, Any], slot_type: str, secret: bytes) -> bytes:
    """vault.md: the database key behind a keyring secret or a recovery code."""
    (slot,) = (slot for slot in file["slots"] if slot["type"] == slot_type)
    prk = hkdf_extract(base64.b64decode(slot["salt"]), secret)
    info = b"INNOLAB-slot-" + slot_type.encode() + b"-1\0"
    return unwrap(slot, hkdf_expand(prk, info, 32), slot_context(file))


def open_escrow_slot(file: dict[str, Any], receiver: Receiver) -> bytes:
    """vault.md: the database key behind an escrow key."""
    (slot,) = (slot for slot in file["slots"] if slot["type"] == "escrow")
    assert base64.b64decode(slot["key"]) == receiver.public
    info = slot_additional(slot, slot_context(file))
    return open_wrap(receiver, base64.b64decode(slot["wrapped"]), info)


def open_escrow_secret(data: bytes, passphrase: str) -> Receiver:
    """vault.md, Escrow files: the keys of the holder."""
    content = json.loads(data)
    assert (content["kind"], content["format"]) == ("escrow-secret", 1)
    context = b"INNOLAB-escrow-1\0" + base64.b64decode(content["key"])
    secret = unwrap(content["lock"], argon2id(content["lock"], passphrase), context)
    return Receiver.of(secret[:64], secret[64:])


def escrow_digits(key: bytes) -> str:
    """vault.md, Escrow files: the Prüfzeichen."""
    h = b"\x00\x01INNOLAB-escrow-1\0" + key
    for _ in range(5200):
        h = hashlib.sha512(h + key).digest()
    groups = (int.from_bytes(h[5 * i : 5 * i + 5], "big") % 100000 for i in range(6))
    return " ".join(f"{group:05d}" for group in groups)


def read_recovery_code(text: str) -> bytes:
    """vault.md, Recovery code: table of the field instead of shifts."""
    powers = [1]
    while len(powers) < 31:
        powers.append(powers[-1] * 2 if powers[-1] < 16 else powers[-1] * 2 % 32 ^ 5)
    bits = ""
    for place, group in enumerate(text.split("-"), 1):
        digits = ["0123456789ABCDEFGHJKMNPQRSTVWXYZ".index(character) for character in group]
        check = place
        for weight, digit in zip((4, 3, 2, 1), digits[:4], strict=True):
            check ^= powers[(powers.index(digit) + weight) % 31] if digit else 0
        assert check == digits[4]
        bits += "".join(f"{digit:05b}" for digit in digits[:4])
    return int(bits, 2).to_bytes(20, "big")


def slot_context(file: dict[str, Any]) -> bytes:
    """vault.md, Slots."""
    return base64.b64decode(file["vault_id"]) + base64.b64decode(file["salt"])


def slot_additional(slot: dict[str, Any], context: bytes) -> bytes:
    """vault.md, Slots: what a slot is bound to."""
    public = {name: slot[name] for name in slot if name not in ("nonce", "wrapped")}
    canonical = json.dumps(public, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return b"INNOLAB-slot-1\0" + context + canonical.encode()


def argon2id(slot: dict[str, Any], passphrase: str) -> bytes:
    """vault.md, passphrase."""
    return Argon2id(
        salt=base64.b64decode(slot["salt"]),
        length=32,
        iterations=slot["t"],
        lanes=slot["p"],
        memory_cost=slot["m_kib"],
    ).derive(unicodedata.normalize("NFC", passphrase).encode())


def unwrap(slot: dict[str, Any], key: bytes, context: bytes) -> bytes:
    """vault.md, Slots."""
    nonce, wrapped = base64.b64decode(slot["nonce"]), base64.b64decode(slot["wrapped"])
    return AESGCM(key).decrypt(nonce, wrapped, slot_additional(slot, context))
