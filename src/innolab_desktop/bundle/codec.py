"""What is inside a bundle: manifest, signed tips and commits.

Source: ``docs/formats/bundle.md``, section Manifest.
"""

from __future__ import annotations

from contextlib import contextmanager
from hashlib import sha384
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from innolab_desktop.bundle.compression import MAX_OUTPUT_BYTES
from innolab_desktop.domain.errors import BundleError, FormatError
from innolab_desktop.journal import cbor, cbor_sequence, shape, signed_tip, stretch
from innolab_desktop.journal import commit as commits
from innolab_desktop.services.exchange_models import Content, Manifest, OpenedBundle

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence

    from innolab_desktop.journal.commit import Commit
    from innolab_desktop.services.bundle_ports import Identity
    from innolab_desktop.services.exchange_models import Outgoing

MAX_COMMITS: Final = 200_000
_FORMAT_VERSION: Final = 2
"""Since 2 commits may stand in stretches, and key 13 says what they unfold to."""
_MAX_ITEMS: Final = 2 * MAX_COMMITS + 2
_MAX_MANIFEST_BYTES: Final = 4 * 1024 * 1024


class _Announced(NamedTuple):
    """What a manifest says of the items behind it."""

    tips: int
    commits: int
    digest: bytes
    names: bytes | None
    """Hash of the ids of all commits; None where none of them stands in a stretch."""


def encode(outgoing: Outgoing, bundle_id: bytes, identity: Identity) -> bytes:
    """Return the sequence that goes into the frame, signed by this device.

    Raises:
        BundleError: the commits weigh more than readers take.
    """
    if sum(map(stretch.weight, outgoing.commits)) > MAX_OUTPUT_BYTES:
        raise BundleError("bundle_too_large", limit_bytes=MAX_OUTPUT_BYTES)
    tips = [tip.encoded() for tip in outgoing.signed_tips]
    rest = b"".join([*tips, *stretch.encode(outgoing.commits)])
    manifest = cbor.encode(
        {
            1: _FORMAT_VERSION,
            2: bundle_id,
            3: identity.device,
            4: sorted(card.alias for card in outgoing.recipients),
            5: outgoing.space,
            6: sorted((log, sorted(tips)) for log, tips in outgoing.announced.items()),
            7: [len(outgoing.signed_tips), len(outgoing.commits)],
            8: sha384(rest).digest(),
            9: outgoing.created,
            10: [outgoing.part, outgoing.of],
            11: commits.SCHEMA_VERSION,
            12: outgoing.wants_receipt,
            13: _names(outgoing.commits),
        }
    )
    signature = identity.sign(OpenedBundle.MANIFEST_PREFIX + manifest)
    return cbor.encode(manifest) + cbor.encode(signature) + rest


def decode(data: bytes) -> OpenedBundle:
    """Decode a sequence; the sender's signature is left to the caller, and what stands behind it.

    Raises:
        BundleError: it does not follow the format, or a part of it is of a later one.
    """
    with _as_bundle_errors():
        items = cbor_sequence.read_items(data, limit=_MAX_ITEMS)
        manifest_bytes = shape.the(_next(items)[0], bytes, "manifest")
        signature, start = _next(items)
        manifest, said = _manifest(manifest_bytes)
        if sha384(data[start:]).digest() != said.digest:
            raise BundleError("bundle_damaged")
        return OpenedBundle(
            manifest=manifest,
            manifest_bytes=manifest_bytes,
            signature=shape.sized(signature, signed_tip.SIGNATURE_BYTES, "signature"),
            read=lambda: _content(data, start, said),
        )


