"""What IT gives is taken within its bounds, and everything else is left out and named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.evaluation import FEWEST_ANSWERS, FEWEST_MUNICIPALITIES
from innolab_desktop.domain.gender_wording import Wording
from innolab_desktop.domain.language import Language
from innolab_desktop.domain.policy import (
    KEYS,
    NO_POLICY,
    FaultReason,
    PolicyFault,
    PolicySource,
    PolicyType,
    TransportFormat,
    combine,
)

EVERYTHING = {
    "vault_folder": "/srv/innolab",
    "backup_folder": "/srv/backup",
    "part_size_mb": 3,
    "transport_format": "text",
    "min_passphrase_length": 20,
    "auto_lock_minutes": 10,
    "clipboard_clear_seconds": 15,
    "keyring_allowed": False,
    "smallest_group": 8,
    "smallest_municipalities": 4,
    "wording": "neutral",
    "language": "en",
    "dictionary_folder": "/srv/woerter",
}


def test_every_key_is_taken() -> None:
    policy = combine([PolicySource("file", EVERYTHING)])
    assert set(EVERYTHING) == {key.name for key in KEYS}
    assert policy.faults == ()
    assert all(policy.gives(name) for name in EVERYTHING)
    assert policy.vault_folder == Path("/srv/innolab")
    assert policy.backup_folder == Path("/srv/backup")
    assert policy.dictionary_folder == Path("/srv/woerter")
    assert policy.transport_format is TransportFormat.TEXT
    assert policy.wording is Wording.NEUTRAL
    assert policy.language is Language.ENGLISH
    assert policy.keyring_allowed is False
    assert (policy.part_size_mb, policy.min_passphrase_length) == (3, 20)
    assert (policy.auto_lock_minutes, policy.clipboard_clear_seconds) == (10, 15)
    assert (policy.smallest_group, policy.smallest_municipalities) == (8, 4)


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("colour", "red", FaultReason.UNKNOWN_KEY),
        ("smallest_group", FEWEST_ANSWERS - 1, FaultReason.OUT_OF_BOUNDS),
        ("smallest_municipalities", FEWEST_MUNICIPALITIES - 1, FaultReason.OUT_OF_BOUNDS),
        ("min_passphrase_length", 4, FaultReason.OUT_OF_BOUNDS),
        ("auto_lock_minutes", 0, FaultReason.OUT_OF_BOUNDS),
        ("auto_lock_minutes", "5", FaultReason.WRONG_TYPE),
        ("auto_lock_minutes", True, FaultReason.WRONG_TYPE),
        ("auto_lock_minutes", 5.0, FaultReason.WRONG_TYPE),
        ("keyring_allowed", "nein", FaultReason.WRONG_TYPE),
        ("keyring_allowed", [], FaultReason.WRONG_TYPE),
        ("wording", "stern", FaultReason.OUT_OF_BOUNDS),
        ("wording", {}, FaultReason.WRONG_TYPE),
        ("language", "fr", FaultReason.OUT_OF_BOUNDS),
        ("vault_folder", "relative", FaultReason.OUT_OF_BOUNDS),
        ("vault_folder", "/a\n/b", FaultReason.OUT_OF_BOUNDS),
        ("vault_folder", 7, FaultReason.WRONG_TYPE),
    ],
)
def test_what_is_not_understood_is_left_out_and_named(
    name: str, value: object, reason: FaultReason
) -> None:
    policy = combine([PolicySource("file", {name: value})])
    assert policy.faults == (PolicyFault("file", name, reason),)
    assert not policy.gives(name)
    assert getattr(policy, name, None) is None


def test_an_earlier_place_goes_before_a_later_one_key_by_key() -> None:
    computer = PolicySource("computer", {"wording": "pair", "auto_lock_minutes": 500})
    account = PolicySource("account", {"wording": "star", "auto_lock_minutes": 3})
    policy = combine([computer, account])
    assert (policy.wording, policy.auto_lock_minutes) == (Wording.PAIR, 3)
    assert policy.origins == {"wording": "computer", "auto_lock_minutes": "account"}
    assert [fault.place for fault in policy.faults] == ["computer"]


def test_a_place_that_cannot_be_read_is_named() -> None:
    policy = combine([PolicySource("file", reason=FaultReason.TOO_LARGE)])
    assert policy.faults == (PolicyFault("file", "", FaultReason.TOO_LARGE),)


def test_thousands_of_faults_are_not_all_kept() -> None:
    policy = combine([PolicySource("file", {f"key_{number}": 1 for number in range(5000)})])
    assert len(policy.faults) == 20


def test_a_passphrase_is_never_allowed_to_be_shorter() -> None:
    assert NO_POLICY.least_passphrase(8) == 8
    longer = combine([PolicySource("file", {"min_passphrase_length": 20})])
    assert (longer.least_passphrase(8), longer.least_passphrase(30)) == (20, 30)


@given(
    st.dictionaries(
        st.sampled_from([key.name for key in KEYS]) | st.text(max_size=12),
        st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text()),
    )
)
def test_whatever_stands_there_is_taken_or_named(values: dict[str, object]) -> None:
    policy = combine([PolicySource("file", values)])
    for key in KEYS:
        taken = getattr(policy, key.name)
        assert (taken is not None) == policy.gives(key.name)
        if key.type is PolicyType.NUMBER and taken is not None:
            assert key.least <= taken <= key.most
    left_out = {fault.key for fault in policy.faults}
    assert left_out.isdisjoint(policy.origins)
    assert len(left_out) == min(20, len(values.keys() - policy.origins.keys()))
