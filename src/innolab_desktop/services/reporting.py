"""Reports about one record: what they show, who prints them, and the use case."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

from innolab_desktop.domain.errors import RecordError, ReportError, UsageError
from innolab_desktop.formdefs.computed import RecordContext, compute
from innolab_desktop.formdefs.kinds.reference import referenced_ids
from innolab_desktop.services.evaluations import WAVE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from innolab_desktop.domain.records import FieldId, Record, RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.evaluations import Evaluations, WaveResults
    from innolab_desktop.services.release_trail import ReleaseTrail
    from innolab_desktop.services.store_ports import Vault

EVALUATION_RESULTS: Final = "evaluation_results"
"""The report that shows the results of a wave instead of its record."""


@dataclass(frozen=True, slots=True)
class ReportInfo:
    """A report that can be asked for.

    Attributes:
        name: stable id, as the command line writes it.
        title: German name, as the menu shows it.
        kind: the kind of record it is about; "" fits every kind.
    """

    name: str
    title: str
    kind: str = ""

    def fits(self, kind: str) -> bool:
        """Tell whether the report can be made for a record of *kind*."""
        return self.kind in {"", kind}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything that a report about one record shows.

    Attributes:
        computed: values of the computed fields.
        children: child records by kind, in their order.
        titles: titles of the records that references name, by their ids in hexadecimal.
        people: names of the members of the record's space.
        revision: "Fassung 3", or what stands for a record without one.
        as_of: the day of the report.
        results: what may be shown of a wave, for the report on its results.
    """

    record: Record
    computed: Mapping[FieldId, Value] = field(default_factory=dict[str, "Value"])
    children: Mapping[str, tuple[Record, ...]] = field(
        default_factory=dict[str, "tuple[Record, ...]"]
    )
    titles: Mapping[str, str] = field(default_factory=dict[str, str])
    people: tuple[str, ...] = ()
    municipality: str = ""
    revision: str = ""
    as_of: date
    results: WaveResults | None = None


class ReportPrinter(Protocol):
    """The port that ``reports`` fills."""

    @property
    def reports(self) -> tuple[ReportInfo, ...]:
        """The reports there are, in the order of the menu."""
        ...

    def print_report(self, name: str, sheet: Sheet, target: Path) -> int:
        """Write the report *name* about *sheet* to *target* and return the number of pages.

        The file appears under its name only when it is complete.

        Raises:
            UsageError: there is no such report, or not for this kind of record.
            ReportError: the file cannot be written.
        """
        ...


class TextWriter(Protocol):
    """The port that ``reports.text_document`` fills."""

    @property
    def reports(self) -> tuple[ReportInfo, ...]:
        """The reports there are as text documents, in the order of the menu."""
        ...

    def write(self, name: str, sheet: Sheet, target: Path) -> None:
        """Write the report *name* about *sheet* to *target*, for people who write on in it.

        The file appears under its name only when it is complete.

        Raises:
            UsageError: there is no such report, not for this kind of record, or not as a text.
            ReportError: the file cannot be written.
        """
        ...


