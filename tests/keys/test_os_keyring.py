"""The key store of Windows, with its calls played, and stores that do not keep their word."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any

import pytest
from keyring.backends import Windows
from keyring.backends.Windows import WinVaultKeyring

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.keys import os_keyring
from innolab_desktop.keys.os_keyring import OsKeyring

NAME, SECRET = "InnoLab Desktop/ä1/x", bytes(range(32))
LOCAL_MACHINE, ENTERPRISE = 2, 3


class NativeError(Exception):
    """What pywin32 raises; keyring lets most of it through."""

    def __init__(self, winerror: int, funcname: str) -> None:
        super().__init__(winerror, funcname)
        self.winerror, self.funcname = winerror, funcname


class CredentialManager:
    """The calls of Windows that keyring makes: ``CredWrite``, ``CredRead``, ``CredDelete``."""

    CRED_TYPE_GENERIC = 1
    CRED_PERSIST_LOCAL_MACHINE = LOCAL_MACHINE
    CRED_PERSIST_ENTERPRISE = ENTERPRISE

    def __init__(self) -> None:
        self.kept: dict[str, dict[str, Any]] = {}
        self.refusal: Exception | None = None

    def CredWrite(self, credential: dict[str, Any], _flags: int) -> None:  # noqa: N802 - as there
        if self.refusal is not None:
            raise self.refusal
        blob = credential["CredentialBlob"].encode("utf-16-le")
        self.kept[credential["TargetName"]] = {**credential, "CredentialBlob": blob}

    def CredRead(self, *, Type: int, TargetName: str) -> dict[str, Any]:  # noqa: N802, N803 - as there
        assert Type == self.CRED_TYPE_GENERIC
        if TargetName not in self.kept:
            raise NativeError(1168, "CredRead")
        return self.kept[TargetName]

    def CredDelete(self, *, Type: int, TargetName: str) -> None:  # noqa: N802, N803 - as there
        assert Type == self.CRED_TYPE_GENERIC
        del self.kept[TargetName]


@pytest.fixture
def manager(monkeypatch: pytest.MonkeyPatch) -> CredentialManager:
    """Let keyring's own class for Windows run here, on calls that are played."""
    played = CredentialManager()
    monkeypatch.setattr(Windows, "win32cred", played, raising=False)
    monkeypatch.setattr(Windows, "pywintypes", SimpleNamespace(error=NativeError), raising=False)
    monkeypatch.setattr(Windows, "missing_deps", False)
    monkeypatch.setattr(os_keyring, "os", SimpleNamespace(name="nt"))
    monkeypatch.setattr(os_keyring, "sys", SimpleNamespace(platform="win32"))
    return played


def test_secrets_stay_on_this_windows_computer(manager: CredentialManager) -> None:
    door = OsKeyring()
    assert WinVaultKeyring().persist == ENTERPRISE, "would roam with the profile"
    door.write(NAME, SECRET)
    assert door.read(NAME) == SECRET
    assert [kept["Persist"] for kept in manager.kept.values()] == [LOCAL_MACHINE]
    assert len(manager.kept[NAME]["CredentialBlob"]) < 2560, "what Windows takes"
    door.delete(NAME)
    assert manager.kept == {}


def test_errors_of_windows_have_a_sentence(manager: CredentialManager) -> None:
    manager.refusal = NativeError(1312, "CredWrite")  # forbidden by a policy
    with pytest.raises(VaultError) as failure:
        OsKeyring().write(NAME, SECRET)
    assert failure.value.code == "keyring_refused"
    assert "1312" not in str(failure.value)


class Forgetful:
    """A store that takes a secret and has lost it, as ``keyring.backends.null`` does."""

    priority = 5

    def set_password(self, *_secret: str) -> None:
        """Take it."""

    def get_password(self, *_name: str) -> str | None:
        """Know nothing of it."""
        return None


def test_a_store_that_forgets_is_no_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os_keyring, "_trusted", lambda: (Forgetful,))
    with pytest.raises(VaultError) as failure:
        OsKeyring().write(NAME, SECRET)
    assert failure.value.code == "keyring_refused"


@pytest.mark.skipif(sys.platform != "linux", reason="the stores of Linux")
def test_only_known_stores_are_asked() -> None:
    names = [f"{store.__module__}.{store.__qualname__}" for store in os_keyring._trusted()]
    assert names == [
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
    ]
