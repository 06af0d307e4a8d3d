r"""The policies of Windows: ``Software\Policies\InnoLab\InnoLab Desktop``."""

from __future__ import annotations

import sys
from enum import Enum
from typing import TYPE_CHECKING, Final, TypeAlias

from innolab_desktop.domain.policy import FaultReason, PolicySource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

POLICIES_KEY: Final = "Software\\Policies\\InnoLab\\InnoLab Desktop"
_MOST_VALUES: Final = 200


class Hive(Enum):
    """Whose policies they are."""

    COMPUTER = "HKEY_LOCAL_MACHINE"
    USER = "HKEY_CURRENT_USER"


RegistryReader: TypeAlias = "Callable[[Hive, str], Mapping[str, object] | None]"
"""Returns the values of a key by their names, None if there is no such key.

Raises:
    OSError: it may not be read.
"""


def read_hive(hive: Hive, read: RegistryReader) -> PolicySource:
    """Return what *hive* gives; nothing without our key."""
    place = f"{hive.value}\\{POLICIES_KEY}"
    try:
        values = read(hive, POLICIES_KEY)
    except OSError:
        return PolicySource(place, reason=FaultReason.UNREADABLE)
    return PolicySource(place, values or {})


def windows_reader() -> RegistryReader | None:
    """Return the reader of this computer's registry; None where there is none."""
    if sys.platform != "win32":
        return None
    import winreg  # noqa: PLC0415 - only Windows has it

    def values(handle: winreg.HKEYType) -> Iterator[tuple[str, object]]:
        for index in range(min(winreg.QueryInfoKey(handle)[1], _MOST_VALUES)):
            name, value, kind = winreg.EnumValue(handle, index)
            is_expanded = kind == winreg.REG_EXPAND_SZ and isinstance(value, str)
            yield name, winreg.ExpandEnvironmentStrings(value) if is_expanded else value

    def read(hive: Hive, key: str) -> Mapping[str, object] | None:
        root = getattr(winreg, hive.value)
        try:
            access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
            with winreg.OpenKey(root, key, 0, access) as handle:
                return dict(values(handle))
        except FileNotFoundError:
            return None

    return read
