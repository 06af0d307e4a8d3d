"""Lets Qt show the texts of the interface in another way of writing about people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTranslator

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from innolab_desktop.domain.gender_wording import GenderWording


class WordingTranslator(QTranslator):
    """Rewrites what ``tr()`` marks; everything else never comes here."""

    def __init__(self, wording: GenderWording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording

    def isEmpty(self) -> bool:  # noqa: N802 - overrides Qt's
        """Tell Qt that there are texts."""
        return not self._wording

    def translate(
        self,
        context: str,  # noqa: ARG002 - Qt's signature
        sourceText: str,  # noqa: N803 - the same
        disambiguation: str | None = None,  # noqa: ARG002 - the same
        n: int = -1,  # noqa: ARG002 - the same
    ) -> str | None:
        """Return *sourceText* rewritten; None where there is nothing to rewrite."""
        rewritten = self._wording.rewrite(sourceText)
        return None if rewritten == sourceText else rewritten
