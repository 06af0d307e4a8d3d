"""Labels in searches: the vault indexes those of its own language, people type those they see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.german_folding import folded_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.read_models import Phrases

_MOST_PHRASES: Final = 40
"""For one word: the beginning of a word fits many labels, and nobody looks for all of them."""


class KeptLabels:
    """Finds kinds, and the labels that the vault keeps, by the words of the window.

    Args:
        kept: the definitions that the vault indexes records with.
        shown: the definitions that people see.
    """

    def __init__(self, kept: Forms, shown: Forms) -> None:
        self._shown = shown
        self._labels = {
            (tuple(folded_words(label)), before)
            for label, before in _label_pairs(kept, shown)
            if label != before
        }

    def phrases(self, words: str) -> Phrases:
        """Return for each of *words* the kept labels whose shown ones have a word like it."""
        if not self._labels:
            return ()
        return tuple((word, found) for word in folded_words(words) if (found := self._like(word)))

    def kinds(self, words: str) -> tuple[str, ...]:
        """Return the kinds that *words* name; none of which records never leave their space."""
        wanted = folded_words(words)
        return tuple(
            form.id
            for form in self._shown.values()
            if wanted and not form.release_barrier
            if _begin(wanted, folded_words(f"{form.label} {form.label_plural}"))
        )

    def _like(self, word: str) -> tuple[str, ...]:
        found = {kept for shown, kept in self._labels if _begin([word], shown)}
        return tuple(sorted(found, key=lambda label: (len(label), label))[:_MOST_PHRASES])


def _begin(wanted: Iterable[str], known: Iterable[str]) -> bool:
    """Tell whether each of *wanted* begins one of *known*."""
    known = tuple(known)
    return all(any(word.startswith(start) for word in known) for start in wanted)


def _label_pairs(kept: Forms, shown: Forms) -> Iterator[tuple[str, str]]:
    """Yield each label of a choice as it is shown and as it is kept."""
    for form in shown.values():
        for field in form.fields(with_retired=True) if form.id in kept else ():
            before = kept[form.id].field(field.id)
            for choice in field.choices:
                old = before.choice(choice.id) if before else None
                if old is not None:
                    yield choice.label, old.label
