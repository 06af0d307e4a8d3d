"""The kinds of fields, one module each, and the one table of them.

A new kind is a module here and a line in ``KINDS``; ``ui`` and ``reports`` have a table of the
same keys, and a test names the table that was forgotten.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from innolab_desktop.formdefs.kinds.checklist import ChecklistKind
from innolab_desktop.formdefs.kinds.choice import ChoiceKind
from innolab_desktop.formdefs.kinds.computed import ComputedKind
from innolab_desktop.formdefs.kinds.date import DateKind
from innolab_desktop.formdefs.kinds.date_range import DateRangeKind
from innolab_desktop.formdefs.kinds.decimal import DecimalKind
from innolab_desktop.formdefs.kinds.integer import IntegerKind
from innolab_desktop.formdefs.kinds.long_text import LongTextKind
from innolab_desktop.formdefs.kinds.money import MoneyKind
from innolab_desktop.formdefs.kinds.multi_choice import MultiChoiceKind
from innolab_desktop.formdefs.kinds.reference import ReferenceKind
from innolab_desktop.formdefs.kinds.scale import ScaleKind
from innolab_desktop.formdefs.kinds.text import TextKind
from innolab_desktop.formdefs.kinds.yes_no import YesNoKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.formdefs.kinds.field_kind import FieldKind

_ALL: tuple[FieldKind, ...] = (
    TextKind(),
    LongTextKind(),
    IntegerKind(),
    DecimalKind(),
    MoneyKind(),
    DateKind(),
    DateRangeKind(),
    ChoiceKind(),
    MultiChoiceKind(),
    ScaleKind(),
    ChecklistKind(),
    YesNoKind(),
    ReferenceKind(),
    ComputedKind(),
)

KINDS: Mapping[str, FieldKind] = MappingProxyType({kind.name: kind for kind in _ALL})
"""Every kind of field by the name that forms write."""