class Reporting:
    """Collects what a report shows and has it printed or written."""

    def __init__(
        self,
        vault: Vault,
        forms: Forms,
        printer: ReportPrinter,
        texts: TextWriter,
        trail: ReleaseTrail,
        *,
        evaluations: Evaluations,
    ) -> None:
        self._vault = vault
        self._forms = forms
        self._printer = printer
        self._texts = texts
        self._trail = trail
        self._evaluations = evaluations

    def available(self, kind: str) -> tuple[ReportInfo, ...]:
        """Return the reports that can be made for a record of *kind*."""
        return tuple(report for report in self._printer.reports if report.fits(kind))

    def available_texts(self, kind: str) -> tuple[ReportInfo, ...]:
        """Return the text documents that can be made for a record of *kind*."""
        return tuple(report for report in self._texts.reports if report.fits(kind))

    def write_text(self, name: str, record: RecordId, target: Path, *, as_of: date) -> None:
        """Write the report *name* about *record* as a text document.

        Raises:
            UsageError: there is no such report, not for this kind of record, or not as a text.
            RecordError: there is no such record.
            ReportError: the file cannot be written.
        """
        self._texts.write(name, self.sheet(record, as_of=as_of), target)

    def print_record(self, name: str, record: RecordId, target: Path, *, as_of: date) -> int:
        """Print the report *name* about *record* and return the number of pages.

        Raises:
            UsageError: there is no such report, or not for this kind of record.
            RecordError: there is no such record.
            ReportError: the file cannot be written.
        """
        sheet = self.sheet(record, as_of=as_of)
        if name == EVALUATION_RESULTS and sheet.record.kind == WAVE:
            sheet = self._results_sheet(sheet)
        return self._printer.print_report(name, sheet, target)

    def _results_sheet(self, sheet: Sheet) -> Sheet:
        """Return a sheet with the results of a wave and without the answers they come from."""
        return Sheet(
            record=sheet.record,
            municipality=sheet.municipality,
            as_of=sheet.as_of,
            results=self._evaluations.results(sheet.record.id),
        )

    def sheet(self, record_id: RecordId, *, as_of: date) -> Sheet:
        """Return what reports about a record show.

        Raises:
            RecordError: there is no such record.
        """
        record = self._vault.records.get(record_id)
        definition = self._forms.form(record.kind)
        children = {
            entry.kind: self._vault.records.children(record_id, entry.kind)
            for entry in definition.children()
        }
        space = self._vault.people.space(record.space)
        context = RecordContext(
            values=record.values,
            children={kind: [c.values for c in found] for kind, found in children.items()},
            space_type=space.type if space else "private",
            released_to=self._trail.circles(record_id),
        )
        titles = self._titles([record, *(child for found in children.values() for child in found)])
        computed = compute(definition, context)
        return Sheet(
            record=record,
            computed=computed,
            children=children,
            titles=titles,
            people=tuple(member.name for member in space.members) if space else (),
            municipality=self._municipality(record, titles),
            revision=self._revision(computed.get("revision_number")),
            as_of=as_of,
        )

    def _titles(self, records: Iterable[Record]) -> dict[str, str]:
        found: dict[str, str] = {}
        for record_id in dict.fromkeys(self._referenced(records)):
            try:
                named = self._vault.records.get(bytes.fromhex(record_id))
            except (RecordError, ValueError):  # not received yet, or not an id: shown as missing
                continue
            title = (
                self._forms[named.kind].title_of(named.values) if named.kind in self._forms else ""
            )
            if title:
                found[record_id] = title
        return found

    def _referenced(self, records: Iterable[Record]) -> Iterator[str]:
        for record in records:
            if record.kind not in self._forms:
                continue
            for definition in self._forms[record.kind].fields(with_retired=True):
                if definition.references:
                    yield from referenced_ids(record.values.get(definition.id))

    def _municipality(self, record: Record, titles: Mapping[str, str]) -> str:
        for record_id in referenced_ids(record.values.get("municipality")):
            if record_id in titles:
                return titles[record_id]
        return self._vault.info.municipality

    def _revision(self, number: Value) -> str:
        """Return the name of the newest Fassung, or of there being none."""
        if isinstance(number, int):
            return self._forms.phrases.say("report", "revision", number=number)
        return self._forms.phrases.say("report", "no_revision")


def find_report(reports: Iterable[ReportInfo], name: str, kind: str) -> ReportInfo:
    """Return the report that somebody named, if it fits *kind*.

    Raises:
        UsageError: there is no such report, or not for this kind of record.
    """
    report = next((report for report in reports if report.name == name), None)
    if report is None:
        raise UsageError("report_unknown", name=name)
    if not report.fits(kind):
        raise UsageError("report_unfit", name=name, kind=kind)
    return report


def unwritable(target: Path) -> ReportError:
    """Return the error for a report file that cannot be written."""
    return ReportError("report_unwritable", file=target.name)
