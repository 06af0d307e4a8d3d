"""Composition root: the one place where adapters meet use cases.

Adapters are imported inside functions, so that the window appears before SQLAlchemy and
cryptography are loaded, and so that the command line never loads Qt.
"""

from __future__ import annotations

import importlib
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from os import urandom
from typing import TYPE_CHECKING, Final

from innolab_desktop import __version__, long_path, paths, vault_place
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.domain.gender_wording import Wording
from innolab_desktop.domain.language import Language
from innolab_desktop.domain.policy import NO_POLICY

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from innolab_desktop.demo.script import Actor
    from innolab_desktop.domain.gender_wording import GenderWording
    from innolab_desktop.domain.policy import Policy
    from innolab_desktop.formdefs.catalogues import Catalogues
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.formdefs.speech import Speech
    from innolab_desktop.journal.card import SignedCard
    from innolab_desktop.keys.key_ring import KeyRing
    from innolab_desktop.keys.slot_keeper import SlotKeeper
    from innolab_desktop.keys.vault_file import VaultKey
    from innolab_desktop.services.bundle_ports import Clock
    from innolab_desktop.services.session import Session
    from innolab_desktop.storage.vault_database import VaultDatabase


class WallClock:
    """The clock of the computer."""

    def now_ms(self) -> int:
        """Return milliseconds since 1970 (UTC)."""
        return time.time_ns() // 1_000_000


