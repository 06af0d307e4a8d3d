"""What a search finds: records that say the words, and then those whose kind they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.services.read_models import RowQuery, SearchHit

if TYPE_CHECKING:
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.kept_labels import KeptLabels
    from innolab_desktop.services.record_ports import RecordStore


def search_records(
    records: RecordStore,
    forms: Forms,
    labels: KeptLabels,
    words: str,
    limit: int,
    *,
    kind: str | None,
) -> tuple[SearchHit, ...]:
    """Return at most *limit* records of *kind*, or of every kind, that *words* fit.

    What shows only in what is counted of many is not found one by one.
    """
    hits = {hit.id: hit for hit in records.search(words, limit, kind, labels.phrases(words))}
    for named in labels.kinds(words):
        if kind in {None, named}:
            query = RowQuery(kind=named, sort="changed", descending=True, limit=limit)
            for row in records.rows(query).rows:
                hits.setdefault(row.id, SearchHit(row.id, row.kind, row.space, row.title, ""))
    found = (hit for hit in hits.values() if not _is_counted_only(forms, hit.kind))
    return tuple(found)[:limit]


def _is_counted_only(forms: Forms, kind: str) -> bool:
    form = forms.get(kind)
    return form is not None and form.counted_only
