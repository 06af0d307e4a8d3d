"""The computer goes before the file, the file before the account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.domain.gender_wording import Wording
from innolab_desktop.domain.policy import FaultReason
from innolab_desktop.policy.registry import POLICIES_KEY, Hive, read_hive
from innolab_desktop.policy.sources import read_policy

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pytest


class Registry:
    """A registry with one key in each hive."""

    def __init__(self, values: Mapping[Hive, Mapping[str, object]]) -> None:
        self._values = values

    def __call__(self, hive: Hive, key: str) -> Mapping[str, object] | None:
        assert key == POLICIES_KEY
        return self._values.get(hive)


def test_the_computer_goes_before_the_file_and_the_file_before_the_account(
    tmp_path: Path,
) -> None:
    file = tmp_path / "policy.toml"
    file.write_text("wording = 'pair'\nauto_lock_minutes = 7\n", encoding="utf-8")
    registry = Registry(
        {
            Hive.COMPUTER: {"wording": "neutral", "keyring_allowed": 0},
            Hive.USER: {"auto_lock_minutes": 30, "part_size_mb": 2},
        }
    )
    policy = read_policy(file, registry)
    assert policy.wording is Wording.NEUTRAL
    assert policy.keyring_allowed is False
    assert (policy.auto_lock_minutes, policy.part_size_mb) == (7, 2)
    assert policy.origins["wording"].startswith("HKEY_LOCAL_MACHINE\\Software\\Policies")
    assert policy.origins["auto_lock_minutes"] == str(file)
    assert policy.origins["part_size_mb"].startswith("HKEY_CURRENT_USER\\")
    assert policy.faults == ()


def test_a_hive_that_may_not_be_read_is_named() -> None:
    def refuse(hive: Hive, key: str) -> Mapping[str, object] | None:
        raise PermissionError(hive, key)

    assert read_hive(Hive.COMPUTER, refuse).reason is FaultReason.UNREADABLE


def test_a_folder_may_name_the_account(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    file = tmp_path / "policy.toml"
    file.write_text('vault_folder = "~/tresore"\nbackup_folder = "$HOME/b"\n', encoding="utf-8")
    policy = read_policy(file)
    assert (policy.vault_folder, policy.backup_folder) == (tmp_path / "tresore", tmp_path / "b")


def test_without_anything_nothing_is_given(tmp_path: Path) -> None:
    policy = read_policy(tmp_path / "policy.toml")
    assert (dict(policy.origins), policy.faults) == ({}, ())
