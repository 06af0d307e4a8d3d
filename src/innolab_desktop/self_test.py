"""``innolab-desktop --self-test``: proves that an installed copy has everything it needs.

Runs the main job on two throw-away vaults (write, send, merge, print) and opens the window, so
that a missing library, font or form shows on the day of the installation.
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from innolab_desktop import __version__, bootstrap, paths
from innolab_desktop.domain.language import Language
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.read_models import RowQuery

if TYPE_CHECKING:
    from collections.abc import Callable

    from innolab_desktop.services.session import Session

_PASSPHRASE: Final = "nur für den Selbsttest"  # noqa: S105 - the vaults are deleted at once
_FLOOR_KIB: Final = 64 * 1024
_TITLE: Final = "Öffnungszeiten für alle überprüfen"


class SelfTest:
    """The steps and what they found out."""

    def __init__(self, folder: Path, say: Callable[[str], object]) -> None:
        self._folder = folder
        self._say = say
        self._failed = 0

    def run(self) -> int:
        """Run every step; return the exit code."""
        self._say(f"InnoLab Desktop {__version__}, Python {sys.version.split()[0]}")
        for name, step in (
            ("Formulare", self._forms),
            ("Texte und Schriften", self._resources),
            ("Verschlüsselte Datenbank", self._database),
            ("Paket schreiben, einlesen, drucken", self._exchange),
            ("Tabelle, Textdokument, Formular", self._papers),
            ("Fenster", self._window),
            ("Netzwerk", self._network),
        ):
            try:
                self._say(f"ok      {name}: {step()}")
            except Exception as failure:  # noqa: BLE001 - the next steps shall still be tried
                self._failed += 1
                self._say(f"FEHLER  {name}: {type(failure).__name__}: {failure}")
        return 1 if self._failed else 0

    def _forms(self) -> str:
        forms = bootstrap.load_forms()
        english = bootstrap.load_forms(language=Language.ENGLISH)
        if english["mission"].label_new == forms["mission"].label_new:
            raise FileNotFoundError("translations/en")
        fields = len(forms["mission"].entries())
        return f"{len(forms)} Formulare, deutsch und englisch, {fields} Einträge zur Mission"

    def _resources(self) -> str:
        from innolab_desktop.services.error_catalogue import read_catalogue  # noqa: PLC0415

        texts = len(read_catalogue(paths.resources_dir() / "errors.toml").codes)
        fonts = sorted(p.name for p in (paths.resources_dir() / "fonts").glob("*.ttf"))
        icons = len(list((paths.resources_dir() / "icons").glob("*.svg")))
        if not fonts or not icons:
            raise FileNotFoundError("fonts or icons")
        return f"{len(fonts)} Schriften, {icons} Symbole, {texts} Fehlertexte"

    def _database(self) -> str:
        session = self._vault("Probe")
        found = session.vault.records.counts()
        session.close()
        if (self._folder / "Probe" / "vault.db").read_bytes().startswith(b"SQLite format 3"):
            raise ValueError("not encrypted")
        return f"SQLCipher {bootstrap.cipher_version()}, {found.commits} Eintrag"

    def _exchange(self) -> str:
        first, second = self._vault("Erste Person"), self._vault("Zweite Person")
        try:
            return self._send_and_print(first, second)
        finally:
            first.close()
            second.close()

    def _send_and_print(self, first: Session, second: Session) -> str:
        for sender, receiver in ((first, second), (second, first)):
            card = self._folder / f"{sender.info.person}.ilkarte"
            receiver.contacts.add(card, sender.contacts.write_card(card))
        space = first.spaces.create("Tandem", "tandem", [second.info.person_id])
        mission = first.records.new("mission", {"title": _TITLE}, space=space.id).record
        (file,) = first.exporting.run(space.id, self._folder / "Post").files
        (result,) = second.importing.run([file.path]).bundles
        if result.status != "applied" or second.records.open(mission).values["title"] != _TITLE:
            raise ValueError(f"import: {result.status} {result.code}")
        target = self._folder / "Steckbrief.pdf"
        today = datetime.now(tz=UTC).date()
        pages = second.reports.print_record("mission_profile", mission, target, as_of=today)
        return (
            f"{file.size_bytes} Byte (ML-KEM-1024 mit P-384, AES-256-GCM), "
            f"PDF mit {pages} Seite(n), {target.stat().st_size} Byte"
        )

    def _papers(self) -> str:
        session, today = self._vault("Dritte Person"), datetime.now(tz=UTC).date()
        try:
            mission = session.records.new("mission", {"title": _TITLE}).record
            table, text, form = (self._folder / name for name in ("t.xlsx", "t.docx", "f.pdf"))
            query = RowQuery(kind="mission")
            session.tables.write(
                query, table, NoProgress(), CancelToken(), as_of=today, with_confidential=True
            )
            session.reports.write_text("mission_profile", mission, text, as_of=today)
            session.paper_forms.write(mission, form, as_of=today)
            if session.paper_forms.look(form, None).chosen(["title"]) != {"title": _TITLE}:
                raise ValueError("the form was not read")
        finally:
            session.close()
        return ", ".join(f"{file.name} {file.stat().st_size} Byte" for file in (table, text, form))

    def _vault(self, person: str) -> Session:
        owner = bootstrap.NewOwner(person, "Musterstadt", "Bürgerbüro")
        return bootstrap.create_vault(
            self._folder / person, owner, _PASSPHRASE, memory_kib=_FLOOR_KIB
        )

    def _window(self) -> str:
        if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from innolab_desktop import window  # noqa: PLC0415 - Qt is loaded last

        return window.show_once(self._folder)

    def _network(self) -> str:
        sockets = _open_network_sockets()
        if sockets:
            raise ValueError(f"{sockets} open")
        return "kein Netzwerk-Socket offen" if sockets == 0 else "hier nicht prüfbar"


def _open_network_sockets() -> int | None:
    """Return how many sockets of this process are in the tables of the network; None: unknown."""
    table = Path("/proc/self/net")
    if not table.is_dir():
        return None
    links = [str(link.readlink()) for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    own = {link[8:-1] for link in links if link.startswith("socket:[")}
    used: set[str] = set()
    for name in ("tcp", "tcp6", "udp", "udp6"):
        lines = (table / name).read_text(encoding="ascii").splitlines()[1:]
        used.update(line.split()[9] for line in lines)
    return len(own & used)


def main() -> int:
    """Run the self-test in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="innolab-selbsttest-") as folder:
        return SelfTest(Path(folder), print).run()
