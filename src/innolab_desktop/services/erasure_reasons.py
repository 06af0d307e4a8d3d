"""Why something is erased: the codes of ``resources/erasure_reasons.toml`` and their labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from innolab_desktop.domain.errors import UsageError
from innolab_desktop.formdefs.speech import AS_WRITTEN_IN_GERMAN

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from innolab_desktop.formdefs.speech import Speech

LATE: Final = "late"
"""What was erased before it arrived; written by the program itself."""


@dataclass(frozen=True, slots=True)
class ErasureReasons:
    """The catalogue.

    Attributes:
        offered: the labels that a person chooses from, by code.
        labels: all labels.
    """

    offered: Mapping[str, str]
    labels: Mapping[str, str]

    def check(self, code: str) -> str:
        """Return *code* if people may give it.

        Raises:
            UsageError: there is no such reason; free text is none.
        """
        if code not in self.offered:
            raise UsageError("erasure_reason_unknown", known=", ".join(self.offered))
        return code

    def label(self, code: str) -> str:
        """Return what people read; the code itself if a newer version wrote it."""
        return self.labels.get(code, code)


def read_reasons(path: Path, speech: Speech = AS_WRITTEN_IN_GERMAN) -> ErasureReasons:
    """Read the catalogue; it is part of the program and correct."""
    found = cast("dict[str, dict[str, str]]", speech.read(path))
    return ErasureReasons(
        {code: text["label"] for code, text in found.items() if text.get("offered", True)},
        {code: text["label"] for code, text in found.items()},
    )
