"""What IT prescribes holds in every use case, and never protects anybody less."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innolab_desktop import bootstrap
from innolab_desktop.domain.errors import BundleError, UsageError, VaultError
from innolab_desktop.domain.policy import NO_POLICY, PolicySource, combine
from innolab_desktop.gate import Gate
from innolab_desktop.keys.passphrase_slot import FLOOR_KIB
from innolab_desktop.services.exchange_models import Carrier
from innolab_desktop.services.exchange_settings import ExchangeSettings
from innolab_desktop.services.given_key import KeyringAsked
from innolab_desktop.services.lock_settings import LockSettings
from innolab_desktop.services.vault_gate import NewVault
from services.waves import open_wave

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from innolab_desktop.domain.policy import Policy
    from innolab_desktop.services.session import Session

PASSPHRASE = "vier ruhige Pferde am Fluss"


def given(**values: object) -> Policy:
    return combine([PolicySource("file", values)])


def gate(policy: Policy) -> Gate:
    return Gate(FLOOR_KIB, bootstrap.Surroundings(policy))


def new_vault(folder: Path) -> NewVault:
    return NewVault(folder / "vault", "Anna Beispiel", "Musterstadt", "Ordnungsamt", "official")


@pytest.fixture
def strict(tmp_path: Path) -> Iterator[Session]:
    places = tmp_path / "second"
    places.mkdir()
    policy = given(
        auto_lock_minutes=3,
        clipboard_clear_seconds=10,
        part_size_mb=2,
        transport_format="text",
        keyring_allowed=False,
        backup_folder=str(places),
        min_passphrase_length=24,
    )
    session = gate(policy).create_session(new_vault(tmp_path), PASSPHRASE)
    yield session
    session.close()


def test_waiting_times_can_only_be_shortened(strict: Session) -> None:
    lock = LockSettings(strict.desk, strict.policy)
    assert (lock.idle_minutes, lock.clipboard_seconds) == (3, 10)
    lock.set_idle_minutes(30)
    lock.set_clipboard_seconds(60)
    assert (lock.idle_minutes, lock.clipboard_seconds) == (3, 10)
    lock.set_idle_minutes(1)
    assert lock.idle_minutes == 1
    LockSettings(strict.desk).set_idle_minutes(40)
    assert lock.idle_minutes == 3


def test_a_long_time_is_no_reason_to_wait_longer(strict: Session) -> None:
    lock = LockSettings(strict.desk, given(auto_lock_minutes=60, clipboard_clear_seconds=60))
    assert (lock.idle_minutes, lock.clipboard_seconds) == (5, 30)


def test_files_are_small_and_text(strict: Session) -> None:
    exchange = ExchangeSettings(strict.desk, strict.policy)
    assert exchange.max_part_bytes == 2_000_000
    exchange.keep_max_part_bytes(20_000_000)
    assert exchange.max_part_bytes == 2_000_000
    assert exchange.carrier is Carrier.TEXT
    assert exchange.allows(None)
    assert not exchange.allows(Carrier.MAIL)
    assert exchange.permitted(Carrier.MAIL) is Carrier.MAIL_WITH_TEXT


def test_attachments_only_refuse_the_clipboard(tmp_path: Path) -> None:
    policy = given(transport_format="attachment")
    session = gate(policy).create_session(new_vault(tmp_path), PASSPHRASE)
    try:
        (space,) = (item for item in session.spaces.all() if item.type == "private")
        with pytest.raises(BundleError, match="text_forbidden_by_it"):
            session.exporting.text(space.id)
        exchange = ExchangeSettings(session.desk, session.policy)
        exchange.keep_carrier(None)
        assert exchange.carrier is Carrier.FILE
        assert exchange.permitted(Carrier.TEXT) is Carrier.FILE
    finally:
        session.close()


@pytest.mark.parametrize("is_there", [True, False])
def test_words_are_looked_up_where_it_says_and_nowhere_else(
    tmp_path: Path, *, is_there: bool
) -> None:
    folder = tmp_path / "woerter"
    folder.mkdir()
    if is_there:
        (folder / "de_DE.aff").write_text("SET UTF-8\n", encoding="utf-8")
        (folder / "de_DE.dic").write_text("1\nAmtsflur\n", encoding="utf-8")
    session = gate(given(dictionary_folder=str(folder))).create_session(
        new_vault(tmp_path), PASSPHRASE
    )
    try:
        assert session.spelling.place == (folder / "de_DE.dic" if is_there else None)
        unknown = session.spelling.misspelled(["Amtsflur", "Amtsflurr"])
        assert unknown == ({"Amtsflurr"} if is_there else frozenset())
    finally:
        session.close()


def test_the_key_store_stays_out(strict: Session, tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="keyring_forbidden_by_it"):
        strict.key_slots.add_keyring()
    with pytest.raises(VaultError, match="keyring_forbidden_by_it"):
        gate(strict.policy).open_session(tmp_path / "vault", KeyringAsked())


def test_backups_go_where_it_says(strict: Session, tmp_path: Path) -> None:
    backups = strict.safekeeping.backups
    assert backups.second_place() == tmp_path / "second"
    with pytest.raises(UsageError, match="setting_given_by_it"):
        backups.use_second_place(None)
    assert backups.make().second_place_error is None
    assert any((tmp_path / "second").rglob("vault.db"))


def test_passphrases_are_long_enough(strict: Session, tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="passphrase_short"):
        strict.key_slots.change_passphrase("x" * 23, confirmed_by=PASSPHRASE)
    with pytest.raises(VaultError, match="passphrase_short"):
        gate(strict.policy).create_session(new_vault(tmp_path / "other"), "x" * 23)
    assert not (tmp_path / "other").exists()


def test_results_need_the_larger_group(tmp_path: Path) -> None:
    policy = given(smallest_group=8, smallest_municipalities=4)
    session = gate(policy).create_session(new_vault(tmp_path), PASSPHRASE)
    try:
        usual = session.evaluations.results(open_wave(session, None)).thresholds
        assert (usual.answers, usual.municipalities) == (8, 4)
        wave = open_wave(session, None, minimum_answers=20, minimum_municipalities=3)
        stricter = session.evaluations.results(wave).thresholds
        assert (stricter.answers, stricter.municipalities) == (20, 4)
    finally:
        session.close()


def test_without_a_policy_everything_is_as_before(tmp_path: Path) -> None:
    session = gate(NO_POLICY).create_session(new_vault(tmp_path), "kurz")
    try:
        lock = LockSettings(session.desk, session.policy)
        assert (lock.idle_minutes, lock.clipboard_seconds) == (5, 30)
        assert ExchangeSettings(session.desk, session.policy).max_part_bytes == 7_000_000
        assert session.safekeeping.backups.second_place() is None
    finally:
        session.close()
