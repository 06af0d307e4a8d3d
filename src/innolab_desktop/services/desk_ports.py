"""The port to what stays on this device; ``storage`` fills it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.exchange_models import WaitingFile


class DeskStore(Protocol):
    """What stays on this device: drafts, waiting files, known digests, settings."""

    def draft(self, key: str) -> Mapping[str, Value] | None:
        """Return the autosaved values under *key*."""
        ...

    def keep_draft(self, key: str, values: Mapping[str, Value]) -> None:
        """Autosave *values* under *key*."""
        ...

    def drop_draft(self, key: str) -> None:
        """Forget the draft under *key*."""
        ...

    def drafts(self) -> Mapping[str, Mapping[str, Value]]:
        """Return all drafts."""
        ...

    def seen_digest(self, digest: bytes) -> bool:
        """Tell whether a file with this SHA-256 was applied."""
        ...

    def keep_digest(self, digest: bytes, at_ms: int) -> None:
        """Remember that a file with this SHA-256 was applied."""
        ...

    def waiting(self) -> tuple[tuple[bytes, str, bytes], ...]:
        """Return waiting bundle files as (digest, code, content)."""
        ...

    def keep_waiting(self, digest: bytes, code: str, content: bytes, at_ms: int) -> None:
        """Keep a bundle file that cannot be read yet."""
        ...

    def drop_waiting(self, digest: bytes) -> None:
        """Forget a waiting bundle file."""
        ...

    def waiting_files(self) -> tuple[WaitingFile, ...]:
        """Return what is known of the waiting bundle files, the oldest first."""
        ...

    def drop_held(self) -> int:
        """Forget commits that wait for earlier ones, and return how many; they are sent again."""
        ...

    def setting(self, name: str) -> str | None:
        """Return a local setting."""
        ...

    def keep_setting(self, name: str, value: str) -> None:
        """Change a local setting."""
        ...
