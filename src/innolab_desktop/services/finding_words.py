"""What the check of anonymity says about its findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.domain.anonymisation import FindingWords

if TYPE_CHECKING:
    from innolab_desktop.formdefs.phrases import Phrases


def finding_words(phrases: Phrases) -> FindingWords:
    """Return the words for every kind of finding."""
    return FindingWords(phrases.all_of("finding"), phrases.all_of("finding_reason"))