@dataclass(frozen=True, slots=True)
class NewOwner:
    """Whom a new vault belongs to."""

    person: str
    municipality: str
    department: str
    role: str = "official"
    is_demo: bool = False
    person_id: bytes | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What holds for every vault that is opened here.

    Attributes:
        policy: what IT prescribes.
        wording: how texts of the program write about people; what a vault keeps does not depend
            on it.
        language: what the program speaks; the same holds for it.
    """

    policy: Policy = NO_POLICY
    wording: Wording = Wording.STAR
    language: Language = Language.GERMAN


ORDINARY: Final = Surroundings()


def read_policy() -> Policy:
    """Return what IT prescribes for this computer and account."""
    from innolab_desktop.policy.sources import read_policy as read  # noqa: PLC0415 - see above

    return read(paths.policy_file())


@cache
def load_wording(wording: Wording) -> GenderWording:
    """Return how the forms with a star are written; they are read once."""
    from innolab_desktop.formdefs.gender_forms import load_wording as load  # noqa: PLC0415

    return load(paths.resources_dir() / "gender_forms.toml", wording)


@cache
def load_speech(wording: Wording = Wording.STAR, language: Language = Language.GERMAN) -> Speech:
    """Return how the program speaks; only German has several ways to write about people."""
    from innolab_desktop.formdefs.speech import Speech  # noqa: PLC0415 - see above

    return Speech(load_wording(wording), language, paths.data_dir())


def load_forms(wording: Wording = Wording.STAR, language: Language = Language.GERMAN) -> Forms:
    """Return the form definitions; they are read once."""
    return _load_forms(wording, language)


@cache
def _load_forms(wording: Wording, language: Language) -> Forms:
    from innolab_desktop.formdefs.loader import load_forms as load  # noqa: PLC0415 - see above

    return load(paths.forms_dir(), load_speech(wording, language))


@cache
def load_catalogues(
    wording: Wording = Wording.STAR, language: Language = Language.GERMAN
) -> Catalogues:
    """Return procedures, methods, question sets and the like; they are read once."""
    from innolab_desktop.formdefs.catalogues import load_catalogues as load  # noqa: PLC0415

    return load(paths.forms_dir() / "catalogues", load_speech(wording, language))


def create_vault(
    folder: Path,
    owner: NewOwner,
    passphrase: str,
    *,
    memory_kib: int | None = None,
    clock: Clock | None = None,
    surroundings: Surroundings = ORDINARY,
) -> Session:
    """Create a vault in *folder* and open it.

    Args:
        folder: is created; must not hold a vault.
        owner: whose it is.
        passphrase: opens it later.
        memory_kib: for tests; calibrated to one second if not given.
        clock: for a story that is told; the computer's if not given.
        surroundings: what holds here.

    Raises:
        VaultError: there is a vault already, the folder cannot be written, or the passphrase is
            shorter than IT wants.
    """
    from innolab_desktop.journal import card as cards  # noqa: PLC0415 - see above
    from innolab_desktop.keys import device_keys, passphrase_slot, vault_file  # noqa: PLC0415
    from innolab_desktop.keys.key_ring import KeyRing  # noqa: PLC0415
    from innolab_desktop.services.program_update import ProgramUpdate  # noqa: PLC0415
    from innolab_desktop.storage.connection import DatabaseKey  # noqa: PLC0415
    from innolab_desktop.storage.creation import creation  # noqa: PLC0415
    from innolab_desktop.storage.vault_database import (  # noqa: PLC0415
        Owner,
        VaultDatabase,
        restrict_new_files,
    )

    clock = clock or WallClock()
    _check_new(owner, passphrase, surroundings)
    restrict_new_files()
    folder = long_path.reachable(folder)
    vault_place.check(folder)
    with creation(folder):
        header, opened = vault_file.begin_vault(
            passphrase,
            memory_kib=memory_kib or passphrase_slot.calibrate(),
            random=urandom,
            made=_today(),
        )
        _, secret = device_keys.generate(urandom)
        card = _new_card(secret, owner, clock.now_ms())
        vault = VaultDatabase.create(
            folder,
            DatabaseKey(opened.key, opened.salt),
            load_forms(),
            Owner(opened.vault_id, card, cards.digits(card.card), secret),
        )
        keeper = _slot_keeper(folder, opened, "created", memory_kib)
        session = _session(vault, KeyRing(secret, (), urandom), clock, keeper, surroundings)
        with _closed_after_failure(vault):
            session.spaces.create_private()
            ProgramUpdate(vault, session.importing, __version__).run()
            vault_file.write(folder, header)  # from here on it is a vault
    return session


def _check_new(owner: NewOwner, passphrase: str, surroundings: Surroundings) -> None:
    """Make sure that a vault has what it needs.

    Raises:
        VaultError: a name or the passphrase is missing, or it is shorter than IT wants.
    """
    if not owner.person.strip() or not passphrase:
        raise VaultError("vault_owner_incomplete")
    least = surroundings.policy.least_passphrase(1)
    if len(passphrase.strip()) < least:
        raise VaultError("passphrase_short", least=least)


@contextmanager
def _closed_after_failure(vault: VaultDatabase) -> Generator[None]:
    """Let go of a vault if the block fails."""
    try:
        yield
    except BaseException:
        with suppress(VaultError):  # what went wrong first is what people are told
            vault.close()
        raise


def open_vault(folder: Path, passphrase: str, surroundings: Surroundings = ORDINARY) -> Session:
    """Open the vault in *folder*.

    Raises:
        VaultError: no vault, wrong passphrase, in use, damaged, or of a newer version.
    """
    from innolab_desktop.keys import vault_file  # noqa: PLC0415 - see above

    folder = long_path.reachable(folder)
    return open_unlocked(
        folder,
        "passphrase",
        lambda: vault_file.open_with_passphrase(folder, passphrase),
        surroundings=surroundings,
    )


def open_unlocked(
    folder: Path,
    opened_with: str,
    unlock: Callable[[], VaultKey],
    memory_kib: int | None = None,
    surroundings: Surroundings = ORDINARY,
) -> Session:
    """Open the vault in *folder*.

    Args:
        folder: of the vault.
        opened_with: the type of the slot that *unlock* uses.
        unlock: returns the key.
        memory_kib: what a later passphrase costs, for tests; calibrated if not given.
        surroundings: what holds here.

    Raises:
        VaultError: whatever *unlock* says, in use, damaged, or of a newer version.
    """
    from innolab_desktop.keys import vault_file  # noqa: PLC0415 - see above
    from innolab_desktop.keys.key_ring import KeyRing  # noqa: PLC0415
    from innolab_desktop.services.program_update import ProgramUpdate  # noqa: PLC0415
    from innolab_desktop.storage import rekeying  # noqa: PLC0415
    from innolab_desktop.storage.connection import DatabaseKey  # noqa: PLC0415
    from innolab_desktop.storage.vault_database import (  # noqa: PLC0415
        VaultDatabase,
        restrict_new_files,
    )

    restrict_new_files()
    folder = long_path.reachable(folder)
    if folder.is_dir():
        vault_place.check(folder)
    rekeying.finish(folder)
    opened = unlock()
    vault = VaultDatabase.open(folder, DatabaseKey(opened.key, opened.salt), load_forms())
    keys = KeyRing(vault.device_secret(), vault.people.retired_secrets(), urandom)
    vault_file.mend(folder)
    keeper = _slot_keeper(folder, opened, opened_with, memory_kib)
    session = _session(vault, keys, WallClock(), keeper, surroundings)
    session.key_slots.note_opened()
    ProgramUpdate(vault, session.importing, __version__).run()
    if vault.was_put_back:
        session.notices.note_put_back()
    if vault.has_lost_erasures:
        session.notices.note_erasures_lost()
    if not session.keys.look_after() and vault.was_put_back:
        session.keys.renew()  # others may use a newer key, and that one is lost
    return session


def _today() -> str:
    return datetime.now(tz=UTC).date().isoformat()


def _slot_keeper(
    folder: Path, opened: VaultKey, opened_with: str, memory_kib: int | None
) -> SlotKeeper:
    from innolab_desktop.keys import passphrase_slot  # noqa: PLC0415 - see above
    from innolab_desktop.keys.os_keyring import OsKeyring  # noqa: PLC0415
    from innolab_desktop.keys.slot_keeper import SlotKeeper  # noqa: PLC0415

    return SlotKeeper(
        folder,
        opened,
        opened_with,
        keyring=OsKeyring(),
        memory_kib=passphrase_slot.calibrate if memory_kib is None else lambda: memory_kib,
        random=urandom,
        today=_today,
    )


def create_demo(folder: Path, tell: Callable[[str], None]) -> Path:
    """Create the demo vaults below *folder* and return the one to open first.

    Args:
        folder: new or empty.
        tell: hears each step in a German sentence.

    Raises:
        UsageError: *folder* is not empty.
    """
    from innolab_desktop.demo.script import read_script  # noqa: PLC0415 - see above
    from innolab_desktop.demo.stage import Stage  # noqa: PLC0415
    from innolab_desktop.keys import passphrase_slot  # noqa: PLC0415

    script = read_script(paths.resources_dir() / "demo" / "story.toml")

    def create(vault: Path, actor: Actor, clock: Clock) -> Session:
        owner = NewOwner(actor.name, actor.municipality, actor.department, actor.role, is_demo=True)
        return create_vault(
            vault, owner, script.passphrase, memory_kib=passphrase_slot.FLOOR_KIB, clock=clock
        )

    return Stage(folder, script, create, tell).play()


def cipher_version() -> str:
    """Return the version of SQLCipher that vaults are written with."""
    from innolab_desktop.storage.connection import cipher_version as version  # noqa: PLC0415

    return version()


def warm_up(wording: Wording = Wording.STAR, language: Language = Language.GERMAN) -> None:
    """Import what opening a vault needs, while the passphrase is being typed."""
    for module in ("composition", "keys.unlocking", "storage.vault_database"):
        importlib.import_module(f"innolab_desktop.{module}")
    load_forms(wording, language)


def _new_card(secret: bytes, owner: NewOwner, created_ms: int) -> SignedCard:
    from innolab_desktop.keys import device_keys  # noqa: PLC0415 - see above

    return device_keys.make_card(
        secret,
        person=owner.person_id or urandom(16),
        name=owner.person,
        municipality=owner.municipality,
        department=owner.department,
        role=owner.role,
        alias=urandom(8),
        created_ms=created_ms,
        is_demo=owner.is_demo,
    )


def _session(
    vault: VaultDatabase,
    identity: KeyRing,
    clock: Clock,
    keeper: SlotKeeper,
    surroundings: Surroundings,
) -> Session:
    from innolab_desktop.composition import Conditions, compose_session  # noqa: PLC0415 - see above

    spoken = (surroundings.wording, surroundings.language)
    (other,) = set(Language) - {surroundings.language}
    conditions = Conditions(
        clock,
        load_forms(*spoken),
        load_forms(),
        partial(load_forms, surroundings.wording, other),
        partial(load_catalogues, *spoken),
        load_speech(*spoken),
        surroundings.policy,
    )
    return compose_session(vault, identity, keeper, conditions)
