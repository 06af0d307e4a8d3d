"""Made-up decisions and reports, with everything that such a thing can hold."""

from __future__ import annotations

from innolab_desktop.domain.records import DELETED, Variant
from innolab_desktop.services.merge_report_models import (
    Fate,
    FieldChange,
    FieldFate,
    FileNote,
    MergeReport,
    RecordChange,
    Totals,
)
from innolab_desktop.services.review_models import (
    Branch,
    DeletedOrEdited,
    Difference,
    MergedText,
    Place,
    UnseenEdit,
)

HOSTILE = "<b>fett</b><img src=x> &amp; \u202eesrever"
_AT_MS = 1_780_000_000_000
_AYLIN, _JONAS = ("Aylin Demir", "aa", _AT_MS), ("Jonas <i>Weiß</i>", "bb", _AT_MS + 60_000)


def place(field: str, label: str) -> Place:
    return Place(bytes(16), "mission", "Mission", f"Öffnungszeiten {HOSTILE}", field, label)


DIFFERENCE = Difference(
    place("title", "Titel der Mission"),
    (
        Variant(f"Öffnungszeiten am Dienstag {HOSTILE}", *_AYLIN, b"1"),
        Variant("Längere Öffnungszeiten am Montag", *_JONAS, b"2"),
    ),
    Variant("Öffnungszeiten am Montag", *_AYLIN, b"0"),
    "Längere Öffnungszeiten am Dienstag",
)
DELETED_OR_EDITED = DeletedOrEdited(
    place(DELETED, "Gelöscht oder bearbeitet"),
    (Variant(None, *_AYLIN, b"1"),),
    (UnseenEdit("title", "Titel der Mission", Variant(HOSTILE, *_JONAS, b"2")),),
    frozenset((b"1", b"2")),
)
MERGED = MergedText(
    place("challenge", "Herausforderung"),
    "Schlangen am Dienstag.",
    (
        Branch("Lange Schlangen am Dienstag.", *_AYLIN, is_exact=True),
        Branch(f"Schlangen am Dienstag. {HOSTILE}", *_JONAS, is_exact=False),
    ),
    f"Lange Schlangen am Dienstag. {HOSTILE}",
    frozenset((b"1", b"2")),
)
CHANGES = MergeReport(
    _AT_MS,
    (
        FileNote("paket-1.ilpaket", "applied", "", "Jonas", "Tandem", 5, 2),
        FileNote("paket-2.ilpaket", "held", "sender_unknown", "", "", 0, 0),
        FileNote("paket-3.ilpaket", "unchanged", "", "", "", 0, 0),
    ),
    Totals(new=1, changed=4312, erased=1, conflicts=1, merged=1, held=2, newer=1, quarantined=1),
    (
        RecordChange(
            bytes(16),
            "Mission",
            HOSTILE,
            Fate.CHANGED,
            ("Jonas",),
            (
                FieldChange("title", "Titel", FieldFate.CONFLICT, ("a",), ("a", HOSTILE), ("J",)),
                FieldChange("code", "Kennung", FieldFate.CHANGED, (), ("M-1",), ("J",)),
                FieldChange(DELETED, "", FieldFate.CONFLICT, (), (), ("J",)),
            ),
            more_fields=3,
        ),
        RecordChange(bytes(16), "", "", Fate.ERASED),
        RecordChange(bytes(16), "Mission", "Lang", Fate.NEW, is_listed=False),
    ),
    more_records=4312,
)
