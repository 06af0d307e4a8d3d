"""The small story that the pictures tell: two officials of a tandem and a coordinator."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from innolab_desktop import bootstrap
from innolab_desktop.services.read_models import RowQuery

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.session import Session

PASSPHRASE = "vier ruhige Pferde am Fluss"  # noqa: S105 - vaults of a temporary folder
MEMORY_KIB = 65_536


def tell_story(folder: Path) -> Session:
    """Return the vault of the first official, after both worked at once and exchanged."""
    aylin = _vault(folder / "Aylin", "Aylin Demir", "Bürgerbüro")
    jonas = _vault(folder / "Jonas", "Jonas Weiß", "Personalamt")
    petra = _vault(folder / "Petra", "Petra Süß", "Koordinierungsstelle", "coordinator")
    cards = folder / "Karten"
    cards.mkdir()
    sessions = {"aylin": aylin, "jonas": jonas, "petra": petra}
    for name, session in sessions.items():
        session.contacts.write_card(cards / f"{name}.ilkarte")
    for name, session in sessions.items():
        for other, owner in sessions.items():
            if other != name:
                digits = None if other == "petra" else owner.contacts.own_digits()
                session.contacts.add(cards / f"{other}.ilkarte", digits)
    tandem = aylin.spaces.create("Bürgerbüro und Personal", "tandem", [jonas.info.person_id])
    aylin.spaces.create("Bericht an die Koordinierung", "coordination", [petra.info.person_id])
    mission = _missions(aylin, tandem.id)
    _lessons(aylin, mission)
    _evaluation(aylin, tandem.id)
    plan = folder / "Raumplan.txt"
    plan.write_text("Wegweiser am Eingang, Schalter 1 bis 4", encoding="utf-8")
    aylin.attachments.add(mission, plan)
    _send(aylin, tandem.id, folder / "post-1", jonas)
    _work_at_once(aylin, jonas, mission)
    _send(jonas, tandem.id, folder / "post-2", aylin)
    jonas.exporting.run(tandem.id, folder / "neu")
    jonas.close()
    petra.close()
    return aylin


def _work_at_once(aylin: Session, jonas: Session, mission: bytes) -> None:
    """Let both change the same mission, and one delete what the other works on."""
    jonas.records.save(
        mission,
        {
            "review_date": "2027-01-15",
            "challenge": _CHALLENGE_JONAS,
            "title": "Öffnungszeiten im Bürgeramt neu ordnen",
        },
    )
    aylin.records.save(
        mission,
        {
            "review_date": "2026-12-10",
            "challenge": _CHALLENGE_AYLIN,
            "title": "Öffnungszeiten und Termine im Bürgerbüro neu ordnen",
        },
    )
    letters = next(
        row.id
        for row in aylin.records.list_rows(RowQuery(kind="mission")).rows
        if row.title.startswith("Formulare")
    )
    jonas.records.delete(letters)
    aylin.records.save(letters, {"challenge": "Viele Briefe versteht niemand beim ersten Lesen."})


_CHALLENGE = (
    "Dienstag und Donnerstag bilden sich ab 15 Uhr Schlangen. Die Terminvergabe wird nur von "
    "einem Drittel der Besucher*innen genutzt."
)
_CHALLENGE_AYLIN = f"{_CHALLENGE} Viele wissen nicht, dass es sie gibt."
_CHALLENGE_JONAS = f"Seit dem Umzug: {_CHALLENGE}"


def _vault(folder: Path, person: str, department: str, role: str = "official") -> Session:
    owner = bootstrap.NewOwner(person, "Musterstadt", department, role)
    return bootstrap.create_vault(folder, owner, PASSPHRASE, memory_kib=MEMORY_KIB)


def _send(sender: Session, space: bytes, folder: Path, receiver: Session) -> None:
    receipt = sender.exporting.run(space, folder)
    receiver.importing.run([file.path for file in receipt.files])


def _missions(session: Session, space: bytes) -> bytes:
    """Write the records of the story and return the mission that both work on."""
    records = session.records
    city = records.new("municipality", {"name": "Musterstadt"}, space=space).record
    mission = records.new(
        "mission",
        {
            "code": "MUS-2026-01",
            "title": "Öffnungszeiten im Bürgerbüro neu ordnen",
            "municipality": city.hex(),
            "fields_of_action": ("citizen_services",),
            "challenge": _CHALLENGE,
            "vision": "Wer ein Anliegen hat, kommt innerhalb einer Viertelstunde an die Reihe.",
        },
        space=space,
    ).record
    for title in ("Wartezeit unter 15 Minuten", "60 % der Vorsprachen mit Termin"):
        _child(session, "smart_goal", title, mission)
    for title in ("Terminvergabe am Eingang erklären", "Öffnung am Samstag erproben"):
        _child(session, "measure", title, mission)
    for title, code, review in (
        ("Digitale Wohnsitzanmeldung einführen", "MUS-2026-02", "2027-03-20"),
        ("Formulare in Leichter Sprache", "MUS-2026-03", "2026-12-04"),
        ("Straßenbauprogramm: Bürgerbeteiligung", "MUS-2026-04", "2026-11-02"),
    ):
        values = {"title": title, "code": code, "review_date": review}
        records.new("mission", values, space=space)
    records.new("tandem_note", {"title": "Gespräch mit J. Weiß"}, space=space)
    records.new("case_consultation", {"title": "Beschwerdewelle nach der Umstellung"})
    session.revisions.freeze(mission, "Erster abgestimmter Stand", today=date(2026, 11, 20))
    return mission


def _lessons(session: Session, mission: bytes) -> None:
    """Write what stood in the way, what helped, and what was learned."""
    new = session.records.new
    new(
        "obstacle",
        {"category": "silo_structures", "description": "Zwei Ämter, keine Zuständigkeit."},
        parent=mission,
    )
    new(
        "obstacle",
        {"category": "lacking_commitment", "description": "Kaum Zeit neben dem Tagesgeschäft."},
        parent=mission,
    )
    new("insight", {"title": "Ein Schild am Eingang hilft mehr als drei Hinweise im Netz"})


def _evaluation(session: Session, space: bytes) -> None:
    """Open a wave, and measure an indicator for a year and a half."""
    values = {"title": "Puls nach dem Workshop", "question_set": "pulse_after_event"}
    session.records.new("evaluation_wave", {**values, "state": "open"}, space=space)
    indicator = session.indicators.take("k08", space).record
    session.records.save(indicator, {"target_value": "12", "target_date": "2026-12-31"})
    for day, value in (("2025-06-30", "31"), ("2025-12-31", "24"), ("2026-06-30", "16")):
        measured = {"reference_date": day, "value": value}
        session.records.new("measurement", measured, parent=indicator)


def _child(session: Session, kind: str, title: str, parent: bytes) -> None:
    form = session.forms.form(kind)
    session.records.new(kind, {form.title_field: title}, parent=parent)
