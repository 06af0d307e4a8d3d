"""Files as they come by mail: mutants by the thousand, and things that are no files."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from bundle.sealing import Person, RememberingKeys
from independent.vectors import load
from innolab_desktop.bundle import bundle_files, codec, unpacking
from innolab_desktop.bundle.bundle_files import BundleFileAdapter
from innolab_desktop.domain.errors import BundleError
from innolab_desktop.services.exchange_models import Outgoing

if TYPE_CHECKING:
    from collections.abc import Callable

SENDER, ME = Person(), Person("Ben")
KEYS = RememberingKeys(ME.keys)
FILES = BundleFileAdapter(KEYS, secrets.token_bytes)
CONTENT = codec.decode(load("bundle")["sequence"])
OUTGOING = Outgoing(
    space=CONTENT.manifest.space,
    recipients=(ME.card,),
    announced={},
    signed_tips=CONTENT.signed_tips,
    commits=CONTENT.commits,
    created=CONTENT.manifest.created,
)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    target = tmp_path_factory.mktemp("out") / "paket.ilpaket"
    files = BundleFileAdapter(SENDER.keys, secrets.token_bytes)
    data = files.encode(OUTGOING)
    files.store(data, target)
    assert target.read_bytes() == data
    return data


def is_refused(data: bytes) -> bool:
    try:
        FILES.open(data, ME.card.alias)
    except BundleError:
        return True
    return False


def test_a_written_bundle_opens(content: bytes) -> None:
    opened = FILES.open(content, ME.card.alias)
    assert opened.commits == CONTENT.commits
    assert opened.manifest.sender == SENDER.card.device
    with pytest.raises(BundleError) as failure:
        FILES.open(content, SENDER.card.alias)
    assert failure.value.code == "bundle_not_for_me"


def test_no_flipped_bit_is_accepted(content: bytes) -> None:
    wrap_start, header_end = 64, 14 + int.from_bytes(content[10:14], "big")
    accepted: list[tuple[int, int]] = []
    for at in range(len(content)):
        in_wrap = wrap_start <= at < header_end  # every flip there costs a key agreement
        for bit in (at % 8,) if in_wrap else range(0, 8, 1 if at < wrap_start else 3):
            mutant = bytearray(content)
            mutant[at] ^= 1 << bit
            if not is_refused(bytes(mutant)):
                accepted.append((at, bit))
    assert accepted == []


def test_no_cut_bundle_is_accepted(content: bytes) -> None:
    lengths = [*range(min(4096, len(content))), *range(4096, len(content), 37)]
    assert [length for length in lengths if not is_refused(content[:length])] == []


def flip(random: Random, data: bytearray) -> None:
    for _ in range(random.randint(1, 5)):
        data[random.randrange(len(data))] ^= random.randint(1, 255)


def cut(random: Random, data: bytearray) -> None:
    del data[random.randrange(len(data)) :]


def insert(random: Random, data: bytearray) -> None:
    at = random.randrange(len(data) + 1)
    data[at:at] = random.randbytes(random.randint(1, 40))


def delete(random: Random, data: bytearray) -> None:
    at = random.randrange(len(data))
    del data[at : at + random.randint(1, 40)]


def swap(random: Random, data: bytearray) -> None:
    size = random.randint(1, 64)
    one, two = sorted(random.sample(range(len(data) - size), 2))
    first, second = data[one : one + size], data[two : two + size]
    data[two : two + size] = first
    data[one : one + size] = second


@pytest.mark.parametrize("kind", [flip, cut, insert, delete, swap])
def test_ten_thousand_mutants(kind: Callable[[Random, bytearray], None], content: bytes) -> None:
    random = Random(kind.__name__)  # noqa: S311 - a repeatable order
    accepted = 0
    for _ in range(2000):
        mutant = bytearray(content)
        kind(random, mutant)
        accepted += bytes(mutant) != content and not is_refused(bytes(mutant))
    assert accepted == 0


def test_manifest_and_header_name_the_same_bundle(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A third party who may read a bundle cannot send its content on to others as it stands."""
    opened = FILES.open(content, ME.card.alias)
    third = Person("Clara")
    stolen = Outgoing(
        opened.manifest.space, (third.card,), {}, opened.signed_tips, opened.commits,
        opened.manifest.created,
    )  # fmt: skip
    original = codec.encode(OUTGOING, opened.manifest.bundle_id, SENDER.keys)
    monkeypatch.setattr(codec, "encode", lambda *_: original)
    ids = iter([opened.manifest.bundle_id])
    random = lambda size: next(ids, None) or secrets.token_bytes(size)  # noqa: E731 - the id first
    forwarded = BundleFileAdapter(ME.keys, random).encode(stolen)
    with pytest.raises(BundleError) as failure:
        BundleFileAdapter(third.keys, secrets.token_bytes).open(forwarded, third.card.alias)
    assert failure.value.code == "bundle_damaged"


def unreadable(path: Path) -> str:
    with pytest.raises(BundleError) as failure:
        unpacking.load(path)
    return failure.value.code


def test_things_that_are_no_files(tmp_path: Path) -> None:
    real = tmp_path / "real.ilpaket"
    real.write_bytes(b"x")
    (tmp_path / "link.ilpaket").symlink_to(real)
    os.mkfifo(tmp_path / "pipe.ilpaket")
    (tmp_path / "folder.ilpaket").mkdir()
    for name in ("link.ilpaket", "pipe.ilpaket", "folder.ilpaket", "missing.ilpaket"):
        assert unreadable(tmp_path / name) == "file_unreadable", name
    assert unreadable(tmp_path / "real.ilpaket" / "below") == "file_unreadable"
    assert unreadable(Path("/dev/zero")) == "file_unreadable"
    assert unpacking.load(real) == b"x"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.ilpaket"
    with huge.open("wb") as file:
        file.truncate(10 << 30)
    assert unreadable(huge) == "bundle_too_large"


def test_loading_leaves_nothing_open(tmp_path: Path) -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    (tmp_path / "folder").mkdir()
    for _ in range(20):
        unreadable(tmp_path / "folder")
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_bundle_that_does_not_fit_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "missing" / "paket.ilpaket"
    with pytest.raises(BundleError) as failure:
        FILES.store(b"x", target)
    assert failure.value.code == "folder_not_writable"
    assert list(tmp_path.iterdir()) == []
    assert bundle_files.MAX_FILE_BYTES == 32 << 20