def _content(data: bytes, start: int, said: _Announced) -> Content:
    """Return what stands behind the signature."""
    with _as_bundle_errors():
        rest: list[tuple[object, bytes]] = []
        end = 0
        for item, size_bytes in cbor_sequence.read_items(data[start:], limit=_MAX_ITEMS):
            rest.append((item, data[start + end : start + size_bytes]))
            end = size_bytes
        if not said.tips <= len(rest) <= said.tips + said.commits:
            raise BundleError("bundle_damaged")
        return Content(
            tuple(signed_tip.decode_item(item) for item, _ in rest[: said.tips]),
            tuple(_commits(rest[said.tips :], said)),
        )


@contextmanager
def _as_bundle_errors() -> Generator[None]:
    try:
        yield
    except BundleError:
        raise
    except FormatError as failure:
        if failure.code == "format_too_new":
            raise BundleError("bundle_too_new") from None
        raise BundleError("bundle_content_invalid", reason=failure.code) from None


def _commits(items: Sequence[tuple[object, bytes]], said: _Announced) -> list[Commit]:
    """Return the commits that stand alone or in stretches, in their order."""
    found: list[Commit] = []
    may_unfold = said.names is not None
    left = MAX_OUTPUT_BYTES
    for is_folded, group in groupby(items, lambda item: may_unfold and _is_stretch(item[0])):
        if not is_folded:
            alone, encoded = zip(*group, strict=True)
            left -= sum(map(len, encoded))
            found += commits.decode_items(alone, encoded)
            continue
        for item, _ in group:
            folded = stretch.read(item, limit=left)
            left -= folded.weight
            if len(found) + len(folded.counts) > said.commits:
                raise BundleError("bundle_damaged")
            found += folded.unfold()
    if len(found) != said.commits or said.names not in (None, _names(found)):
        raise BundleError("bundle_damaged")
    return found


def _is_stretch(item: object) -> bool:
    return isinstance(item, list) and len(cast("list[object]", item)) == stretch.COLUMNS


def _names(found: Iterable[Commit]) -> bytes:
    return sha384(b"".join([commit.id for commit in found])).digest()


def _next(items: Iterator[tuple[object, int]]) -> tuple[object, int]:
    found = next(items, None)
    if found is None:
        raise BundleError("bundle_damaged")
    return found


def _manifest(data: bytes) -> tuple[Manifest, _Announced]:
    if len(data) > _MAX_MANIFEST_BYTES:
        raise FormatError("format_shape", what="manifest")
    known = shape.mapping(cbor.decode_deterministic(data), "manifest", known=13)
    version = shape.version(known.get(1), _FORMAT_VERSION, "manifest")
    tips, count = shape.array(known.get(7), "counts", length=2)
    part, of = shape.array(known.get(10), "part", length=2)
    manifest = Manifest(
        bundle_id=shape.sized(known.get(2), 16, "bundle id"),
        sender=shape.sized(known.get(3), 16, "sender"),
        aliases=tuple(
            shape.sized(item, 8, "alias") for item in shape.array(known.get(4), "aliases")
        ),
        space=shape.sized(known.get(5), 16, "space id"),
        announced=_announced(known.get(6)),
        created=commits.instant(known.get(9)),
        part=shape.number(part, 1, 10_000, "part"),
        of=shape.number(of, 1, 10_000, "part"),
        wants_receipt=shape.the(known.get(12), bool, "receipt"),
    )
    return manifest, _Announced(
        shape.number(tips, 0, MAX_COMMITS, "counts"),
        shape.number(count, 0, MAX_COMMITS, "counts"),
        shape.sized(known.get(8), 48, "digest"),
        shape.sized(known.get(13), 48, "names") if version > 1 else None,
    )


def _announced(value: object) -> Mapping[bytes, tuple[commits.Tip, ...]]:
    announced: dict[bytes, tuple[commits.Tip, ...]] = {}
    for item in shape.array(value, "tips"):
        log, tips = shape.array(item, "tips", length=2)
        announced[shape.sized(log, 16, "log id")] = tuple(
            commits.tip(*shape.array(tip, "tip", length=2)) for tip in shape.array(tips, "tips")
        )
    return announced
