"""Quotation marks of the language that the interface speaks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def quoted(words: str) -> str:
    """Return *words* in quotation marks."""
    return QCoreApplication.translate("Quoting", "„{0}“").format(words)


def between_quotes(words: list[str]) -> str:
    """Return *words* as a list that stands between the quotation marks of a sentence."""
    return QCoreApplication.translate("Quoting", "“, „").join(words)
