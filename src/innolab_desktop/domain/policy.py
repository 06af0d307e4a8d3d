"""What the IT of a municipality may prescribe, and what the program makes of it.

Nobody is protected less by it: thresholds and lengths can be raised and never lowered, and waiting
times can be shortened. What is not understood is left out and shown, never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from innolab_desktop.domain.errors import UsageError
from innolab_desktop.domain.gender_wording import Wording
from innolab_desktop.domain.language import Language
from innolab_desktop.domain.smallest_group import FEWEST_ANSWERS, FEWEST_MUNICIPALITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PolicyValue: TypeAlias = "bool | int | str | Path"

_MOST_FAULTS: Final = 20
_LONGEST_KEY: Final = 60


class PolicyType(Enum):
    """What a value can be."""

    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    FOLDER = "folder"


class FaultReason(Enum):
    """Why something that IT gave is left out."""

    UNKNOWN_KEY = "unknown_key"
    WRONG_TYPE = "wrong_type"
    OUT_OF_BOUNDS = "out_of_bounds"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"


class TransportFormat(Enum):
    """As what packages may leave."""

    ATTACHMENT = "attachment"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class PolicyKey:
    """One thing that can be prescribed.

    Attributes:
        least: of a number; values below it are left out.
        most: of a number, likewise.
        choices: of a choice.
    """

    name: str
    type: PolicyType
    least: int = 0
    most: int = 0
    choices: tuple[str, ...] = ()

    def objection(self, value: object) -> FaultReason | None:
        """Return why *value* cannot be taken; None if it can."""
        if not self._has_type(value):
            return FaultReason.WRONG_TYPE
        return None if self._is_within(value) else FaultReason.OUT_OF_BOUNDS

    def _has_type(self, value: object) -> bool:
        if self.type is PolicyType.NUMBER:
            return isinstance(value, int) and not isinstance(value, bool)
        return isinstance(value, int if self.type is PolicyType.FLAG else str)

    def _is_within(self, value: object) -> bool:
        if isinstance(value, str):
            return value in self.choices if self.choices else _is_folder(value)
        least, most = (0, 1) if self.type is PolicyType.FLAG else (self.least, self.most)
        return isinstance(value, int) and least <= value <= most

    def typed(self, value: object) -> PolicyValue:
        """Return a value without objections in its type."""
        if self.type is PolicyType.FOLDER:
            return Path(str(value))
        if self.type is PolicyType.FLAG:
            return bool(value)
        return value if isinstance(value, int) else str(value)


KEYS: Final = (
    PolicyKey("vault_folder", PolicyType.FOLDER),
    PolicyKey("backup_folder", PolicyType.FOLDER),
    PolicyKey("part_size_mb", PolicyType.NUMBER, 1, 30),
    PolicyKey(
        "transport_format", PolicyType.CHOICE, choices=tuple(f.value for f in TransportFormat)
    ),
    PolicyKey("min_passphrase_length", PolicyType.NUMBER, 12, 64),
    PolicyKey("auto_lock_minutes", PolicyType.NUMBER, 1, 60),
    PolicyKey("clipboard_clear_seconds", PolicyType.NUMBER, 5, 60),
    PolicyKey("keyring_allowed", PolicyType.FLAG),
    PolicyKey("smallest_group", PolicyType.NUMBER, FEWEST_ANSWERS, 1000),
    PolicyKey("smallest_municipalities", PolicyType.NUMBER, FEWEST_MUNICIPALITIES, 1000),
    PolicyKey("wording", PolicyType.CHOICE, choices=tuple(w.value for w in Wording)),
    PolicyKey("language", PolicyType.CHOICE, choices=tuple(item.value for item in Language)),
    PolicyKey("dictionary_folder", PolicyType.FOLDER),
)
"""Everything that can be prescribed; ``docs/policy.md`` explains each."""

_KEYS_BY_NAME: Final = MappingProxyType({key.name: key for key in KEYS})


@dataclass(frozen=True, slots=True)
class PolicySource:
    """What one place gives.

    Attributes:
        place: the file or registry key, for people.
        values: as they stand there.
        reason: why the place as a whole could not be read.
    """

    place: str
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    reason: FaultReason | None = None


@dataclass(frozen=True, slots=True)
class PolicyFault:
    """Something that was given and is left out.

    Attributes:
        key: as it was given; empty if it is the whole place.
    """

    place: str
    key: str
    reason: FaultReason

    @property
    def error(self) -> UsageError:
        """The same as an error, which has a text; it stops nothing."""
        return UsageError(_code(self.reason), key=self.key[:_LONGEST_KEY], place=self.place)


@dataclass(frozen=True, slots=True)
class Policy:
    """What IT prescribes; None where it prescribes nothing.

    Attributes:
        part_size_mb: the most a file may have that is sent, in megabytes.
        auto_lock_minutes: the longest time without input.
        clipboard_clear_seconds: the longest time for secrets in the clipboard.
        dictionary_folder: the only place where a dictionary for spell checking is looked for.
        origins: where each prescription stands.
        faults: what was left out.
    """

    vault_folder: Path | None = None
    backup_folder: Path | None = None
    part_size_mb: int | None = None
    transport_format: TransportFormat | None = None
    min_passphrase_length: int | None = None
    auto_lock_minutes: int | None = None
    clipboard_clear_seconds: int | None = None
    keyring_allowed: bool | None = None
    smallest_group: int | None = None
    smallest_municipalities: int | None = None
    wording: Wording | None = None
    language: Language | None = None
    dictionary_folder: Path | None = None
    origins: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    faults: tuple[PolicyFault, ...] = ()

    def gives(self, name: str) -> bool:
        """Tell whether *name* is prescribed."""
        return name in self.origins

    def least_passphrase(self, otherwise: int) -> int:
        """Return how long a passphrase must be, at least *otherwise*."""
        return max(otherwise, self.min_passphrase_length or 0)


NO_POLICY: Final = Policy()


def combine(sources: Iterable[PolicySource]) -> Policy:
    """Return what *sources* prescribe; an earlier one goes before a later one, key by key."""
    taken: dict[str, PolicyValue] = {}
    origins: dict[str, str] = {}
    faults: list[PolicyFault] = []
    for source in sources:
        if source.reason is not None:
            faults.append(PolicyFault(source.place, "", source.reason))
        for name, value in source.values.items():
            key = _KEYS_BY_NAME.get(name)
            reason = FaultReason.UNKNOWN_KEY if key is None else key.objection(value)
            if key is None or reason is not None:
                faults.append(PolicyFault(source.place, name, reason or FaultReason.UNKNOWN_KEY))
            elif name not in taken:
                taken[name], origins[name] = key.typed(value), source.place
    return _policy(taken, origins, tuple(faults[:_MOST_FAULTS]))


def _code(reason: FaultReason) -> str:
    if reason is FaultReason.UNKNOWN_KEY:
        return "policy_unknown_key"
    if reason is FaultReason.WRONG_TYPE:
        return "policy_wrong_type"
    if reason is FaultReason.OUT_OF_BOUNDS:
        return "policy_out_of_bounds"
    return "policy_too_large" if reason is FaultReason.TOO_LARGE else "policy_unreadable"


def _policy(
    taken: Mapping[str, PolicyValue], origins: Mapping[str, str], faults: tuple[PolicyFault, ...]
) -> Policy:
    transport, wording = taken.get("transport_format"), taken.get("wording")
    keyring, language = taken.get("keyring_allowed"), taken.get("language")
    return Policy(
        vault_folder=_folder(taken, "vault_folder"),
        backup_folder=_folder(taken, "backup_folder"),
        part_size_mb=_number(taken, "part_size_mb"),
        transport_format=None if transport is None else TransportFormat(transport),
        min_passphrase_length=_number(taken, "min_passphrase_length"),
        auto_lock_minutes=_number(taken, "auto_lock_minutes"),
        clipboard_clear_seconds=_number(taken, "clipboard_clear_seconds"),
        keyring_allowed=None if keyring is None else bool(keyring),
        smallest_group=_number(taken, "smallest_group"),
        smallest_municipalities=_number(taken, "smallest_municipalities"),
        wording=None if wording is None else Wording(str(wording)),
        language=None if language is None else Language(str(language)),
        dictionary_folder=_folder(taken, "dictionary_folder"),
        origins=MappingProxyType(dict(origins)),
        faults=faults,
    )


def _number(taken: Mapping[str, PolicyValue], name: str) -> int | None:
    value = taken.get(name)
    return value if isinstance(value, int) else None


def _folder(taken: Mapping[str, PolicyValue], name: str) -> Path | None:
    value = taken.get(name)
    return value if isinstance(value, Path) else None


def _is_folder(text: str) -> bool:
    return text.isprintable() and Path(text).is_absolute()
