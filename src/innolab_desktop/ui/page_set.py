"""Which pages there are, in the order of the navigation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from innolab_desktop.ui.models.overview import PAGE_KINDS
from innolab_desktop.ui.pages.exchange_page import ExchangePage
from innolab_desktop.ui.pages.more_page import MorePage
from innolab_desktop.ui.pages.overview_page import OverviewPage
from innolab_desktop.ui.pages.records_page import RecordsPage
from innolab_desktop.ui.widgets.nav_list import NavItem

if TYPE_CHECKING:
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.page import Page


class PageSet:
    """The pages by name, and which of them shows records of a kind."""

    def __init__(self, desk: Desk) -> None:
        forms = desk.session.forms
        roots = [form for kind, form in forms.items() if not forms.parents_of(kind)]
        others = [form for form in roots if form.id not in PAGE_KINDS]
        self._more = MorePage(desk, sorted(others, key=lambda form: form.order))
        overview = NavItem(_tr("Übersicht"), "home", _tr("Was ansteht und was auf Sie wartet"))
        exchange = NavItem(_tr("Austausch"), "arrows-exchange", _tr("Pakete senden und einlesen"))
        more = NavItem(_tr("Weiteres"), "tag", _tr("Kommunen, Tandems, Termine und mehr"))
        self._pages: dict[str, tuple[NavItem, Page]] = {"overview": (overview, OverviewPage(desk))}
        names = (_tr("Missionen"), _tr("Tandem-Notizen"), _tr("Fallberatung"))
        for kind, name in zip(PAGE_KINDS, names, strict=True):
            form = forms.form(kind)
            item = NavItem(name, form.icon, form.help or name)
            self._pages[kind] = (item, RecordsPage(desk, form, name))
        self._pages["exchange"] = (exchange, ExchangePage(desk))
        self._pages["more"] = (more, self._more)

    @property
    def items(self) -> list[NavItem]:
        """What the navigation shows."""
        return [item for item, _page in self._pages.values()]

    @property
    def pages(self) -> list[Page]:
        """The pages in the same order."""
        return [page for _item, page in self._pages.values()]

    def page(self, name: str) -> Page:
        """Return a page by its name."""
        return self._pages[name][1]

    def row_of(self, name: str) -> int:
        """Return the row of a page in the navigation."""
        return list(self._pages).index(name)

    def page_for(self, kind: str) -> str | None:
        """Return the name of the page that shows records of *kind* by themselves."""
        if kind in PAGE_KINDS:
            return kind
        return "more" if kind in self._more.kinds else None

    def open_record(self, kind: str, record_id: bytes) -> None:
        """Show a record on its page."""
        page = self._pages[kind][1] if kind in PAGE_KINDS else None
        if isinstance(page, RecordsPage):
            page.open_record(record_id)
        else:
            self._more.open_record(kind, record_id)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PageSet", text)
