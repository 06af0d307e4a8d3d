"""The policy file may be missing, huge, broken or no file at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.policy import FaultReason
from innolab_desktop.policy.policy_file import MOST_BYTES, read_file

if TYPE_CHECKING:
    from pathlib import Path


def test_the_keys_of_the_file_are_read(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_bytes(b"\xef\xbb\xbfauto_lock_minutes = 3\r\nwording = 'pair'\r\n")
    source = read_file(path)
    assert dict(source.values) == {"auto_lock_minutes": 3, "wording": "pair"}
    assert source.reason is None
    assert source.place == str(path)


def test_without_a_file_nothing_is_given(tmp_path: Path) -> None:
    source = read_file(tmp_path / "policy.toml")
    assert (dict(source.values), source.reason) == ({}, None)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"#" * (MOST_BYTES + 1), FaultReason.TOO_LARGE),
        (b"auto_lock_minutes = ", FaultReason.UNREADABLE),
        (b"\xff\xfe\x00", FaultReason.UNREADABLE),
        (b"a = " + b"[" * 20_000, FaultReason.UNREADABLE),
        (b"a = 1\na = 2\n", FaultReason.UNREADABLE),
    ],
)
def test_a_hostile_file_gives_nothing(tmp_path: Path, content: bytes, reason: FaultReason) -> None:
    path = tmp_path / "policy.toml"
    path.write_bytes(content)
    source = read_file(path)
    assert (dict(source.values), source.reason) == ({}, reason)


def test_a_folder_or_a_pipe_is_no_policy_file(tmp_path: Path) -> None:
    assert read_file(tmp_path).reason is FaultReason.UNREADABLE
    if hasattr(os, "mkfifo"):
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        assert read_file(pipe).reason is FaultReason.UNREADABLE
