from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf.generic import Destination

from innolab_desktop.formdefs.german_dates import format_date
from reports.sample_sheets import CHILDREN, VALUES, mission_sheet, variant

if TYPE_CHECKING:
    from collections.abc import Callable

    from innolab_desktop.domain.values import Value
    from reports.conftest import PrintedReport

    Print = Callable[..., PrintedReport]


def test_every_text_of_the_mission_is_there(print_sheet: Print) -> None:
    report = print_sheet(mission_sheet())
    texts = [value for value in VALUES.values() if isinstance(value, str) and " " in value]
    texts += [str(value) for found in CHILDREN.values() for c in found for value in c.values()]

    assert len(texts) > 20
    assert [text for text in texts if not report.contains(format_date(text))] == []


def test_the_head_names_municipality_revision_and_day(print_sheet: Print) -> None:
    first = print_sheet(mission_sheet()).page_texts[0]

    assert "Stadt Musterstadt · Fassung 3 · Stand vom 12.05.2026" in first
    assert "Jörg Müßig und Ayşe Öztürk" in first


def test_labels_and_choices_are_german(print_sheet: Print) -> None:
    report = print_sheet(mission_sheet())

    for words in (
        "verbindlich vereinbart",
        "01.01.2026 – 31.12.2027",
        "Bürgerservice/Zugänge, Sprache und Kommunikation",
        "8.500,00 €",
        "3 – schriftlich bestätigt",
        "12 Std./Monat",
        "Bürgerbüro und Integration",
    ):
        assert report.contains(words), words


def test_ticked_and_open_points_are_told_apart(print_sheet: Print) -> None:
    report = print_sheet(mission_sheet())

    assert report.contains("☑ terminiert")
    assert report.contains("☐ ressortübergreifend")


def test_pages_are_numbered(print_sheet: Print) -> None:
    report = print_sheet(mission_sheet())
    count = len(report.reader.pages)

    assert report.page_count == count > 1
    for number, text in enumerate(report.page_texts, 1):
        assert f"Seite {number} von {count}" in text


def test_the_outline_follows_the_sections(print_sheet: Print) -> None:
    report = print_sheet(mission_sheet())
    title, sections = report.reader.outline[:2]

    assert isinstance(sections, list)
    assert isinstance(title, Destination)
    assert title.title == VALUES["title"]
    names = [entry.title for entry in sections if isinstance(entry, Destination)]
    assert names[:3] == ["Kopf", "Ausgangslage", "Vision, Ziele und Mission"]


def test_the_file_names_itself(print_sheet: Print) -> None:
    reader = print_sheet(mission_sheet()).reader

    assert reader.metadata is not None
    assert reader.metadata.title == f"Missionssteckbrief: {VALUES['title']}"
    assert reader.root_object["/Lang"] == "de-DE"
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title == {"x-default": reader.metadata.title}


def test_a_conflict_shows_both_values(print_sheet: Print) -> None:
    variants = (variant("binding"), variant("draft"))
    report = print_sheet(mission_sheet(conflicts={"status": variants}))

    assert report.contains("verbindlich vereinbart")
    assert report.contains("Abweichung: Ayşe Öztürk hat hier am 11.05.2025 „Entwurf“ eingetragen.")


def test_merged_texts_and_newer_fields_are_marked(print_sheet: Print) -> None:
    sheet = mission_sheet(merged=frozenset({"vision"}), unknown={"future_field": "Zukunft"})
    report = print_sheet(sheet)

    assert report.contains("maschinell zusammengeführt und noch nicht durchgesehen")
    assert report.contains("Angaben aus einer neueren Programmversion future_field Zukunft")


def test_an_empty_mission_is_a_form_without_answers(print_sheet: Print) -> None:
    report = print_sheet(mission_sheet({}, {}))

    assert report.contains("Mission ohne Titel")
    assert report.text.count("Noch keine Angaben.") > 3


def test_long_texts_and_tables_break_over_pages(print_sheet: Print) -> None:
    challenge = "\n\n".join(f"Absatz {n}: {'Wort ' * 150}" for n in range(20))
    milestones = tuple({"title": f"Meilenstein {n}", "due_date": "2026-06-30"} for n in range(80))
    sheet = mission_sheet({**VALUES, "challenge": challenge}, {"milestone": milestones})
    report = print_sheet(sheet)

    assert report.page_count > 6
    assert all(report.contains(f"Meilenstein {n}") for n in range(80))
    assert report.text.count("Bezeichnung") >= 2, "the header row is repeated"
    assert report.contains(challenge)


def test_columns_are_as_wide_as_their_longest_word(print_sheet: Print) -> None:
    milestone: dict[str, Value] = {
        "title": "Ein langer Name für einen Meilenstein, der den meisten Platz nimmt",
        "due_date": "2026-06-30",
        "evidence": "Prüfvermerke der Prüfgruppe in der Akte, von allen gezeichnet",
        "reached": "yes",
    }
    text = print_sheet(mission_sheet(children={"milestone": (milestone,) * 3})).text

    assert text.count("30.06.2026") == 3
    assert "Erreicht?" in text
