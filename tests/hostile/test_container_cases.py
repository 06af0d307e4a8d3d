"""Cases 1 to 28 of the catalogue: the file and its encrypted container."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bundle.sealing import BUNDLE_ID, Person, assemble, encrypted, wrap_entry
from hostile.conftest import Target
from hostile.workshop import KEY
from innolab_desktop.bundle import container
from innolab_desktop.domain.errors import ContactError
from innolab_desktop.journal import card as cards
from innolab_desktop.journal import cbor, signed_tip
from vaults import open_vault

if TYPE_CHECKING:
    from pathlib import Path

    from hostile.workshop import Workshop
    from innolab_desktop.services.session import Session
    from vaults import Pair

CHUNK = container.CHUNK_BYTES
STORED_CHUNK = CHUNK + 16
VERSIONS = (8, 9, 16)
"""Where format and suite stand: another one looks like a later version (case 24)."""


def zip_file() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("paket.ilpaket", b"x" * 100)
    return target.getvalue()


def body_of(content: bytes) -> tuple[bytes, bytes]:
    """Return a container in two: all before the chunks, and the chunks."""
    end = 14 + int.from_bytes(content[10:14], "big") + 48
    return content[:end], content[end:]


@pytest.fixture(scope="module")
def whole(workshop: Workshop) -> bytes:
    """A container of four chunks that decrypts."""
    return workshop.container(*(bytes([n]) * CHUNK for n in range(3)), b"end")


def test_case_001_empty_file(target: Target) -> None:
    target.refuses(b"", "bundle_not_a_bundle")


@pytest.mark.parametrize(
    "content",
    [b"PAKET" * 50, zip_file(), b"MZ\x90\0" + bytes(500), b"\x7fELF" + bytes(500), b"\x8aILP\r\n"],
    ids=["text", "zip", "exe", "elf", "other magic"],
)
def test_case_002_another_file_renamed(target: Target, content: bytes) -> None:
    target.refuses(content, "bundle_not_a_bundle")


@pytest.mark.parametrize("length", [0, 2**32 - 1, 2**31, 1024 * 1024 + 1])
def test_case_003_lying_header_length(target: Target, whole: bytes, length: int) -> None:
    target.refuses(whole[:10] + length.to_bytes(4, "big") + whole[14:], "bundle_damaged")


def test_case_004_cut_at_every_byte(target: Target, whole: bytes) -> None:
    inbox = target.inbox.with_name("cuts")
    inbox.mkdir()
    for length in range(1, 4096):
        (inbox / f"{length:04}.ilpaket").write_bytes(whole[:length])
    before = target.files()
    report = target.session.importing.run([inbox])
    assert len(report.bundles) == 4095
    assert {bundle.status for bundle in report.bundles} == {"rejected"}
    assert {bundle.code for bundle in report.bundles} == {
        "bundle_not_a_bundle",
        "bundle_cut_short",
        "bundle_damaged",
    }
    assert target.files() == before


@pytest.mark.parametrize("chunk", range(4))
def test_case_005_cut_inside_a_chunk(target: Target, whole: bytes, chunk: int) -> None:
    top, body = body_of(whole)
    code = "bundle_damaged" if chunk else "bundle_cut_short"
    target.refuses(top + body[: chunk * STORED_CHUNK + 10], code)


def test_case_006_last_chunk_missing(target: Target, whole: bytes) -> None:
    top, body = body_of(whole)
    target.refuses(top + body[: 3 * STORED_CHUNK], "bundle_damaged")


@pytest.mark.parametrize("order", [(1, 0, 2), (0, 2, 1), (2, 1, 0)])
def test_case_007_chunks_change_places(
    target: Target, whole: bytes, order: tuple[int, ...]
) -> None:
    top, body = body_of(whole)
    chunks = [body[n * STORED_CHUNK : (n + 1) * STORED_CHUNK] for n in order]
    target.refuses(top + b"".join(chunks) + body[3 * STORED_CHUNK :], "bundle_damaged")


def test_case_008_a_chunk_twice(target: Target, whole: bytes) -> None:
    top, body = body_of(whole)
    target.refuses(top + body[:STORED_CHUNK] + body, "bundle_damaged")


@pytest.mark.parametrize("more", [b"\0", b"\n", bytes(16), bytes(STORED_CHUNK)])
def test_case_009_bytes_behind(target: Target, whole: bytes, more: bytes) -> None:
    target.refuses(whole + more, "bundle_damaged")


def test_case_010_flipped_bits(target: Target, pair: Pair) -> None:
    """All of the header outside the wrap, whose every flip costs a key agreement, and a sample."""
    good, random = pair.bundle.read_bytes(), Random(10)  # noqa: S311 - a repeatable order
    top, body = body_of(good)
    places = [
        *(at for at in range(64) if at not in VERSIONS),
        *range(64, len(top) - 48, 16),
        *range(len(top) - 48, len(top)),
    ]
    places += [len(top) + random.randrange(len(body)) for _ in range(500)]
    inbox = target.inbox.with_name("flips")
    inbox.mkdir()
    for number, at in enumerate(places):
        mutant = bytearray(good)
        mutant[at] ^= 1 << random.randrange(8)
        (inbox / f"{number:04}.ilpaket").write_bytes(mutant)
    before = target.files()
    report = target.session.importing.run([inbox])
    assert {bundle.status for bundle in report.bundles} == {"rejected"}
    assert target.files() == before


def longer_key(value: object) -> bytes:
    """Encode a map whose first key is one byte longer than it must be."""
    encoded = cbor.encode(value)
    return encoded[:1] + b"\x18" + encoded[1:]


def other_order(value: object) -> bytes:
    assert isinstance(value, dict)
    items = [cbor.encode(key) + cbor.encode(item) for key, item in value.items()]
    return bytes([0xA0 + len(items)]) + b"".join(reversed(items))


@pytest.mark.parametrize("encode", [longer_key, other_order])
def test_case_011_header_in_another_encoding(
    target: Target, workshop: Workshop, encode: Any
) -> None:
    target.refuses(workshop.container(b"x", encode=encode), "bundle_damaged")


class CountingKeys:
    """The keys of a device that count how often they work."""

    def __init__(self, keys: Any) -> None:
        self._keys = keys
        self.unwrapped = 0

    def unwrap(self, wrap: bytes, info: bytes) -> bytes:
        self.unwrapped += 1
        return self._keys.unwrap(wrap, info)


def test_case_012_513_recipients_cost_no_key_agreement(
    target: Target, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    files: Any = target.session.importing
    counting = CountingKeys(files._files._identity)
    monkeypatch.setattr(files._files, "_identity", counting)
    others = [[n.to_bytes(8, "big"), bytes(1713)] for n in range(512)]
    crowd = workshop.container(b"x", entries=[workshop.entry, *others])
    target.refuses(crowd, "bundle_recipients")
    assert counting.unwrapped == 0


def test_case_013_a_recipient_twice(target: Target, workshop: Workshop) -> None:
    twice = workshop.container(b"x", entries=[workshop.entry, workshop.entry])
    target.refuses(twice, "bundle_damaged")


def test_case_014_for_somebody_else(target: Target, workshop: Workshop) -> None:
    other = wrap_entry(KEY, Person("Clara").card)
    target.refuses(workshop.container(b"x", entries=[other]), "bundle_not_for_me")


def test_case_015_wrap_of_another_bundle(target: Target, workshop: Workshop) -> None:
    foreign = wrap_entry(KEY, workshop.reader, b"\x0d" * 16)
    target.refuses(workshop.container(b"x", entries=[foreign]), "bundle_damaged")


def test_case_016_wrong_header_code(target: Target, whole: bytes) -> None:
    top, body = body_of(whole)
    wrong = bytearray(top)
    wrong[-1] ^= 1
    target.refuses(bytes(wrong) + body, "bundle_damaged")


def test_case_016_a_wrong_header_code_before_content_that_is_right(
    target: Target, workshop: Workshop
) -> None:
    right = workshop.items()
    top, body = body_of(right)
    plaintext = AESGCM(container._payload_key(KEY, BUNDLE_ID, top)).decrypt(
        container._nonce(0, last=True), body, None
    )
    wrong = top[:-48] + bytes(48)
    payload_key = container._payload_key(KEY, BUNDLE_ID, wrong)
    chunks = encrypted(plaintext)(payload_key, BUNDLE_ID)
    target.refuses(wrong + b"".join(chunks), "bundle_damaged")


def test_case_017_two_keys_in_one_file(target: Target, workshop: Workshop) -> None:
    mine = wrap_entry(b"\x0e" * 32, workshop.reader)
    theirs = wrap_entry(KEY, Person("Clara").card)
    target.refuses(assemble(encrypted(b"x"), [mine, theirs], key=KEY), "bundle_damaged")


@pytest.mark.parametrize("at", [0, 47, 48, 95])
def test_case_018_forged_signature(target: Target, workshop: Workshop, at: int) -> None:
    def sign(content: bytes) -> bytes:
        signature = bytearray(workshop.keys.sign(b"INNOLAB-bundle-1\0" + content))
        signature[at] ^= 1
        return bytes(signature)

    target.refuses(workshop.signed_by(sign), "bundle_signature_wrong")


def test_case_019_unknown_sender(ben: Target, pair: Pair, tmp_path: Path) -> None:
    stranger = open_vault(pair.stranger)
    space = stranger.spaces.create("Neu", "tandem", [ben.session.info.person_id])
    (file,) = stranger.exporting.run(space.id, tmp_path / "post").files
    stranger.close()
    ben.holds(file.path, "sender_unknown")


def test_case_020_sender_was_removed(
    ben: Target, anna: Session, pair: Pair, tmp_path: Path
) -> None:
    clara = open_vault(pair.clara)
    everybody = [ben.session.info.person_id, clara.info.person_id]
    space = anna.spaces.create("Gruppe", "case_group", everybody)
    (first,) = anna.exporting.run(space.id, tmp_path / "first").files
    clara.importing.run([first.path])
    anna.spaces.remove_person(space.id, clara.info.person_id)
    (second,) = anna.exporting.run(space.id, tmp_path / "second").files
    assert ben.read(second.path) == [("applied", "")]
    clara.records.new("mission", {"title": "Noch da"}, space=space.id)
    (late,) = clara.exporting.run(space.id, tmp_path / "late").files
    clara.close()
    ben.holds(late.path, "sender_not_member")


UNUSABLE_POINTS = {
    "off the curve": b"\x04" + b"\x01" * 96,
    "identity": bytes(97),
    "zero": b"\x04" + bytes(96),
    "compressed": b"\x02" + b"\x01" * 96,
    "beyond the field": b"\x04" + b"\xff" * 96,
}


@pytest.mark.parametrize("name", UNUSABLE_POINTS)
def test_case_021_unusable_signing_key(target: Target, name: str) -> None:
    """The suite has no small-order points (P-384 has cofactor 1); these are its counterparts."""
    point, person = UNUSABLE_POINTS[name], Person("Falsch")
    card = person.card._replace(signing_key=point, device=cards.device_id(point))
    signed = cards.SignedCard(card, card.encoded(), bytes(95) + b"\1")
    path = target.put(cards.FILE_MAGIC + signed.encoded(), ".ilkarte")
    before = target.files()
    with pytest.raises(ContactError) as failure:
        target.session.contacts.add(path)
    assert failure.value.code == "card_signature_wrong"
    door: Any = target.session.importing
    assert not door._door._cryptography.verify(point, b"anything", b"\1" * 96)
    assert not door._door._cryptography.is_usable(card)
    assert target.files() == before


@pytest.mark.parametrize("prefix", [cards.PREFIX, signed_tip.PREFIX, b"", b"INNOLAB-bundle-2\0"])
def test_case_022_signature_for_another_purpose(
    target: Target, workshop: Workshop, prefix: bytes
) -> None:
    other = workshop.signed_by(lambda content: workshop.keys.sign(prefix + content))
    target.refuses(other, "bundle_signature_wrong")


def test_case_023_file_changes_while_it_is_read(
    target: Target, pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is one pass over one open file; a file that shrinks meanwhile is a cut one."""
    path, real = target.put(pair.bundle.read_bytes() + b"\0"), os.fstat

    def shrinking(handle: int) -> os.stat_result:
        status = real(handle)
        os.truncate(path, 900)
        return status

    monkeypatch.setattr(os, "fstat", shrinking)
    target.refuses(path, "bundle_cut_short")


