"""Moments and days as people read them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def local_time(at_ms: int) -> datetime:
    """Return the moment *at_ms* (milliseconds since 1970, UTC) on this computer's clock."""
    return datetime.fromtimestamp(at_ms / 1000, tz=UTC).astimezone()


def moment(at_ms: int, now: datetime | None = None) -> str:
    """Return *at_ms* as "heute, 09:42", "gestern, 17:05" or "08.05.2026"."""
    at = local_time(at_ms)
    today = (now or datetime.now(tz=UTC)).astimezone().date()
    if at.date() == today:
        return f"heute, {at:%H:%M}"
    if at.date() == today - timedelta(days=1):
        return f"gestern, {at:%H:%M}"
    return f"{at:%d.%m.%Y}"


def full_moment(at_ms: int) -> str:
    """Return *at_ms* as "08.05.2026, 09:42 Uhr"."""
    return f"{local_time(at_ms):%d.%m.%Y, %H:%M} Uhr"
