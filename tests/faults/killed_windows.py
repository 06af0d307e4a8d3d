"""kill -9 while somebody types into the window: what was typed is there again."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from faults import typist
from innolab_desktop.domain.consultation_run import ConsultationRun
from remembered_keys import deriving_really
from vaults import create, introduce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.services.session import Session

PLACES: Final = tuple(typist.PLACES)
TYPIST: Final = Path(typist.__file__)
PROMISED_S: Final = 2.0
"""What was typed longer ago is kept (handbook, „Was die App nicht kann“)."""
_LONGEST_S: Final = 5.0
_PATIENCE_S: Final = 60.0
_IN_ONE_VAULT: Final = 2 * len(PLACES)
"""The shortest of the fields has room for what two typists write."""
_CONTRIBUTIONS: Final = 4
"""The number of the phase in which contributions are written down."""


@dataclass
class Heard:
    """What a typist said.

    Attributes:
        shown: what stood in the field before anything was typed.
        typed: words, with the time when they were typed.
    """

    shown: str = ""
    typed: list[tuple[str, float]] = field(default_factory=list[tuple[str, float]])

    def older_than(self, moment_s: float) -> list[str]:
        """Return the words that were typed before a moment."""
        return [word for word, typed_s in self.typed if typed_s < moment_s]


def prepare(folder: Path) -> None:
    """Make a vault in which everything is that somebody can type into."""
    with deriving_really():
        session = create(folder, "Anna Weiß")
        other = create(folder.with_name("Ben"), "Ben Kaya")
    introduce(session, other, folder=folder.parent)
    session.spaces.create("Runde", "coordination", [other.info.person_id])
    other.close()
    records = session.records
    told = {"title": "Öffnungszeiten", "challenge": "Frau Weiß rief an."}
    mission = records.new("mission", told).record
    records.new("milestone", {"title": "Testbetrieb"}, parent=mission)
    records.new("tandem_note", {"title": "Gespräch"})
    case = records.new("case_consultation", {"title": "Fall", "confidentiality_confirmed": True})
    _begin(session, case.record)
    wave = {"title": "Halbjahr", "question_set": "half_year", "state": "open"}
    records.new("evaluation_wave", wave)
    session.close()


def _begin(session: Session, case: bytes) -> None:
    consultations = session.consultations
    template = consultations.template(None)
    run = consultations.resume(case, template)
    assert isinstance(run, ConsultationRun)
    consultations.keep(case, run.go_to(_CONTRIBUTIONS, 0))


def kill_while_typing(folder: Path, times: int, seed: int = 11) -> tuple[int, list[str]]:
    """Kill windows while somebody types; return how many words were due, and what was lost."""
    chance, found, due_words = random.Random(seed), list[str](), 0  # noqa: S311 - repeatable
    vault = folder / "typing" / "Tresor"
    before, due = "", list[str]()
    for number in range(times + 1):
        if number % _IN_ONE_VAULT == 0:
            before, due = "", []
            _begin_anew(vault)
        place = PLACES[number % len(PLACES)]
        after_s = chance.uniform(PROMISED_S, _LONGEST_S) if number < times else 0.0
        steps = (before, place, f"t{number}", str(chance.randrange(10_000)))
        heard, killed_s = _type_and_kill(vault, steps, after_s)
        lost = [word for word in due if word not in heard.shown.split()]
        if lost:
            found.append(f"{before}, kill {number}: {lost} not in {heard.shown[-200:]!r}")
        before, due = place, heard.older_than(killed_s - PROMISED_S)
        due_words += len(due)
    return due_words, found


def _begin_anew(vault: Path) -> None:
    shutil.rmtree(vault.parent, ignore_errors=True)
    vault.parent.mkdir()
    prepare(vault)


def _type_and_kill(vault: Path, steps: Sequence[str], after_s: float) -> tuple[Heard, float]:
    """Let somebody type for *after_s* seconds, and kill the window."""
    command = [sys.executable, str(TYPIST), str(vault), *steps]
    environment = {
        **{name: value for name, value in os.environ.items() if name != "LD_PRELOAD"},
        "QT_QPA_PLATFORM": "offscreen",
        "INNOLAB_DATA_DIR": str(vault.parent),
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
    }
    program = subprocess.Popen(  # noqa: S603 - our own program
        command, stdout=subprocess.PIPE, text=True, env=environment
    )
    heard = Heard()
    try:
        _listen(program, heard)
        time.sleep(after_s)
    finally:
        killed_s = time.monotonic()
        program.kill()
        rest, _ = program.communicate(timeout=_PATIENCE_S)
    for line in rest.splitlines():
        _take(line, heard)
    return heard, killed_s


def _listen(program: subprocess.Popen[str], heard: Heard) -> None:
    """Wait until the typist begins.

    Raises:
        AssertionError: they never did.
    """
    assert program.stdout is not None
    for line in program.stdout:
        if _take(line, heard) == "ready":
            return
    raise AssertionError(program.wait())


def _take(line: str, heard: Heard) -> str:
    try:
        what, told = cast("tuple[str, Any]", json.loads(line))
    except ValueError:  # cut by the kill
        return ""
    if what == "shown":
        heard.shown = told
    elif what == "typed":
        heard.typed.append((told[0], told[1]))
    return what
