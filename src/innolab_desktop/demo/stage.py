"""Plays the story of the demo on real vaults, with real bundles between them."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import UsageError
from innolab_desktop.formdefs.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from innolab_desktop.demo.script import Actor, Delivery, Print, Scene, Script, Writing
    from innolab_desktop.domain.records import RecordId, SpaceId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.bundle_import import BundleResult
    from innolab_desktop.services.bundle_ports import Clock
    from innolab_desktop.services.session import Session

    CreateVault = Callable[[Path, Actor, Clock], Session]

CARDS: Final = "kontaktkarten"
MAILS: Final = "post"
REPORTS: Final = "berichte"
_OFFICE_OPENS: Final = time(7, 40, tzinfo=UTC)
_BETWEEN_SAVES_MS: Final = 30_000


class StoryClock:
    """The clock of the story: each scene begins in the morning of its day."""

    def __init__(self) -> None:
        self._now_ms = 0

    def now_ms(self) -> int:
        """Return milliseconds since 1970 (UTC); a little later each time."""
        self._now_ms += _BETWEEN_SAVES_MS
        return self._now_ms

    def begin(self, day: date) -> None:
        """Go on to *day*; never back."""
        morning_ms = int(datetime.combine(day, _OFFICE_OPENS).timestamp() * 1000)
        self._now_ms = max(self._now_ms, morning_ms)


class Stage:
    """The vaults of all actors, open at once.

    Args:
        folder: where everything goes.
        script: the story.
        create: makes a vault.
        tell: hears each step in a German sentence.
    """

    def __init__(
        self, folder: Path, script: Script, create: CreateVault, tell: Callable[[str], None]
    ) -> None:
        self._folder = folder
        self._script = script
        self._create = create
        self._tell = tell
        self._clock = StoryClock()
        self._names = {actor.key: actor.name for actor in script.actors}
        self._sessions: dict[str, Session] = {}
        self._spaces: dict[str, SpaceId] = {}
        self._records: dict[str, RecordId] = {}
        self._mails: dict[str, Path] = {}

    def play(self) -> Path:
        """Play all scenes and return the folder of the vault to open first.

        Raises:
            UsageError: the folder is not empty.
        """
        self._prepare_folder()
        try:
            self._open_vaults()
            self._introduce()
            for scene in self._script.scenes:
                self._perform(scene)
        finally:
            for session in self._sessions.values():
                session.close()
        for actor in self._script.actors:
            self._tell(f"Tresor von {actor.name}: {self._folder / actor.folder}")
        self._tell(f"Passwortsatz aller Übungstresore: {self._script.passphrase}")
        return self._folder / self._script.actors[0].folder

    # --- before the story -------------------------------------------------------------------

    def _prepare_folder(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            is_empty = not any(self._folder.iterdir())
        except OSError as failure:
            raise UsageError("demo_folder_unusable") from failure
        if not is_empty:
            raise UsageError("demo_folder_not_empty")
        for name in (CARDS, MAILS, REPORTS):
            (self._folder / name).mkdir()

    def _open_vaults(self) -> None:
        self._clock.begin(self._script.scenes[0].day)
        for actor in self._script.actors:
            vault = self._folder / actor.folder
            self._sessions[actor.key] = self._create(vault, actor, self._clock)
            self._tell(f"{actor.name} ({actor.department}) legt einen Tresor an.")

    def _introduce(self) -> None:
        """Let everybody add everybody's card, the Prüfzeichen compared."""
        cards = self._folder / CARDS
        for key, session in self._sessions.items():
            card = cards / f"{key}.ilkarte"
            digits = session.contacts.write_card(card)
            for other, listener in self._sessions.items():
                if other != key:
                    listener.contacts.add(card, digits)
        self._tell("Alle tauschen ihre Kontaktkarten und vergleichen am Telefon die Prüfzeichen.")

    # --- one scene --------------------------------------------------------------------------

    def _perform(self, scene: Scene) -> None:
        self._clock.begin(scene.day)
        self._tell(f"{scene.day:%d.%m.%Y}  {scene.tell}")
        session = self._sessions[scene.who]
        if scene.space is not None:
            members = [self._sessions[key].info.person_id for key in scene.space.members]
            space = session.spaces.create(scene.space.name, scene.space.type, members)
            self._spaces[scene.space.key] = space.id
        for record in scene.records:
            self._write_new(session, record)
        for change in scene.changes:
            self._write_change(session, change)
        self._decide(session, scene)
        if scene.mail is not None:
            receipt = session.exporting.run(self._spaces[scene.mail.space], self._folder / MAILS)
            self._mails[scene.mail.key] = receipt.files[0].path
        for delivery in scene.deliveries:
            self._deliver(delivery)
        for entry in scene.prints:
            self._print(session, scene.day, entry)

    def _write_new(self, session: Session, writing: Writing) -> None:
        saved = session.records.new(
            writing.kind,
            self._values(session, writing.kind, writing.values),
            space=self._spaces[writing.space] if writing.space else None,
            parent=self._records[writing.parent] if writing.parent else None,
        )
        if writing.key:
            self._records[writing.key] = saved.record

    def _write_change(self, session: Session, writing: Writing) -> None:
        record = session.records.open(self._records[writing.key])
        session.records.save(record.id, self._values(session, record.kind, writing.values))

    def _decide(self, session: Session, scene: Scene) -> None:
        if scene.decision is not None:
            chosen = scene.decision
            record = session.records.open(self._records[chosen.record])
            values = self._values(session, record.kind, {chosen.field: chosen.value})
            session.conflicts.resolve(record.id, chosen.field, values[chosen.field])
        if scene.revision is not None:
            session.revisions.freeze(
                self._records[scene.revision.record], scene.revision.reason, today=scene.day
            )

    def _deliver(self, delivery: Delivery) -> None:
        session, path = self._sessions[delivery.who], self._mails[delivery.mail]
        (result,) = session.importing.run((path,)).bundles
        self._tell(f"            → {self._names[delivery.who]}: {_outcome(result)}")

    def _print(self, session: Session, day: date, entry: Print) -> None:
        target = self._folder / REPORTS / entry.file
        record = self._records[entry.record]
        pages = session.reports.print_record(entry.report, record, target, as_of=day)
        self._tell(f"            → {target.name} ({pages} Seiten)")

    def _values(self, session: Session, kind: str, texts: Mapping[str, str]) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for name, text in texts.items():
            field = session.forms.field(kind, name)
            typed = self._with_ids(text) if field.references else text
            values[name] = KINDS[field.kind].parse(field, typed)
        return values

    def _with_ids(self, text: str) -> str:
        """Return *text* with every ``@key`` replaced by the id of that record."""
        keys = (part.strip().removeprefix("@") for part in text.split(";"))
        return "; ".join(self._records[key].hex() for key in keys)


def _outcome(result: BundleResult) -> str:
    """Return in words what became of a bundle."""
    if result.status == "unchanged":
        return "Das Paket bringt nichts Neues; alles bleibt, wie es ist."
    changes = "eine Änderung" if result.commits == 1 else f"{result.commits} Änderungen"
    sentence = f"Paket von {result.sender} eingelesen, {changes} übernommen."
    if result.conflicts:
        sentence += f" Einträge mit Abweichung: {result.conflicts}."
    return sentence
