"""Which pages there are, in the order of the navigation; each is built when it is first shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from innolab_desktop.services.overview import PAGE_KINDS
from innolab_desktop.ui.pages.more.areas import MET_AS_LESSONS, Area, area_groups
from innolab_desktop.ui.widgets.nav_list import NavItem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.page import Page


@dataclass(frozen=True, slots=True)
class _Entry:
    item: NavItem
    build: Callable[[], Page]


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """A record on a page, and the entry in it that is wanted."""

    page: str
    kind: str
    record: bytes
    entry: str = ""


class PageSet(QObject):
    """The pages by name, and which of them shows records of a kind.

    Signals:
        built: a page was made, to be connected and put where it is shown.
    """

    built = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pages: dict[str, Page] = {}
        forms = desk.session.forms
        roots = [form for form in forms.values() if _stands_alone(form, forms)]
        others = [form for form in roots if form.id not in PAGE_KINDS]
        self._others = sorted(others, key=lambda form: form.order)
        self._entries = self._list_entries()

    @property
    def items(self) -> list[NavItem]:
        """What the navigation shows."""
        return [entry.item for entry in self._entries.values()]

    @property
    def names(self) -> list[str]:
        """The names of the pages, in the order of the navigation."""
        return list(self._entries)

    @property
    def areas(self) -> list[Area]:
        """The areas under „Weiteres", in the order of its start page."""
        return [area for group in area_groups(self._others) for area in group.areas]

    def place_of(self, page: object) -> str:
        """Return name and part of a page, ``name/part``; "" for one that is not of the set."""
        found = (f"{name}/{known.part}" for name, known in self._pages.items() if known is page)
        return next(found, "")

    @property
    def pages(self) -> list[Page]:
        """The pages that have been built."""
        return list(self._pages.values())

    def page(self, name: str) -> Page:
        """Return a page by its name; build it if nobody has asked for it yet."""
        if name not in self._pages:
            page = self._entries[name].build()
            self._pages[name] = page
            self.built.emit(page)
        return self._pages[name]

    def page_in(self, row: int) -> Page:
        """Return the page of a row in the navigation."""
        return self.page(list(self._entries)[row])

    def row_of(self, name: str) -> int:
        """Return the row of a page in the navigation."""
        return list(self._entries).index(name)

    def page_for(self, kind: str) -> str | None:
        """Return the name of the page that shows records of *kind* by themselves."""
        if kind in PAGE_KINDS:
            return kind
        return "more" if kind in {form.id for form in self._others} else None

    def place_for(self, path: Sequence[tuple[str, bytes]], entry: str) -> RecordPlace | None:
        """Return where a record is shown: by itself, or in the list of what it belongs to.

        Args:
            path: kinds and ids from the topmost record down to the one that is wanted.
            entry: where to go in it.
        """
        for kind, record_id in reversed(path):
            if (name := self.page_for(kind)) is not None:
                return RecordPlace(name, kind, record_id, entry)
            entry = kind  # where the form above lists its child records
        kind, record_id = path[0]
        return RecordPlace("more", kind, record_id) if kind in MET_AS_LESSONS else None

    def _list_entries(self) -> dict[str, _Entry]:
        overview = NavItem(_tr("Übersicht"), "home", _tr("Was ansteht und was auf Sie wartet"))
        evaluation = NavItem(
            _tr("Auswertung"), "chart-line", _tr("Erhebungen beantworten und Ergebnisse sehen")
        )
        exchange = NavItem(_tr("Austausch"), "arrows-exchange", _tr("Pakete senden und einlesen"))
        more = NavItem(_tr("Weiteres"), "folder", _tr("Kommunen, Tandems, Termine und mehr"))
        entries = {"overview": _Entry(overview, self._overview)}
        names = (_tr("Missionen"), _tr("Tandem-Notizen"), _tr("Fallberatung"))
        for kind, name in zip(PAGE_KINDS, names, strict=True):
            form = self._desk.session.forms.form(kind)
            item = NavItem(name, form.icon, form.help or name)
            entries[kind] = _Entry(item, lambda form=form, name=name: self._records(form, name))
        entries["evaluation"] = _Entry(evaluation, self._evaluation)
        entries["exchange"] = _Entry(exchange, self._exchange)
        entries["more"] = _Entry(more, self._more)
        return entries

    def _overview(self) -> Page:
        from innolab_desktop.ui.pages.overview_page import OverviewPage  # noqa: PLC0415 - as shown

        return OverviewPage(self._desk)

    def _records(self, form: FormDefinition, name: str) -> Page:
        from innolab_desktop.ui.pages.records_page import RecordsPage  # noqa: PLC0415 - as shown

        return RecordsPage(self._desk, form, name)

    def _evaluation(self) -> Page:
        from innolab_desktop.ui.pages.evaluation_page import (  # noqa: PLC0415 - as shown
            EvaluationPage,
        )

        return EvaluationPage(self._desk)

    def _exchange(self) -> Page:
        from innolab_desktop.ui.pages.exchange_page import ExchangePage  # noqa: PLC0415 - as shown

        return ExchangePage(self._desk)

    def _more(self) -> Page:
        from innolab_desktop.ui.pages.more_page import MorePage  # noqa: PLC0415 - as shown

        return MorePage(self._desk, self._others)


def _stands_alone(form: FormDefinition, forms: Forms) -> bool:
    """Tell whether records of a form are met outside of another one.

    What may be released while its parents may not, or without them, has no parent in the wider
    circle; what stands among all that was learned needs no list of its own.
    """
    parents = [forms[kind] for kind in forms.parents_of(form.id)]
    return (
        not parents
        or (form.release_alone and form.id not in MET_AS_LESSONS)
        or (not form.release_barrier and all(parent.release_barrier for parent in parents))
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("PageSet", text)
