"""All form definitions of the program, in the order in which people see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from innolab_desktop.domain.errors import UsageError
from innolab_desktop.formdefs.phrases import NO_PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innolab_desktop.formdefs.definition import FieldDefinition, FormDefinition
    from innolab_desktop.formdefs.phrases import Phrases


class Forms(Mapping[str, "FormDefinition"]):
    """A read-only mapping from kind to form definition.

    Attributes:
        phrases: what is said around the answers, in the language of the forms.
    """

    def __init__(
        self, definitions: Iterable[FormDefinition], phrases: Phrases = NO_PHRASES
    ) -> None:
        self.phrases = phrases
        ordered = sorted(definitions, key=lambda form: (form.order, form.id))
        self._by_kind = MappingProxyType({form.id: form for form in ordered})
        parents: dict[str, list[str]] = {form.id: [] for form in ordered}
        for form in ordered:
            for children in form.children():
                parents.setdefault(children.kind, []).append(form.id)
        for form in ordered:
            if form.any_parent:
                parents[form.id] = [other.id for other in ordered if not other.immutable]
        self._parents = MappingProxyType({kind: tuple(of) for kind, of in parents.items()})

    def __getitem__(self, kind: str) -> FormDefinition:
        return self._by_kind[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_kind)

    def __len__(self) -> int:
        return len(self._by_kind)

    def kinds(self) -> tuple[str, ...]:
        """Return all kinds in the order of the forms."""
        return tuple(self._by_kind)

    def form(self, kind: str) -> FormDefinition:
        """Return the form of a kind that somebody named.

        Raises:
            UsageError: there is no such kind.
        """
        if kind not in self._by_kind:
            raise UsageError("kind_unknown", kind=kind)
        return self._by_kind[kind]

    def field(self, kind: str, field_id: str) -> FieldDefinition:
        """Return a field that somebody named.

        Raises:
            UsageError: there is no such kind or field.
        """
        field = self.form(kind).field(field_id)
        if field is None:
            raise UsageError("field_unknown", kind=kind, field=field_id)
        return field

    def parents_of(self, kind: str) -> tuple[str, ...]:
        """Return the kinds whose forms show records of this kind as children."""
        return self._parents.get(kind, ())


def iter_labels(forms: Forms) -> Iterator[tuple[str, str]]:
    """Yield a stable key and the German text of every label and help of the forms.

    The keys (``mission.fields.title.label``) are the contexts of the translation.
    """
    for form in forms.values():
        yield from _texts(form.id, label=form.label, help=form.help)
        yield from _texts(form.id, label_plural=form.label_plural, label_new=form.label_new)
        for section in form.sections:
            yield from _texts(
                f"{form.id}.sections.{section.id}", label=section.label, help=section.help
            )
        for children in form.children():
            key = f"{form.id}.children.{children.kind}"
            yield from _texts(key, label=children.label, help=children.help)
        for field in form.fields(with_retired=True):
            key = f"{form.id}.fields.{field.id}"
            yield from _texts(key, label=field.label, help=field.help, unit=field.unit)
            for choice in field.choices:
                yield from _texts(
                    f"{key}.choices.{choice.id}", label=choice.label, help=choice.help
                )


def _texts(key: str, **texts: str) -> Iterator[tuple[str, str]]:
    return ((f"{key}.{name}", text) for name, text in texts.items() if text)
