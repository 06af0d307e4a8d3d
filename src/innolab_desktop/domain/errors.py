"""The one tree of errors: a stable code and parameters, never a sentence.

The German sentences live in ``resources/errors.toml`` and are read by ``ui`` and ``cli`` alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class InnolabError(Exception):
    """Something the person can be told about.

    Args:
        code: stable identifier, key of the German text in ``resources/errors.toml``.
        params: what the text may name; never secrets and never record content.
    """

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.params: Mapping[str, str | int] = params

    def __str__(self) -> str:
        if not self.params:
            return self.code
        return f"{self.code} ({', '.join(f'{k}={v}' for k, v in sorted(self.params.items()))})"


class UsageError(InnolabError):
    """The request itself is wrong: unknown kind, field, option or file."""


class FormError(InnolabError):
    """A form definition or a value does not follow the grammar of ``forms/README.md``."""


class VaultError(InnolabError):
    """The vault cannot be created, opened, read or written."""


class RecordError(InnolabError):
    """A change to a record is refused."""


class FormatError(InnolabError):
    """Bytes from outside do not follow ``docs/formats/``."""


class BundleError(FormatError):
    """A bundle is refused; the vault stays as it was."""


class ContactError(InnolabError):
    """A contact card or its verification is refused."""


class SpaceError(InnolabError):
    """A space or its membership does not allow the request."""


class ReportError(InnolabError):
    """A report cannot be written."""


class Cancelled(InnolabError):  # noqa: N818 - an answer to a request, not a failure
    """The person stopped a running task; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("cancelled")
