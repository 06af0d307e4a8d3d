"""An error in one paragraph, for banners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.domain.errors import InnolabError

if TYPE_CHECKING:
    from innolab_desktop.services.error_catalogue import ErrorCatalogue


def error_sentence(catalogue: ErrorCatalogue, error: Exception) -> str:
    """Return what happened, what it means and what to do.

    Raises:
        Exception: *error* itself, when it is no expected one; the crash dialog takes it.
    """
    if not isinstance(error, InnolabError):
        raise error
    return str(catalogue.describe(error))
