"""Use cases of a Fallberatung that runs: its procedure, its clock, and the check at its end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.anonymisation import check_anonymity
from innolab_desktop.domain.consultation_run import ConsultationRun, decode
from innolab_desktop.domain.errors import FormatError
from innolab_desktop.services.finding_words import finding_words
from innolab_desktop.services.known_names import known_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from innolab_desktop.domain.anonymisation import Finding
    from innolab_desktop.domain.records import Record, RecordId
    from innolab_desktop.formdefs.catalogues import Catalogues, ConsultationTemplate
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.authorship import Authorship
    from innolab_desktop.services.store_ports import Vault

CONSULTATION: Final = "case_consultation"
_SETTING: Final = "consultation:"
_AGREED: Final = "agreed to confidentiality:"
_FORMAT: Final = "session_format"
_IN_WRITING: Final = "written"
_TEXTS: Final = frozenset(("text", "long_text"))


class Agreement(Enum):
    """Who confirms the confidentiality of a case before this person works on it."""

    OF_GROUP = "of_group"
    """All together, or the person with the case; it stands in the record."""
    OWN_MISSING = "own_missing"
    """This person for themself: everybody reads and writes at their own time. Not done yet."""
    OWN_GIVEN = "own_given"
    """Likewise, and done."""


@dataclass(frozen=True, slots=True)
class CaseFinding:
    """Words of a case that may identify somebody, and the label of the field they stand in."""

    label: str
    finding: Finding


class Consultations:
    """What leads a group through a consultation.

    Args:
        vault: the open vault.
        forms: names the fields.
        read_catalogues: returns procedures, rules and methods; called when first needed.
        authorship: tells whose case it is.
    """

    def __init__(
        self,
        vault: Vault,
        forms: Forms,
        read_catalogues: Callable[[], Catalogues],
        authorship: Authorship,
    ) -> None:
        self._authorship = authorship
        self._vault = vault
        self._forms = forms
        self._read_catalogues = read_catalogues

    @property
    def catalogues(self) -> Catalogues:
        """Procedures, rules, roles and methods."""
        return self._read_catalogues()

    def template(self, template_id: object) -> ConsultationTemplate:
        """Return a procedure; the first one for an id that is unknown or has no steps."""
        templates = self.catalogues.consultation_templates
        found = (item for item in templates if item.id == template_id and item.phases)
        return next(found, templates[0])

    def agreement(self, record: Record) -> Agreement:
        """Return who confirms the confidentiality of a case.

        In a consultation in writing nobody can do so for all: each participant confirms for
        themself, on their own device. Nobody else is told.
        """
        if record.kind != CONSULTATION or record.values.get(_FORMAT) != _IN_WRITING:
            return Agreement.OF_GROUP
        if self._vault.desk.setting(_AGREED + record.id.hex()):
            return Agreement.OWN_GIVEN
        author = self._authorship.of([record.id]).get(record.id)
        is_own = author is not None and author.person == self._vault.info.person_id
        return Agreement.OF_GROUP if is_own else Agreement.OWN_MISSING

    def agree(self, record: RecordId) -> None:
        """Remember on this device that the person keeps what is said here to themself."""
        self._vault.desk.keep_setting(_AGREED + record.hex(), "1")

    def resume(self, record: RecordId, template: ConsultationTemplate) -> ConsultationRun:
        """Return the run of a consultation where it was left; a new one for another procedure."""
        kept = self._vault.desk.setting(_SETTING + record.hex())
        begun = ConsultationRun.begin(
            template.id, tuple(phase.minutes for phase in template.phases)
        )
        if not kept:
            return begun
        try:
            run = decode(kept)
        except FormatError:
            return begun  # of another version of the program: only a clock is lost
        is_same = run.template == template.id and len(run.used_ms) == len(template.phases)
        return run if is_same else begun

    def is_begun(self, record: RecordId) -> bool:
        """Tell whether a run was left unfinished."""
        return bool(self._vault.desk.setting(_SETTING + record.hex()))

    def keep(self, record: RecordId, run: ConsultationRun) -> None:
        """Remember on this device how far a consultation has come."""
        self._vault.desk.keep_setting(_SETTING + record.hex(), run.encode())

    def forget(self, record: RecordId) -> None:
        """Forget the clocks of a consultation that is done."""
        self._vault.desk.keep_setting(_SETTING + record.hex(), "")

    def findings(self, record: RecordId) -> tuple[CaseFinding, ...]:
        """Return what in a case and what belongs to it may identify a person.

        Raises:
            RecordError: there is no such record.
        """
        case, names = self._vault.records.get(record), known_names(self._vault)
        below, words = self._vault.records.children(record), finding_words(self._forms.phrases)
        return tuple(
            CaseFinding(label, finding)
            for item in (case, *below)
            for label, text in self._texts(item)
            for finding in check_anonymity(text, names, words)
        )

    def _texts(self, record: Record) -> Iterator[tuple[str, str]]:
        form = self._forms.get(record.kind)
        for field in form.fields() if form else ():
            value = record.values.get(field.id)
            if field.kind in _TEXTS and isinstance(value, str):
                yield field.label, value