def test_case_024_a_later_version_waits_for_the_update(ben: Target, pair: Pair) -> None:
    good = pair.bundle.read_bytes()
    ben.holds(good[:8] + b"\0\2" + good[10:], "bundle_too_new")


def test_case_025_replay(target: Target, pair: Pair) -> None:
    before = target.files()
    assert target.read(pair.bundle) == [("unchanged", "")]
    assert target.files() == before


def test_case_026_own_bundle(anna: Session, pair: Pair) -> None:
    sender = Target(anna, pair.anna, pair.anna.parent / "inbox")
    sender.read(pair.bundle)  # makes the backup of this hour
    before = sender.files()
    assert sender.read(pair.bundle) == [("unchanged", "")]
    assert sender.files() == before


@pytest.mark.parametrize("kind", ["link", "pipe", "device", "folder link", "socket"])
def test_case_027_what_is_no_regular_file(target: Target, pair: Pair, kind: str) -> None:
    path = target.put(b"").with_name(f"{kind}.ilpaket")
    if kind == "link":
        path.symlink_to(pair.bundle)
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "folder link":
        (path.parent / "folder.ilpaket").mkdir()
        path = path.parent / "folder.ilpaket"
        (path / "inner.ilpaket").symlink_to("/dev/zero")
    else:
        os.mknod(path, stat.S_IFSOCK | 0o600)
    target.refuses(path, "file_unreadable")


def test_case_028_ten_gigabytes(target: Target) -> None:
    path = target.put(container.MAGIC)
    os.truncate(path, 10 << 30)
    target.refuses(path, "bundle_too_large")


def test_the_cases_start_from_a_good_file(ben: Target, forgery: Workshop) -> None:
    assert ben.read(forgery.bundle()) == [("unchanged", "")]
    assert BUNDLE_ID in forgery.container(b"x")
