"""What is fuzzed: each target takes any bytes and must end well or with the error of its reader.

A new target is one function, one line in ``TARGETS`` and a good beginning in ``seeds``.
"""

from __future__ import annotations

import json
import secrets
import tempfile
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bundle.sealing import BUNDLE_ID, Person, RememberingKeys, sequence
from independent.cbor_reader import NotCborError, read_one
from independent.vectors import load
from innolab_desktop import paths
from innolab_desktop.bundle import armour, codec, mail_reader
from innolab_desktop.bundle.bundle_files import BundleFileAdapter
from innolab_desktop.domain.errors import (
    BundleError,
    ContactError,
    FormatError,
    FormError,
    RecordError,
    VaultError,
)
from innolab_desktop.domain.records import Record
from innolab_desktop.formdefs.loader import load_forms
from innolab_desktop.journal import card as cards
from innolab_desktop.journal import (
    cbor,
    cbor_sequence,
    signed_tip,
    stretch,
    text_update,
    texts,
)
from innolab_desktop.journal import commit as commits
from innolab_desktop.journal.commit import Draft, Origin, Position, Tip
from innolab_desktop.journal.operations import Create, Set
from innolab_desktop.journal.signed_tip import SignedTip
from innolab_desktop.keys import passphrase_slot, vault_file
from innolab_desktop.keys.signatures import PublicKeyChecks
from innolab_desktop.reports.fillable import extraction, form_reader
from innolab_desktop.reports.printer import PdfPrinter
from innolab_desktop.services.changes import CancelToken
from innolab_desktop.services.contacts import check_card
from innolab_desktop.services.exchange_models import Incoming, Outgoing, ParcelKind
from innolab_desktop.services.reporting import Sheet
from protocol.histories import template

if TYPE_CHECKING:
    from collections.abc import Callable

    from protocol.world import Device

RECORD = b"\x07" * 16


# --- bundles --------------------------------------------------------------------------------


@cache
def _reader() -> tuple[Person, BundleFileAdapter, bytes]:
    """Return who reads, with what, and a bundle that can be read."""
    sender, reader = Person("Anna"), Person("Ben")
    content = codec.decode(load("bundle")["sequence"])
    outgoing = Outgoing(
        content.manifest.space, (reader.card,), {}, content.signed_tips, content.commits,
        content.manifest.created,
    )  # fmt: skip
    good = BundleFileAdapter(sender.keys, secrets.token_bytes).encode(outgoing)
    return reader, BundleFileAdapter(RememberingKeys(reader.keys), secrets.token_bytes), good


def container(data: bytes) -> None:
    """A whole file."""
    reader, files, good = _reader()
    with suppress(BundleError):
        _ = files.open(data, reader.card.alias).content
        assert data == good, "a changed bundle was accepted"


@cache
def _manifest() -> dict[int, Any]:
    decoded = cbor.decode(codec.decode(load("bundle")["sequence"]).manifest_bytes)
    assert isinstance(decoded, dict)
    return {key: value for key, value in decoded.items() if key != 8}


def content(data: bytes) -> None:
    """What stands behind a manifest that fits it."""
    counts = [data[0] % 8, data[1] % 8] if len(data) > 1 else [0, 0]
    reader = _reader()[0]
    whole = sequence({**_manifest(), 2: BUNDLE_ID, 7: counts}, data[2:], reader.keys)
    with suppress(BundleError):
        commits.operations_of(codec.decode(whole).commits)


def manifest(data: bytes) -> None:
    """A manifest of any shape."""
    with suppress(BundleError):
        _ = codec.decode(cbor.encode(data) + cbor.encode(bytes(96))).content


# --- the journal ----------------------------------------------------------------------------


def strict_cbor(data: bytes) -> None:
    """One item: our reader, the deterministic one, and an independent one agree."""
    try:
        value = cbor.decode_deterministic(data)
    except FormatError:
        return
    assert cbor.encode(value) == data
    try:
        assert repr(read_one(data)) == repr(value)
    except NotCborError as failure:
        raise AssertionError(data) from failure


def commit(data: bytes) -> None:
    """A stored commit and what its bodies say."""
    with suppress(FormatError):
        decoded = commits.decode(data)
        assert decoded.encoded == data
        commits.operations_of([decoded])


def folded(data: bytes) -> None:
    """A stretch: what it unfolds to is what the reader of single commits would say."""
    with suppress(FormatError):
        for item, _ in cbor_sequence.read_items(data, limit=2):
            found = stretch.read(item, limit=1 << 24).unfold()
            for commit in found:
                assert commits.decode(commit.encoded) == commit
            commits.operations_of(found)


@cache
def _device() -> tuple[Device, bytes]:
    base = template()
    return base.devices["A"].fork(), base.spaces["coordination"]


class _UndoneError(Exception):
    """Undoes what a target wrote."""


