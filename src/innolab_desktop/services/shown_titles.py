"""Titles in lists: where a choice names a record, the vault keeps its German label."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.read_models import RowPage, SearchHit


class ShownTitles:
    """Says kept titles as the forms that people see say them.

    Args:
        kept: the definitions that titles were kept with.
        shown: the definitions that people see.
    """

    def __init__(self, kept: Forms, shown: Forms) -> None:
        self._labels = {
            (form.id, old.label): new.label
            for form in shown.values()
            if (field := form.field(form.title_field)) and form.id in kept
            for new in field.choices
            if (before := kept[form.id].field(field.id)) and (old := before.choice(new.id))
            if old.label != new.label
        }

    def in_rows(self, page: RowPage) -> RowPage:
        """Return a page of a list with its titles as people see them."""
        if not self._labels:
            return page
        rows = tuple(replace(row, title=self._said(row.kind, row.title)) for row in page.rows)
        return replace(page, rows=rows)

    def in_hits(self, hits: tuple[SearchHit, ...]) -> tuple[SearchHit, ...]:
        """Return what a search found with its titles as people see them."""
        if not self._labels:
            return hits
        return tuple(replace(hit, title=self._said(hit.kind, hit.title)) for hit in hits)

    def _said(self, kind: str, title: str) -> str:
        return self._labels.get((kind, title), title)
