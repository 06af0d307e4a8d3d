"""The registry of Windows is read with what Python brings, and nowhere else."""

from __future__ import annotations

import sys

from innolab_desktop.policy.registry import Hive, read_hive, windows_reader


def test_there_is_a_reader_on_windows_only() -> None:
    reader = windows_reader()
    assert (reader is not None) == (sys.platform == "win32")
    if reader is not None:
        assert read_hive(Hive.USER, reader).reason is None


def test_a_hive_without_our_key_gives_nothing() -> None:
    source = read_hive(Hive.COMPUTER, lambda _hive, _key: None)
    assert (dict(source.values), source.reason) == ({}, None)