def apply(data: bytes) -> None:
    """An operation of a member, taken into a vault, projected and looked at."""
    device, space = _device()
    author = template().devices["B"].card.card.device
    origin = Origin(space, author, secrets.token_bytes(8))
    first = Draft(Create(RECORD, "mission", 1, None, ""))
    written = commits.write(
        Position(origin.log, 1, None, origin), [first, Draft(Set(RECORD, "title", "x"))],
        at=device.vault.journal.last_instant(), person=bytes(16), salts=[bytes(16)] * 2,
    )  # fmt: skip
    body = b"\x85" + cbor.encode(bytes(16)) + data
    header: Any = cbor.decode(written.header)
    header[7] = [*header[7], [commits.body_hash(body), len(body), []]]
    with suppress(FormatError, RecordError), suppress(_UndoneError):
        made = commits.decode(cbor.encode([cbor.encode(header), [*written.bodies, body]]))
        tip = Tip(1, made.id)
        signed = SignedTip(made.log, tip, signed_tip.body_of(made.log, tip), bytes(96))
        incoming = Incoming(author, space, (made,), (signed,), {}, lambda _: True)
        with device.vault.transaction():
            device.vault.journal.take(incoming, CancelToken())
            device.records.open(RECORD)
            device.records.history(RECORD)
            raise _UndoneError


def text(data: bytes) -> None:
    """An update of a text that merges by character."""
    with suppress(FormatError):
        text_update.refuse_malformed(data)
    with suppress(FormatError):
        text_update.inserted_pieces(data)
    with suppress(FormatError):
        merged = texts.MergeText(data)
        merged.edit_to(str(merged)[:1000] + "!")


# --- what travels beside bundles ------------------------------------------------------------


def card(data: bytes) -> None:
    """A contact card."""
    with suppress(ContactError):
        check_card(cards.decode_file(cards.FILE_MAGIC + data), PublicKeyChecks())


def armoured(data: bytes) -> None:
    """A text from a mail or the clipboard."""
    with suppress(BundleError):
        armour.read(armour.decode_text(data))


def mail(data: bytes) -> None:
    """A saved mail."""
    with suppress(BundleError):
        mail_reader.read(data)


# --- vault.json -----------------------------------------------------------------------------


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="innolab-fuzz-"))


def slots(data: bytes) -> None:
    """The public file of a vault, opened with a passphrase."""
    folder = _folder()
    (folder / vault_file.NAME).write_bytes(data)
    with pytest.MonkeyPatch.context() as patch, suppress(VaultError):
        patch.setattr(passphrase_slot, "_derive", lambda _slot, _passphrase: bytes(32))  # quicker
        vault_file.open_with_passphrase(folder, "vier ruhige Pferde")


# --- filled forms ---------------------------------------------------------------------------


def form_import(data: bytes) -> None:
    """A filled form, read as the shielded process reads it, and what it says about it."""
    with suppress(FormError):
        filled = form_reader.form_of(extraction.answer_for(data))
        assert len(filled.answers) <= extraction.MAX_OUTPUT_BYTES


@cache
def _form() -> bytes:
    """A small form of ours."""
    target = _folder() / "form.pdf"
    record = Record(bytes(16), "tandem_note", bytes(16), 1, values={"title": "Gespräch"})
    sheet = Sheet(record=record, as_of=date(2026, 5, 4))
    PdfPrinter(load_forms(paths.forms_dir()), paths.resources_dir() / "fonts").write_form(
        sheet, target
    )
    return target.read_bytes()


SMALL_FORM = (
    b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[<</FT/Tx/T(innolab.kind)"
    b"/V(mission)>><</T(innolab.version)/V(1)>><</T(field.title)/V(a)/Kids[3 0 R]>>]>>>>\nendobj\n"
    b"2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n3 0 obj\n<</T(b)/V<FEFF0041>>>\nendobj\n"
    b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n0\n%%EOF"
)

TARGETS: dict[str, Callable[[bytes], None]] = {
    "container": container,
    "content": content,
    "manifest": manifest,
    "cbor": strict_cbor,
    "commit": commit,
    "stretch": folded,
    "apply": apply,
    "text": text,
    "card": card,
    "armour": armoured,
    "mail": mail,
    "slots": slots,
    "form_import": form_import,
}


def seeds(name: str) -> list[bytes]:
    """Return good beginnings for the search."""
    if name == "container":
        return [_reader()[2]]
    bundle: bytes = load("bundle")["sequence"]
    decoded = codec.decode(bundle)
    bodies = [body for item in decoded.commits for body in item.bodies if body is not None]
    person = Person()
    vault = {
        "format": 1, "vault_id": "AAAAAAAAAAAAAAAAAAAAAA==", "salt": "AAAAAAAAAAAAAAAAAAAAAA==",
        "slots": [
            {"type": "passphrase", "m_kib": 65536, "t": 3, "p": 4, "salt": "AAAA", "nonce": "AAAA",
             "wrapped": "AAAA"}
        ],
    }  # fmt: skip
    found: dict[str, list[bytes]] = {
        "content": [
            bytes((0, len(decoded.commits))) + b"".join(c.encoded for c in decoded.commits)
        ],
        "manifest": [decoded.manifest_bytes],
        "cbor": [decoded.manifest_bytes, *(item.header for item in decoded.commits)],
        "commit": [item.encoded for item in decoded.commits],
        "stretch": stretch.encode(codec.decode(load("bundle2")["sequence"]).commits[3:9]),
        "apply": [body[18:] for body in bodies],
        "text": [texts.MergeText(client=7).edit_to("Öffnungszeiten prüfen")],
        "card": [person.signed.encoded()],
        "armour": [armour.write(ParcelKind.CARD, b"inhalt").encode()],
        "mail": [
            b"Subject: a\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\n"
            + armour.write(ParcelKind.BUNDLE, b"inhalt").encode()
            + b"\r\n--x--\r\n"
        ],
        "slots": [json.dumps(vault).encode()],
        "form_import": [SMALL_FORM, _form()],
    }
    return found[name]
