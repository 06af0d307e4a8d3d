"""Moments and days as people read them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication


def local_time(at_ms: int) -> datetime:
    """Return the moment *at_ms* (milliseconds since 1970, UTC) on this computer's clock."""
    return datetime.fromtimestamp(at_ms / 1000, tz=UTC).astimezone()


def moment(at_ms: int, now: datetime | None = None) -> str:
    """Return *at_ms* as "heute, 09:42", "gestern, 17:05" or "08.05.2026"."""
    at = local_time(at_ms)
    today = (now or datetime.now(tz=UTC)).astimezone().date()
    if at.date() == today:
        return _tr("heute, {0}").format(f"{at:%H:%M}")
    if at.date() == today - timedelta(days=1):
        return _tr("gestern, {0}").format(f"{at:%H:%M}")
    return f"{at:%d.%m.%Y}"


def full_moment(at_ms: int) -> str:
    """Return *at_ms* as "08.05.2026, 09:42 Uhr"."""
    at = local_time(at_ms)
    return _tr("{0}, {1} Uhr").format(f"{at:%d.%m.%Y}", f"{at:%H:%M}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Moments", text)
