"""One shipped form in a window, without a vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop import paths
from innolab_desktop.formdefs.draft import FormDraft
from innolab_desktop.formdefs.loader import load_forms
from innolab_desktop.ui.forms.field_editor import EditorContext
from innolab_desktop.ui.forms.form_view import FormView
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.scroll_page import ScrollPage
from ui.vaults import HINTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.ui.theme.theme import Theme


class FormWindow(ScrollPage):
    def __init__(
        self,
        theme: Theme,
        catalogue: ErrorCatalogue,
        kind: str,
        values: Mapping[str, Value] | None = None,
    ) -> None:
        forms = load_forms(paths.forms_dir())
        definition = forms.form(kind)
        self.form = FormView(
            definition,
            EditorContext(theme, hints=HINTS),
            catalogue,
            lambda children: Muted(children.label),
        )
        super().__init__(self.form)
        self.setWindowTitle(definition.label)
        self.draft = FormDraft(definition, values or {})
        self.form.show_draft(self.draft)
